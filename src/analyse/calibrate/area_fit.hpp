// Least squares of an area function against the contact areas that the stiffness demands, in
// relative residuals; with the frame compliance given, or against the stiffness itself with the
// compliance found together with it.
//
// h_c and A both scatter: a test's surface moves h_c, noise of the stiffness moves A. The function
// is therefore looked up where the contact most probably was, between h_c and the depth at which
// the function has A, at shares of the distance that go with the two variances. There the depth and
// the residual are not correlated and both errors average out (errors in both variables;
// Fuller 1987, Measurement Error Models, 1.3). Looked up at h_c alone, radius and area were biased
// by the square of the surface's error, and deeper classes were those of late surfaces.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// One unloading at a frame compliance: 1/S' = 1/S - C_f, h_c = h - C_f F - epsilon F/S',
/// A = pi/4 (S'/(beta E_r))².
struct ContactAreas {
    double C_f_nm_per_uN = 0;
    std::vector<double> h_c_nm, A_nm2;
    std::vector<CalibrationPoint> points;  ///< those below options.h_min_nm are left out
    /// As `place` (area_depths.hpp) leaves them: the depth, A of the function found last and
    /// d ln A/d h there, and ln of A there over A_nm2 + slope (h_c - depth). Before: h_c, A_nm2, 0.
    std::vector<double> depth_nm, area_there_nm2, slope_per_nm, residual;
    bool is_placed = false;
};

ContactAreas contact_areas(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                           const CalibrationOptions& options);

/// How the squares are weighted: (h/h_mean)^-g, h_mean the geometric mean of the depths.
struct ScatterLaw {
    double exponent = 0;
};

/// The least squares about their minimum, in scaled parameters.
struct FitAtMinimum {
    std::size_t parameters = 0;
    std::vector<double> residuals;  ///< weighted
    std::vector<double> jacobian;   ///< residuals x parameters
    std::vector<double> inverse;    ///< of J'J

    std::vector<double> scores() const;  ///< J r, residuals x parameters
};

struct AreaFit {
    AreaFunction area;
    double C_f_nm_per_uN = 0;
    std::vector<double> parameters, covariance;  ///< of the form; with C_f last where it is fitted
    ScatterLaw scatter;
    ScatterOrigin origin;
    double weighted_rms = 0;  ///< of the residuals that were made small
    double lag1 = 0;          ///< correlation of neighbours among them, NaN for too few
    bool is_frame_fitted = false;
    FitAtMinimum linear;
};

/// `areas` at `C_f_nm_per_uN`, which is the start where the frame is fitted too. `terms` of the
/// polynomial. The weights are as given, or found from the residuals of a fit with equal ones.
/// nullopt: no minimum, dependent parameters.
std::optional<AreaFit> fit_area(const ContactAreas& areas, double C_f_nm_per_uN, AreaForm form,
                                int terms, const CalibrationOptions& options,
                                std::optional<ScatterLaw> scatter = std::nullopt);

/// The same form fitted to other unloadings, with the weights of `found`, from its parameters on.
std::optional<AreaFit> fit_area_again(const ContactAreas& areas, AreaForm form,
                                      const AreaCalibration& found,
                                      const CalibrationOptions& options);

}  // namespace sneddon
