#pragma once

#include <span>

namespace sneddon {

/// The improved Sheather-Jones bandwidth of sorted, finite values that are not all equal; NaN where
/// its equation has no root.
double diffusion_bandwidth(std::span<const double> sorted);

}  // namespace sneddon
