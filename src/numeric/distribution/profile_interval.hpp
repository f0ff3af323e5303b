// Confidence intervals of the parameters of a distribution by profile likelihood.
#pragma once

#include <array>
#include <span>

#include "base/nan.hpp"
#include "numeric/distribution/observation.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {

struct ParameterInterval {
    double low = nan, high = nan;  ///< NaN: on that side the likelihood never falls far enough
};

/// Per parameter the values whose likelihood, maximised over the other parameters, lies less than
/// half the 95 % quantile of chi squared with one degree of freedom below the maximum (Venzon and
/// Moolgavkar 1988, Appl. Stat. 37, 87). They are not symmetric and hold for any function of the
/// parameter. xmin of the power laws is taken as known and has none.
std::array<ParameterInterval, 3> profile_intervals(std::span<const Observation> observations,
                                                   const DistributionFit& fit);

}  // namespace sneddon
