// Maximum likelihood where some values are known as intervals only: censored or rounded ones.
#pragma once

#include <span>

#include "numeric/distribution/observation.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {

/// Maximises log_likelihood(observations, .) by Newton's iteration from the fit of the ends and
/// middles taken as values. Of exact values alone it is fit_distribution. The power laws begin at a
/// value and have no form here: not_for_intervals.
DistributionFit fit_observations(std::span<const Observation> observations,
                                 DistributionFamily family);

}  // namespace sneddon
