// Mean and standard deviation that keep their digits when the mean is large against the spread.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

/// Two passes, both compensated: mean = m + sum(x - m)/n with m the rounded mean of the first pass,
/// variance = [sum (x - m)^2 - (sum (x - m))^2/n] / (n - 1) (Chan, Golub and LeVeque 1983, Am.
/// Stat. 37, 242, eq. 1.7: the corrected two-pass formula).
struct Moments {
    std::size_t n = 0;
    double mean = nan;      ///< NaN for n = 0
    double variance = nan;  ///< divided by n - 1; NaN for n < 2
    double sd = nan;        ///< square root of the variance
    double squares = nan;   ///< sum (x - mean)^2; NaN for n = 0
};

/// A value that is not finite makes every field but n NaN: missing values are left out by the
/// caller.
Moments moments(std::span<const double> values);

/// The compensated sum; 0 for no values, NaN when a value is not finite.
double sum(std::span<const double> values);

double mean(std::span<const double> values);                ///< Moments::mean
double standard_deviation(std::span<const double> values);  ///< Moments::sd

}  // namespace sneddon
