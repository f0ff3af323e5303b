// The slope of a line through points some of which may be wild.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

struct TheilSen {
    double slope = nan;
    double slope_low = nan;
    double slope_high = nan;
    double intercept = nan;  ///< median(y) - slope median(x)
};

/// The median of the slopes of all pairs with distinct x (Theil 1950; Sen 1968, J. Am. Stat. Assoc.
/// 63, 1379), unmoved by up to 29 % of wild values. The interval is Sen's (eq. 2.6): of the N
/// sorted slopes those at the ranks N/2 -+ z sd/2, var = [n(n-1)(2n+5) - sum over ties of x and of
/// y t(t-1)(2t+5)] / 18; it assumes independent errors. Above 1,000 points the slopes are found by
/// counting (O(n log n) each) and stand within the rounding of y - slope x.
/// NaN for fewer than two distinct x and for a value that is not finite.
TheilSen theil_sen(std::span<const double> x, std::span<const double> y, double level = 0.95);

}  // namespace sneddon
