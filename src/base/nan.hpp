// The number where there is none.
#pragma once

#include <limits>

namespace sneddon {

/// Says "no number here" in a value, a column or a default; written as an empty cell or null.
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}  // namespace sneddon
