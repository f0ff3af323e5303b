// Contacts of a calibration at the depth where they most probably were.
#pragma once

#include "analyse/calibrate/area_fit.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// s_S and s_0 of residuals r of ln A with var r = (2 - k)² s_S² + (s_0 d ln A/d h)², where
/// k = epsilon F/S d ln A/d h is what the same error of S does to h_c; by maximum likelihood of a
/// normal distribution, neither below 0. Depths are those at which `area` has A.
ScatterOrigin scatter_origin(const ContactAreas& areas, const AreaFunction& area, double epsilon);

/// Fills depth_nm, area_there_nm2, slope_per_nm and residual of `areas` by the function found last:
/// h_A + p (h_c - h_A) with the depth h_A of the area and p = 2 (2 - k) s_S²/var r, which an error
/// of the residual does not move. A contact whose area the function has nowhere stays at its h_c.
void place(ContactAreas& areas, const AreaFunction& area, const ScatterOrigin& origin,
           double epsilon);

}  // namespace sneddon
