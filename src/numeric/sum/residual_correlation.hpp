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

/// What the residuals of a fit of p parameters to n values leave, by their lag-1 correlation r.
struct EffectiveRows {
    double count = 0;      ///< n (1 - r')/(1 + r'): how many independent values the n are worth
    double freedom = 1;    ///< count - p, at least 1
    double inflation = 1;  ///< sqrt((n - p)/freedom): the factor on standard errors
};

/// r' is r corrected for what the fit takes out of it, (1 + (2 p + 1) r)/n: p smooth shapes go out
/// of the residuals and with them some of their correlation. NaN for r counts as none.
EffectiveRows effective_rows(double lag1, double n, double p);

/// sum over i, j of w_i w_j r^|i-j|: the variance of sum w_i n_i for first-order autoregressive
/// noise of variance 1 and correlation r.
double ar1_variance(std::span<const double> weights, double r);

}  // namespace sneddon
