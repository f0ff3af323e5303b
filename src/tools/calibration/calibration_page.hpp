#pragma once

#include <vector>

#include "sneddon/tools/calibrate.hpp"
#include "tools/calibration/shown_calibration.hpp"

namespace sneddon {

/// calibration.html, which needs no network and no script, calibration.json with every number of
/// it, and each figure as .svg and .csv.
std::vector<ReportFile> calibration_report_files(const ShownCalibration& shown);

}  // namespace sneddon
