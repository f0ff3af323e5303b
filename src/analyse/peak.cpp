#include "analyse/peak.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "base/nan.hpp"
#include "base/numbers/column_sums.hpp"
#include "base/numbers/first_above.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

// Long enough to average noise, short enough for a parabola before the corner and, a creep rate
// that falls like 1/t, for a line at the end of a hold.
constexpr double loading_end_s = 0.2;
constexpr double hold_end_s = 1.0;
constexpr double rounding = 1e-9;  // of times that are multiples of a step
constexpr double reached = 0.995;  // of F_max
// Found from 15 of its results, 0.16 points of C_IT or less apart: Anton Paar's program begins
// here.
constexpr double before_end_s = 0.4;
// Of F_max: the ramp without its beginning and its rounded end.
constexpr double ramp_from = 0.5, ramp_to = 0.9;

/// The points of [begin, end) within the last `duration` of it, but at least `least` of them.
Segment last_part(const Curve& curve, const Segment& segment, double duration_s,
                  std::size_t least) {
    Segment part = segment;
    const double from_s = curve.time_s[segment.end - 1] - duration_s * (1 + rounding);
    const double before_from_s = std::nextafter(from_s, -std::numeric_limits<double>::infinity());
    if (part.size() <= least) return part;
    part.begin = first_above(curve.time_s, part.begin, part.end - least, before_from_s,
                             [](auto at, std::size_t i) { return at(i); });
    return part;
}

std::span<const double> view(const std::vector<double>& values, const Segment& part) {
    return std::span(values).subspan(part.begin, part.size());
}

double parabola_at_end_of_loading(const Curve& curve, const std::vector<double>& values,
                                  const Segment& load, double at_s) {
    const Segment part = last_part(curve, load, loading_end_s, 5);
    return fit_parabola(view(curve.time_s, part), view(values, part), at_s).value;
}

/// When the ramp reaches F_max. The corner is the last point of the ramp where the instrument
/// divided the curve (a segment of its file ends with it), the first of the hold or a time between
/// them where the load did.
double corner_s(const Curve& curve, const Cycle& cycle, double F_max_uN) {
    const double first_s = curve.time_s[cycle.load.end - 1];
    const double last_s = curve.time_s[cycle.hold.begin];
    const Segment part = last_part(curve, cycle.load, loading_end_s, 5);
    const LineFit ramp = fit_line(view(curve.time_s, part), view(curve.load_uN, part));
    if (!(ramp.slope > 0)) return last_s;
    return std::clamp(last_s + (F_max_uN - line_at(ramp, last_s)) / ramp.slope, first_s, last_s);
}

bool is_unloading_alone(const Cycle& cycle) {
    return cycle.hold.is_empty() && cycle.load.is_empty();
}

/// The first points of an unloading that stands alone: a parabola through them ends at the peak.
Segment begin_of_unloading(const Cycle& cycle) {
    constexpr std::size_t least = 5;  // as at the end of a loading
    Segment part = cycle.unload;
    part.end = std::min(part.end, part.begin + least);
    return part;
}

double parabola_at_begin_of_unloading(const Curve& curve, const std::vector<double>& values,
                                      const Cycle& cycle) {
    const Segment part = begin_of_unloading(cycle);
    return fit_parabola(view(curve.time_s, part), view(values, part), curve.time_s[part.begin])
        .value;
}

/// Of the load, over the middle of the ramp; 0 where there is no ramp.
double ramp_rate_uN_per_s(const Curve& curve, const Cycle& cycle, double F_max_uN) {
    Segment middle = cycle.load;
    const auto load_uN = [&](std::size_t i) { return curve.load_uN[i]; };
    while (middle.size() > 2 && load_uN(middle.begin) < ramp_from * F_max_uN) ++middle.begin;
    while (middle.size() > 2 && load_uN(middle.end - 1) > ramp_to * F_max_uN) --middle.end;
    const LineFit ramp = fit_line(view(curve.time_s, middle), view(curve.load_uN, middle));
    return std::max(ramp.slope, 0.0);
}

/// Depth of the first point with this load; NaN if there is none before the end of the hold.
double depth_where_reached_nm(const Curve& curve, const Cycle& cycle, double load_uN) {
    for (std::size_t i = cycle.load.begin; i < cycle.hold.end; ++i)
        if (curve.load_uN[i] >= load_uN) return curve.depth_nm[i];
    return nan;
}

}  // namespace

