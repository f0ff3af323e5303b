// Hierarchical clustering with Ward's criterion (Ward 1963): each merge raises the within-cluster
// sum of squares least, by m_a m_b / (m_a + m_b) |c_a - c_b|^2 for masses m and centroids c.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

struct WardMerge {
    std::size_t first = 0, second = 0;  ///< a row of each of the two clusters that merge
    double cost = 0;                    ///< rise of the within-cluster sum of squares
};

/// n - 1 merges by ascending cost, found with nearest-neighbour chains in O(n^2 d) time and O(n d)
/// memory (Murtagh 1983). Equal costs: the lower row.
std::vector<WardMerge> ward_merges(const Points& points);

/// The partition after all but `clusters` - 1 merges; labels in the order of first rows.
std::vector<std::uint32_t> cut_merges(const std::vector<WardMerge>& merges, std::size_t rows,
                                      std::size_t clusters);

}  // namespace sneddon
