#include "numeric/distribution/large_shape_gamma.hpp"

#include <cmath>
#include <limits>

#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

/// x/a as the expansion sees it.
struct Place {
    double mu, eta, z;
};

Place place_of(double a, double x) {
    const double lambda = x / a, mu = (x - a) / a;
    // Near lambda = 1 the difference mu - ln(1 + mu) has no digits of its own.
    const double half_square = lambda < 0.5 ? mu - std::log(lambda) : -log1p_minus(mu);
    const double eta = std::copysign(std::sqrt(2 * half_square), mu);
    return {mu, eta, eta * std::sqrt(a)};
}

// Below this the closed forms cancel; the series leaves 1e-15.
bool is_near(double eta) {
    return std::abs(eta) < 0.05;
}

/// 1/mu - 1/eta, near 0 its Taylor series.
double c0(const Place& at) {
    const double e = at.eta;
    if (!is_near(e)) return 1 / at.mu - 1 / e;
    return -1.0 / 3 +
           e * (1.0 / 12 +
                e * (-2.0 / 135 + e * (1.0 / 864 + e * (1.0 / 2835 + e * (-139.0 / 777600 +
                                                                          e * (1.0 / 25515))))));
}

/// 1/eta^3 - 1/mu^3 - 1/mu^2 - 1/(12 mu), likewise.
double c1(const Place& at) {
    const double e = at.eta, m = at.mu;
    if (is_near(e)) return -1.0 / 540 + e * (-1.0 / 288 + e * (1.0 / 378 + e * (-77.0 / 77760)));
    return 1 / (e * e * e) - 1 / (m * m * m) - 1 / (m * m) - 1 / (12 * m);
}

/// ln(Phi(y) + sign phi(y) a^(-1/2) (c0 + c1/a)).
double log_tail(double a, const Place& at, double y, double sign) {
    if (std::isinf(y * y)) return y > 0 ? 0 : -std::numeric_limits<double>::infinity();
    const double log_normal = log_normal_cdf(y);
    const double ratio = std::exp(-0.5 * y * y - log_sqrt_two_pi - log_normal);
    return log_normal + std::log1p(sign * ratio / std::sqrt(a) * (c0(at) + c1(at) / a));
}

}  // namespace

double log_gamma_p_of_large_shape(double a, double x) {
    const Place at = place_of(a, x);
    return log_tail(a, at, at.z, -1);
}

double log_gamma_q_of_large_shape(double a, double x) {
    const Place at = place_of(a, x);
    return log_tail(a, at, -at.z, 1);
}

// z^2/2 = a eta^2/2 is linear in a where x/a stays: nothing cancels.
double gamma_q_derivative_at_ratio(double a, double x) {
    const Place at = place_of(a, x);
    const double density = std::exp(-0.5 * at.z * at.z - log_sqrt_two_pi);
    if (density == 0) return 0;
    const double first = c0(at), second = c1(at) / a;
    const double rest = (first + second) * (0.5 * at.eta * at.eta + 0.5 / a) + second / a;
    return -density * (0.5 * at.z / a + rest / std::sqrt(a));
}

double gamma_p_derivative_of_large_shape(double a, double x) {
    const double z = place_of(a, x).z;
    // The density of x times x/a.
    const double shift =
        std::exp(-0.5 * z * z - log_sqrt_two_pi - stirling_remainder(a)) / std::sqrt(a);
    return -gamma_q_derivative_at_ratio(a, x) - shift;
}

double stirling_remainder(double a) {
    const double s = 1 / (a * a);
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / a;
}

}  // namespace sneddon
