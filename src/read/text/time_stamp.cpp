#include "read/text/time_stamp.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <vector>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

struct Calendar {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool is_valid(const Calendar& c) {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c.year < 1970 || c.year > 9999 || c.month < 1 || c.month > 12 || c.day < 1) return false;
    const bool is_long_february = c.month == 2 && is_leap(c.year);
    const int length = lengths[static_cast<std::size_t>(c.month - 1)] + (is_long_february ? 1 : 0);
    return c.day <= length && c.hour >= 0 && c.hour < 24 && c.minute >= 0 && c.minute < 60 &&
           c.second >= 0 && c.second < 61;  // a leap second is a second
}

std::string iso(const Calendar& c) {
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", c.year, c.month, c.day, c.hour,
                       c.minute, c.second);
}

std::vector<std::string_view> words_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
        if (text.empty()) return words;
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::optional<int> small_integer(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = 10 * value + (c - '0');
    }
    return value;
}

bool read_clock(std::string_view text, Calendar& calendar) {
    const auto fields = words_of(text, ":");
    if (fields.size() < 2 || fields.size() > 3) return false;
    const auto hour = small_integer(fields[0]), minute = small_integer(fields[1]);
    const auto second = fields.size() == 3 ? small_integer(fields[2]) : std::optional(0);
    if (!hour || !minute || !second) return false;
    calendar.hour = *hour;
    calendar.minute = *minute;
    calendar.second = *second;
    return true;
}

}  // namespace

std::optional<std::string> parse_ctime(std::string_view text) {
    const auto words = words_of(text, " \t");
    if (words.size() != 5 || words[0].size() != 3) return std::nullopt;
    const auto month = std::ranges::find(months, lower_ascii(words[1]));
    const auto day = small_integer(words[2]), year = small_integer(words[4]);
    Calendar calendar;
    if (month == months.end() || !day || !year || !read_clock(words[3], calendar))
        return std::nullopt;
    calendar.year = *year;
    calendar.month = static_cast<int>(month - months.begin()) + 1;
    calendar.day = *day;
    if (!is_valid(calendar)) return std::nullopt;
    return iso(calendar);
}

std::string utc_time_stamp(std::int64_t days_since_1970, std::uint32_t seconds) {
    constexpr std::uint32_t seconds_an_hour = 3600, seconds_a_minute = 60;
    constexpr std::int64_t days_to_10000 = 2932897;
    if (days_since_1970 < 0 || days_since_1970 >= days_to_10000) return "";
    Calendar calendar{1970, 1, 1, 0, 0, 0};
    const auto length_of_year = [&] { return is_leap(calendar.year) ? 366 : 365; };
    while (days_since_1970 >= length_of_year()) {
        days_since_1970 -= length_of_year();
        ++calendar.year;
    }
    while (true) {  // to the month that has the day
        calendar.day = static_cast<int>(days_since_1970) + 1;
        if (is_valid(calendar)) break;
        Calendar last = calendar;
        for (last.day = 31; !is_valid(last);) --last.day;
        days_since_1970 -= last.day;
        ++calendar.month;
    }
    calendar.hour = static_cast<int>(seconds / seconds_an_hour);
    calendar.minute = static_cast<int>(seconds / seconds_a_minute % 60);
    calendar.second = static_cast<int>(seconds % 60);
    return iso(calendar);
}

std::optional<DateTime> parse_date_time(std::string_view date, std::string_view time) {
    const auto clock = words_of(time, " \t");
    const std::string half = clock.size() == 2 ? lower_ascii(clock[1]) : "";
    const bool is_american = half == "am" || half == "pm";
    Calendar calendar;
    if (!clock.empty() && (clock.size() > 2 || (clock.size() == 2 && !is_american) ||
                           !read_clock(clock[0], calendar)))
        return std::nullopt;
    if (is_american) {
        if (calendar.hour < 1 || calendar.hour > 12) return std::nullopt;
        calendar.hour = calendar.hour % 12 + (half == "pm" ? 12 : 0);
    }

    const auto fields = words_of(trimmed(date), "/.-");
    if (fields.size() != 3) return std::nullopt;
    const auto first = small_integer(fields[0]), second = small_integer(fields[1]),
               third = small_integer(fields[2]);
    if (!first || !second || !third) return std::nullopt;
    DateTime found;
    if (fields[0].size() == 4) {
        calendar.year = *first;
        calendar.month = *second;
        calendar.day = *third;
    } else {
        const bool is_day_first =
            !is_american && (*first > 12 || date.find('.') != std::string_view::npos);
        const bool is_assumed = !is_american && !is_day_first && *second <= 12 && *first != *second;
        if (is_assumed) found.order = DateOrder::assumed_month_first;
        calendar.year = *third < 100 ? 2000 + *third : *third;
        calendar.month = is_day_first ? *second : *first;
        calendar.day = is_day_first ? *first : *second;
    }
    if (!is_valid(calendar)) return std::nullopt;
    found.time_stamp = iso(calendar);
    return found;
}

}  // namespace sneddon
