// Load and depth at the peak, and the depths at the two ends of the hold.
#pragma once

#include "analyse/works.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Point of the peak: the last one of the hold, without a hold the last one of loading, without a
/// loading the first one of unloading; load and depth are then those of a parabola through the
/// first 5 points of it.
std::size_t peak_point(const Cycle& cycle);

/// F_max by the rule of the recipe.
double peak_load_uN(const Curve& curve, const Cycle& cycle, PeakLoadRule rule);

/// Depth at the peak: a line over the last 1 s of the hold, at its last point. Without a hold a
/// parabola through the last 0.2 s of loading, at its last point. At least 10 (5) points are used
/// where the sampling is coarse. By first_after_hold: that of the first point after it.
double depth_at_peak_nm(const Curve& curve, const Cycle& cycle,
                        PeakDepthRule rule = PeakDepthRule::end_of_hold);

/// Depth where the hold begins: a parabola through the last 0.2 s of loading, at the time its line
/// in load reaches F_max (after it the curve has infinite slope). NaN without a hold or without
/// loading.
double depth_at_hold_begin_nm(const Curve& curve, const Cycle& cycle, CreepStartRule rule,
                              double F_max_uN);

/// The points of the two depths above: value at `at_s` of a polynomial of this degree.
struct DepthEstimator {
    Segment part;
    int degree = 1;
    double at_s = 0;
};
DepthEstimator estimator_at_peak(const Curve& curve, const Cycle& cycle,
                                 PeakDepthRule rule = PeakDepthRule::end_of_hold);
DepthEstimator estimator_at_hold_begin(const Curve& curve, const Cycle& cycle, double F_max_uN);

/// What limits the works by the recipe, given the two depths.
WorkLimits work_limits(const Cycle& cycle, const AnalysisRecipe& recipe, double h_1_nm,
                       double h_peak_nm);

}  // namespace sneddon
