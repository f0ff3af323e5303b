// Do two quantities of one map vary together, and over which distances?
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "numeric/resampling/permutation.hpp"
#include "numeric/spatial/correlation_length.hpp"

namespace sneddon {

/// All pairs of cells about one distance apart.
struct CrossVariogramClass {
    double distance = 0;
    std::size_t pairs = 0;  ///< N
    /// sum (x_i - x_j)(y_i - y_j) / (2 N) of standardised values (Matheron 1965)
    double gamma = 0;
    /// gamma / sqrt(gamma_x gamma_y): the correlation of the differences over this distance
    double codispersion = 0;
};

struct TwoMaps {
    std::size_t n = 0;  ///< cells with both values and a neighbour with both
    double pearson = nan;
    /// Lee's L (Lee 2001, J. Geogr. Syst. 3, 369): sum x~_i y~_i / sqrt(sum z_x^2 sum z_y^2), x~
    /// the mean of the deviations over a cell and its queen's neighbours. The correlation of the
    /// smoothed maps: near `pearson` where both vary smoothly together, near 0 where they do not.
    /// Random orders move both values of a cell together, so p asks for the order alone.
    PermutedStatistic lee;
    std::vector<CrossVariogramClass> variogram;
};

/// One entry per cell, NaN where there is no value. The cross-variogram reaches over `reach`
/// pitches. All NaN for fewer than 4 cells or values without spread.
TwoMaps compare_maps(const GridGeometry& grid, std::span<const double> x, std::span<const double> y,
                     double reach, const PermutationOptions& options);

}  // namespace sneddon
