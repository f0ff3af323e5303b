// Do sets differ in their spread, and by what factor?
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

/// The one-way analysis of variance of |x - median of its set|.
struct EqualSpreads {
    double f = nan;
    double between_df = nan, within_df = nan;
    double p = nan;
};

/// Brown and Forsythe (1974), J. Am. Stat. Assoc. 69, 364: Levene's test about the medians. Holds
/// its level for skewed and heavy-tailed values, which the F test of variances does not. Assumes
/// independent values. NaN for fewer than two sets of two values, or no spread about the medians.
EqualSpreads brown_forsythe(std::span<const std::span<const double>> sets);

/// First over second.
struct SpreadRatio {
    double ratio = nan;
    double low = nan, high = nan;
};

/// Ratio of the standard deviations with the interval of Bonett (2006), Appl. Psychol. Meas. 30,
/// 432: ln(s1^2/s2^2) -+ z se, se^2 = sum (g - (n_j - 3)/n_j)/(n_j - 1), g the kurtosis pooled
/// about trimmed means (1/(2 sqrt(n_j - 4)) off each end), and the factor n_j/(n_j - z) of each
/// variance. `variance_taken_out` of each set (of the measurement, known) is subtracted: the ratio
/// is then of what is left, and the error of ln s^2 grows by s^2/(s^2 - taken out). NaN for sets of
/// fewer than 5, and where nothing is left.
SpreadRatio spread_ratio(std::span<const double> first, std::span<const double> second,
                         double variance_taken_out_first = 0, double variance_taken_out_second = 0,
                         double level = 0.95);

}  // namespace sneddon
