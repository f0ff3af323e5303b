// Are neighbours alike? Moran's I and Geary's C on a grid, against random order.
#pragma once

#include <cstddef>
#include <span>

#include "numeric/resampling/permutation.hpp"
#include "numeric/spatial/grid_neighbours.hpp"

namespace sneddon {

struct SpatialOptions {
    NeighbourWeights weights = NeighbourWeights::binary;
    PermutationOptions permutation;
};

struct SpatialAutocorrelation {
    std::size_t n = 0;         ///< cells with a value and a neighbour with one
    std::size_t isolated = 0;  ///< cells left out for want of a neighbour
    PermutedStatistic moran;   ///< alike: above expected, look at p_greater
    PermutedStatistic geary;   ///< alike: below 1, look at p_less
};

/// With z = x - mean and weights w_ij of queen's neighbours:
/// Moran's I = (n/S0) sum w_ij z_i z_j / sum z^2, expected -1/(n - 1);
/// Geary's C = (n - 1)/(2 S0) sum w_ij (x_i - x_j)^2 / sum z^2, expected 1.
/// expected and sd are exact under random order ("under randomisation", Cliff and Ord 1981, Spatial
/// Processes); both statistics use the same permutations. `values` has one entry per cell, NaN
/// or infinite where there is none. All NaN for fewer than 4 cells or values without spread.
SpatialAutocorrelation spatial_autocorrelation(GridShape grid, std::span<const double> values,
                                               const SpatialOptions& options = {});

/// The same over any neighbours: `values` by NeighbourGraph::cell, finite for each node.
SpatialAutocorrelation spatial_autocorrelation(const NeighbourGraph& graph,
                                               std::span<const double> values,
                                               const SpatialOptions& options = {});

}  // namespace sneddon
