#include "analyse/hertz.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "model/units.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

constexpr double least_share = 0.1;  // of the load at the end; below it the zero of load matters
constexpr std::size_t least_points = 10;

}  // namespace

HertzFit fit_hertz(const Curve& curve, std::size_t contact, std::size_t end) {
    HertzFit fit;
    if (end <= contact) return fit;
    std::vector<double> power, depth;
    const double least_uN = least_share * curve.load_uN[end - 1];
    if (!(least_uN > 0)) return fit;
    for (std::size_t i = contact; i < end; ++i) {
        if (curve.load_uN[i] < least_uN) continue;
        power.push_back(std::pow(curve.load_uN[i], 2.0 / 3));
        depth.push_back(curve.depth_nm[i]);
    }
    fit.n = power.size();
    if (fit.n < least_points) return fit;
    const LineFit line = fit_line(power, depth);
    fit.is_fitted = line.slope > 0;
    if (!fit.is_fitted) return fit;
    fit.h_0_nm = line_at(line, 0);
    fit.stiffness_uN_per_nm15 = std::pow(line.slope, -1.5);  // h - h_0 = (F/K)^(2/3)
    fit.rms_nm = line.residual_sd;
    return fit;
}

double hertz_modulus_GPa(const HertzFit& fit, double radius_nm) {
    // K = 4/3 E_r sqrt(R)
    return GPa_per_uN_per_nm2 * 0.75 * fit.stiffness_uN_per_nm15 / std::sqrt(radius_nm);
}

double hertz_pressure_GPa(double load_uN, double E_r_GPa, double radius_nm) {
    const double pi3 = std::numbers::pi * std::numbers::pi * std::numbers::pi;
    return std::cbrt(6 * GPa_per_uN_per_nm2 * load_uN * E_r_GPa * E_r_GPa /
                     (pi3 * radius_nm * radius_nm));
}

double hertz_largest_shear_GPa(double load_uN, double E_r_GPa, double radius_nm) {
    // At a depth of 0.48 contact radii, for a Poisson's ratio of 0.3 (Johnson 1985).
    return 0.31 * hertz_pressure_GPa(load_uN, E_r_GPa, radius_nm);
}

}  // namespace sneddon
