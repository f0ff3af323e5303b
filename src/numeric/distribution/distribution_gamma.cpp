#include <cmath>
#include <limits>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/large_shape_gamma.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"shape", "scale"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_in_range(const DistributionParameters& p) {
    return p[0] > 0 && p[1] > 0 && std::isfinite(p[0]) && std::isfinite(p[1]);
}

double log_density(const DistributionParameters& p, double x) {
    if (!(x > 0)) return -infinity;
    const double ratio = x / p[1];
    if (p[0] >= large_shape) {
        // The same, without terms as large as the shape: with u = x/mean - 1 and Stirling's series
        // of ln Gamma it is a (ln(1 + u) - u) + ln(a)/2 - ln(2 pi)/2 - remainder - ln x.
        const double a = p[0], mean = a * p[1];
        return a * log1p_minus((x - mean) / mean) + 0.5 * std::log(a) - log_sqrt_two_pi -
               stirling_remainder(a) - std::log(x);
    }
    return (p[0] - 1) * std::log(ratio) - ratio - log_gamma(p[0]) - std::log(p[1]);
}

double log_cdf(const DistributionParameters& p, double x) {
    if (!(x > 0)) return -infinity;
    return p[0] >= large_shape ? log_gamma_p_of_large_shape(p[0], x / p[1])
                               : log_gamma_p(p[0], x / p[1]);
}

double log_survival(const DistributionParameters& p, double x) {
    if (!(x > 0)) return 0;
    return p[0] >= large_shape ? log_gamma_q_of_large_shape(p[0], x / p[1])
                               : log_gamma_q(p[0], x / p[1]);
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    if (!(x > 0)) return {};
    const double in_shape = p[0] >= large_shape ? gamma_p_derivative_of_large_shape(p[0], x / p[1])
                                                : gamma_p_derivative_in_a(p[0], x / p[1]);
    return {-in_shape, std::exp(log_density(p, x)) * x / p[1]};
}

// Marsaglia and Tsang (2000), ACM Trans. Math. Softw. 26, 363; a shape below 1 is raised by one
// and corrected by a power of a uniform number.
double random_value(const DistributionParameters& p, RandomStream& random) {
    if (p[0] < 1) {
        const double raised = random_value({p[0] + 1, p[1]}, random);
        return raised * std::pow(1 - random.uniform(), 1 / p[0]);
    }
    const double d = p[0] - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = random.normal(), v = std::pow(1 + c * z, 3);
        if (v <= 0) continue;
        const double u = 1 - random.uniform();
        if (std::log(u) < 0.5 * z * z + d - d * v + d * std::log(v)) return p[1] * d * v;
    }
}

// ln a - digamma(a); for large a from the asymptotic series (Abramowitz and Stegun 6.3.18), where
// the difference would cancel.
double log_minus_digamma(double a) {
    if (a < 20) return std::log(a) - digamma(a);
    const double s = 1 / (a * a);
    return 0.5 / a +
           s / 12 * (1 - s / 10 * (1 - s * 10 / 21 * (1 - s * 21 / 20 * (1 - s * 20 / 11))));
}

// 1/a - trigamma(a), likewise (6.4.12).
double reciprocal_minus_trigamma(double a) {
    if (a < 20) return 1 / a - trigamma(a);
    const double s = 1 / (a * a);
    return -s / 2 - s / a / 6 * (1 - s / 5 * (1 - s * 5 / 7 * (1 - s * 7 / 5)));
}

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions&) {
    const double middle = mean(sorted);
    // ln mean - mean ln = mean of u - ln(1 + u), u = x/mean - 1, whose mean is zero: every term is
    // positive and nothing cancels.
    CompensatedSum sum;
    for (const double x : sorted) sum.add(-log1p_minus((x - middle) / middle));
    const double s = sum.value() / static_cast<double>(sorted.size());
    // ln a - digamma(a) = s by the generalised Newton iteration of Minka (2002), from his start.
    double a = (3 - s + std::sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
    for (int i = 0; i < 50; ++i) {
        const double inverse =
            1 / a + (log_minus_digamma(a) - s) / (a * a * reciprocal_minus_trigamma(a));
        const double next = 1 / inverse;
        const bool is_done = std::abs(next - a) <= 4e-16 * a;
        a = next;
        if (is_done) break;
    }
    return {DistributionFitState::fitted, {a, middle / a}};
}

}  // namespace

const FamilyFunctions gamma_family = {"gamma",      names,   Support::above_zero, is_in_range,
                                      log_density,  log_cdf, log_survival,        survival_gradient,
                                      random_value, estimate};

}  // namespace sneddon
