// Frame compliance and area function from indents in reference materials of known modulus
// (Oliver and Pharr 1992, J. Mater. Res. 7, 1564; 2004, J. Mater. Res. 19, 3).
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// One unloading (or one depth of a test with dynamic stiffness).
struct CalibrationPoint {
    double h_nm = 0;  ///< depth at F_max
    double F_uN = 0;
    double S_uN_per_nm = 0;
    std::string test;          ///< unloadings of one test belong together
    std::size_t material = 0;  ///< 0: options.reference, 1: options.second
};

struct ReferenceMaterial {
    std::string name = "fused-silica";
    double E_GPa = 72;
    double poisson_ratio = 0.17;
};

enum class FrameFreedom {
    given,      ///< the area function is fitted at this frame compliance
    from_load,  ///< which calibrate_frame finds from the same unloadings
    fitted,     ///< together with it
};

/// What the standard errors are counted by.
enum class ErrorsFrom {
    points,  ///< the scatter of the points, as independent as their neighbours are alike
    tests,   ///< how the tests differ, from 6 on: for many depths of each test, as of profiles
};

struct CalibrationOptions {
    FrameFreedom frame = FrameFreedom::given;
    ReferenceMaterial reference;
    std::optional<ReferenceMaterial> second;  ///< of the points with material 1
    double indenter_E_GPa = 1141;
    double indenter_poisson_ratio = 0.07;
    double epsilon = 0.75;
    double beta = 1;
    double h_min_nm = 0;  ///< points below are left out
    ErrorsFrom errors_from = ErrorsFrom::points;
};

/// E_r of the reference, or of the second one, under this indenter.
double reference_E_r_GPa(const CalibrationOptions& options, std::size_t material = 0);

const ReferenceMaterial& reference_material(const CalibrationOptions& options,
                                            std::size_t material);

/// 1/S = C_f + c/sqrt(F): for a material of constant hardness and modulus F/S² does not depend on
/// the tip, so neither does C_f. Each material has a c of its own, C_f is of all. Least squares
/// with weights S² (a constant relative error of S) over the points deeper than 20 % of the
/// deepest. u_C_f from the scatter of the points, as independent as the lag-one correlation of the
/// residuals allows.
struct FrameCompliance {
    double C_f_nm_per_uN = 0;
    double u_C_f_nm_per_uN = 0;
    double found_nm_per_uN = 0;   ///< as the fit has it, also where it is negative
    double F_per_S2_per_GPa = 0;  ///< of the contact with the first material alone, from c; NaN
                                  ///< against 1/sqrt(A)
    double E_r_GPa = std::numeric_limits<double>::quiet_NaN();  ///< of the slope against 1/sqrt(A)
    std::size_t n = 0;
    double h_low_nm = 0, h_high_nm = 0;
    bool is_zero_within_error = false;  ///< the fit was negative by less than 3 times its error: 0
};

/// A compliance that is negative by more standard errors than this is refused, by less is taken as
/// 0: the error is that of the scatter and knows nothing of what all unloadings share.
inline constexpr double largest_errors_below_zero = 3;

/// SND-A034 fewer than 3 depths apart by 5 %, SND-A035 a negative compliance.
Result<FrameCompliance> calibrate_frame(std::span<const CalibrationPoint> points,
                                        const CalibrationOptions& options);

/// 1/S = C_f + c/sqrt(A(h_c)) with h_c = h - C_f F - epsilon F (1/S - C_f), repeated until C_f
/// stands: under a tip that is known no constant hardness is asked for, and c is
/// sqrt(pi)/(2 beta E_r) of the material. Otherwise as above.
Result<FrameCompliance> calibrate_frame_on_area(std::span<const CalibrationPoint> points,
                                                const AreaFunction& area,
                                                const CalibrationOptions& options);

enum class AreaForm {
    polynomial,   ///< C0 ... C8
    cap_cone,     ///< sphere with a tangent cone: radius, half-angle
    thurn_cook,   ///< paraboloid that goes over into a cone: radius, half-angle
    sphere,       ///< radius
    sphero_cone,  ///< hyperboloid of revolution: radius of its end, half-angle
};

/// The depth range in classes of equal ratio, with the modulus that the found area gives there.
struct CalibrationClass {
    double h_c_nm = 0;  ///< mean
    std::size_t n = 0;
    double E_GPa = 0, sd_E_GPa = 0;  ///< sd is NaN for n = 1
    double area_residual = 0;        ///< mean of A(h_c)/A_contact - 1
    double h_c_low_nm = 0, h_c_high_nm = 0;
    std::size_t material = 0;
    bool is_true = false;  ///< E as the reference says, see calibrate_area
};

