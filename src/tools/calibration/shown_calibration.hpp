// What the report of a calibration shows: what was measured, what was found, and the tip as it was
// taken before.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyse/calibrate/area_fit.hpp"
#include "analyse/calibrate/calibration_bootstrap.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

struct ShownCalibration {
    std::span<const CalibrationPoint> points;
    const CalibrationOptions& options;
    const AreaCalibration& found;
    std::string form;        ///< "polynomial, 3 terms"
    AreaFunction before;     ///< the tip as given; C0 = 24.5 where none was
    std::string frame_from;  ///< where the frame compliance comes from, in words
    bool is_frame_zero;      ///< it was found negative within its error, and 0 taken
    std::string recipe;      ///< how curves were analysed, in words
    std::span<const RankedForm> ranked;
    std::optional<CalibrationBootstrap> spread = std::nullopt;
    std::vector<std::string> files = {};
    std::string first_day = {}, last_day = {};  ///< of the tests; empty where no file says it
    bool is_simulated = false;
    std::string points_name = "unloadings";  ///< or "points", where they are of profiles
};

/// Hardness and modulus that an area function and a frame compliance give at each unloading.
struct ContactValues {
    ContactAreas areas;
    std::vector<double> H_GPa, E_GPa;  ///< beside areas.h_c_nm; NaN where there is no area
};

/// With the area and the frame compliance found.
ContactValues values_after(const ShownCalibration& shown);
/// With the area before, and no frame compliance beyond what the depths were corrected for.
ContactValues values_before(const ShownCalibration& shown);

/// "fused-silica", or "fused-silica and sapphire".
std::string reference_names(const CalibrationOptions& options);

/// Mean and standard error in a class of depth.
struct ClassMean {
    double h_c_nm = 0, mean = 0, error = 0;  ///< error: by the tests, NaN of a single one
};

/// `values` beside the unloadings of `areas`, those of one material; values that are not finite are
/// left out.
std::vector<ClassMean> class_means(const ContactAreas& areas, const std::vector<double>& values,
                                   std::size_t material);

}  // namespace sneddon
