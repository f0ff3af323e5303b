#include "numeric/distribution/observation_fit.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/likelihood_coordinates.hpp"
#include "numeric/least_squares/newton_maximum.hpp"

namespace sneddon {
namespace {

/// A value in the place of each: the middle of an interval, the finite end of a censored one.
std::vector<double> stand_ins(std::span<const Observation> observations, Support support) {
    std::vector<double> values;
    for (const auto& [low, high] : observations) {
        if (std::isinf(low) && std::isinf(high)) continue;  // nothing is known
        double x = std::isinf(low) ? high : std::isinf(high) ? low : low + (high - low) / 2;
        if (support != Support::real_line && !(x > 0)) x = high / 2;
        values.push_back(x);
    }
    return values;
}

double least_upper_end(std::span<const Observation> observations) {
    double least = observations.front().high;
    for (const Observation& known : observations) least = std::min(least, known.high);
    return least;
}

/// Where the search begins. Values that end at a limit may have no weibull3 of their own: then it
/// is a weibull2 from a tenth of their range below the least one.
DistributionFit start_of(std::span<const double> values, DistributionFamily family) {
    DistributionFit fit = fit_distribution(values, family);
    if (fit.state != DistributionFitState::no_interior_optimum) return fit;
    constexpr double part_of_range = 0.1;
    const auto [least, largest] = std::ranges::minmax(values);
    const double loc = least - part_of_range * (largest - least);
    std::vector<double> beyond(values.begin(), values.end());
    for (double& x : beyond) x -= loc;
    const Distribution inner = fit_distribution(beyond, DistributionFamily::weibull2).distribution;
    fit.state = DistributionFitState::fitted;
    fit.distribution.parameters = {loc, inner.parameters[0], inner.parameters[1]};
    return fit;
}

}  // namespace

DistributionFit fit_observations(std::span<const Observation> observations,
                                 DistributionFamily family) {
    const Support support = functions_of(family).support;
    // In one order: the result does not depend on that of the rows, not even in its last bit.
    std::vector<Observation> sorted(observations.begin(), observations.end());
    std::ranges::sort(sorted, {},
                      [](const Observation& known) { return std::tuple(known.low, known.high); });
    const auto values = stand_ins(sorted, support);
    const bool are_exact = std::ranges::all_of(sorted, &Observation::is_exact);
    if (are_exact) return fit_distribution(values, family);
    DistributionFit fit = start_of(values, family);
    if (support == Support::tail) {
        fit.state = DistributionFitState::not_for_intervals;
        return fit;
    }
    fit.n = sorted.size();
    if (!fit.is_fitted()) return fit;

    const double ceiling = least_upper_end(sorted);
    const auto likelihood = [&](const Coordinates& place) {
        return log_likelihood(sorted, at_coordinates(family, place, ceiling));
    };
    const auto found = newton_maximum(likelihood, coordinates_of(fit.distribution, ceiling),
                                      rough_widths(fit.distribution, fit.n), fit.k);
    if (!found.is_converged) {
        fit.state = DistributionFitState::no_interior_optimum;
        return fit;
    }
    fit.distribution = at_coordinates(family, found.place, ceiling);
    fit.log_likelihood = found.value;
    fit.criteria = information_criteria(fit.log_likelihood, fit.k, fit.n);
    return fit;
}

}  // namespace sneddon
