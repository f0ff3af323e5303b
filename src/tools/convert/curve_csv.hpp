// One test as CSV, every digit of it.
#pragma once

#include <string>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// Time, depth and load with their units in the heads, then the channels; a blank line where a
/// segment begins; an empty cell for a number that is not there.
std::string curve_csv(const Test& test);

}  // namespace sneddon
