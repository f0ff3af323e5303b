#include "pipeline/curves/curve_preview.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "correct/baseline.hpp"
#include "correct/spikes.hpp"
#include "model/complete_points.hpp"
#include "pipeline/curves/thinned_curve.hpp"
#include "segment/find_segments.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_points = 400;
constexpr std::size_t most_drawn_points = 20000;

double depth_of_fit_nm(const FittedUnloading& fit, double load_uN) {
    return fit.h_p_nm + fit.k_nm * std::pow(load_uN / fit.F_ref_uN, 1 / fit.m);
}

void add_fit(const FittedUnloading& fit, CurvePreview& preview) {
    if (!fit.is_fitted) return;
    constexpr int intervals = 40;
    for (int i = 0; i <= intervals; ++i) {
        const double load_uN = fit.P_low_uN + (fit.P_high_uN - fit.P_low_uN) * i / intervals;
        preview.fit_load_uN.push_back(load_uN);
        preview.fit_depth_nm.push_back(depth_of_fit_nm(fit, load_uN));
    }
}

bool has_baseline_taken_off(const TestCorrection& correction) {
    return std::ranges::any_of(correction.steps, [](const Correction& step) {
        return step.what == "baseline" && step.is_applied;
    });
}

/// Corrected as for the analysis.
Curve as_corrected(const Test& test, Curve curve, const TestCorrection& correction) {
    if (has_baseline_taken_off(correction))
        if (const auto baseline = find_baseline(test.curve, find_segments(test).cycles.front(),
                                                noise_of(test.curve).depth_nm))
            take_off(*baseline, curve);
    return corrected_curve(curve, correction.change);
}

CurvePreview preview_of(Curve points, const Curve& curve, const TestResult& result,
                        const CycleResult& cycle, std::string test_id) {
    CurvePreview preview;
    preview.test_id = std::move(test_id);
    preview.time_s = std::move(points.time_s);
    preview.depth_nm = std::move(points.depth_nm);
    preview.load_uN = std::move(points.load_uN);
    for (const Segment& segment : result.segments)
        preview.segments.push_back(
            {segment.kind, curve.time_s[segment.begin], curve.time_s[segment.end - 1]});
    add_fit(cycle.fit, preview);
    return preview;
}

/// Single samples as they are: a mean would make the noise smaller than it was.
Curve every_nth(const Curve& curve, std::size_t step) {
    Curve points;
    for (std::size_t i = 0; i < curve.size(); i += step) {
        points.time_s.push_back(curve.time_s[i]);
        points.depth_nm.push_back(curve.depth_nm[i]);
        points.load_uN.push_back(curve.load_uN[i]);
    }
    return points;
}

struct Residuals {
    std::vector<double> depth_nm, residual_nm;
};

/// Of the points that were fitted.
Residuals residuals_of(const Curve& curve, const CycleResult& cycle) {
    Residuals residuals;
    const FittedUnloading& fit = cycle.fit;
    if (!fit.is_fitted) return residuals;
    for (std::size_t i = cycle.parts.unload.begin; i < cycle.parts.unload.end; ++i) {
        const double load_uN = curve.load_uN[i];
        if (!(load_uN >= fit.P_low_uN && load_uN <= fit.P_high_uN)) continue;
        residuals.depth_nm.push_back(curve.depth_nm[i]);
        residuals.residual_nm.push_back(curve.depth_nm[i] - depth_of_fit_nm(fit, load_uN));
    }
    return residuals;
}

void add_residuals(const Test& test, const TestResult& result, const CycleResult& cycle,
                   DrawnCurve& drawn) {
    // Single readings that stand out were not fitted.
    const Curve sound = without(
        find_spikes(test.curve, std::span(&cycle.parts, 1), noise_of(test.curve)), test.curve);
    const Residuals all = residuals_of(as_corrected(test, sound, result.correction), cycle);
    const std::size_t step = all.depth_nm.size() / most_drawn_points + 1;
    for (std::size_t i = 0; i < all.depth_nm.size(); i += step) {
        drawn.residual_depth_nm.push_back(all.depth_nm[i]);
        drawn.residual_nm.push_back(all.residual_nm[i]);
    }
}

}  // namespace

CurvePreview curve_preview(const Test& test, const TestResult& result, const CycleResult& cycle,
                           std::string test_id) {
    const CompletePoints complete(test);
    const Curve curve = as_corrected(complete.test(), complete.test().curve, result.correction);
    return preview_of(thinned_curve(curve, result.segments, most_points), curve, result, cycle,
                      std::move(test_id));
}

ResidualDensity fit_residuals(const Curve& corrected, const CycleResult& cycle) {
    const Residuals residuals = residuals_of(corrected, cycle);
    return residual_density(residuals.depth_nm, residuals.residual_nm);
}

DrawnCurve drawn_curve(const Test& test, const TestResult& result, const CycleResult& cycle,
                       std::string test_id) {
    const CompletePoints complete(test);
    const Curve curve = as_corrected(complete.test(), complete.test().curve, result.correction);
    const std::size_t step = curve.size() / most_drawn_points + 1;
    DrawnCurve drawn{
        preview_of(every_nth(curve, step), curve, result, cycle, std::move(test_id)), {}, {}};
    add_residuals(complete.test(), result, cycle, drawn);
    return drawn;
}

}  // namespace sneddon
