// The surface as the stiffness sees it.
#pragma once

#include <span>

namespace sneddon {

/// Depth between the last point whose stiffness is that of the air and the first after it: the
/// middle of the noise of the first 10 points is the air, 5 standard deviations (of the median
/// deviation) leave it. NaN: fewer than 20 points, or a column that begins in contact, where
/// nothing below 2 % of the largest stiffness is left to see. Both in the order of the loading.
double stiffness_rise_nm(std::span<const double> depth_nm, std::span<const double> stiffness);

}  // namespace sneddon
