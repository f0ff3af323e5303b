#pragma once

#include <vector>

#include "figure/plot/figure.hpp"
#include "tools/calibration/shown_calibration.hpp"

namespace sneddon {

/// calibration-area, calibration-residuals, calibration-modulus, calibration-hardness. The points
/// are numbered by the tests of `test_names`, which `figure_csv` takes.
std::vector<Figure> calibration_figures(const ShownCalibration& shown);

/// Names of the tests, each once, in the order of the points.
std::vector<std::string> test_names(const ShownCalibration& shown);

}  // namespace sneddon
