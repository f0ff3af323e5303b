#include <cmath>
#include <limits>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"

namespace sneddon {
namespace {

// Everything is the normal family's of ln x.
constexpr std::string_view names[] = {"mu", "sigma"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_in_range(const DistributionParameters& p) {
    return std::isfinite(p[0]) && p[1] > 0;
}

double log_density(const DistributionParameters& p, double x) {
    return x > 0 ? normal_family.log_density(p, std::log(x)) - std::log(x) : -infinity;
}

double log_cdf(const DistributionParameters& p, double x) {
    return x > 0 ? normal_family.log_cdf(p, std::log(x)) : -infinity;
}

double log_survival(const DistributionParameters& p, double x) {
    return x > 0 ? normal_family.log_survival(p, std::log(x)) : 0;
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    return x > 0 ? normal_family.survival_gradient(p, std::log(x)) : DistributionParameters{};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return std::exp(normal_family.random_value(p, random));
}

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions& options) {
    std::vector<double> logs;
    for (const double x : sorted) logs.push_back(std::log(x));
    return normal_family.estimate(logs, options);
}

}  // namespace

const FamilyFunctions lognormal_family = {
    "lognormal", names,        Support::above_zero, is_in_range,  log_density,
    log_cdf,     log_survival, survival_gradient,   random_value, estimate};

}  // namespace sneddon
