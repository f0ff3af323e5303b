// The mixture as scikit-learn's GaussianMixture fits it by default, to reproduce published results:
// the raw columns, one k-means start, covariances + 1e-6 (an absolute number, in squared raw
// units), and the end when the mean log-likelihood changes by less than 1e-3, which is early.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

struct ScikitLearnOptions {
    double tolerance = 1e-3;       ///< on the change of the mean log-likelihood
    double regularisation = 1e-6;  ///< added to every diagonal
    std::size_t most_iterations = 100;
    unsigned threads = 1;
};

struct ScikitLearnResult {
    GaussianMixture mixture;     ///< components in the order of the start labels
    double log_likelihood = 0;   ///< sum over rows at `mixture` (score times n)
    std::size_t iterations = 0;  ///< n_iter_
    bool has_converged = false;
    bool is_singular = false;  ///< a covariance lost its rank: mixture is the last valid one
};

/// From given start labels (0..components-1): the same iterations and likelihood as scikit-learn.
ScikitLearnResult scikit_learn_from_labels(const Points& points,
                                           const std::vector<std::uint32_t>& labels,
                                           std::size_t components,
                                           const ScikitLearnOptions& options = {});

/// From one k-means start, with this library's random numbers.
ScikitLearnResult scikit_learn_fit(const Points& points, std::size_t components, std::uint64_t seed,
                                   const ScikitLearnOptions& options = {});

}  // namespace sneddon
