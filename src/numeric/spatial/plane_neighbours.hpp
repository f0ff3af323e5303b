// Neighbours of points that lie anywhere in a plane.
#pragma once

#include <cstddef>
#include <span>

#include "numeric/spatial/grid_neighbours.hpp"

namespace sneddon {

/// Each point with its `count` nearest; two are neighbours when one is among the nearest of the
/// other. NeighbourGraph::cell is the place of a point in x and y. Points whose x or y is not
/// finite are left out.
NeighbourGraph nearest_neighbours(std::span<const double> x, std::span<const double> y,
                                  std::size_t count);

/// Median distance of a point from its nearest at another place; NaN for fewer than 2 places.
double median_spacing(std::span<const double> x, std::span<const double> y);

/// Distance of the two points that are nearest to each other, 0 on one place; 0 for fewer than 2.
double least_spacing(std::span<const double> x, std::span<const double> y);

}  // namespace sneddon
