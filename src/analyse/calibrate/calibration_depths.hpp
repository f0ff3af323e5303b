// Which depths of a calibration count as different.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

/// Two depths that differ by less are one.
inline constexpr double depth_ratio = 1.05;

/// Groups of depths: a new one begins 5 % above the first of the group before.
std::size_t count_depths(std::span<const double> depths_nm);

}  // namespace sneddon
