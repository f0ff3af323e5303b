#include "analyse/calibrate/area_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double degrees_per_radian = 180 / pi;
constexpr double beyond_the_deepest = 1.01;         // of it, the least radius a sphere starts from
constexpr double start_angles[] = {0.5, 0.9, 1.2};  // half-angles of 29, 52 and 69 deg
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

AreaAt sphere(double h, double R) {
    if (h > R) return {nan, 0, {}};
    return {pi * h * (2 * R - h), 2 * pi * (R - h), {2 * pi * h, 0}};
}

AreaAt sphero_cone(double h, double R, double angle) {
    const double tangent = std::tan(angle), cosine = std::cos(angle);
    const double squared = tangent * tangent;
    return {pi * h * (2 * R + squared * h),
            2 * pi * (R + squared * h),
            {2 * pi * h, 2 * pi * h * h * tangent / (cosine * cosine)}};
}

AreaAt rounded(AreaForm form, double h, double R, double angle) {
    switch (form) {
        case AreaForm::thurn_cook:
            return thurn_cook(h, R, angle);
        case AreaForm::sphere:
            return sphere(h, R);
        case AreaForm::sphero_cone:
            return sphero_cone(h, R, angle);
        case AreaForm::cap_cone:
        case AreaForm::polynomial:
            break;
    }
    return cap_cone(h, R, angle);
}

AreaFunction::Kind kind_of(AreaForm form) {
    switch (form) {
        case AreaForm::cap_cone:
            return AreaFunction::Kind::cap_cone;
        case AreaForm::thurn_cook:
            return AreaFunction::Kind::thurn_cook;
        case AreaForm::sphere:
            return AreaFunction::Kind::sphere;
        case AreaForm::sphero_cone:
            return AreaFunction::Kind::sphero_cone;
        case AreaForm::polynomial:
            break;
    }
    return AreaFunction::Kind::polynomial;
}

}  // namespace

AreaShape::AreaShape(AreaForm form, int terms, double deepest_nm, double largest_nm2)
    : form_(form), deepest_nm_(deepest_nm), largest_nm2_(largest_nm2) {
    if (form == AreaForm::sphere) units_ = {deepest_nm};
    if (form != AreaForm::polynomial && form != AreaForm::sphere)
        units_ = {deepest_nm, degrees_per_radian};
    if (form != AreaForm::polynomial) return;
    for (std::size_t k = 0; k < static_cast<std::size_t>(terms); ++k)
        units_.push_back(largest_nm2 / std::pow(deepest_nm, exponent(k)));
}

std::vector<std::vector<double>> AreaShape::starts() const {
    if (form_ == AreaForm::polynomial) {
        std::vector<double> start(size(), 0.0);
        start[0] = 1;
        return {start};
    }
    // The sphere that has the largest area at the deepest contact.
    const double R = largest_nm2_ / (2 * pi * deepest_nm_) + deepest_nm_ / 2;
    if (form_ == AreaForm::sphere)
        return {{std::max(R, beyond_the_deepest * deepest_nm_) / units_[0]}};
    // A new Berkovich: 100 nm round, and the cone of its area, 70.3 degrees.
    std::vector<std::vector<double>> starts = {{100 / units_[0], 70.3 / degrees_per_radian}};
    for (const double angle : start_angles) starts.push_back({R / units_[0], angle});
    return starts;
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
    const double angle = size() > 1 ? p[1] : 1;
    if (!(p[0] > 0 && angle > least_angle && angle < largest_angle)) return {nan, 0, {}};
    found = rounded(form_, h_nm, units_[0] * p[0], angle);
    found.by[0] *= units_[0];
    return found;
}

AreaFunction AreaShape::function(std::span<const double> parameters) const {
    AreaFunction area;
    area.coefficients = {};
    area.kind = kind_of(form_);
    if (form_ == AreaForm::polynomial) {
        std::ranges::copy(parameters.first(size()), area.coefficients.begin());
        return area;
    }
    area.radius_nm = parameters[0];
    if (size() > 1) area.half_angle_deg = parameters[1];
    return area;
}

}  // namespace sneddon
