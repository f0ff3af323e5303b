// Whether an optimum of the likelihood describes a group of points, or a spike: a component that
// shrank onto a few rows, a line or repeated values. The likelihood of a mixture has no maximum
// (Day 1969), so the highest value found is often a spike and means nothing.
#pragma once

#include <cstddef>

#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

struct Regularity {
    /// Over the spikes if there are any, else over all components; the covariance of all rows is 1.
    double smallest_eigenvalue = 0;
    double smallest_rows = 0;   ///< n w_j, least over components
    std::size_t weakest = 0;    ///< the component with the smallest eigenvalue
    bool is_spike = false;      ///< a component is thinner than its rows can vouch for
    bool has_few_rows = false;  ///< smallest_rows below its limit
    bool is_weak = false;       ///< smallest_rows below rows_of_a_shape; still regular
    std::size_t lightest = 0;   ///< the component with the fewest rows

    bool is_regular() const { return !is_spike && !has_few_rows; }
};

/// n = sum of the rows' weights. A component is a spike when its smallest eigenvalue is below the
/// limit and its rows are few, or not more than chance puts into so thin a slab: two bands of 300
/// rows each are groups however thin they are. A linear map of the columns changes nothing.
Regularity assess_regularity(const GaussianMixture& mixture, double total_weight,
                             const RegularityLimits& limits = {});

/// Whether a mixture of more than one component has more parameters than so many rows bear: it
/// describes the rows one by one, and BIC, made for many rows, no longer holds it back.
bool has_too_many_parameters(std::size_t components, std::size_t dimensions, double total_weight,
                             const RegularityLimits& limits = {});

/// Whether two components are one and the same (mean and covariance to 1e-6 of its standard
/// deviations): where the data are symmetric, EM may end in such a place. It is the mixture of one
/// component less, written twice, and a saddle of the likelihood.
bool has_twins(const GaussianMixture& mixture);

}  // namespace sneddon
