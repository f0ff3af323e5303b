#include "analyse/calibrate/area_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double degrees_per_radian = 180 / pi;
constexpr double least_angle = 0.05, largest_angle = 1.55;  // a needle of 3, a plate of 89 deg

/// Of h^(2/2^k): h², h, h^(1/2), ...
double exponent(std::size_t k) {
    return 2 / std::exp2(static_cast<double>(k));
}

/// By h, radius and half-angle (radians).
AreaAt cap_cone(double h, double R, double angle) {
    const double sine = std::sin(angle), tangent = std::tan(angle);
    if (h <= R * (1 - sine)) return {pi * h * (2 * R - h), 2 * pi * (R - h), {2 * pi * h, 0}};
    const double missing = 1 / sine - 1;
    const double a = tangent * (h + R * missing);
    const double cosine = std::cos(angle);
    const double a_by_angle =
        (h + R * missing) / (cosine * cosine) - tangent * R * cosine / (sine * sine);
    return {pi * a * a,
            2 * pi * a * tangent,
            {2 * pi * a * tangent * missing, 2 * pi * a * a_by_angle}};
}

AreaAt thurn_cook(double h, double R, double angle) {
    const double tangent = std::tan(angle), cosine = std::cos(angle), slope = tangent * h;
    const double root = std::sqrt(slope * slope + 8 * R * h);
    const double a = (slope + root) / 2;
    const double a_by_h = (tangent + (tangent * slope + 4 * R) / root) / 2;
    const double a_by_angle = (h + h * slope / root) / 2 / (cosine * cosine);
    return {pi * a * a, 2 * pi * a * a_by_h, {2 * pi * a * 2 * h / root, 2 * pi * a * a_by_angle}};
}

}  // namespace

AreaShape::AreaShape(AreaForm form, int terms, double deepest_nm, double largest_nm2)
    : form_(form) {
    if (form != AreaForm::polynomial) {
        units_ = {deepest_nm, degrees_per_radian};
        return;
    }
    for (std::size_t k = 0; k < static_cast<std::size_t>(terms); ++k)
        units_.push_back(largest_nm2 / std::pow(deepest_nm, exponent(k)));
}

std::vector<double> AreaShape::start() const {
    // A new Berkovich: 100 nm round, and the cone of its area, 70.3 degrees.
    if (form_ != AreaForm::polynomial) return {100 / units_[0], 70.3 / degrees_per_radian};
    std::vector<double> start(size(), 0.0);
    start[0] = 1;
    return start;
}

AreaAt AreaShape::at(std::span<const double> p, double h_nm) const {
    AreaAt found;
    if (form_ == AreaForm::polynomial) {
        for (std::size_t k = 0; k < size(); ++k) {
            const double column = units_[k] * std::pow(h_nm, exponent(k));
            found.A += p[k] * column;
            found.by_h += p[k] * exponent(k) * column / h_nm;
            found.by[k] = column;
        }
        return found;
    }
    if (!(p[0] > 0 && p[1] > least_angle && p[1] < largest_angle)) return {nan, 0, {}};
    const double radius_nm = units_[0] * p[0];
    found = form_ == AreaForm::cap_cone ? cap_cone(h_nm, radius_nm, p[1])
                                        : thurn_cook(h_nm, radius_nm, p[1]);
    found.by[0] *= units_[0];
    return found;
}

AreaFunction AreaShape::function(std::span<const double> parameters) const {
    AreaFunction area;
    area.coefficients = {};
    if (form_ == AreaForm::polynomial) {
        area.kind = AreaFunction::Kind::polynomial;
        std::ranges::copy(parameters.first(size()), area.coefficients.begin());
        return area;
    }
    area.kind =
        form_ == AreaForm::cap_cone ? AreaFunction::Kind::cap_cone : AreaFunction::Kind::thurn_cook;
    area.radius_nm = parameters[0];
    area.half_angle_deg = parameters[1];
    return area;
}

}  // namespace sneddon
