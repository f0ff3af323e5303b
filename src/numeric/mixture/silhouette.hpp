// Mean silhouette of a partition (Rousseeuw 1987): s_i = (b - a) / max(a, b), a = mean distance to
// the own cluster, b = least mean distance to another one. 1: well separated; 0: on the border.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

/// Euclidean distances between the given (usually standardised) rows, O(n^2); a row alone in its
/// cluster counts 0. NaN with fewer than two clusters. Weights are ignored.
double mean_silhouette(const Points& points, std::span<const std::uint32_t> labels);

}  // namespace sneddon
