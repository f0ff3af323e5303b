#include "study/creep/hold_curve.hpp"

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_points = 10;      // of a hold and of a ramp
constexpr std::size_t fewest_ramp_points = 5;  // of a line or a parabola
constexpr double ramp_end_s = 0.2;             // for the depth at the end of the ramp
// Of the hold's load: below, the ramp may bend; above, the feedback loop rounds the corner.
constexpr double ramp_line_begin = 0.80, ramp_line_end = 0.97;

// A hold of more steps than twice its points has a time that no clock of it gave.
constexpr double most_steps_per_point = 2;

std::span<const double> view(std::span<const double> values, std::size_t begin, std::size_t end) {
    return values.subspan(begin, end - begin);
}

double mean_load(const HoldView& test) {
    double sum = 0;
    const Segment& hold = test.cycle.hold;
    for (std::size_t i = hold.begin; i < hold.end; ++i) sum += test.load_uN[i];
    return sum / static_cast<double>(hold.size());
}

/// Where a steady ramp would have ended: its rounded end must not move the clock of a power law, as
/// it may move creep_nm, which keeps the standard's rule (analyse/peak.hpp). Without rounding the
/// two are one (tests/truth/hold_start_test.cpp). Nothing when the ramp is too short for a line, or
/// the line does not end beside the hold.
std::optional<double> fitted_start_s(const HoldView& test, double step_s) {
    const Segment& load = test.cycle.load;
    const double level_uN = mean_load(test);
    std::size_t end = load.end;
    while (end > load.begin && test.load_uN[end - 1] > ramp_line_end * level_uN) --end;
    std::size_t begin = end;
    while (begin > load.begin && test.load_uN[begin - 1] >= ramp_line_begin * level_uN) --begin;
    if (end - begin < fewest_ramp_points) return std::nullopt;
    const LineFit ramp = fit_line(view(test.time_s, begin, end), view(test.load_uN, begin, end));
    if (!(ramp.slope > 0)) return std::nullopt;
    const double start_s = ramp.centre + (level_uN - ramp.value_at_centre) / ramp.slope;
    const double border_s = test.time_s[test.cycle.hold.begin];
    // Further from the border it is no corner: the ramp bends, or leads somewhere else.
    constexpr double steps_off = 5, seconds_off = 0.1;
    const double tolerance_s = std::max(steps_off * step_s, seconds_off);
    return std::abs(start_s - border_s) <= tolerance_s ? std::optional(start_s) : std::nullopt;
}

/// The instrument's step; a rate within a thousandth of a whole number is that number.
double nominal_step_s(const HoldView& test) {
    const Segment& hold = test.cycle.hold;
    const double mean_s = (test.time_s[hold.end - 1] - test.time_s[hold.begin]) /
                          static_cast<double>(hold.size() - 1);
    constexpr double jitter = 1e-3;  // of a clock that is written with few digits
    const double rate = std::round(1 / mean_s);
    return rate >= 1 && std::abs(rate * mean_s - 1) < jitter ? 1 / rate : mean_s;
}

/// NaN where no point of the ramp is before the start: times that run backwards.
double depth_at_start_nm(const HoldView& test, double start_s) {
    const Segment& load = test.cycle.load;
    std::size_t end = load.end;
    while (end > load.begin && test.time_s[end - 1] > start_s) --end;
    if (end == load.begin) return nan;
    std::size_t begin = end;
    while (begin > load.begin &&
           (end - begin < fewest_ramp_points || test.time_s[begin - 1] >= start_s - ramp_end_s))
        --begin;
    return fit_parabola(view(test.time_s, begin, end), view(test.depth_nm, begin, end), start_s)
        .value;
}

/// Times within the hold's own span: one far outside would ask for points without end. Of the ramp
/// what is timed behind the start counts as hold.
bool is_on_the_clock(const HoldView& test, const HoldCurve& curve) {
    const Segment& hold = test.cycle.hold;
    const double span_s = most_steps_per_point * static_cast<double>(hold.size()) * curve.step_s;
    const auto is_within = [&](double time_s) {
        return std::abs(time_s - curve.start_s) <= span_s;
    };
    const auto is_before_the_end = [&](double time_s) { return time_s - curve.start_s <= span_s; };
    return std::ranges::all_of(view(test.time_s, hold.begin, hold.end), is_within) &&
           std::ranges::all_of(view(test.time_s, test.cycle.load.begin, hold.begin),
                               is_before_the_end);
}

/// Depth on the clock of the hold; before the first point after the start, from (0, 0) to it.
std::vector<float> resampled(const HoldView& test, const HoldCurve& curve) {
    const Segment& hold = test.cycle.hold;
    std::size_t next = hold.begin;
    while (next < hold.end && test.time_s[next] <= curve.start_s) ++next;
    // A start before the border: points of the ramp after it belong to the hold.
    while (next > test.cycle.load.begin && test.time_s[next - 1] > curve.start_s) --next;
    std::vector<float> depth = {0};
    double t_before = 0, h_before = 0;
    for (std::size_t k = 1; next < hold.end; ++k) {
        const double t = static_cast<double>(k) * curve.step_s;
        // A point at the instant itself is not before it, whatever rounding says.
        constexpr double same_instant = 1e-9;  // of a step
        while (next < hold.end &&
               test.time_s[next] - curve.start_s < t - same_instant * curve.step_s) {
            t_before = test.time_s[next] - curve.start_s;
            h_before = test.depth_nm[next] - curve.h_1_nm;
            ++next;
        }
        if (next == hold.end) break;
        const double t_after = test.time_s[next] - curve.start_s;
        const double h_after = test.depth_nm[next] - curve.h_1_nm;
        const double part = std::min(1.0, (t - t_before) / (t_after - t_before));
        depth.push_back(static_cast<float>(h_before + part * (h_after - h_before)));
    }
    return depth;
}

}  // namespace

std::optional<HoldCurve> hold_curve(const HoldView& test) {
    if (test.cycle.hold.size() < fewest_points || test.cycle.load.size() < fewest_points)
        return std::nullopt;
    HoldCurve curve;
    curve.step_s = nominal_step_s(test);
    if (!(curve.step_s > 0)) return std::nullopt;
    const std::optional<double> start_s = fitted_start_s(test, curve.step_s);
    curve.is_start_fitted = start_s.has_value();
    curve.start_s = start_s.value_or(test.time_s[test.cycle.hold.begin]);
    if (!is_on_the_clock(test, curve)) return std::nullopt;
    curve.h_1_nm = depth_at_start_nm(test, curve.start_s);
    if (is_nan(curve.h_1_nm)) return std::nullopt;
    curve.depth_nm = resampled(test, curve);
    if (curve.size() < fewest_points) return std::nullopt;
    return curve;
}

}  // namespace sneddon
