#include "analyse/unloading.hpp"

#include <cmath>
#include <vector>

#include "analyse/oliver_pharr.hpp"
#include "analyse/unloading_window.hpp"
#include "numeric/least_squares/pure_power_fit.hpp"
#include "numeric/least_squares/shifted_power_fit.hpp"
#include "sneddon/numeric/offset_power_fit.hpp"

namespace sneddon {
namespace {

struct Window {
    std::vector<double> load, depth_nm;  // load over F_max
};

Window points_in_window(const Curve& curve, const Segment& unload, double F_max_uN,
                        const UnloadingOptions& options, UnloadingFit& fit) {
    Window window;
    const auto points = points_of_window(curve, unload, F_max_uN, options);
    window.load.reserve(points.size());
    window.depth_nm.reserve(points.size());
    for (const std::size_t i : points) {
        window.load.push_back(curve.load_uN[i] / F_max_uN);
        window.depth_nm.push_back(curve.depth_nm[i]);
    }
    fit.n = points.size();
    if (points.empty()) return window;
    fit.first = points.front();
    fit.last = points.back();
    return window;
}

void fit_depth_of_load(const Window& window, const UnloadingOptions& options, UnloadingFit& fit) {
    const OffsetPowerFit power =
        fit_offset_power(window.load, window.depth_nm, {1 / options.m_max, 1 / options.m_min});
    fit.is_fitted = power.is_fitted && power.b > 0;
    fit.h_p_nm = power.a;
    fit.m = 1 / power.q;
    fit.h_at_F_max_nm = power.a + power.b;
    fit.rms_nm = std::sqrt(power.ssr / static_cast<double>(power.n));
    fit.is_m_at_bound = power.is_at_bound;
}

/// m by way of q, the exponent that both spaces and their uncertainties have in common.
void fit_load_of_depth(const Window& window, const UnloadingOptions& options, UnloadingFit& fit) {
    const ShiftedPowerFit power =
        fit_shifted_power(window.depth_nm, window.load, {options.m_min, options.m_max});
    fit.is_fitted = power.is_fitted;
    if (!fit.is_fitted) return;
    const double q = 1 / power.m, height_nm = std::pow(1 / power.B, q);
    fit.h_p_nm = power.x0;
    fit.m = 1 / q;
    fit.h_at_F_max_nm = power.x0 + height_nm;
    fit.rms_nm = std::sqrt(power.ssr / static_cast<double>(power.n)) * height_nm / power.m;
    fit.is_m_at_bound = power.is_at_bound;
}

/// The same with h_p = 0: an elastic recovery to below the surface was asked to be none.
void fit_from_depth_zero(const Window& window, const UnloadingOptions& options, UnloadingFit& fit) {
    const bool is_in_depth = options.fit_space == FitSpace::depth_of_load;
    const PurePowerFit power =
        is_in_depth
            ? fit_pure_power(window.load, window.depth_nm, 1 / options.m_max, 1 / options.m_min)
            : fit_pure_power(window.depth_nm, window.load, options.m_min, options.m_max);
    fit.is_fitted = power.is_fitted;
    fit.is_h_p_at_bound = true;
    fit.is_m_at_bound = power.is_at_bound;
    if (!fit.is_fitted) return;
    const double q = is_in_depth ? power.q : 1 / power.q;
    fit.h_p_nm = 0;
    fit.m = 1 / q;
    fit.h_at_F_max_nm = is_in_depth ? power.b : std::pow(1 / power.b, q);
    const double rms = std::sqrt(power.ssr / static_cast<double>(fit.n));
    fit.rms_nm = is_in_depth ? rms : rms * fit.h_at_F_max_nm * q;
}

}  // namespace

UnloadingOptions unloading_options(const AnalysisRecipe& recipe) {
    constexpr double half = 0.5;  // what NanoSuite's methods come with
    return {recipe.fit_space,
            recipe.window_high,
            recipe.window_low,
            recipe.m_min,
            recipe.m_max,
            recipe.final_depth,
            recipe.window,
            static_cast<std::size_t>(recipe.window_skip.value_or(0)),
            recipe.window_points.value_or(half),
            recipe.slope_at};
}

UnloadingFit fit_unloading(const Curve& curve, const Segment& unload, double F_max_uN,
                           const UnloadingOptions& options) {
    UnloadingFit fit;
    const Window window = points_in_window(curve, unload, F_max_uN, options, fit);
    if (fit.n < 6) return fit;
    if (options.fit_space == FitSpace::depth_of_load)
        fit_depth_of_load(window, options, fit);
    else
        fit_load_of_depth(window, options, fit);
    if (fit.is_fitted && fit.h_p_nm < 0 && options.final_depth == FinalDepthRule::not_negative)
        fit_from_depth_zero(window, options, fit);
    if (!fit.is_fitted) return fit;
    const double k_nm = fit.h_at_F_max_nm - fit.h_p_nm;
    const double x = (curve.depth_nm[fit.first] - fit.h_p_nm) / k_nm;
    if (options.slope_at == SlopeRule::begin_of_window && x > 0) fit.slope_x = x;
    fit.S_uN_per_nm = stiffness_uN_per_nm(fit.m, F_max_uN, k_nm, fit.slope_x);
    // A depth that stands still while the load falls, up to rounding, has no slope.
    constexpr double rounding = 1e-12;
    fit.is_fitted = std::isfinite(fit.S_uN_per_nm) && k_nm > rounding * std::abs(fit.h_at_F_max_nm);
    return fit;
}

}  // namespace sneddon
