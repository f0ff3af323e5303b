#include "pipeline/curve_preview.hpp"

#include <algorithm>
#include <cmath>

#include "model/complete_points.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_points = 400;

std::vector<std::size_t> shape_keeping_points(const Curve& curve,
                                              const std::vector<Segment>& segments) {
    std::vector<std::size_t> kept;
    if (curve.size() <= most_points) {
        for (std::size_t i = 0; i < curve.size(); ++i) kept.push_back(i);
        return kept;
    }
    kept = {0, curve.size() - 1};
    for (const Segment& segment : segments)
        if (kept.size() < most_points / 4) kept.push_back(segment.begin);
    const std::size_t parts = (most_points - kept.size()) / 2;
    const auto depth = curve.depth_nm.begin();
    for (std::size_t part = 0; part < parts; ++part) {
        const auto begin = depth + static_cast<std::ptrdiff_t>(curve.size() * part / parts);
        const auto end = depth + static_cast<std::ptrdiff_t>(curve.size() * (part + 1) / parts);
        const auto [lowest, highest] = std::minmax_element(begin, end);
        kept.push_back(static_cast<std::size_t>(lowest - depth));
        kept.push_back(static_cast<std::size_t>(highest - depth));
    }
    std::ranges::sort(kept);
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

void add_fit(const FittedUnloading& fit, CurvePreview& preview) {
    if (!fit.is_fitted) return;
    constexpr int intervals = 40;
    for (int i = 0; i <= intervals; ++i) {
        const double load_uN = fit.P_low_uN + (fit.P_high_uN - fit.P_low_uN) * i / intervals;
        preview.fit_load_uN.push_back(load_uN);
        preview.fit_depth_nm.push_back(fit.h_p_nm +
                                       fit.k_nm * std::pow(load_uN / fit.F_ref_uN, 1 / fit.m));
    }
}

}  // namespace

CurvePreview curve_preview(const Test& test, const TestResult& result, const CycleResult& cycle,
                           std::string test_id) {
    const CompletePoints complete(test);
    const Curve& curve = complete.test().curve;
    const CurveChange& change = result.correction.change;
    CurvePreview preview;
    preview.test_id = std::move(test_id);
    for (const std::size_t i : shape_keeping_points(curve, result.segments)) {
        preview.time_s.push_back(curve.time_s[i]);
        preview.depth_nm.push_back(
            change.depth_nm(curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]));
        preview.load_uN.push_back(change.load_uN(curve.load_uN[i]));
    }
    for (const Segment& segment : result.segments)
        preview.segments.push_back(
            {segment.kind, curve.time_s[segment.begin], curve.time_s[segment.end - 1]});
    add_fit(cycle.fit, preview);
    return preview;
}

}  // namespace sneddon
