// Times in a workbook: days since 1900 or 1904, or the part of a day without a date.
#pragma once

#include <string_view>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// "Time", "Time At Start Of Approach": heads without a unit.
bool is_nanosuite_time(std::string_view head);

/// A date becomes the time stamp of the test; a time of day without a date an inference.
void keep_nanosuite_time(double days, bool counts_from_1904, Test& test);

}  // namespace sneddon
