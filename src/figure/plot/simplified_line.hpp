// A line with fewer points that looks the same.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace sneddon {

/// A place on paper, or of a curve in time, depth and load; unused parts are 0.
using LinePoint = std::array<double, 3>;

/// Which points to keep so that no other lies farther than `tolerance` from the piece of line that
/// stands for it: Ramer, Comput. Graph. Image Process. 1 (1972) 244; Douglas and Peucker,
/// Cartographica 10 (1973) 112. First and last point are kept. Done in stretches of 256 points
/// whose ends are kept: the time grows with the number of points, whatever the line is.
std::vector<std::size_t> simplified_line(std::span<const LinePoint> line, double tolerance);

/// The same, or nothing as soon as more than `most` points are to be kept.
std::optional<std::vector<std::size_t>> simplified_line(std::span<const LinePoint> line,
                                                        double tolerance, std::size_t most);

/// 0.05 mm of 180 mm (line_path.hpp): what nobody sees of a line over its ranges.
inline constexpr double unseen_share = 1.0 / 3600;

/// Up to three columns of one length as parts of their ranges, 0 to 1: a column that stands is 0.
std::vector<LinePoint> line_over_ranges(std::initializer_list<std::span<const double>> columns);

}  // namespace sneddon
