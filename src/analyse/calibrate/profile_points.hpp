// Stiffness along the loading as points of a calibration.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyse/depth_profile/depth_profile.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// A point for each cell of depth of the test (depth_profile/profile_cells.hpp: 7.5 %): means of
/// depth, load and stiffness over its readings. Depths then count evenly in ln h, whatever the rate
/// of loading was. The load over a cell is no straight line: the mean load is that of the mean
/// depth to 0.05 %, A to 0.03 %. Cells shallower than `from_nm` are left out.
std::vector<CalibrationPoint> points_of_profile(const MeasuredStiffness& measured, double from_nm,
                                                const std::string& test, std::size_t material);

/// Ten times what the surface is known to, the larger of the uncertainty of the zero point, how far
/// from it the stiffness rises, and 1 nm: there it is a tenth of the depth, a fifth of the area,
/// and its square no longer averages out below.
double shallowest_of_profile_nm(const MeasuredStiffness& measured, double u_zero_nm);

}  // namespace sneddon
