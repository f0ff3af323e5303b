// k-means: Lloyd's iteration from k-means++ seeds (Arthur and Vassilvitskii 2007).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

class RandomStream;

struct KMeansResult {
    std::vector<std::uint32_t> labels;
    std::vector<double> centres;  ///< k x d
    double inertia = 0;           ///< sum of weighted squared distances to the own centre
    std::size_t iterations = 0;
};

/// Ends when no label changes (or after most_iterations). Equal distances go to the lower label; a
/// cluster that lost its rows keeps its centre.
KMeansResult k_means(const Points& points, std::size_t clusters, RandomStream& random,
                     std::size_t most_iterations = 300);

/// The nearest centre of each row (centres: k x d).
std::vector<std::uint32_t> nearest_centres(const Points& points,
                                           const std::vector<double>& centres);

}  // namespace sneddon
