// Projected contact area of the tip against contact depth.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// polynomial: A = C0 h² + C1 h + C2 h^(1/2) + ... + C8 h^(1/128) (Oliver and Pharr 1992, eq. 20).
/// cap_cone: sphere of radius R with a tangent cone of half-angle alpha. thurn_cook: the harmonic
/// combination of a paraboloid of radius R and a cone, 1/h = 2R/a² + tan(alpha)/a, in the spirit of
/// Thurn and Cook (2002, J. Mater. Res. 17, 1143), here exact at any depth: a = (h tan(alpha) +
/// sqrt(h² tan²(alpha) + 8 R h))/2, A = pi a². sphere: A = pi (2 R h - h²), none beyond R.
/// sphero_cone: the hyperboloid of revolution with the end radius R and the asymptotic cone,
/// A = pi (2 R h + h² tan²(alpha)): a sphere that goes over into a cone without an edge of its
/// curvature. ideal is the polynomial with C0 = 24.5 and is used only when asked for by name.
/// of_file: that of the instrument, as each file states it; no area before a test's own has taken
/// its place.
struct AreaFunction {
    enum class Kind { ideal, polynomial, cap_cone, thurn_cook, of_file, sphere, sphero_cone };
    Kind kind = Kind::ideal;
    std::array<double, 9> coefficients{24.5};  ///< C0 (nm²/nm²), C1 (nm²/nm), ...
    double radius_nm = 0;
    double half_angle_deg = 70.2996;
    std::optional<double> tip_radius_nm;  ///< that a tip file states
    std::optional<double> h_c_min_nm;     ///< range the user calibrated
    std::optional<double> h_c_max_nm;
    std::string source;  ///< "tip.ara", "--area-function ideal", ...
};

/// A form that a radius describes: all but ideal, polynomial and of_file.
bool has_radius(AreaFunction::Kind kind);

/// Radius of the end of the tip: that of such a form, or what the tip file states.
std::optional<double> known_tip_radius_nm(const AreaFunction& area);

/// A_p in nm² at contact depth h_c in nm; NaN for h_c <= 0 and where the polynomial is not
/// positive.
double projected_area_nm2(const AreaFunction& area, double h_c_nm);

/// d ln A / d h_c, exact: 2/h_c of a cone, 1/h_c of a paraboloid; NaN where there is no area.
double log_area_slope_per_nm(const AreaFunction& area, double h_c_nm);

/// "24.5,2460.6,..." | "ideal" | "of-file" | "cap-cone:300" | "cap-cone:300:70.3" |
/// "thurn-cook:..." and "sphero-cone:..." alike | "sphere:6000"; a file name is not handled here
/// (see read_area_function_file). Error: SND-U010.
Result<AreaFunction> parse_area_function(const std::string& text);

}  // namespace sneddon
