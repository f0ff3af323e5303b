#include "numeric/distribution/likelihood_coordinates.hpp"

#include <cmath>

namespace sneddon {

Coordinates coordinates_of(const Distribution& distribution, double ceiling) {
    const auto& p = distribution.parameters;
    switch (distribution.family) {
        case DistributionFamily::normal:
        case DistributionFamily::lognormal:
            return {p[0], std::log(p[1])};
        case DistributionFamily::exponential:
            return {std::log(p[0])};
        case DistributionFamily::weibull2:
            return {std::log(p[0]), std::log(p[1])};
        case DistributionFamily::gamma:
            return {std::log(p[0]), std::log(p[0] * p[1])};
        case DistributionFamily::weibull3:
            return {std::log(ceiling - p[0]), std::log(p[1]), std::log(p[2])};
        case DistributionFamily::power_law:
        case DistributionFamily::discrete_power_law:
            break;
    }
    return {std::log(p[0] - 1), p[1]};
}

Distribution at_coordinates(DistributionFamily family, const Coordinates& c, double ceiling) {
    switch (family) {
        case DistributionFamily::normal:
        case DistributionFamily::lognormal:
            return {family, {c[0], std::exp(c[1])}};
        case DistributionFamily::exponential:
            return {family, {std::exp(c[0])}};
        case DistributionFamily::weibull2:
            return {family, {std::exp(c[0]), std::exp(c[1])}};
        case DistributionFamily::gamma:
            return {family, {std::exp(c[0]), std::exp(c[1] - c[0])}};
        case DistributionFamily::weibull3:
            return {family, {ceiling - std::exp(c[0]), std::exp(c[1]), std::exp(c[2])}};
        case DistributionFamily::power_law:
        case DistributionFamily::discrete_power_law:
            break;
    }
    return {family, {1 + std::exp(c[0]), c[1]}};
}

Coordinates rough_widths(const Distribution& distribution, std::size_t n) {
    const auto& p = distribution.parameters;
    const double part = 1 / std::sqrt(static_cast<double>(n));
    switch (distribution.family) {
        case DistributionFamily::normal:
        case DistributionFamily::lognormal:
            return {part * p[1], part, part};
        case DistributionFamily::weibull2:
            return {part, part / p[0], part};
        case DistributionFamily::gamma:
            return {part, part / std::sqrt(p[0]), part};
        case DistributionFamily::weibull3:
            return {part, part, part / p[1]};
        default:
            return {part, part, part};
    }
}

}  // namespace sneddon
