// Elastic contact with a sphere (Hertz 1882): what a test is before its first pop-in.
#pragma once

#include <cstddef>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// h = h_0 + k P^(2/3), P = 4/3 E_r sqrt(R) (h - h_0)^(3/2).
struct HertzFit {
    bool is_fitted = false;
    double h_0_nm = 0;
    double stiffness_uN_per_nm15 = 0;  ///< 4/3 E_r sqrt(R) = k^(-3/2)
    double rms_nm = 0;
    std::size_t n = 0;
};

/// Least squares in depth over the points of [contact, end) from 10 % of the load at the end on.
/// At least 10 points.
HertzFit fit_hertz(const Curve& curve, std::size_t contact, std::size_t end);

/// E_r in GPa of a Hertz contact with a sphere of radius R.
double hertz_modulus_GPa(const HertzFit& fit, double radius_nm);

/// p_0 = (6 P E_r^2/(pi^3 R^2))^(1/3), the pressure in the centre of a Hertz contact.
double hertz_pressure_GPa(double load_uN, double E_r_GPa, double radius_nm);

/// 0.31 p_0, at 0.48 contact radii below the surface (Johnson 1985, Contact Mechanics, eq. 3.46 and
/// 4.25, for nu = 0.3).
double hertz_largest_shear_GPa(double load_uN, double E_r_GPa, double radius_nm);

}  // namespace sneddon
