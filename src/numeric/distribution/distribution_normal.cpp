#include <cmath>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"mu", "sigma"};

double score(const DistributionParameters& p, double x) {
    return (x - p[0]) / p[1];
}

bool is_in_range(const DistributionParameters& p) {
    return std::isfinite(p[0]) && p[1] > 0;
}

double log_density(const DistributionParameters& p, double x) {
    const double z = score(p, x);
    return -0.5 * z * z - std::log(p[1]) - log_sqrt_two_pi;
}

double log_cdf(const DistributionParameters& p, double x) {
    return log_normal_cdf(score(p, x));
}

double log_survival(const DistributionParameters& p, double x) {
    return log_normal_cdf(-score(p, x));
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    const double density = std::exp(log_density(p, x));
    return {density, density * score(p, x)};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return p[0] + p[1] * random.normal();
}

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions&) {
    const Moments m = moments(sorted);
    return {DistributionFitState::fitted,
            {m.mean, std::sqrt(m.squares / static_cast<double>(m.n))}};
}

}  // namespace

const FamilyFunctions normal_family = {"normal",     names,   Support::real_line, is_in_range,
                                       log_density,  log_cdf, log_survival,       survival_gradient,
                                       random_value, estimate};

}  // namespace sneddon
