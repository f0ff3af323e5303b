// Cells like 10:15:02.25 in a column of times.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace sneddon {

/// "hh:mm:ss" with or without a fraction -> seconds since midnight.
std::optional<double> parse_clock_s(std::string_view cell);

/// Seconds since the first row; at midnight the clock goes on.
void count_from_first_row(std::vector<double>& time_s);

}  // namespace sneddon
