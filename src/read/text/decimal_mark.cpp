#include "read/text/decimal_mark.hpp"

#include <algorithm>

#include "base/delimited.hpp"
#include "base/minus.hpp"

namespace sneddon {
namespace {

enum class Reading { no_mark, point, comma, comma_or_group, grouped };

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// `number` is digits, marks, a sign and an exponent.
Reading reading_of(std::string_view number) {
    const auto commas = std::ranges::count(number, ',');
    const auto points = std::ranges::count(number, '.');
    if (commas == 0) return points == 0 ? Reading::no_mark : Reading::point;
    if (commas > 1 || points > 0) return Reading::grouped;
    const std::size_t comma = number.find(',');
    const std::size_t exponent = number.find_first_of("eE");
    if (exponent != std::string_view::npos) return Reading::comma;
    std::string_view whole = number.substr(0, comma);
    if (!whole.empty() && !is_digit(whole.front())) whole.remove_prefix(1);
    const bool may_be_group =
        number.size() - comma - 1 == 3 && !whole.empty() && whole.size() <= 3 && whole[0] != '0';
    return may_be_group ? Reading::comma_or_group : Reading::comma;
}

bool is_number_like(std::string_view cell) {
    return !cell.empty() && std::ranges::any_of(cell, is_digit) &&
           cell.find_first_not_of("+-.,eE0123456789") == std::string_view::npos;
}

}  // namespace

DecimalMarkFound find_decimal_mark(std::string_view text, std::size_t position, char delimiter) {
    // So much without a comma has points, or no mark at all.
    constexpr std::size_t enough_bytes = std::size_t{64} << 10;
    const std::string_view start = text.substr(position, enough_bytes);
    const bool has_no_comma = start.find(',') == std::string_view::npos;
    DecimalMarkFound comma, point, group;
    bool is_comma_certain = false;
    // Zeros that a full disk left are no numbers, however many gigabytes they are.
    const std::size_t end = has_no_comma ? position + start.size() : text.find('\0', position);
    LineCursor lines(text.substr(0, end), position);
    // Enough to decide in every case but "still ambiguous", which needs the whole table.
    constexpr std::size_t enough_numbers = 4000;
    for (std::size_t numbers = 0; !lines.is_at_end();) {
        const bool is_open = comma.evidence.empty() || is_comma_certain;
        if (numbers > enough_numbers && is_open) break;
        if (has_no_comma && !point.evidence.empty()) break;
        for (const std::string_view raw : cells_of(lines.next(), delimiter)) {
            std::string_view cell = unquoted(raw);
            cell.remove_prefix(minus_length(cell));
            if (!is_number_like(cell)) continue;
            ++numbers;
            const Reading reading = reading_of(cell);
            if (reading == Reading::grouped && group.evidence.empty()) group.evidence = cell;
            if (reading == Reading::point && point.evidence.empty()) point.evidence = cell;
            const bool is_certain = reading == Reading::comma;
            if (!is_certain && reading != Reading::comma_or_group) continue;
            if (comma.evidence.empty() || (is_certain && !is_comma_certain)) comma.evidence = cell;
            is_comma_certain = is_comma_certain || is_certain;
        }
    }
    if (!group.evidence.empty()) return {DecimalMark::grouped, group.evidence};
    if (comma.evidence.empty()) return {DecimalMark::point, point.evidence};
    if (!point.evidence.empty())
        return {DecimalMark::mixed, comma.evidence + "' and '" + point.evidence};
    return {is_comma_certain ? DecimalMark::comma : DecimalMark::ambiguous, comma.evidence};
}

}  // namespace sneddon
