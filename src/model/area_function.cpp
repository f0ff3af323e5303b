#include "sneddon/model/area_function.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// A(h) and dA/dh.
struct AreaAt {
    double nm2, slope_nm;
};

// The terms of a calibrated tip are of both signs and 1e3 to 1e5 times larger than their sum, so
// the rounding of each addition is kept (Neumaier 1974).
class TermSum {
  public:
    void add(double term) {
        const double next = sum_ + term;
        lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    double value() const { return sum_ + lost_; }

  private:
    double sum_ = 0, lost_ = 0;
};

// The powers 1/2, 1/4, ... are repeated square roots: correctly rounded on every machine, which
// std::pow is not.
AreaAt polynomial(const std::array<double, 9>& coefficients, double h_nm) {
    TermSum area, slope;
    area.add(coefficients[0] * (h_nm * h_nm));
    slope.add(2 * coefficients[0] * h_nm);
    double power = h_nm, exponent = 1;
    for (std::size_t k = 1; k < coefficients.size(); ++k) {
        area.add(coefficients[k] * power);
        slope.add(coefficients[k] * power * (exponent / h_nm));
        power = std::sqrt(power);
        exponent /= 2;
    }
    return {area.value(), slope.value()};
}

// Sphere of radius R down to the depth where the cone touches it, then the cone, whose own tip
// would lie a distance D above the tip of the sphere.
AreaAt cap_cone(double radius_nm, double half_angle_deg, double h_nm) {
    using std::numbers::pi;
    const double angle = half_angle_deg * pi / 180;
    const double tangent_depth_nm = radius_nm * (1 - std::sin(angle));
    if (h_nm <= tangent_depth_nm)
        return {pi * h_nm * (2 * radius_nm - h_nm), 2 * pi * (radius_nm - h_nm)};
    const double missing_tip_nm = radius_nm * (1 / std::sin(angle) - 1);
    const double contact_radius_nm = std::tan(angle) * (h_nm + missing_tip_nm);
    return {pi * contact_radius_nm * contact_radius_nm,
            2 * pi * std::tan(angle) * contact_radius_nm};
}

AreaAt thurn_cook(double radius_nm, double half_angle_deg, double h_nm) {
    using std::numbers::pi;
    const double tangent = std::tan(half_angle_deg * pi / 180);
    const double cone_nm = tangent * h_nm;
    const double root_nm = std::sqrt(cone_nm * cone_nm + 8 * radius_nm * h_nm);
    const double contact_radius_nm = (cone_nm + root_nm) / 2;
    const double radius_slope = (tangent + (tangent * cone_nm + 4 * radius_nm) / root_nm) / 2;
    return {pi * contact_radius_nm * contact_radius_nm, 2 * pi * radius_slope * contact_radius_nm};
}

AreaAt sphere(double radius_nm, double h_nm) {
    using std::numbers::pi;
    if (h_nm > radius_nm) return {nan, nan};
    return {pi * h_nm * (2 * radius_nm - h_nm), 2 * pi * (radius_nm - h_nm)};
}

AreaAt sphero_cone(double radius_nm, double half_angle_deg, double h_nm) {
    using std::numbers::pi;
    const double tangent = std::tan(half_angle_deg * pi / 180), squared = tangent * tangent;
    return {pi * h_nm * (2 * radius_nm + squared * h_nm), 2 * pi * (radius_nm + squared * h_nm)};
}

AreaAt area_at(const AreaFunction& area, double h_c_nm) {
    switch (area.kind) {
        case AreaFunction::Kind::cap_cone:
            return cap_cone(area.radius_nm, area.half_angle_deg, h_c_nm);
        case AreaFunction::Kind::thurn_cook:
            return thurn_cook(area.radius_nm, area.half_angle_deg, h_c_nm);
        case AreaFunction::Kind::sphere:
            return sphere(area.radius_nm, h_c_nm);
        case AreaFunction::Kind::sphero_cone:
            return sphero_cone(area.radius_nm, area.half_angle_deg, h_c_nm);
        case AreaFunction::Kind::of_file:
            return {nan, nan};
        case AreaFunction::Kind::ideal:
        case AreaFunction::Kind::polynomial:
            break;
    }
    return polynomial(area.coefficients, h_c_nm);
}

Error not_an_area_function(const std::string& found) {
    return {"SND-U010", "area function", found,
            "coefficients \"C0,C1,...\" (at most 9), \"ideal\", \"sphere:R_nm\", "
            "\"cap-cone:R_nm[:angle_deg]\", \"sphero-cone:R_nm[:angle_deg]\" or "
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
    const std::size_t most = kind == AreaFunction::Kind::sphere ? 2 : 3;
    if (fields.size() < 2 || fields.size() > most)
        return not_an_area_function(
            fmt::format("'{}' is no radius{}", text, most == 3 ? " with an angle" : ""));
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

bool has_radius(AreaFunction::Kind kind) {
    using Kind = AreaFunction::Kind;
    return kind == Kind::cap_cone || kind == Kind::thurn_cook || kind == Kind::sphere ||
           kind == Kind::sphero_cone;
}

std::optional<double> known_tip_radius_nm(const AreaFunction& area) {
    return has_radius(area.kind) ? area.radius_nm : area.tip_radius_nm;
}

double projected_area_nm2(const AreaFunction& area, double h_c_nm) {
    if (!(h_c_nm > 0) || !std::isfinite(h_c_nm)) return nan;
    const double found_nm2 = area_at(area, h_c_nm).nm2;
    return found_nm2 > 0 && std::isfinite(found_nm2) ? found_nm2 : nan;
}

double log_area_slope_per_nm(const AreaFunction& area, double h_c_nm) {
    const AreaAt at = area_at(area, h_c_nm);
    return h_c_nm > 0 && at.nm2 > 0 ? at.slope_nm / at.nm2 : nan;
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
    using Kind = AreaFunction::Kind;
    constexpr std::array<std::pair<std::string_view, Kind>, 4> rounded = {
        {{"cap-cone", Kind::cap_cone},
         {"thurn-cook", Kind::thurn_cook},
         {"sphero-cone", Kind::sphero_cone},
         {"sphere", Kind::sphere}}};
    for (const auto& [name, kind] : rounded)
        if (given.starts_with(name)) return parse_rounded_cone(kind, given);

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
