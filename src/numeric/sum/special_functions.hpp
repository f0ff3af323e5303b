// Special functions of one or two real numbers. Boost.Math stands behind one source file.
#pragma once

namespace sneddon {

inline constexpr double log_sqrt_two_pi = 0.91893853320467274178;  ///< ln(2 pi)/2

double log_gamma(double x);          ///< ln Gamma(x), x > 0
double digamma(double x);            ///< d ln Gamma / dx, x > 0
double trigamma(double x);           ///< d^2 ln Gamma / dx^2, x > 0
double gamma_p(double a, double x);  ///< regularised lower incomplete gamma function, a > 0, x >= 0
double gamma_q(double a, double x);  ///< 1 - gamma_p, without cancellation
double log_gamma_p(double a, double x);              ///< finite where gamma_p underflows
double log_gamma_q(double a, double x);              ///< finite where gamma_q underflows
double gamma_p_derivative_in_a(double a, double x);  ///< d gamma_p / d a

double normal_cdf(double z);
double log_normal_cdf(double z);  ///< finite down to z = -1e150

/// log1p(x) - x without the cancellation at small x; x > -1.
double log1p_minus(double x);

}  // namespace sneddon
