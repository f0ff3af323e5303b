#include "sneddon/model/area_function.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// The terms of a calibrated tip are of both signs and 1e3 to 1e5 times larger than their sum, so
// the rounding of each addition is kept (Neumaier 1974). The powers 1/2, 1/4, ... are repeated
// square roots: correctly rounded on every machine, which std::pow is not.
double polynomial_nm2(const std::array<double, 9>& coefficients, double h_nm) {
    double sum = 0, lost = 0;
    const auto add = [&](double term) {
        const double next = sum + term;
        lost += std::abs(sum) >= std::abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    };
    add(coefficients[0] * (h_nm * h_nm));
    double power = h_nm;
    for (std::size_t k = 1; k < coefficients.size(); ++k) {
        add(coefficients[k] * power);
        power = std::sqrt(power);
    }
    return sum + lost;
}

// Sphere of radius R down to the depth where the cone touches it, then the cone, whose own tip
// would lie a distance D above the tip of the sphere.
double cap_cone_nm2(double radius_nm, double half_angle_deg, double h_nm) {
    const double angle = half_angle_deg * std::numbers::pi / 180;
    const double tangent_depth_nm = radius_nm * (1 - std::sin(angle));
    if (h_nm <= tangent_depth_nm) return std::numbers::pi * h_nm * (2 * radius_nm - h_nm);
    const double missing_tip_nm = radius_nm * (1 / std::sin(angle) - 1);
    const double contact_radius_nm = std::tan(angle) * (h_nm + missing_tip_nm);
    return std::numbers::pi * contact_radius_nm * contact_radius_nm;
}

double thurn_cook_nm2(double radius_nm, double half_angle_deg, double h_nm) {
    const double slope = std::tan(half_angle_deg * std::numbers::pi / 180) * h_nm;
    const double contact_radius_nm = (slope + std::sqrt(slope * slope + 8 * radius_nm * h_nm)) / 2;
    return std::numbers::pi * contact_radius_nm * contact_radius_nm;
}

double area_nm2(const AreaFunction& area, double h_c_nm) {
    switch (area.kind) {
        case AreaFunction::Kind::cap_cone:
            return cap_cone_nm2(area.radius_nm, area.half_angle_deg, h_c_nm);
        case AreaFunction::Kind::thurn_cook:
            return thurn_cook_nm2(area.radius_nm, area.half_angle_deg, h_c_nm);
        case AreaFunction::Kind::of_file:
            return nan;
        case AreaFunction::Kind::ideal:
        case AreaFunction::Kind::polynomial:
            break;
    }
    return polynomial_nm2(area.coefficients, h_c_nm);
}

Error not_an_area_function(const std::string& found) {
    return {"SND-U010", "area function", found,
            "coefficients \"C0,C1,...\" (at most 9), \"ideal\", \"cap-cone:R_nm[:angle_deg]\" or "
            "\"thurn-cook:R_nm[:angle_deg]\"",
            "for example --area-function 24.5,2460.6 or --area-function tip.ara"};
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (true) {
        const std::size_t end = text.find(separator);
        found.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return found;
        text.remove_prefix(end + 1);
    }
}

Result<AreaFunction> parse_rounded_cone(AreaFunction::Kind kind, const std::string& text) {
    const auto fields = parts(text, ':');
    if (fields.size() < 2 || fields.size() > 3)
        return not_an_area_function(fmt::format("'{}' does not name a radius", text));
    AreaFunction area;
    area.kind = kind;
    area.coefficients = {};
    area.source = text;
    const auto radius = parse_number(fields[1]);
    if (!radius || !(*radius > 0) || !std::isfinite(*radius))
        return not_an_area_function(
            fmt::format("radius '{}' is not a positive number of nm", fields[1]));
    area.radius_nm = *radius;
    if (fields.size() == 2) return area;
    const auto angle = parse_number(fields[2]);
    if (!angle || !(*angle > 0 && *angle < 90))
        return not_an_area_function(
            fmt::format("half-angle '{}' is not between 0 and 90 degrees", fields[2]));
    area.half_angle_deg = *angle;
    return area;
}

}  // namespace

std::optional<double> known_tip_radius_nm(const AreaFunction& area) {
    if (area.kind == AreaFunction::Kind::cap_cone || area.kind == AreaFunction::Kind::thurn_cook)
        return area.radius_nm;
    return area.tip_radius_nm;
}

double projected_area_nm2(const AreaFunction& area, double h_c_nm) {
    if (!(h_c_nm > 0) || !std::isfinite(h_c_nm)) return nan;
    const double found_nm2 = area_nm2(area, h_c_nm);
    return found_nm2 > 0 && std::isfinite(found_nm2) ? found_nm2 : nan;
}

Result<AreaFunction> parse_area_function(const std::string& text) {
    const std::string given = lower_ascii(trimmed(text));
    if (given == "ideal") {
        AreaFunction ideal;
        ideal.source = given;
        return ideal;
    }
    if (given == "of-file") {
        AreaFunction of_file;
        of_file.kind = AreaFunction::Kind::of_file;
        of_file.source = given;
        return of_file;
    }
    if (given.starts_with("cap-cone"))
        return parse_rounded_cone(AreaFunction::Kind::cap_cone, given);
    if (given.starts_with("thurn-cook"))
        return parse_rounded_cone(AreaFunction::Kind::thurn_cook, given);

    const auto fields = parts(given, ',');
    AreaFunction area;
    area.kind = AreaFunction::Kind::polynomial;
    area.coefficients = {};
    area.source = given;
    if (fields.size() > area.coefficients.size())
        return not_an_area_function(fmt::format("{} coefficients", fields.size()));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto coefficient = parse_number(fields[i]);
        if (!coefficient || !std::isfinite(*coefficient))
            return not_an_area_function(fmt::format("'{}' is not a number", fields[i]));
        area.coefficients[i] = *coefficient;
    }
    if (std::ranges::all_of(area.coefficients, [](double c) { return c == 0; }))
        return not_an_area_function("every coefficient is 0");
    return area;
}

}  // namespace sneddon
