// The number where there is none.
#pragma once

#include <limits>

namespace sneddon {

/// Says "no number here" in a value, a column or a default; written as an empty cell or null.
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// As those of <cmath>, which half of the sources would otherwise compile for these two alone.
constexpr bool is_nan(double value) {
    return value != value;
}
constexpr bool is_finite(double value) {
    return value - value == 0;
}

}  // namespace sneddon
