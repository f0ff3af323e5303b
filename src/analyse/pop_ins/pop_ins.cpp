#include "analyse/pop_ins/pop_ins.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "analyse/pop_ins/step_search.hpp"
#include "analyse/pop_ins/step_statistic.hpp"
#include "base/numbers/extremes.hpp"
#include "model/units.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::size_t windows_of_a_ramp =
    75;  // 40 points of 10 s at 300/s: docs/methods/pop-ins.md
constexpr std::size_t fewest_points = 99;
constexpr double always_searched = 3;   // sd: so that sizes do not depend on the limit
constexpr double least_unloaded = 0.1;  // of the load where unloading begins: below it is steep
// A creep t^c that begins at a border looks like a step of (4/(c + 1) - 6/(c + 2)) and has a mean
// slope of 6 (2/(c + 2) - 1/(c + 1)) over a window: at most 1.34 times as much for c from 0.2 on.
constexpr double creep_allowance = 1.4;
constexpr double much_straighter = 2;

using Limits = PopInOptions;

std::size_t window_of(std::size_t points) {
    return std::max(points / windows_of_a_ramp, least_step_width);
}

/// The smallest step between neighbours: of a quantised depth its resolution, else next to nothing.
double smallest_step(std::span<const double> depth) {
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < depth.size(); ++i) {
        const double step = std::fabs(depth[i] - depth[i - 1]);
        if (step > 0 && step < smallest) smallest = step;
    }
    return std::isfinite(smallest) ? smallest : 0;
}

std::span<const double> part_of(const std::vector<double>& values, std::size_t begin,
                                std::size_t end) {
    return std::span(values).subspan(begin, end - begin);
}

/// Steps of one stretch of the depth, and what counts there.
class Stretch {
  public:
    /// `trials`: borders and signs, in those of a loading. The more there are, the higher is what
    /// noise alone reaches: at z standard deviations by ln(trials)/z.
    Stretch(const Curve& curve, std::size_t begin, std::size_t end, StepSearchOptions search,
            const Limits& limits, double trials = 1)
        : curve_(curve), begin_(begin) {
        search.least_factor = std::min(always_searched, limits.noise_factor);
        const auto depth = part_of(curve.depth_nm, begin, end);
        steps_ = find_steps(depth, search);
        const double factor =
            limits.noise_factor + std::log(std::max(trials, 1.0)) / limits.noise_factor;
        limit_nm_ =
            std::max({factor * steps_.noise, limits.least_jump_nm, 3 * smallest_step(depth)});
    }

    bool is_searched() const { return steps_.noise > 0; }
    double noise_nm() const { return steps_.noise; }
    double limit_nm() const { return limit_nm_; }
    std::size_t first_border() const { return begin_ + steps_.begin; }
    const std::vector<SuddenStep>& steps() const { return steps_.steps; }
    /// Of a step between smaller windows the limit is higher, as its noise is.
    double limit_of(const SuddenStep& step) const {
        return limit_nm_ * std::max(step.noise / steps_.noise, 1.0);
    }

    PopIn event(const SuddenStep& step, PopInKind kind) const {
        PopIn event;
        event.kind = kind;
        event.first = begin_ + step.first;
        event.last = begin_ + step.last;
        event.load_uN = curve_.load_uN[event.first];
        event.depth_nm = curve_.depth_nm[event.first];
        event.jump_nm = step.size;
        event.energy_pJ = pJ_per_uN_nm * event.load_uN * step.size;
        event.p_detect = normal_cdf((std::fabs(step.size) - limit_of(step)) / step.noise);
        return event;
    }

  private:
    const Curve& curve_;
    std::size_t begin_;
    StepSearch steps_;
    double limit_nm_ = nan;
};

double ratio(std::size_t a, std::size_t b) {
    return static_cast<double>(a) / static_cast<double>(b);
}

StepSearchOptions windows(std::size_t points, SeriesEnd front) {
    StepSearchOptions search;
    search.width = window_of(points);
    search.front = front;
    return search;
}

/// From a little before the end of loading on: a step on the border belongs to the peak.
void find_at_peak(const Curve& curve, const Cycle& parts, const Limits& limits,
                  std::vector<PopIn>& found) {
    constexpr std::size_t windows_of_loading = 4;
    const std::size_t width = window_of(parts.load.size());
    const std::size_t lead = std::min(windows_of_loading * width, parts.load.size());
    if (parts.hold.size() < 2 * width || parts.hold.begin != parts.load.end) return;
    const Stretch stretch(curve, parts.hold.begin - lead, parts.hold.end,
                          windows(parts.load.size(), SeriesEnd::smooth), limits,
                          ratio(parts.hold.size(), parts.load.size()));
    if (!stretch.is_searched()) return;
    for (const SuddenStep& step : stretch.steps()) {
        PopIn event = stretch.event(step, PopInKind::at_peak);
        if (event.last + least_step_width < parts.hold.begin) continue;
        double limit_nm = stretch.limit_of(step);
        if (event.first < parts.hold.begin + width) {
            const std::size_t end = std::min(event.last + width, parts.hold.end);
            const double slope = local_line(curve.depth_nm, event.last, end).slope;
            limit_nm += creep_allowance * std::max(slope, 0.0) * static_cast<double>(width);
        }
        if (step.size > limit_nm) found.push_back(event);
    }
}

