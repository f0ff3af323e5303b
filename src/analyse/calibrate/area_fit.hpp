// Least squares of an area function against the contact areas that the stiffness demands, in
// relative residuals; with the frame compliance given or found together with it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// One unloading at a frame compliance: 1/S' = 1/S - C_f, h_c = h - C_f F - epsilon F/S',
/// A = pi/4 (S'/(beta E_r))².
struct ContactAreas {
    std::vector<double> h_c_nm, A_nm2;
    std::vector<CalibrationPoint> points;  ///< those below options.h_min_nm are left out
};

ContactAreas contact_areas(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                           const CalibrationOptions& options);

struct AreaFit {
    AreaFunction area;
    double C_f_nm_per_uN = 0;
    std::vector<double> parameters, covariance;  ///< of the form; with C_f last where it is fitted
    double residual_rms = 0;
};

/// `areas` at `C_f_nm_per_uN`, which is the start where the frame is fitted too. `terms` of the
/// polynomial; the two other forms have radius and half-angle and start from an ideal Berkovich
/// with 100 nm. nullopt: no minimum, dependent parameters.
std::optional<AreaFit> fit_area(const ContactAreas& areas, double C_f_nm_per_uN, AreaForm form,
                                int terms, const CalibrationOptions& options);

}  // namespace sneddon
