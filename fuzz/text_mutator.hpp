// Changes a table of text as files go wrong: rows, cells, columns, marks and words, not bytes. A
// fuzzer that includes this has it beside the changes of bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "require.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace sneddon::fuzz {

inline constexpr std::array<std::string_view, 30> odd_cells = {
    "",           "nan",   "inf",         "-inf",       "1e308",      "-1e308",
    "1e-320",     "0",     "-0",          "1e99",       "1,5",        "1.234,5",
    "1'234.5",    "****",  "#REF!",       "-",          "1e",         "0x10",
    "1 000",      "\xB5N", "\xC2\xB5N",   "Load (mN)",  "Depth (um)", "Time (s)",
    "4294967297", "-1",    "10:15:02.25", "2022-11-22", "\"a;b\"",    "\xEF\xBB\xBF"};

class TextMutation {
  public:
    TextMutation(std::string_view text, unsigned seed) : random_(seed), lines_(split(text, '\n')) {
        separator_ = '\t';
        for (const char c : {'\t', ';', ','})
            if (text.find(c) != text.npos) {
                separator_ = c;
                break;
            }
    }

    std::string made() {
        for (std::size_t times = 1 + below(4); times > 0; --times) change();
        std::string text;
        for (const std::string& line : lines_) text += line + '\n';
        text.pop_back();
        return text;
    }

  private:
    std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
    std::string& line() { return lines_[below(lines_.size())]; }

    void change() {
        switch (below(10)) {
            case 0:
                lines_.insert(lines_.begin() + place(), line());
                break;
            case 1:
                if (lines_.size() > 1) lines_.erase(lines_.begin() + place());
                break;
            case 2:
                std::swap(line(), line());
                break;
            case 3:
                lines_.insert(lines_.begin() + place(), "");
                break;
            case 4:
                change_cells([&](auto& cells) { std::swap(cell(cells), cell(cells)); });
                break;
            case 5:
                change_cells([&](auto& cells) { cells.erase(cells.begin() + place_of(cells)); });
                break;
            case 6:
                change_column();
                break;
            case 7:
                change_marks();
                break;
            case 8:
                lines_.resize(1 + below(lines_.size()));
                break;
            default:
                change_cells(
                    [&](auto& cells) { cell(cells) = odd_cells[below(odd_cells.size())]; });
        }
    }

    std::ptrdiff_t place() { return static_cast<std::ptrdiff_t>(below(lines_.size())); }
    std::ptrdiff_t place_of(const std::vector<std::string>& cells) {
        return static_cast<std::ptrdiff_t>(below(cells.size()));
    }
    std::string& cell(std::vector<std::string>& cells) { return cells[below(cells.size())]; }

    template <class Change>
    void change_cells(const Change& made) {
        std::string& all = line();
        auto cells = split(all, separator_);
        made(cells);
        all.clear();
        for (const std::string& one : cells) all += one + separator_;
        if (!all.empty()) all.pop_back();
    }

    /// One column becomes a word, or goes, in every row.
    void change_column() {
        const std::size_t column = below(8);
        const bool goes = below(2) == 0;
        const std::string_view word = odd_cells[below(odd_cells.size())];
        for (std::string& one : lines_) {
            auto cells = split(one, separator_);
            if (cells.size() <= column) continue;
            if (goes)
                cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(column));
            else
                cells[column] = word;
            one.clear();
            for (const std::string& each : cells) one += each + separator_;
            if (!one.empty()) one.pop_back();
        }
    }

    void change_marks() {
        constexpr std::array<char, 5> marks = {'\t', ';', ',', '.', ' '};
        const char from = below(2) == 0 ? separator_ : '.', to = marks[below(marks.size())];
        for (std::string& one : lines_) std::ranges::replace(one, from, to);
    }

    std::minstd_rand random_;
    std::vector<std::string> lines_;
    char separator_;
};

inline std::size_t changed_text(std::uint8_t* data, std::size_t size, std::size_t most,
                                unsigned seed) {
    // Every fourth by its bytes.
    if (size == 0 || seed % 4 == 0) return LLVMFuzzerMutate(data, size, most);
    const std::string text = TextMutation(bytes_of(data, size), seed).made();
    const std::size_t kept = std::min(text.size(), most);
    std::memcpy(data, text.data(), kept);
    return kept;
}

}  // namespace sneddon::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return sneddon::fuzz::changed_text(data, size, most, seed);
}
