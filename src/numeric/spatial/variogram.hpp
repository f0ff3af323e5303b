// How unlike are values a given distance apart?
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// All pairs about one distance apart, differences d = z_i - z_j.
struct VariogramClass {
    double distance = 0;    ///< mean of the pairs
    std::size_t pairs = 0;  ///< N
    double matheron = 0;    ///< sum d^2 / (2 N): Matheron (1963)
    double cressie_hawkins =
        0;  ///< half of (sum sqrt|d| / N)^4 / (.457 + .494/N + .045/N^2): Cressie
            ///< and Hawkins (1980), Math. Geol. 12, 115; wild values count less
};

struct VariogramOptions {
    /// > 0, in the unit of x and y; on a grid its pitch. Class k holds distances from k - 1/2 to
    /// k + 1/2 widths: the distances of a square grid, sqrt(i^2 + j^2) pitches, never fall on a
    /// bound, where rounding of positions would deal them out by chance.
    double lag_width = 0;
    double largest_distance = 0;  ///< pairs further apart are left out; half the field is customary
};

/// Classes in rising distance, those without pairs left out. Points with a coordinate or value that
/// is not finite are left out. Empty for options that are not above 0 or ask for more than a
/// million classes. One length for x, y and values.
std::vector<VariogramClass> empirical_variogram(std::span<const double> x,
                                                std::span<const double> y,
                                                std::span<const double> values,
                                                const VariogramOptions& options);

/// The same along a series of equal steps: distance = lag = 1 .. largest_lag. Over the order of
/// tests it shows what drifts along the raster. Values that are not finite are left out.
std::vector<VariogramClass> variogram_over_order(std::span<const double> series,
                                                 std::size_t largest_lag);

}  // namespace sneddon
