#include <cmath>
#include <limits>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/weibull_shape.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"k", "lambda"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_in_range(const DistributionParameters& p) {
    return p[0] > 0 && p[1] > 0 && std::isfinite(p[0]) && std::isfinite(p[1]);
}

double log_density(const DistributionParameters& p, double x) {
    if (x < 0) return -infinity;
    if (x == 0) return p[0] == 1 ? -std::log(p[1]) : p[0] < 1 ? infinity : -infinity;
    const double log_ratio = std::log(x / p[1]);
    return std::log(p[0] / p[1]) + (p[0] - 1) * log_ratio - std::exp(p[0] * log_ratio);
}

double log_survival(const DistributionParameters& p, double x) {
    return x > 0 ? -std::pow(x / p[1], p[0]) : 0;
}

double log_cdf(const DistributionParameters& p, double x) {
    return x > 0 ? log_one_minus_exp(log_survival(p, x)) : -infinity;
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    if (!(x > 0)) return {};
    const double power = std::pow(x / p[1], p[0]), change = power * std::exp(-power);
    return {-change * std::log(x / p[1]), change * p[0] / p[1]};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return p[1] * std::pow(-std::log1p(-random.uniform()), 1 / p[0]);
}

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions&) {
    const double largest = sorted.back();
    std::vector<double> y;
    for (const double x : sorted) y.push_back(std::log(x / largest));
    const double k = weibull_shape(y);
    return {DistributionFitState::fitted, {k, largest * std::exp(log_mean_power(y, k) / k)}};
}

}  // namespace

const FamilyFunctions weibull2_family = {
    "weibull2", names,        Support::above_zero, is_in_range,  log_density,
    log_cdf,    log_survival, survival_gradient,   random_value, estimate};

}  // namespace sneddon
