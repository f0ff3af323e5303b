#include "tools/fit/units_row.hpp"

#include <algorithm>
#include <array>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Words = std::string_view;

constexpr std::array prefixes = {Words("n"), Words("u"), Words("\u00B5"), Words("\u03BC"),
                                 Words("m"), Words("k"), Words("M"),      Words("G"),
                                 Words("p"), Words("c"), Words("f")};
constexpr std::array units = {Words("m"),   Words("N"),  Words("s"), Words("Pa"),  Words("J"),
                              Words("V"),   Words("Hz"), Words("g"), Words("K"),   Words("W"),
                              Words("rad"), Words("eV"), Words("F"), Words("sec"), Words("\u03A9")};
/// Without prefixes.
constexpr std::array whole_units = {Words("%"),   Words("\u00B0"), Words("\u00B0C"), Words("deg"),
                                    Words("min"), Words("h"),      Words("\u00C5"),  Words("1"),
                                    Words("gf"),  Words("mgf"),    Words("a.u.")};
constexpr std::array dividers = {Words("/"), Words("*"), Words("\u00B7"), Words(" ")};
constexpr std::array exponents = {Words("\u00B2"), Words("\u00B3"), Words("\u207B"),
                                  Words("\u00B9"), Words("^"),      Words("-"),
                                  Words("1"),      Words("2"),      Words("3")};

template <class List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// "nm", "m2", "s^-1": a prefix or none, a unit, an exponent or none.
bool is_factor(std::string_view word) {
    if (holds(whole_units, word)) return true;
    for (bool has_more = true; has_more;) {
        has_more = false;
        for (const std::string_view end : exponents)
            if (word.ends_with(end) && word.size() > end.size()) {
                word.remove_suffix(end.size());
                has_more = true;
            }
    }
    if (holds(units, word)) return true;
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
        return word.starts_with(prefix) && holds(units, word.substr(prefix.size()));
    });
}

}  // namespace

std::string_view without_brackets(std::string_view cell) {
    constexpr std::string_view open = "([", close = ")]";
    if (cell.size() < 2) return cell;
    const std::size_t kind = open.find(cell.front());
    if (kind == std::string_view::npos || cell.back() != close[kind]) return cell;
    return trimmed(cell.substr(1, cell.size() - 2));
}

bool is_unit_word(std::string_view cell) {
    std::string_view rest = without_brackets(trimmed(cell));
    if (rest.empty() || rest == "1") return false;
    while (!rest.empty()) {
        std::size_t end = rest.size(), length = 0;
        for (const std::string_view divider : dividers)
            if (const std::size_t at = rest.find(divider); at < end)
                end = at, length = divider.size();
        if (!is_factor(rest.substr(0, end))) return false;
        if (length > 0 && end + length == rest.size()) return false;
        rest.remove_prefix(end + length);
    }
    return true;
}

bool is_units_row(const std::vector<std::string_view>& cells) {
    const auto is_nothing = [](std::string_view cell) {
        cell = without_brackets(trimmed(cell));
        return cell.empty() || cell == "-" || cell == "\u2013";
    };
    return std::ranges::any_of(cells, is_unit_word) &&
           std::ranges::all_of(cells, [&](std::string_view cell) {
               return is_nothing(cell) || is_unit_word(cell);
           });
}

}  // namespace sneddon
