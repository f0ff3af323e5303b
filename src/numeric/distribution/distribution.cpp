#include "sneddon/numeric/distribution.hpp"

#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "numeric/distribution/distribution_family.hpp"

namespace sneddon {
namespace {

bool is_usable(const Distribution& distribution, double x) {
    return std::isfinite(x) &&
           functions_of(distribution.family).is_in_range(distribution.parameters);
}

}  // namespace

const FamilyFunctions& functions_of(DistributionFamily family) {
    switch (family) {
        case DistributionFamily::normal:
            return normal_family;
        case DistributionFamily::lognormal:
            return lognormal_family;
        case DistributionFamily::exponential:
            return exponential_family;
        case DistributionFamily::weibull2:
            return weibull2_family;
        case DistributionFamily::weibull3:
            return weibull3_family;
        case DistributionFamily::gamma:
            return gamma_family;
        case DistributionFamily::discrete_power_law:
            return discrete_power_law_family;
        case DistributionFamily::power_law:
            break;
    }
    return power_law_family;
}

double log_one_minus_exp(double y) {
    return y > -std::numbers::ln2 ? std::log(-std::expm1(y)) : std::log1p(-std::exp(y));
}

std::string_view name(DistributionFamily family) {
    return functions_of(family).name;
}

std::optional<DistributionFamily> distribution_family(std::string_view text) {
    if (text == "weibull") return DistributionFamily::weibull2;
    for (const auto family : continuous_distribution_families)
        if (text == name(family)) return family;
    if (text == discrete_power_law_family.name) return DistributionFamily::discrete_power_law;
    return {};
}

std::span<const std::string_view> parameter_names(DistributionFamily family) {
    return functions_of(family).parameter_names;
}

double log_density(const Distribution& distribution, double x) {
    if (!is_usable(distribution, x)) return nan;
    return functions_of(distribution.family).log_density(distribution.parameters, x);
}

double log_cdf(const Distribution& distribution, double x) {
    if (!is_usable(distribution, x)) return nan;
    return functions_of(distribution.family).log_cdf(distribution.parameters, x);
}

double log_survival(const Distribution& distribution, double x) {
    if (!is_usable(distribution, x)) return nan;
    return functions_of(distribution.family).log_survival(distribution.parameters, x);
}

double cdf(const Distribution& distribution, double x) {
    return std::exp(log_cdf(distribution, x));
}

double survival(const Distribution& distribution, double x) {
    return std::exp(log_survival(distribution, x));
}

std::array<double, 3> survival_gradient(const Distribution& distribution, double x) {
    if (!is_usable(distribution, x)) return {nan, nan, nan};
    return functions_of(distribution.family).survival_gradient(distribution.parameters, x);
}

double random_value(const Distribution& distribution, RandomStream& random) {
    const auto& functions = functions_of(distribution.family);
    if (!functions.is_in_range(distribution.parameters)) return nan;
    return functions.random_value(distribution.parameters, random);
}

}  // namespace sneddon
