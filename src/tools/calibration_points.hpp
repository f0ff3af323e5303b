// Depth, load and stiffness of the indents of a calibration.
#pragma once

#include <vector>

#include "recipe/recipe_file.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon {

/// Of curves: h_max, F_max and S of each cycle. Of tables: the named columns, whose heads name
/// their units ("Displacement (nm)", "Load (mN)", "Stiffness (N/m)"; h_max_nm, F_max_uN and
/// S_uN_per_nm of a tests.csv).
Result<std::vector<CalibrationPoint>> calibration_points(const CalibrationRequest& request,
                                                         const Recipe& recipe);

}  // namespace sneddon
