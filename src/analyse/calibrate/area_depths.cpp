#include "analyse/calibrate/area_depths.hpp"

#include <cmath>
#include <optional>

namespace sneddon {
namespace {

/// The depth at which the tip has `A_nm2`: ln A is nearly a line in ln h, of slope 1 to 2.
std::optional<double> depth_of_area_nm(const AreaFunction& area, double A_nm2, double start_nm) {
    constexpr int most_steps = 60;
    constexpr double near = 1e-8;  // from there a step of Newton leaves rounding
    double h = start_nm;
    for (int step = 0; step < most_steps; ++step) {
        const double missing = std::log(A_nm2 / projected_area_nm2(area, h));
        const double slope = h * log_area_slope_per_nm(area, h);
        if (!std::isfinite(missing) || !(slope > 0)) return std::nullopt;
        h *= std::exp(missing / slope);
        if (std::abs(missing) <= near) return h;
    }
    return std::nullopt;
}

/// What a contact's residual is per share of S: ln A goes with twice of it, h_c, which has
/// epsilon F/S in it, the other way.
double by_stiffness(double slope_per_nm, const CalibrationPoint& point, double C_f,
                    double epsilon) {
    return 2 - slope_per_nm * epsilon * point.F_uN * (1 / point.S_uN_per_nm - C_f);
}

/// Of r², and what it grows with: each mean once 1.
struct Squares {
    std::vector<double> residual, stiffness, surface;
};

/// Shares p and q of E(r²) = p x + q y by Fisher scoring: least squares with the weights of the
/// variance before; a share that would be negative is 0.
void score(const Squares& of, double& p, double& q) {
    double xx = 0, xy = 0, yy = 0, xr = 0, yr = 0;
    for (std::size_t i = 0; i < of.residual.size(); ++i) {
        const double x = of.stiffness[i], y = of.surface[i], variance = p * x + q * y;
        const double w = 1 / (variance * variance);
        xx += w * x * x;
        xy += w * x * y;
        yy += w * y * y;
        xr += w * x * of.residual[i];
        yr += w * y * of.residual[i];
    }
    const double scale = xx * yy - xy * xy;
    p = scale > 0 ? (xr * yy - yr * xy) / scale : xr / xx;
    q = scale > 0 ? (yr * xx - xr * xy) / scale : 0;
    if (p <= 0) p = 0, q = yr / yy;
    if (q <= 0) q = 0, p = xr / xx;
}

/// Divides by the mean and returns it.
double taken_out_mean(std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    const double mean = sum / static_cast<double>(values.size());
    for (double& value : values) value /= mean;
    return mean;
}

}  // namespace

ScatterOrigin scatter_origin(const ContactAreas& areas, const AreaFunction& area, double epsilon) {
    constexpr int rounds = 50;
    Squares squares;
    for (std::size_t i = 0; i < areas.h_c_nm.size(); ++i) {
        const auto depth = depth_of_area_nm(area, areas.A_nm2[i], areas.h_c_nm[i]);
        if (!depth) continue;
        const double slope = log_area_slope_per_nm(area, *depth);
        const double residual = slope * (areas.h_c_nm[i] - *depth);
        const double by_S = by_stiffness(slope, areas.points[i], areas.C_f_nm_per_uN, epsilon);
        squares.residual.push_back(residual * residual);
        squares.stiffness.push_back(by_S * by_S);
        squares.surface.push_back(slope * slope);
    }
    if (squares.residual.empty()) return {};
    const double of_residual = taken_out_mean(squares.residual);
    const double of_stiffness = taken_out_mean(squares.stiffness);
    const double of_surface = taken_out_mean(squares.surface);
    if (!(of_residual > 0)) return {};
    double p = 0.5, q = 0.5;
    for (int round = 0; round < rounds; ++round) score(squares, p, q);
    return {std::sqrt(p * of_residual / of_stiffness), std::sqrt(q * of_residual / of_surface)};
}

void place(ContactAreas& areas, const AreaFunction& area, const ScatterOrigin& origin,
           double epsilon) {
    for (std::size_t i = 0; i < areas.h_c_nm.size(); ++i) {
        const double h_c = areas.h_c_nm[i];
        double h = h_c;
        if (const auto depth = depth_of_area_nm(area, areas.A_nm2[i], h_c)) {
            const double slope = log_area_slope_per_nm(area, *depth);
            const double by_S = by_stiffness(slope, areas.points[i], areas.C_f_nm_per_uN, epsilon);
            const double of_S = by_S * origin.stiffness_relative;
            const double of_surface = slope * origin.surface_nm;
            const double variance = of_S * of_S + of_surface * of_surface;
            // That of A is 2 s_S: so the depth and the residual are not correlated.
            const double share = variance > 0 ? 2 * origin.stiffness_relative * of_S / variance : 0;
            h = *depth + share * (h_c - *depth);
        }
        areas.depth_nm[i] = h;
        areas.area_there_nm2[i] = projected_area_nm2(area, h);
        areas.slope_per_nm[i] = log_area_slope_per_nm(area, h);
        areas.residual[i] =
            std::log(areas.area_there_nm2[i] / areas.A_nm2[i]) + areas.slope_per_nm[i] * (h_c - h);
    }
    areas.is_placed = true;
}

}  // namespace sneddon
