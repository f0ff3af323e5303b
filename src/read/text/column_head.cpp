#include "read/text/column_head.hpp"

#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Words = std::vector<std::string_view>;

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

// A length that is no depth, a force that is no load: never taken by the unit alone.
constexpr std::array<std::string_view, 13> unlike_words = {
    "x",    "y",      "position", "pos",      "stage",  "radius",   "diameter",
    "size", "length", "width",    "distance", "offset", "roughness"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Views into `lower_name`.
Words words_of(std::string_view lower_name) {
    Words words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= lower_name.size(); ++i) {
        if (i < lower_name.size() && is_letter(lower_name[i])) continue;
        if (i > begin) words.push_back(lower_name.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

template <std::size_t n>
bool has_one_of(const Words& words, const std::array<std::string_view, n>& wanted) {
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::ranges::find(wanted, word) != wanted.end();
    });
}

bool names_dimension(const Words& words, Dimension dimension) {
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
    const std::string lower = lower_ascii(head.name);
    const Words words = words_of(lower);
    if (has_one_of(words, other_words)) return std::nullopt;
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

// "u", "k", "10^-3", "1e-6", "x1000": before a unit, part of it.
bool is_multiplier(std::string_view word) {
    static constexpr std::array<std::string_view, 12> lone = {
        "u", "k", "M", "G", "\xC2\xB5", "\xCE\xBC", "\xB5", "10", "100", "1000", "1000000", "m"};
    if (std::ranges::find(lone, word) != lone.end()) return true;
    static constexpr std::string_view times = "\xC3\x97";  // U+00D7
    const bool is_times = word.starts_with('x') || word.starts_with(times);
    if (is_times) word.remove_prefix(word.starts_with('x') ? 1 : times.size());
    const bool is_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
    return is_number && (is_times || word.find_first_of("^eE*-") != std::string_view::npos);
}

// "load_micro" and "N", "Load 10^-3" and "N": the last word of the name is the first of the unit.
// A unit that is not understood with it is none, never the bare one.
Split with_prefix(const Split& split, std::string_view cell) {
    if (split.unit.empty()) return split;
    const std::size_t mark = split.name.find_last_of("/_, :;");
    if (mark == std::string_view::npos) return split;
    const std::string_view word = split.name.substr(mark + 1);
    if (!is_prefix_word(word) && !is_multiplier(word)) return split;
    std::string_view name = trimmed(split.name.substr(0, mark));
    if (name.ends_with(" in")) name.remove_suffix(3);
    const auto begin = static_cast<std::size_t>(word.data() - cell.data());
    return {name, cell.substr(begin)};
}

// "micro (N)", "micro_N." -> "micro N"
std::string plain_unit(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (std::string_view("()[].").find(c) == std::string_view::npos) plain += c;
    return plain;
}

// "u N" is "uN"; of the other multipliers nobody knows what they stand for.
std::optional<Unit> unit_of(std::string_view text) {
    if (const auto unit = parse_unit(text)) return unit;
    std::string joined = plain_unit(text);
    if (const auto unit = parse_unit(joined)) return unit;
    const std::size_t joint = joined.find_first_of(" _");
    if (joint == std::string::npos || !is_multiplier(joined.substr(0, joint)) || joined[0] == 'm')
        return std::nullopt;
    std::erase_if(joined, [](char c) { return c == ' ' || c == '_'; });
    return parse_unit(joined);
}

}  // namespace

ColumnHead parse_column_head(std::string_view cell) {
    cell = unquoted(cell);
    ColumnHead head;
    head.text = text_utf8(cell);
    auto split = split_brackets(cell);
    if (!split) split = split_at_last_mark(cell);
    if (split) split = with_prefix(*split, cell);
    head.name = text_utf8(split ? split->name : cell);
    if (split) {
        head.unit_text = text_utf8(split->unit);
        head.unit = unit_of(split->unit);
    }
    const bool has_foreign_unit = split && !split->unit.empty() && !head.unit;
    if (!has_foreign_unit) head.dimension = dimension_of(head);
    return head;
}

void claim_by_unit_alone(std::vector<ColumnHead>& heads) {
    std::vector<std::pair<ColumnHead*, Dimension>> claims;
    for (const Dimension dimension : {Dimension::load, Dimension::depth, Dimension::time}) {
        if (std::ranges::count(heads, std::optional(dimension), &ColumnHead::dimension) > 0)
            continue;
        std::vector<ColumnHead*> candidates;
        for (ColumnHead& head : heads) {
            if (head.dimension || !head.unit || head.unit->dimension != dimension) continue;
            const std::string lower = lower_ascii(head.name);
            const Words words = words_of(lower);
            if (!has_one_of(words, other_words) && !has_one_of(words, unlike_words))
                candidates.push_back(&head);
        }
        if (candidates.size() != 1) return;
        claims.emplace_back(candidates[0], dimension);
    }
    for (const auto& [head, dimension] : claims) {
        head->dimension = dimension;
        head->is_by_unit_alone = true;
    }
}

std::vector<std::string> words_of_name(std::string_view name) {
    const std::string lower = lower_ascii(name);
    const Words words = words_of(lower);
    return {words.begin(), words.end()};
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
