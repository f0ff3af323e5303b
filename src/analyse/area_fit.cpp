#include "area_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sneddon/numeric/levenberg_marquardt.hpp"

namespace sneddon {
namespace {

constexpr double degree = std::numbers::pi / 180;

double rms(double ssr, std::size_t n) {
    return std::sqrt(ssr / static_cast<double>(n));
}

/// h^(2/2^k): h², h, h^(1/2), ...
double term(double h_nm, std::size_t k) {
    return std::pow(h_nm, 2 / std::exp2(static_cast<double>(k)));
}

/// A and its derivatives with respect to radius and half-angle (radians).
struct CapCone {
    double A, by_radius, by_angle;
};

CapCone cap_cone(double h, double R, double angle) {
    constexpr double pi = std::numbers::pi;
    const double sine = std::sin(angle), tangent = std::tan(angle);
    if (h <= R * (1 - sine)) return {pi * h * (2 * R - h), 2 * pi * h, 0};
    const double missing = 1 / sine - 1;
    const double a = tangent * (h + R * missing);
    const double cosine = std::cos(angle);
    const double a_by_angle =
        (h + R * missing) / (cosine * cosine) - tangent * R * cosine / (sine * sine);
    return {pi * a * a, 2 * pi * a * tangent * missing, 2 * pi * a * a_by_angle};
}

}  // namespace

// The columns are scaled to 1 at the deepest point; the problem is linear, one step solves it.
std::optional<AreaFit> fit_area_polynomial(const ContactAreas& areas, int terms) {
    const std::size_t n = areas.h_c_nm.size(), count = static_cast<std::size_t>(terms);
    if (n <= count) return std::nullopt;
    const double deepest = std::ranges::max(areas.h_c_nm), largest = std::ranges::max(areas.A_nm2);
    std::vector<double> start(count, 0.0), scale(count);
    start[0] = 1;
    for (std::size_t k = 0; k < count; ++k) scale[k] = largest / term(deepest, k);
    const auto residuals = [&](std::span<const double> p, std::span<double> r,
                               std::span<double> jacobian) {
        for (std::size_t i = 0; i < n; ++i) {
            r[i] = -1;
            for (std::size_t k = 0; k < count; ++k) {
                const double column = scale[k] * term(areas.h_c_nm[i], k) / areas.A_nm2[i];
                r[i] += p[k] * column;
                jacobian[i * count + k] = column;
            }
        }
    };
    LevenbergMarquardtOptions options;
    options.first_dampings = {1e-3};
    const auto found = levenberg_marquardt(residuals, start, n, options);
    if (!found.is_converged() || std::isnan(found.covariance[0])) return std::nullopt;
    AreaFit fit;
    fit.area.kind = AreaFunction::Kind::polynomial;
    fit.area.coefficients = {};
    fit.residual_rms = rms(found.ssr, n);
    for (std::size_t k = 0; k < count; ++k) {
        fit.area.coefficients[k] = scale[k] * found.parameters[k];
        fit.parameters.push_back(fit.area.coefficients[k]);
    }
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t k = 0; k < count; ++k)
            fit.covariance.push_back(scale[j] * scale[k] * found.covariance[j * count + k]);
    return fit;
}

std::optional<AreaFit> fit_cap_cone(const ContactAreas& areas) {
    const std::size_t n = areas.h_c_nm.size();
    if (n <= 2) return std::nullopt;
    // The radius in units of the deepest contact, so that both parameters are near 1.
    const double unit = std::ranges::max(areas.h_c_nm);
    const auto residuals = [&](std::span<const double> p, std::span<double> r,
                               std::span<double> jacobian) {
        for (std::size_t i = 0; i < n; ++i) {
            const bool is_valid = p[0] > 0 && p[1] > 0.05 && p[1] < 1.55;
            const CapCone at = is_valid ? cap_cone(areas.h_c_nm[i], unit * p[0], p[1])
                                        : CapCone{std::nan(""), 0, 0};
            r[i] = at.A / areas.A_nm2[i] - 1;
            jacobian[2 * i] = unit * at.by_radius / areas.A_nm2[i];
            jacobian[2 * i + 1] = at.by_angle / areas.A_nm2[i];
        }
    };
    const std::vector<double> start = {100 / unit, 70.3 * degree};
    const auto found = levenberg_marquardt(residuals, start, n);
    if (!found.is_converged() || std::isnan(found.covariance[0])) return std::nullopt;
    AreaFit fit;
    fit.area.kind = AreaFunction::Kind::cap_cone;
    fit.area.coefficients = {};
    fit.area.radius_nm = unit * found.parameters[0];
    fit.area.half_angle_deg = found.parameters[1] / degree;
    fit.parameters = {fit.area.radius_nm, fit.area.half_angle_deg};
    const double mixed = unit / degree * found.covariance[1];
    fit.covariance = {unit * unit * found.covariance[0], mixed, mixed,
                      found.covariance[3] / degree / degree};
    fit.residual_rms = rms(found.ssr, n);
    return fit;
}

}  // namespace sneddon
