// The sufficient statistics of one EM pass: small sums per component that can be made from parts of
// the data, on several threads or machines, and merged exactly.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numeric/mixture/kernel/instruction_set.hpp"
#include "numeric/sum/exact_sum.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// Rows are summed in blocks of this many; sums of blocks are exact. Parts of the data that were
/// cut at multiples of it therefore merge to the very bits of one pass over the whole.
inline constexpr std::size_t mixture_block_rows = 16384;

/// Most components of a mixture.
inline constexpr std::size_t most_components = 32;

/// With posteriors z under the mixture `about` and dx = x - mu_j:
/// sums of z, z dx_a and z dx_a dx_b (a >= b), for every component, and sum ln p(x).
struct MixtureStatistics {
    GaussianMixture about;
    std::vector<ExactSum> sums;  ///< k x (1 + d + d (d+1)/2)
    ExactSum log_likelihood;

    /// Adds the statistics of other rows under the same mixture.
    void merge(const MixtureStatistics& other);
};

/// E step over all rows in one pass. None if a covariance of the mixture is (nearly) singular:
/// a Cholesky pivot below smallest_pivot. The result does not depend on threads and instructions.
std::optional<MixtureStatistics> collect_statistics(
    const GaussianMixture& mixture, const Points& points, unsigned threads = 1,
    double smallest_pivot = 0, InstructionSet instructions = fastest_instruction_set());

/// M step: w = n_j / n, mu = mean, Sigma = second moment about the mean / n_j + ridge I.
/// None if a component is empty.
std::optional<GaussianMixture> maximise(const MixtureStatistics& statistics, double ridge = 0);

}  // namespace sneddon
