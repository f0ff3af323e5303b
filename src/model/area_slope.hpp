#pragma once

#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// d ln A / d h_c at a contact depth: 2/h_c of a cone, 1/h_c of a sphere. A central difference over
/// twice a step, given as a share of the depth: of 1e-4 its error is 1e-8, the rounding 1e-12.
double log_area_slope_per_nm(const AreaFunction& area, double h_c_nm, double relative_step = 1e-4);

}  // namespace sneddon
