// The shape of a Weibull distribution by maximum likelihood.
#pragma once

#include <span>

namespace sneddon {

/// The root k of sum e^(k y) y / sum e^(k y) - 1/k - mean y, with y_i = ln(x_i/x_max) <= 0,
/// ascending and not all equal. The left side rises with k, so the root is the only one.
double weibull_shape(std::span<const double> log_ratios);

/// The same to about 1e-8 of k, by Newton's iteration from a guess that is near: the start of a
/// search.
double weibull_shape_near(std::span<const double> log_ratios, double guess);

/// ln mean e^(k y): lambda = x_max exp(this / k).
double log_mean_power(std::span<const double> log_ratios, double k);

}  // namespace sneddon
