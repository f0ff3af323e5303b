// Quantiles by one definition everywhere: type 7 of Hyndman and Fan.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// Hyndman and Fan (1996, Am. Stat. 50, 361), type 7, the default of R and numpy:
/// with the sorted x_1..x_n, h = (n - 1) p + 1, Q(p) = x_floor(h) + (h - floor(h)) (x_floor(h)+1 -
/// x_floor(h)). p in [0, 1]. NaN for no values, for a NaN among them and for p outside [0, 1].
double quantile(std::span<const double> values, double p);

/// The same as quantile for values sorted ascending and free of NaN: many quantiles of one sort.
double quantile_of_sorted(std::span<const double> sorted, double p);

/// Sorted ascending; empty when a value is NaN, so that every quantile of it is NaN.
std::vector<double> sorted_values(std::span<const double> values);

double median(std::span<const double> values);  ///< quantile(values, 0.5)

/// Q(0.75) - Q(0.25).
double interquartile_range(std::span<const double> values);

}  // namespace sneddon
