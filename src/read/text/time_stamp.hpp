// Dates as instruments write them -> "2022-11-22T15:55:04", local time without a zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sneddon {

/// "Tue Nov 22 15:55:04 2022", as C's ctime() writes it (always in English).
std::optional<std::string> parse_ctime(std::string_view text);

/// The time stamp of a count of days since 1970-01-01 and seconds of that day. Empty before 1970
/// and after 9999.
std::string utc_time_stamp(std::int64_t days_since_1970, std::uint32_t seconds);

enum class DateOrder { certain, assumed_month_first };

struct DateTime {
    std::string time_stamp;
    DateOrder order = DateOrder::certain;
};

/// "12/2/2021" and "10:54:08 AM"; also "2.12.2021", "2021-12-02", "15:10:20", and an empty time.
/// AM or PM is American: month first. Else a number above 12 decides, a point means day first, and
/// what is left (two numbers up to 12, "/") is taken as month first and said to be assumed.
std::optional<DateTime> parse_date_time(std::string_view date, std::string_view time);

}  // namespace sneddon
