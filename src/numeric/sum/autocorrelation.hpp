// How much a series remembers, and how many independent values it is worth.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// r_k = sum (x_i - m)(x_i+k - m) / sum (x_i - m)^2, m the mean of all, k = 0..max_lag (the
/// definition of NIST StRD and of Box and Jenkins). Equal steps are assumed. Lags beyond n - 1 are
/// not given; empty for no values; all NaN for a series without spread or with a NaN.
std::vector<double> autocorrelation(std::span<const double> series, std::size_t max_lag);

/// r_1; NaN for fewer than two values.
double lag_one_autocorrelation(std::span<const double> series);

/// n / tau, the number of independent values whose mean is as uncertain as the mean of the series,
/// with tau = -1 + 2 sum over m of (r_2m + r_2m+1), summed while the pairs are positive and made to
/// fall (Geyer 1992, Stat. Sci. 7, 473: initial monotone sequence). Between 1 and n: a series that
/// alternates counts as n. NaN where r is.
double effective_sample_size(std::span<const double> series);

/// n (1 - r) / (1 + r): the same for a first-order autoregressive series of lag-one correlation r
/// in (-1, 1).
double effective_sample_size_ar1(std::size_t n, double lag_one);

}  // namespace sneddon
