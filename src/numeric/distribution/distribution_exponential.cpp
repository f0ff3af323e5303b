#include <algorithm>
#include <cmath>
#include <limits>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"rate"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_in_range(const DistributionParameters& p) {
    return p[0] > 0 && std::isfinite(p[0]);
}

double log_density(const DistributionParameters& p, double x) {
    return x >= 0 ? std::log(p[0]) - p[0] * x : -infinity;
}

double log_cdf(const DistributionParameters& p, double x) {
    return x > 0 ? log_one_minus_exp(-p[0] * x) : -infinity;
}

double log_survival(const DistributionParameters& p, double x) {
    return -p[0] * std::max(x, 0.0);
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    return {x > 0 ? -x * std::exp(-p[0] * x) : 0};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return -std::log1p(-random.uniform()) / p[0];
}

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions&) {
    return {DistributionFitState::fitted, {1 / mean(sorted)}};
}

}  // namespace

const FamilyFunctions exponential_family = {
    "exponential", names,        Support::from_zero, is_in_range,  log_density,
    log_cdf,       log_survival, survival_gradient,  random_value, estimate};

}  // namespace sneddon
