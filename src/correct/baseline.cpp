#include "correct/baseline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "correct/residual_inflation.hpp"
#include "correct/tare.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

constexpr std::size_t least_points = 20;  // as for the tare
constexpr double significant = 5;         // in errors of the slope
constexpr double least_change = 0.005;    // of F_max, over the depths of the test
constexpr double far_from_contact = 0.9;  // of the air: its end may touch the surface already

/// Points in the air by depth, the last tenth before contact left out.
std::vector<std::size_t> far_points(const Curve& curve, const Cycle& first, double noise_nm) {
    std::vector<std::size_t> air = points_in_air(curve, first, noise_nm);
    air.resize(static_cast<std::size_t>(far_from_contact * static_cast<double>(air.size())));
    return air;
}

double error_of_slope(const LineFit& line, std::span<const double> x, std::span<const double> y) {
    std::vector<double> residuals;
    double spread = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        residuals.push_back(y[i] - line_at(line, x[i]));
        spread += (x[i] - line.centre) * (x[i] - line.centre);
    }
    return inflation_of(residuals) * line.residual_sd / std::sqrt(spread);
}

}  // namespace

std::optional<Baseline> find_baseline(const Curve& curve, const Cycle& first, double noise_nm) {
    const std::vector<std::size_t> air = far_points(curve, first, noise_nm);
    if (air.size() < least_points) return std::nullopt;
    std::vector<double> depth_nm, load_uN;
    for (const std::size_t i : air) {
        depth_nm.push_back(curve.depth_nm[i]);
        load_uN.push_back(curve.load_uN[i]);
    }
    const LineFit line = fit_line(depth_nm, load_uN);
    const Baseline found{line.slope, error_of_slope(line, depth_nm, load_uN), line_at(line, 0),
                         air.size(), line.residual_sd};
    const double reach_nm = std::ranges::max(curve.depth_nm) - std::ranges::min(depth_nm);
    const double F_max_uN = std::ranges::max(curve.load_uN);
    const bool is_clear = std::abs(line.slope) > significant * found.u_slope_uN_per_nm;
    const bool does_matter = std::abs(line.slope) * reach_nm > least_change * F_max_uN;
    return is_clear && does_matter ? std::optional(found) : std::nullopt;
}

void take_off(const Baseline& baseline, Curve& curve) {
    for (std::size_t i = 0; i < curve.size(); ++i)
        curve.load_uN[i] -= baseline.load_uN(curve.depth_nm[i]);
}

Correction step_of(const Baseline& baseline, bool is_applied) {
    return {"baseline",
            baseline.slope_uN_per_nm,
            baseline.u_slope_uN_per_nm,
            "uN/nm",
            is_applied ? "air" : "none",
            fmt::format("slope of the load over {} samples in the air before contact, residual "
                        "{:.3g} uN",
                        baseline.points, baseline.residual_uN),
            is_applied,
            false};
}

Flag flag_of(const Baseline& baseline, bool is_applied) {
    return {
        "SND-C003", baseline.slope_uN_per_nm, significant * baseline.u_slope_uN_per_nm,
        fmt::format("the baseline is tilted: {:.4g} µN/nm in the air before contact, {}",
                    baseline.slope_uN_per_nm,
                    is_applied ? "taken off all loads" : "left in the loads as the recipe says")};
}

}  // namespace sneddon
