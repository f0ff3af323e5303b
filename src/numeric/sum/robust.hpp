// Location and spread that half of the values may spoil without harm.
#pragma once

#include <span>
#include <vector>

namespace sneddon {

/// 1 / (standard normal quantile of 3/4): makes the MAD of normal values estimate their sd.
inline constexpr double mad_to_sd = 1.482602218505602;

/// median |x - median(x)|, not scaled. NaN for no values or a NaN among them.
double median_absolute_deviation(std::span<const double> values);

/// 1.4826 median |x - median(x)|: the sd of normal values, outliers aside (Hampel 1974, J. Am.
/// Stat. Assoc. 69, 383). 0 when more than half of the values are equal.
double robust_sd(std::span<const double> values);

/// (x - median) / robust_sd for each value, the robust z score. All NaN when robust_sd is 0 or NaN:
/// there is no scale to measure by.
std::vector<double> robust_z(std::span<const double> values);

/// Standard deviation of the white noise on a smooth series of equal steps: robust_sd of the second
/// differences x_i - 2 x_i+1 + x_i+2, over sqrt(6). A straight line under the noise drops out, a
/// curve up to its second difference; correlated noise is underestimated. 0 for readings so coarse
/// that most second differences are 0. NaN for fewer than 3 values or a NaN among them.
double noise_sigma(std::span<const double> series);

}  // namespace sneddon
