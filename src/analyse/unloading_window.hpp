// Which points of an unloading are fitted.
#pragma once

#include <cstddef>
#include <vector>

#include "analyse/unloading.hpp"

namespace sneddon {

/// Indices of the curve, rising. of_load: window_low F_max <= F <= window_high F_max, closed, by
/// value. of_points: from window_skip behind the first point of the unloading to window_points
/// times the number of its points behind it, both included.
std::vector<std::size_t> points_of_window(const Curve& curve, const Segment& unload,
                                          double F_max_uN, const UnloadingOptions& options);

}  // namespace sneddon
