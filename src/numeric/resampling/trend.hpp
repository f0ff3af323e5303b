// Does a series rise or fall along its order? No shape and no distribution assumed.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

struct MannKendall {
    std::size_t n = 0;
    double s = nan;      ///< rising less falling pairs
    double sd_s = nan;   ///< of s without a trend
    double z = nan;      ///< (s - sign(s)) / sd_s
    double p = nan;      ///< two-sided, normal
    double tau_b = nan;  ///< -1 falling ... 1 rising
};

/// Mann (1945), Econometrica 13, 245; Kendall (1975): s = sum over i < j of sign(x_j - x_i),
/// var s = [n(n-1)(2n+5) - sum over ties t(t-1)(2t+5)] / 18, continuity corrected. Assumes that the
/// values are independent: a positive autocorrelation makes p too small. O(n log n).
/// NaN for fewer than 3 values (the normal law holds from about 10), all values equal, or a NaN.
MannKendall mann_kendall(std::span<const double> series);

}  // namespace sneddon
