// Depth, load and stiffness of the indents of a calibration.
#pragma once

#include <string>
#include <vector>

#include "recipe/recipe_file.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon {

/// The points of the tests and what the files say of them.
struct ReferencePoints {
    std::vector<CalibrationPoint> points;
    std::size_t profiles = 0;  ///< tests whose points are those of a depth profile,
    std::size_t unloaded = 0;  ///< and of unloadings; neither of a table
    std::vector<std::string> files;
    std::string first_day, last_day;  ///< "2025-01-06", of tests; empty where none has a time stamp
    bool is_simulated = false;        ///< a study.toml says so

    /// What a point is called.
    const char* name() const { return profiles > 0 ? "points" : "unloadings"; }
};

/// Of curves: the depth profile where the file has a column of stiffness, unless unloadings are
/// asked for; else h_max, F_max and S of each cycle. Of tables: the named columns, whose heads name
/// their units ("Displacement (nm)", "Load (mN)", "Stiffness (N/m)"; h_max_nm, F_max_uN and
/// S_uN_per_nm of a tests.csv).
Result<ReferencePoints> calibration_points(const CalibrationRequest& request, const Recipe& recipe);

}  // namespace sneddon
