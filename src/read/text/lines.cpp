#include "read/text/lines.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/encoding.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

std::string_view LineCursor::next() {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(position_);
    const auto end = std::find_if(begin, text_.end(), is_line_end);
    const std::string_view line(text_.data() + position_, static_cast<std::size_t>(end - begin));
    position_ += line.size();
    position_ += line_end_length(text_, position_);
    return line;
}

std::size_t line_number(std::string_view text, std::size_t position) {
    std::size_t number = 1;
    for (std::size_t i = 0; i < std::min(position, text.size());) {
        const std::size_t length = line_end_length(text, i);
        if (length > 0 && i + length <= position) ++number;
        i += std::max<std::size_t>(length, 1);
    }
    return number;
}

std::string excerpt(std::string_view text, std::size_t position, std::size_t limit) {
    const std::string_view rest = text.substr(std::min(position, text.size()), 4 * limit);
    const auto line_end = std::find_if(rest.begin(), rest.end(), is_line_end);
    std::string_view line(rest.data(), static_cast<std::size_t>(line_end - rest.begin()));
    const bool is_cut = line.size() > limit;
    line = line.substr(0, limit);
    // A cut in the middle of a UTF-8 sequence would turn the whole line into Windows-1252.
    for (int back = 0; is_cut && back < 3 && !is_utf8(line); ++back) line.remove_suffix(1);
    std::string shown;
    for (const char c : text_utf8(line)) {
        if (c == '\t')
            shown += ' ';
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            shown += c;
    }
    return is_cut ? shown + "..." : shown;
}

std::vector<std::string_view> cells_of(std::string_view line, char delimiter) {
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') is_quoted = !is_quoted;
        if (is_quoted || line[i] != delimiter) continue;
        cells.push_back(line.substr(begin, i - begin));
        begin = i + 1;
    }
    cells.push_back(line.substr(begin));
    return cells;
}

std::string_view unquoted(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = trimmed(cell.substr(1, cell.size() - 2));
    return cell;
}

bool is_blank(std::string_view line, char delimiter) {
    return std::ranges::all_of(line, [&](char c) {
        return c == ' ' || c == '\t' || c == '"' || c == delimiter || c == '\x1A';
    });
}

}  // namespace sneddon