void find_in_unloading(const Curve& curve, const Segment& unload, const Limits& limits,
                       std::vector<PopIn>& found) {
    if (unload.size() < fewest_points) return;
    const double least_uN = least_unloaded * curve.load_uN[unload.begin];
    std::size_t end = unload.begin;
    while (end < unload.end && curve.load_uN[end] > least_uN) ++end;
    if (end - unload.begin < fewest_points) return;
    const Stretch stretch(curve, unload.begin, end, windows(end - unload.begin, SeriesEnd::smooth),
                          limits, 2);
    if (!stretch.is_searched()) return;
    for (const SuddenStep& step : stretch.steps())
        if (std::fabs(step.size) > stretch.limit_of(step))
            found.push_back(stretch.event(
                step, step.size > 0 ? PopInKind::while_unloading : PopInKind::pop_out));
}

/// Root mean square about a straight line in time, of the range.
double unevenness(std::span<const double> time, std::span<const double> values) {
    const LineFit line = fit_line(time, values);
    const auto [least, greatest] = extremes_of(values);
    return line.residual_sd / (greatest - least);
}

bool is_depth_controlled(const Curve& curve, const Segment& load) {
    const auto time = part_of(curve.time_s, load.begin, load.end);
    return much_straighter * unevenness(time, part_of(curve.depth_nm, load.begin, load.end)) <
           unevenness(time, part_of(curve.load_uN, load.begin, load.end));
}

/// The depth that a load is worth: along the loading before the point.
double depth_per_load(const Curve& curve, std::size_t from, std::size_t to) {
    const double load_uN = curve.load_uN[to] - curve.load_uN[from];
    return load_uN > 0 ? (curve.depth_nm[to] - curve.depth_nm[from]) / load_uN : 0;
}

void find_load_drops(const Curve& curve, const Segment& load, const Limits& limits,
                     std::vector<PopIn>& found) {
    if (load.size() < fewest_points || !is_depth_controlled(curve, load)) return;
    StepSearchOptions search = windows(load.size(), SeriesEnd::steep);
    search.least_factor = std::min(always_searched, limits.noise_factor);
    const StepSearch steps = find_steps(part_of(curve.load_uN, load.begin, load.end), search);
    for (const SuddenStep& step : steps.steps) {
        const double limit_uN = limits.noise_factor * step.noise;
        if (-step.size <= limit_uN) continue;
        PopIn drop;
        drop.kind = PopInKind::load_drop;
        drop.first = load.begin + step.first;
        drop.last = load.begin + step.last;
        drop.load_uN = curve.load_uN[drop.first];
        drop.depth_nm = curve.depth_nm[drop.first];
        drop.load_drop_uN = -step.size;
        const std::size_t from = drop.first - std::min(2 * search.width, step.first);
        drop.jump_nm = drop.load_drop_uN * depth_per_load(curve, from, drop.first);
        drop.energy_pJ = pJ_per_uN_nm * (drop.load_uN - drop.load_drop_uN / 2) * drop.jump_nm;
        drop.p_detect = normal_cdf((drop.load_drop_uN - limit_uN) / step.noise);
        if (drop.jump_nm >= limits.least_jump_nm) found.push_back(drop);
    }
}

/// Of two names for one event the one that is worth more depth.
void keep_one_of_each(std::vector<PopIn>& found) {
    std::ranges::stable_sort(found, {}, &PopIn::first);
    std::vector<PopIn> kept;
    for (const PopIn& event : found) {
        if (!kept.empty() && event.first < kept.back().last + least_step_width) {
            if (std::fabs(event.jump_nm) > std::fabs(kept.back().jump_nm)) kept.back() = event;
            continue;
        }
        kept.push_back(event);
    }
    found = std::move(kept);
}

}  // namespace

std::string_view name(PopInKind kind) {
    static constexpr std::array<std::string_view, 5> names = {
        "pop-in", "pop-in at peak load", "pop-in in unloading", "pop-out", "load drop"};
    return names[static_cast<std::size_t>(kind)];
}

double probability_to_detect(double jump_nm, double load_uN, double limit_nm, double noise_nm,
                             double from_uN) {
    if (load_uN < from_uN) return 0;
    return normal_cdf((jump_nm - limit_nm) / noise_nm);
}

PopInSearch find_pop_ins(const Curve& curve, const Segment& load, const PopInOptions& options) {
    PopInSearch search;
    if (load.size() < fewest_points) return search;
    const Stretch stretch(curve, load.begin, load.end, windows(load.size(), SeriesEnd::steep),
                          options);
    if (!stretch.is_searched()) return search;
    search.is_searched = true;
    search.noise_nm = stretch.noise_nm();
    search.limit_nm = stretch.limit_nm();
    search.from_uN = curve.load_uN[stretch.first_border()];
    for (const SuddenStep& step : stretch.steps())
        if (step.size > stretch.limit_of(step))
            search.found.push_back(stretch.event(step, PopInKind::loading));
    return search;
}

PopInSearch find_sudden_events(const Curve& curve, const Cycle& parts,
                               const PopInOptions& options) {
    PopInSearch search = find_pop_ins(curve, parts.load, options);
    find_at_peak(curve, parts, options, search.found);
    find_in_unloading(curve, parts.unload, options, search.found);
    find_load_drops(curve, parts.load, options, search.found);
    keep_one_of_each(search.found);
    return search;
}

}  // namespace sneddon
