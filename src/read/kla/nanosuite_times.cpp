#include "read/kla/nanosuite_times.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cmath>

namespace sneddon {
namespace {

constexpr double s_per_day = 86400;
// Day 0 of Excel: 1899-12-30 counts for every day from March 1900 on.
constexpr std::chrono::sys_days day_0_of_1900 = std::chrono::year{1899} / 12 / 30;
constexpr std::chrono::sys_days day_0_of_1904 = std::chrono::year{1904} / 1 / 1;
constexpr double last_day = 2958465;  // 9999-12-31, the last that Excel knows

std::string clock(int seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

bool is_nanosuite_time(std::string_view head) {
    return head == "Time" || head == "Time At Start Of Approach";
}

void keep_nanosuite_time(double days, bool counts_from_1904, Test& test) {
    if (!(days >= 0 && days <= last_day)) return;
    const double seconds = std::floor(days * s_per_day + 0.5);
    const double day = std::floor(seconds / s_per_day);
    const std::string time = clock(static_cast<int>(seconds - day * s_per_day));
    if (day < 1) {
        test.inferences.push_back(
            {"time of day of the test", time, "sheet 'Results' names no date"});
        return;
    }
    const std::chrono::year_month_day date = (counts_from_1904 ? day_0_of_1904 : day_0_of_1900) +
                                             std::chrono::days(static_cast<int>(day));
    test.time_stamp =
        fmt::format("{:04}-{:02}-{:02}T{}", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time);
}

}  // namespace sneddon
