#include "correct/tare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "correct/residual_inflation.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

constexpr std::size_t least_points = 20;
constexpr double least_height_nm = 1;            // above the surface
constexpr double noise_multiple = 5;             // the same, in noise of the depth
constexpr double efficiency_of_median = 1.2533;  // its sd over that of the mean, normal values

// In errors of the distance, as for the slope of a baseline.
constexpr double significant_rise = 5;

/// Whether the quarter next to the surface lies above the line through the half far from it, as in
/// a contact, which bends upwards, and with no spring. `air`: by depth.
bool does_bend_up(const Curve& curve, std::span<const std::size_t> air) {
    std::vector<double> depth_nm, load_uN, residuals;
    for (const std::size_t i : air.first(air.size() / 2)) {
        depth_nm.push_back(curve.depth_nm[i]);
        load_uN.push_back(curve.load_uN[i]);
    }
    const LineFit line = fit_line(depth_nm, load_uN);
    double spread = 0;
    for (std::size_t k = 0; k < depth_nm.size(); ++k) {
        residuals.push_back(load_uN[k] - line_at(line, depth_nm[k]));
        spread += (depth_nm[k] - line.centre) * (depth_nm[k] - line.centre);
    }
    const auto near = air.last(air.size() / 4);
    const auto n = static_cast<double>(near.size());
    double rise_uN = 0, away_nm = 0;
    for (const std::size_t i : near) {
        rise_uN += (curve.load_uN[i] - line_at(line, curve.depth_nm[i])) / n;
        away_nm += (curve.depth_nm[i] - line.centre) / n;
    }
    const double variance =
        1 / n + 1 / static_cast<double>(depth_nm.size()) + away_nm * away_nm / spread;
    return rise_uN >
           significant_rise * inflation_of(residuals) * line.residual_sd * std::sqrt(variance);
}

/// A ramp is found from 1 % of the load on. A load that grows with its rate reaches that when the
/// tip is deep in the surface already: those points are no air.
void leave_out_contact(const Curve& curve, std::vector<std::size_t>& air) {
    std::ranges::stable_sort(air, {}, [&](std::size_t i) { return curve.depth_nm[i]; });
    while (air.size() >= least_points && does_bend_up(curve, air)) air.resize(air.size() / 2);
    if (air.size() < least_points) air.clear();
    std::ranges::sort(air);
}

Correction no_tare(const std::string& evidence) {
    return {"tare", 0, 0, "uN", "none", evidence, false, false};
}

}  // namespace

std::vector<std::size_t> points_in_air(const Curve& curve, const Cycle& first,
                                       double noise_depth_nm) {
    std::vector<std::size_t> air;
    const std::size_t begin = first.load.begin;
    if (begin >= curve.size()) return air;
    const double surface_nm =
        curve.depth_nm[begin] - std::max(least_height_nm, noise_multiple * noise_depth_nm);
    for (std::size_t i = 0; i < begin; ++i)
        if (curve.depth_nm[i] < surface_nm) air.push_back(i);
    if (air.size() >= least_points) leave_out_contact(curve, air);
    return air;
}

Correction find_tare(const Curve& curve, const std::vector<std::size_t>& air,
                     const CorrectionRecipe& recipe) {
    if (recipe.tare == TareRule::none) return no_tare("the load of the file stands");
    if (recipe.tare == TareRule::value)
        return {"tare", recipe.load_offset_uN, 0, "uN", "value", "given", true, false};
    if (air.size() < least_points)
        return no_tare(fmt::format("{} samples in the air before contact, {} are needed",
                                   air.size(), least_points));
    std::vector<double> load;
    for (std::size_t k = air.size() / 2; k < air.size(); ++k) load.push_back(curve.load_uN[air[k]]);
    const double spread_uN = robust_sd(load);
    const double r = lag_one_autocorrelation(load);
    const double n = effective_count(static_cast<double>(load.size()), std::isnan(r) ? 0 : r);
    const std::size_t points = load.size();
    const double median_uN = median(load);
    return {"tare",
            median_uN,
            efficiency_of_median * spread_uN / std::sqrt(std::max(n, 1.0)),
            "uN",
            "air",
            fmt::format("median of {} samples in the air before contact, spread {:.3g} uN", points,
                        spread_uN),
            true,
            false};
}

}  // namespace sneddon
