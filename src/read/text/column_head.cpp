#include "read/text/column_head.hpp"

#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Words = std::vector<std::string>;

// English, German, French, Spanish, Japanese. A symbol counts only as the whole name.
constexpr std::array<std::string_view, 11> load_words = {
    "load",   "force",  "kraft", "prüfkraft", "normalkraft", "last",
    "charge", "fuerza", "carga", "荷重",      "試験力"};
constexpr std::array<std::string_view, 16> depth_words = {
    "depth",       "displacement", "disp",       "penetration", "eindringtiefe", "tiefe",
    "weg",         "verschiebung", "profondeur", "enfoncement", "pénétration",   "déplacement",
    "profundidad", "変位",         "深さ",       "押込み深さ"};
constexpr std::array<std::string_view, 6> time_words = {"time",  "zeit",   "prüfzeit",
                                                        "temps", "tiempo", "時間"};
constexpr std::array<std::string_view, 3> load_symbols = {"p", "f", "fn"};
constexpr std::array<std::string_view, 2> depth_symbols = {"h", "pd"};
constexpr std::array<std::string_view, 1> time_symbols = {"t"};
// "Indentation (nm)" is a depth, "Indentation load" is not.
constexpr std::array<std::string_view, 2> weak_depth_words = {"indentation", "extension"};
// Columns about a load, a depth or a time that are not the measured one.
constexpr std::array<std::string_view, 18> other_words = {
    "rate",      "speed",     "velocity", "amplitude", "amp",      "phase",
    "frequency", "stiffness", "modulus",  "stress",    "harmonic", "drift",
    "demand",    "target",    "setpoint", "contact",   "cell",     "hardness"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

Words words_of(std::string_view name) {
    Words words(1);
    for (const char c : lower_ascii(name)) {
        if (is_letter(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

template <std::size_t n>
bool has_one_of(const Words& words, const std::array<std::string_view, n>& wanted) {
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::find(wanted, word) != wanted.end();
    });
}

bool names_dimension(const Words& words, Dimension dimension) {
    if (has_one_of(words, other_words)) return false;
    const bool is_symbol = words.size() == 1;
    switch (dimension) {
        case Dimension::load:
            return has_one_of(words, load_words) || (is_symbol && has_one_of(words, load_symbols));
        case Dimension::depth:
            return has_one_of(words, depth_words) || has_one_of(words, weak_depth_words) ||
                   (is_symbol && has_one_of(words, depth_symbols));
        case Dimension::time:
            break;
    }
    return has_one_of(words, time_words) || (is_symbol && has_one_of(words, time_symbols));
}

std::optional<Dimension> dimension_of(const ColumnHead& head) {
    const Words words = words_of(head.name);
    if (head.unit)
        return names_dimension(words, head.unit->dimension) ? std::optional(head.unit->dimension)
                                                            : std::nullopt;
    // "Indentation time", "time at load": the first that fits in this order.
    for (const Dimension d : {Dimension::time, Dimension::load, Dimension::depth})
        if (names_dimension(words, d)) return d;
    return std::nullopt;
}

struct Split {
    std::string_view name, unit;
};

// "name (unit)", "name [unit]"
std::optional<Split> split_brackets(std::string_view cell) {
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
        if (cell.empty() || cell.back() != close) continue;
        const std::size_t begin = cell.rfind(open);
        if (begin == std::string_view::npos) continue;
        return Split{trimmed(cell.substr(0, begin)),
                     trimmed(cell.substr(begin + 1, cell.size() - begin - 2))};
    }
    return std::nullopt;
}

// "P/uN", "h / nm", "depth_nm", "Load, mN", "F in mN", "Load..mN.": only if the end is a unit.
std::optional<Split> split_at_last_mark(std::string_view cell) {
    while (!cell.empty() && cell.back() == '.') cell.remove_suffix(1);
    const std::size_t mark = cell.find_last_of("/_, :;.");
    if (mark == std::string_view::npos || mark == 0 || !parse_unit(cell.substr(mark + 1)))
        return std::nullopt;
    std::string_view name = cell.substr(0, mark);
    while (!name.empty() && std::string_view("/_, :;.").find(name.back()) != std::string_view::npos)
        name.remove_suffix(1);
    if (name.ends_with(" in")) name.remove_suffix(3);
    return Split{trimmed(name), trimmed(cell.substr(mark + 1))};
}

}  // namespace

ColumnHead parse_column_head(std::string_view cell) {
    cell = unquoted(cell);
    ColumnHead head;
    head.text = text_utf8(cell);
    auto split = split_brackets(cell);
    if (!split) split = split_at_last_mark(cell);
    head.name = text_utf8(split ? split->name : cell);
    if (split) {
        head.unit_text = text_utf8(split->unit);
        head.unit = parse_unit(split->unit);
    }
    const bool has_foreign_unit = split && !split->unit.empty() && !head.unit;
    if (!has_foreign_unit) head.dimension = dimension_of(head);
    return head;
}

std::vector<ColumnHead> parse_column_heads(std::string_view line, char delimiter) {
    std::vector<ColumnHead> heads;
    for (const std::string_view cell : cells_of(line, delimiter))
        heads.push_back(parse_column_head(cell));
    // A trailing delimiter is not a column.
    if (heads.size() > 1 && heads.back().text.empty()) heads.pop_back();
    return heads;
}

}  // namespace sneddon
