// Round numbers for an axis: 1, 2 or 5 times a power of ten.
#pragma once

#include <vector>

namespace sneddon {

struct AxisTicks {
    std::vector<double> values;  ///< multiples of the step within [low, high], ascending
    int decimals = 0;            ///< that every label needs
};

/// The smallest step of 1, 2, 5 x 10^k that gives at most `most` ticks (most >= 2). Empty when
/// low < high does not hold or a limit is not finite.
AxisTicks axis_ticks(double low, double high, int most);

struct AxisRange {
    double low = 0;
    double high = 1;
};

/// The limits of an axis for values from low to high: 4 % of room at both ends, but the axis begins
/// at zero when no value is negative and the lowest is under a third of the highest.
AxisRange axis_range(double low, double high);

}  // namespace sneddon
