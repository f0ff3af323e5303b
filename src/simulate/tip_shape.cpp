#include "simulate/tip_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

TipShape::TipShape(const SimulatedTip& tip)
    : radius_nm_(tip.radius_nm),
      tan_angle_(std::tan(radians(tip.half_angle_deg))),
      tangent_depth_nm_(tip.radius_nm * (1 - std::sin(radians(tip.half_angle_deg)))),
      tangent_radius_nm_(tip.radius_nm * std::cos(radians(tip.half_angle_deg))) {}

// R - sqrt(R^2 - a^2) without its cancellation at small a.
double TipShape::contact_depth_nm(double a_nm) const {
    if (a_nm > tangent_radius_nm_)
        return tangent_depth_nm_ + (a_nm - tangent_radius_nm_) / tan_angle_;
    const double squared = a_nm * a_nm;
    return squared > 0 ? squared / (radius_nm_ + std::sqrt(radius_nm_ * radius_nm_ - squared)) : 0;
}

double TipShape::contact_depth_slope(double a_nm) const {
    if (a_nm > tangent_radius_nm_) return 1 / tan_angle_;
    return a_nm / std::sqrt(radius_nm_ * radius_nm_ - a_nm * a_nm);
}

double TipShape::contact_radius_nm(double h_c_nm) const {
    const double h = std::max(h_c_nm, 0.0);
    if (h > tangent_depth_nm_) return tangent_radius_nm_ + (h - tangent_depth_nm_) * tan_angle_;
    return std::sqrt(h * (2 * radius_nm_ - h));
}

double TipShape::elastic_pressure_GPa(double a_nm, double E_r_GPa) const {
    if (radius_nm_ > 0) return 4 * E_r_GPa * a_nm / (3 * std::numbers::pi * radius_nm_);
    return E_r_GPa / (2 * tan_angle_);
}

}  // namespace sneddon
