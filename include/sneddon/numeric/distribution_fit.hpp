// Maximum likelihood for every family of distribution.hpp.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "sneddon/numeric/distribution.hpp"
#include "sneddon/numeric/information_criteria.hpp"

namespace sneddon {

enum class DistributionFitState {
    fitted,
    too_few_values,  ///< not more than parameters
    value_not_finite,
    value_not_positive,
    value_negative,
    value_not_whole,    ///< discrete_power_law
    not_for_intervals,  ///< the power laws: values that are known as intervals only
    values_all_equal,
    /// weibull3: the likelihood has no maximum inside the range with k > 1. It grows without bound
    /// as loc nears the smallest value, or towards the Gumbel limit as loc goes to -infinity.
    no_interior_optimum,
};
std::string_view words(DistributionFitState state);

struct DistributionFitOptions {
    /// power_law: where the law begins; else chosen so that the Kolmogorov-Smirnov distance of the
    /// values above is smallest (Clauset, Shalizi and Newman 2009, SIAM Rev. 51, 661, section 3.3).
    std::optional<double> xmin;
};

struct DistributionFit {
    DistributionFitState state = DistributionFitState::too_few_values;
    Distribution distribution;
    std::size_t n = 0;  ///< values that were used: the power laws use those from xmin on
    std::size_t k = 0;  ///< fitted parameters; for power_law 1, given xmin
    double log_likelihood = std::numeric_limits<double>::quiet_NaN();
    InformationCriteria criteria;  ///< of power_law: not comparable to those of all values

    bool is_fitted() const { return state == DistributionFitState::fitted; }
};

/// Closed forms for normal (sigma with n, not n - 1), lognormal and exponential; one equation in
/// one unknown for weibull2, gamma and the discrete power law; the stationary point of the profile
/// over loc for weibull3. All converged to rounding. weibull3 counts loc as a parameter.
DistributionFit fit_distribution(std::span<const double> values, DistributionFamily family,
                                 const DistributionFitOptions& options = {});

}  // namespace sneddon
