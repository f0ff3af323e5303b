// Whether an optimum of the likelihood describes a group of points, or a spike: a component that
// shrank onto a few rows, a line or repeated values. The likelihood of a mixture has no maximum
// (Day 1969), so the highest value found is often a spike and means nothing.
#pragma once

#include <cstddef>

#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

struct Regularity {
    double smallest_eigenvalue = 0;  ///< over components, in standardised units
    double smallest_rows = 0;        ///< n w_j, least over components
    std::size_t weakest = 0;         ///< the component with the smallest eigenvalue
    bool is_spike = false;           ///< smallest_eigenvalue below its limit
    bool has_few_rows = false;       ///< smallest_rows below its limit
    bool is_weak = false;            ///< smallest_rows below rows_of_a_shape; still regular

    bool is_regular() const { return !is_spike && !has_few_rows; }
};

/// `standardised`: a mixture of columns with variance 1 over all rows; n = sum of their weights.
Regularity assess_regularity(const GaussianMixture& standardised, double total_weight,
                             const RegularityLimits& limits = {});

/// Whether two components are one and the same (mean and covariance to 1e-6 of its standard
/// deviations): where the data are symmetric, EM may end in such a place. It is the mixture of one
/// component less, written twice, and a saddle of the likelihood.
bool has_twins(const GaussianMixture& mixture);

}  // namespace sneddon
