// Files of a reference material -> frame compliance and area function.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

enum class PointsFrom {
    profiles,    ///< where a file has a column of stiffness, cells of depth of it; else unloadings
    unloadings,  ///< of all files
};

struct CalibrationRequest {
    CalibrationKind kind = CalibrationKind::area;
    RunRequest run;       ///< files, recipe options, units; curves are analysed with it
    std::string columns;  ///< "h,F,S": heads of a table instead of curves
    PointsFrom points_from = PointsFrom::profiles;  ///< of curves
    std::string reference = "fused-silica";
    std::optional<double> E_GPa, poisson_ratio;  ///< instead of those of the reference
    AreaForm form = AreaForm::polynomial;
    int terms = 0;  ///< of the polynomial; 0 = chosen
    double from_depth_nm = 0;
    std::optional<double> frame_compliance_nm_per_uN;  ///< instead of the one found
    FrameFrom frame_from = FrameFrom::load;
    std::vector<std::string> second_paths;  ///< files of a second reference; empty: one reference
    std::string second_reference;
    std::optional<double> second_E_GPa, second_poisson_ratio;
    int bootstrap = 0;          ///< draws of tests; 0: none
    bool ranks = false;         ///< whether all forms are fitted and listed
    bool draws_report = false;  ///< kind area: whether report_files are made
};

/// A file of a report, not yet written.
struct ReportFile {
    std::string name, content;
};

struct CalibrationReport {
    std::string text;         ///< for a reader at a terminal
    std::string study_table;  ///< [area_function] of a study.toml; empty for kind frame
    std::optional<std::string> tip_file_text;  ///< .ara; only for a polynomial of up to 6 terms
    std::string umis_file_text;                ///< .afn; kind area
    std::string covariance_table;  ///< CSV: parameters, standard errors, covariances; kind area
    FrameCompliance frame;
    std::optional<AreaCalibration> area;
    std::vector<RankedForm> ranked;        ///< where it was asked for, or a report is drawn
    std::vector<ReportFile> report_files;  ///< calibration.html, .json, and figures as .svg, .csv
};

/// References by name: fused-silica (72 GPa, 0.17), tungsten (411 GPa, 0.28), aluminium (70.4 GPa,
/// 0.345), sapphire (433 GPa, 0.25). Errors: SND-U041 nothing to calibrate with, SND-U040 an
/// unknown reference or unit, SND-A034 to SND-A036, and those of files and options.
Result<CalibrationReport> calibrate(const CalibrationRequest& request);

/// The report's files as a folder, whole or not at all; it takes the place of an older one. Errors:
/// SND-O002 the folder holds files that sneddon did not write, SND-O003 it cannot be written.
Result<bool> write_calibration_report(const CalibrationReport& report, const std::string& folder);

/// The area function as a Hysitron .ara file, with all digits and the coefficients' standard
/// errors. A sphere (C0 = -pi, C1 = 2 pi R) and a sphero-cone (pi tan²(alpha), 2 pi R) are series
/// of two terms. nullopt: a form that is none, or more than 6 terms.
std::optional<std::string> area_function_file_text(const AreaCalibration& found,
                                                   const CalibrationOptions& options);

/// As an UMIS .afn file: h_c in um and A/(24.494 h_c²) at 200 depths of the calibration, evenly in
/// ln h_c; the compliance of the frame in um/N. The layout is that of tipeval, which writes such
/// files; the two constants of its head are kept as they stand there.
std::string umis_area_file_text(const AreaCalibration& found);

}  // namespace sneddon
