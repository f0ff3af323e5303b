// Do cells of the same label lie together? Counts of touching pairs against random order.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "numeric/resampling/permutation.hpp"
#include "numeric/spatial/grid_neighbours.hpp"

namespace sneddon {

/// Touching pairs with one cell of each label.
struct JoinCount {
    int label = 0;
    int other_label = 0;  ///< not below `label`; equal to it for pairs of one label
    PermutedStatistic joins;
};

struct JoinCounts {
    std::size_t n = 0;  ///< labelled cells with a labelled neighbour
    std::size_t isolated = 0;
    std::size_t pairs = 0;  ///< touching pairs
    PermutedStatistic
        same_label;  ///< pairs of one label, whatever label: the test of the whole map
    std::vector<JoinCount> counts;  ///< by label, then other_label
};

/// Queen's neighbours, each pair counted once. expected and sd are exact when the labels are put on
/// the same cells in random order ("non-free sampling", Cliff and Ord 1981, Spatial Processes; for
/// several labels the same argument). Cells with a negative label are left out. All NaN for fewer
/// than 4 cells.
JoinCounts join_counts(GridShape grid, std::span<const int> labels,
                       const PermutationOptions& options = {});

/// The same over any neighbours: `labels` by NeighbourGraph::cell, none negative at a node.
JoinCounts join_counts(const NeighbourGraph& graph, std::span<const int> labels,
                       const PermutationOptions& options = {});

}  // namespace sneddon