std::size_t peak_point(const Cycle& cycle) {
    if (is_unloading_alone(cycle)) return cycle.unload.begin;
    return (cycle.hold.is_empty() ? cycle.load.end : cycle.hold.end) - 1;
}

double peak_load_uN(const Curve& curve, const Cycle& cycle, PeakLoadRule rule) {
    const std::size_t peak = peak_point(cycle);
    if (rule == PeakLoadRule::last_of_hold) return curve.load_uN[peak];
    if (rule == PeakLoadRule::first_after_hold) return curve.load_uN[peak + 1];
    if (is_unloading_alone(cycle))
        return parabola_at_begin_of_unloading(curve, curve.load_uN, cycle);
    if (cycle.hold.is_empty())
        return parabola_at_end_of_loading(curve, curve.load_uN, cycle.load, curve.time_s[peak]);
    const auto load_uN = [&](auto at, std::size_t i) { return at(curve.load_uN, i); };
    return sum_of(cycle.hold.begin, cycle.hold.end, load_uN) /
           static_cast<double>(cycle.hold.size());
}

double depth_at_peak_nm(const Curve& curve, const Cycle& cycle, PeakDepthRule rule) {
    if (rule == PeakDepthRule::first_after_hold) return curve.depth_nm[peak_point(cycle) + 1];
    const double peak_s = curve.time_s[peak_point(cycle)];
    if (is_unloading_alone(cycle))
        return parabola_at_begin_of_unloading(curve, curve.depth_nm, cycle);
    if (cycle.hold.is_empty())
        return parabola_at_end_of_loading(curve, curve.depth_nm, cycle.load, peak_s);
    const Segment part = last_part(curve, cycle.hold, hold_end_s, 10);
    return line_at(fit_line(view(curve.time_s, part), view(curve.depth_nm, part)), peak_s);
}

double depth_at_hold_begin_nm(const Curve& curve, const Cycle& cycle, CreepStartRule rule,
                              double F_max_uN) {
    if (cycle.hold.is_empty() || cycle.load.is_empty()) return nan;
    const Segment last = last_part(curve, cycle.load, loading_end_s, 1);
    double begin_nm = nan;
    if (rule == CreepStartRule::before_end_of_ramp)
        begin_nm = depth_where_reached_nm(
            curve, cycle, F_max_uN - before_end_s * ramp_rate_uN_per_s(curve, cycle, F_max_uN));
    else if (rule == CreepStartRule::first_at_0995 && last.size() < 10)
        begin_nm = depth_where_reached_nm(curve, cycle, reached * F_max_uN);
    if (!is_nan(begin_nm)) return begin_nm;
    return parabola_at_end_of_loading(curve, curve.depth_nm, cycle.load,
                                      corner_s(curve, cycle, F_max_uN));
}

DepthEstimator estimator_at_peak(const Curve& curve, const Cycle& cycle, PeakDepthRule rule) {
    if (rule == PeakDepthRule::first_after_hold) {
        const std::size_t first = peak_point(cycle) + 1;
        return {{SegmentKind::unload, first, first + 1}, 1, curve.time_s[first]};
    }
    const double peak_s = curve.time_s[peak_point(cycle)];
    if (is_unloading_alone(cycle)) return {begin_of_unloading(cycle), 2, peak_s};
    if (cycle.hold.is_empty()) return {last_part(curve, cycle.load, loading_end_s, 5), 2, peak_s};
    return {last_part(curve, cycle.hold, hold_end_s, 10), 1, peak_s};
}

DepthEstimator estimator_at_hold_begin(const Curve& curve, const Cycle& cycle, double F_max_uN) {
    return {last_part(curve, cycle.load, loading_end_s, 5), 2, corner_s(curve, cycle, F_max_uN)};
}

WorkLimits work_limits(const Cycle& cycle, const AnalysisRecipe& recipe, double h_1_nm,
                       double h_peak_nm) {
    const std::size_t peak = peak_point(cycle);
    WorkLimits limits;
    limits.contact = cycle.contact;
    limits.hold_begin = cycle.hold.is_empty() ? peak : cycle.hold.begin;
    limits.peak = peak;
    limits.end = cycle.end;
    if (recipe.work_ends != WorkEndsRule::robust) return limits;
    limits.h_1_nm = h_1_nm;
    limits.h_max_nm = h_peak_nm;
    return limits;
}

}  // namespace sneddon
