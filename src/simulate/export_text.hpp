// Simulated tests and studies as the files that an instrument and a laboratory would write.
#pragma once

#include <string>
#include <string_view>

#include "simulate/simulated_study.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// TriboScan's export of one test: five columns with six decimals, the micro sign as the byte B5,
/// CRLF, a blank line between segments.
std::string triboscan_text(const Test& test);

/// The file of a test and its row of truth.csv; duplicates and cut files too.
struct TestFile {
    std::string name, text, truth_row;
    std::size_t samples = 0;
};
TestFile test_file(const SimulatedStudy& study, std::size_t index, CurveFormat format);

/// Time, depth, load and what an oscillation measured, with their units in the head; six decimals.
std::string csv_text(const Test& test);

/// The area function a calibration would give: the tip itself, or 24.5 h_c^2 + C1 h_c + ... + C5
/// h_c^(1/16) fitted to it, relative least squares over the calibrated depths.
struct TipCalibration {
    AreaFunction area;
    double u_relative = 0;  ///< rms relative error over the usable depths
};
TipCalibration calibrate_tip(const SimulatedTip& tip);

/// Hysitron's area function file, all digits.
std::string tip_file_text(const TipCalibration& calibration, const SimulatedTip& tip);

/// study.toml: the facts of the laboratory, `simulated = true` among them.
std::string study_file_text(const SimulatedStudy& study, const TipCalibration& calibration);

/// One row of truth.csv, units in the head.
std::string truth_head();
std::string truth_row(std::string_view file, const TestTruth& truth);

/// "zr50cu40al10_0007_LC.txt": numbers with as many digits as the study needs, at least four.
std::string test_file_name(const SimulatedStudy& study, std::size_t index,
                           std::string_view extension);

}  // namespace sneddon
