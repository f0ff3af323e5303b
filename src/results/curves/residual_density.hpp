// How what an unloading fit leaves lies over its window: a grid of counts, for a page that cannot
// carry every sample of every test.
#pragma once

#include <cstddef>
#include <vector>

namespace sneddon {

/// Every sample of the window is counted once. Columns go from the least to the largest depth, rows
/// from -largest_nm to largest_nm, the lowest row first.
struct ResidualDensity {
    static constexpr std::size_t columns = 16, rows = 15;
    double depth_low_nm = 0, depth_high_nm = 0;
    double largest_nm = 0;       ///< of |depth less the fit's|
    std::vector<double> counts;  ///< columns * rows of them, row by row; empty: no fit
};

/// Of samples beside each other, all finite; of none, no counts.
ResidualDensity residual_density(const std::vector<double>& depth_nm,
                                 const std::vector<double>& residual_nm);

}  // namespace sneddon
