// How much neighbouring residuals resemble each other, and what that does to standard errors.
#pragma once

#include <span>

namespace sneddon {

/// d = sum (r_i+1 - r_i)^2 / sum r_i^2: near 2 for independent residuals (Durbin and Watson 1950,
/// Biometrika 37, 409). NaN without a residual that differs from zero.
double durbin_watson(std::span<const double> residuals);

/// sqrt((1 + r) / (1 - r)) for r > 0, else 1: the factor on the standard errors of a smooth curve
/// fitted through noise of the first-order autoregressive kind with correlation r. Negative
/// correlation is not used to make errors smaller. NaN for r NaN, infinity for r >= 1.
double ar1_inflation(double r);

/// n (1 - r) / (1 + r) for r > 0, else n: how many independent values n correlated ones are worth.
double effective_count(double n, double r);

/// sum over i, j of w_i w_j r^|i-j|: the variance of sum w_i n_i for first-order autoregressive
/// noise of variance 1 and correlation r.
double ar1_variance(std::span<const double> weights, double r);

}  // namespace sneddon
