#include "numeric/sum/special_functions.hpp"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

// Errors become NaN or infinity, never exceptions; doubles stay doubles, so that the same bits
// come from compilers with and without an 80-bit long double.
namespace policies = boost::math::policies;
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;

[[maybe_unused]] bool is_probability(double p) {
    return p > 0 && p < 1;
}

// ln(1 - e^y) for y < 0, with all digits on both sides (Maechler 2012).
double log_one_minus_exp(double y) {
    return y > -std::numbers::ln2 ? std::log(-std::expm1(y)) : std::log1p(-std::exp(y));
}

// Gamma(a, x) / (x^(a-1) e^-x) by Lentz's continued fraction (Abramowitz and Stegun 6.5.31): used
// far in the tail only, where a few terms suffice.
double tail_fraction(double a, double x) {
    double b = x + 1 - a, c = 1e300, d = 1 / b, value = d;
    for (int i = 1; i < 1000; ++i) {
        const double term = -i * (i - a);
        b += 2;
        d = 1 / (term * d + b);
        c = b + term / c;
        value *= d * c;
        if (std::abs(d * c - 1) < 1e-16) break;
    }
    return value * x;
}

}  // namespace

double log_gamma(double x) {
    return boost::math::lgamma(x, Quiet());
}
double digamma(double x) {
    return boost::math::digamma(x, Quiet());
}
double trigamma(double x) {
    return boost::math::trigamma(x, Quiet());
}
double gamma_p(double a, double x) {
    return boost::math::gamma_p(a, x, Quiet());
}
double gamma_q(double a, double x) {
    return boost::math::gamma_q(a, x, Quiet());
}

double log_gamma_p(double a, double x) {
    const double p = gamma_p(a, x);
    if (p > 0.5) return std::log1p(-gamma_q(a, x));
    if (p > 1e-290) return std::log(p);
    // P = x^a e^-x / Gamma(a + 1) (1 + x/(a+1) + ...); this far down x is small against a.
    double term = 1, series = 1;
    for (int i = 1; i < 10000 && term > 1e-17 * series; ++i) series += term *= x / (a + i);
    return a * std::log(x) - x - log_gamma(a + 1) + std::log(series);
}

double log_gamma_q(double a, double x) {
    const double q = gamma_q(a, x);
    if (q > 0.5) return std::log1p(-gamma_p(a, x));
    if (q > 1e-290) return std::log(q);
    return (a - 1) * std::log(x) - x - log_gamma(a) + std::log(tail_fraction(a, x));
}

double gamma_p_derivative_in_a(double a, double x) {
    if (x <= 0) return 0;
    // P = sum_n x^(a+n) e^-x / Gamma(a+n+1), differentiated term by term.
    const double log_x = std::log(x);
    double term = std::exp(a * log_x - x - log_gamma(a + 1));
    double psi = digamma(a + 1), sum = 0;
    for (int n = 0; n < 100000; ++n) {
        const double change = term * (log_x - psi);
        sum += change;
        if (a + n > x && std::abs(change) < 1e-17 * std::abs(sum)) break;
        if (term == 0 && a + n > x) break;
        term *= x / (a + n + 1);
        psi += 1 / (a + n + 1);
    }
    return sum;
}

double normal_cdf(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double log_normal_cdf(double z) {
    if (z > 0) return log_one_minus_exp(log_normal_cdf(-z));
    if (z > -30) return std::log(normal_cdf(z));
    // Mills' ratio (Abramowitz and Stegun 26.2.12); the first term left out is below 1e-17.
    const double s = 1 / (z * z);
    const double series = 1 - s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s * (1 - 9 * s))));
    return -0.5 * z * z - std::log(-z) - 0.5 * std::log(2 * std::numbers::pi) + std::log(series);
}

double log1p_minus(double x) {
    return boost::math::log1pmx(x, Quiet());
}

}  // namespace sneddon
