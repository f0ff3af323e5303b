// The incomplete gamma functions of a large shape a, where their series need a^(1/2) terms and
// x^a e^-x loses as many digits as a has.
#pragma once

namespace sneddon {

/// From here on two terms of the expansion leave less than 1e-15 of P or Q; below, the plain
/// formula of the density loses less than 1e-10.
inline constexpr double large_shape = 1e5;

/// With lambda = x/a, eta^2/2 = lambda - 1 - ln lambda, z = eta a^(1/2):
///     Q(a, x) = Phi(-z) + phi(z) a^(-1/2) (c0(eta) + c1(eta)/a + ...), P = 1 - Q
/// (Temme 1979, SIAM J. Math. Anal. 10, 757; DLMF 8.12.3 to 8.12.11). Logarithms, each from its
/// own tail. For a >= large_shape and x > 0.
double log_gamma_p_of_large_shape(double a, double x);
double log_gamma_q_of_large_shape(double a, double x);

/// d/da of Q(a, a lambda) for a fixed lambda = x/a, and of P(a, x) for a fixed x, likewise.
double gamma_q_derivative_at_ratio(double a, double x);
double gamma_p_derivative_of_large_shape(double a, double x);

/// ln Gamma(a) - [(a - 1/2) ln a - a + ln(2 pi)/2], from Stirling's series (DLMF 5.11.1); a >= 20.
double stirling_remainder(double a);

}  // namespace sneddon
