// Files of a reference material -> frame compliance and area function.
#pragma once

#include <optional>
#include <string>

#include "sneddon/analyse/calibrate.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

enum class CalibrationKind {
    frame,  ///< the frame compliance alone
    area,   ///< the area function, with the frame compliance found or given
};

enum class FrameFrom {
    load,  ///< 1/S against 1/sqrt(F): needs no tip, but a hardness that does not depend on the
           ///< depth
    area,  ///< 1/S against 1/sqrt(A): of the area function found together, or for kind frame given
};

struct CalibrationRequest {
    CalibrationKind kind = CalibrationKind::area;
    RunRequest run;       ///< files, recipe options, units; curves are analysed with it
    std::string columns;  ///< "h,F,S": heads of a table instead of curves
    std::string reference = "fused-silica";
    std::optional<double> E_GPa, poisson_ratio;  ///< instead of those of the reference
    AreaForm form = AreaForm::polynomial;
    int terms = 0;  ///< of the polynomial; 0 = chosen
    double from_depth_nm = 0;
    std::optional<double> frame_compliance_nm_per_uN;  ///< instead of the one found
    FrameFrom frame_from = FrameFrom::load;
};

struct CalibrationReport {
    std::string text;         ///< for a reader at a terminal
    std::string study_table;  ///< [area_function] of a study.toml; empty for kind frame
    std::optional<std::string> tip_file_text;  ///< .ara; only for a polynomial of up to 6 terms
    std::string covariance_table;  ///< CSV: parameters, standard errors, covariances; kind area
    FrameCompliance frame;
    std::optional<AreaCalibration> area;
};

/// References by name: fused-silica (72 GPa, 0.17), tungsten (411 GPa, 0.28), aluminium (70.4 GPa,
/// 0.345). Errors: SND-U041 nothing to calibrate with, SND-U040 an unknown reference or unit,
/// SND-A034 to SND-A036, and those of files and options.
Result<CalibrationReport> calibrate(const CalibrationRequest& request);

/// The area function as a Hysitron .ara file, with all digits and the coefficients' standard
/// errors.
std::string area_function_file_text(const AreaCalibration& found,
                                    const CalibrationOptions& options);

}  // namespace sneddon
