#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// Indices of the corners of a polyline that stays within `tolerance` of y everywhere, first and
/// last point included (Ramer 1972; Douglas and Peucker 1973; distance taken along y).
std::vector<std::size_t> polyline_corners(std::span<const double> x, std::span<const double> y,
                                          double tolerance);

}  // namespace sneddon
