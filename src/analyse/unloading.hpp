// Stiffness from the unloading curve F = B (h - h_p)^m.
#pragma once

#include <cstddef>
#include <optional>

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct UnloadingOptions {
    FitSpace fit_space = FitSpace::depth_of_load;
    double window_high = 0.95;  ///< of F_max
    double window_low = 0.20;   ///< of F_max
    double m_min = 1.0;
    double m_max = 5.0;  ///< far above the 2 of a cone
    FinalDepthRule final_depth = FinalDepthRule::any;
    WindowRule window = WindowRule::of_load;
    std::size_t window_skip = 0;
    double window_points = 0.5;  ///< of the points of the unloading
    SlopeRule slope_at = SlopeRule::peak_load;
};

UnloadingOptions unloading_options(const AnalysisRecipe& recipe);

struct UnloadingFit {
    bool is_fitted = false;
    double h_p_nm = 0;  ///< final depth
    double m = 0;
    double h_at_F_max_nm = 0;
    /// (h - h_p)/(h_at_F_max - h_p) where the slope is S; none: at F_max.
    std::optional<double> slope_x;
    double S_uN_per_nm = 0;
    double rms_nm = 0;      ///< residual in depth; for P(h) the residual load over S
    std::size_t n = 0;      ///< points in the window
    std::size_t first = 0;  ///< first and last point of the window
    std::size_t last = 0;
    bool is_m_at_bound = false;
    bool is_h_p_at_bound = false;
};

/// Of the points of `unload` that analyse/unloading_window.hpp names. depth_of_load: least squares
/// in depth, the quantity that carries the noise of a load-controlled test, global in m.
/// load_of_depth: least squares in load. No fit for fewer than 6 points.
UnloadingFit fit_unloading(const Curve& curve, const Segment& unload, double F_max_uN,
                           const UnloadingOptions& options);

}  // namespace sneddon
