#pragma once

#include <optional>

#include "analyse/calibrate/calibration_bootstrap.hpp"
#include "sneddon/tools/calibrate.hpp"
#include "tools/calibration_points.hpp"

namespace sneddon {

/// Fills report.report_files from what the report holds already.
void add_report_files(const CalibrationRequest& request, const Recipe& recipe,
                      const ReferencePoints& measured, const CalibrationOptions& options,
                      std::optional<CalibrationBootstrap> spread, CalibrationReport& report);

}  // namespace sneddon