/// What the residuals of the area come from, standard deviations from contact to contact.
struct ScatterOrigin {
    double stiffness_relative = 0;  ///< of S, with what the material's modulus scatters
    double surface_nm = 0;          ///< of where the depth begins
};

struct AreaCalibration {
    AreaFunction area;               ///< with its range of validity, if there is one
    std::vector<double> parameters;  ///< C0, C1, ... or radius (nm), half-angle (degrees)
    std::vector<double> covariance;  ///< of the parameters, row by row; C_f last where it is fitted
    double C_f_nm_per_uN = 0;        ///< given or found
    double u_C_f_nm_per_uN = std::numeric_limits<double>::quiet_NaN();  ///< of the one found
    bool is_frame_zero = false;   ///< found negative by less than 3 errors: 0, and fitted again
    double residual_rms = 0;      ///< of A(h_c)/A_contact - 1
    double u_area_relative = 0;   ///< rms of the class means: what the form cannot follow
    double scatter_exponent = 0;  ///< sd of a residual ~ h_c^g; 0: the same at all depths
    ScatterOrigin origin;
    double p_form = std::numeric_limits<double>::quiet_NaN();  ///< see too_stiff_below
    double weighted_rms = 0;  ///< of the residuals that were made small
    double independent = 0;   ///< how many of them, as the correlation of neighbours leaves it
    double aicc = std::numeric_limits<double>::quiet_NaN();
    double E_GPa = std::numeric_limits<double>::quiet_NaN();    ///< mean of the first material over
    double u_E_GPa = std::numeric_limits<double>::quiet_NaN();  ///< the valid range, its error
    std::vector<CalibrationClass> classes;  ///< of the materials one after the other
    std::size_t n = 0;
    std::size_t tests = 0;  ///< that the standard errors are counted by; 0: by the points

    /// The covariance has as many rows.
    std::size_t fitted() const {
        const std::size_t n_form = parameters.size();
        return covariance.size() > n_form * n_form ? n_form + 1 : n_form;
    }
    /// Of parameter k, C_f last.
    double standard_error(std::size_t k) const { return std::sqrt(covariance[k * fitted() + k]); }
    bool is_too_stiff() const { return p_form < too_stiff_below; }

    /// p_form is the probability, where the form follows the tip, of residuals (one of each test in
    /// each class) that have so few runs of one sign along the depth (Wald and Wolfowitz 1940, Ann.
    /// Math. Stat. 11, 147), or class means so far from 0 against the scatter within the classes:
    /// the smaller of the two, twice. Of tests with many depths see form_of_tests.hpp. Below this
    /// the form is too stiff.
    static constexpr double too_stiff_below = 0.01;
};

/// A_contact = pi/4 (S'/(beta E_r))² with 1/S' = 1/S - C_f at h_c = h - C_f F - epsilon F/S'; least
/// squares of A(h_c)/A_contact - 1. `terms` of the polynomial: 0 = the fewest whose residual is
/// within 2 % of that of up to 6, positive and rising over the range. Where the scatter within
/// classes of depth goes with a power of the depth (by more than 3 standard errors of the
/// exponent), the squares are weighted by it. Valid over the longest run of classes whose mean of
/// E is within 1 GPa of the reference (1/72 of it, where that is more), or within 2 of its
/// standard errors; without such a run of two depths there is no range.
///
/// With options.frame fitted, C_f is a parameter of the same least squares, whose residuals are
/// then those of what was measured, 2 (1 - S (C_f + sqrt(pi)/(2 beta E_r sqrt(A(h_c))))): those of
/// the area become small by any compliance that makes all contacts alike. The given C_f is its
/// start, as it is that of from_load. A second material sets C_f apart from the area: at one depth
/// the two contacts have one area and two stiffnesses. SND-A034 fewer depths than parameters + 1,
/// SND-A035 a negative compliance, SND-A036 no such function fits.
Result<AreaCalibration> calibrate_area(std::span<const CalibrationPoint> points,
                                       double C_f_nm_per_uN, AreaForm form, int terms,
                                       const CalibrationOptions& options);

/// One form of many fitted to the same unloadings.
struct RankedForm {
    AreaForm form = AreaForm::polynomial;
    int terms = 0;
    std::optional<AreaCalibration> found;
    std::string refusal;  ///< why not
};

/// All forms and polynomials of 1 to 9 terms, the smallest AICc first, what was refused last. AICc
/// counts as many independent residuals as the correlation of neighbours leaves to the form with
/// the smallest sum of squares.
std::vector<RankedForm> rank_forms(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                                   const CalibrationOptions& options);

}  // namespace sneddon
