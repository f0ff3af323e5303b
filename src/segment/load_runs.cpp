#include "segment/load_runs.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "numeric/sum/robust.hpp"
#include "numeric/sum/spikes.hpp"
#include "segment/corners.hpp"
#include "segment/polyline.hpp"

namespace sneddon {
namespace {

// Each limit is a statement about tests, not about noise; noise enters through LoadScale only.
constexpr double low_load = 0.01;        // of the peak: below it nothing is loading or unloading
constexpr double steep_change = 0.05;    // of the local load: a piece that changes more is a ramp
constexpr double similar_slope = 0.25;   // of a neighbouring ramp: belongs to that ramp
constexpr double real_unloading = 0.10;  // of the local peak: a smaller drop is a pop-in or a lag
constexpr double noise_widths = 10;
// Of the peak, and of the ramp behind: a slower rise to less is the tilt of a load in the air.
constexpr double low_tilt = 0.03, slow_tilt = 0.1;
constexpr double noise_of_difference = 4.2;  // 3 sd of the difference of two depths
constexpr double straight = 1e-3;            // of the peak: a ramp that bends by less is one piece
constexpr double shortest_hold_s = 0.05;     // less is the rounding of a corner by the controller
constexpr std::size_t fewest_in_hold = 5;
constexpr double straight_within = 6;  // noise widths about a piece of the polyline

double slope(const LoadRun& run, std::span<const double> time_s) {
    const double duration = time_s[run.end - 1] - time_s[run.begin];
    return duration > 0 ? (run.load_end - run.load_begin) / duration : 0;
}

RunKind kind_by_change(double change, double level, const LoadScale& scale) {
    if (level < low_load * scale.peak_uN) return RunKind::flat;
    if (std::abs(change) < std::max(steep_change * level, noise_widths * scale.noise_uN))
        return RunKind::flat;
    return change > 0 ? RunKind::rise : RunKind::fall;
}

RunKind kind_of(const LoadRun& run, const LoadScale& scale) {
    const double level = std::max(std::abs(run.load_begin), std::abs(run.load_end));
    return kind_by_change(run.load_end - run.load_begin, level, scale);
}

/// A small piece beside a ramp that goes on at a similar rate is part of that ramp.
void join_corner_pieces(std::vector<LoadRun>& runs, std::span<const double> time_s) {
    const std::vector<LoadRun> before = runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (before[i].kind != RunKind::flat) continue;
        for (const std::size_t j : {i - 1, i + 1}) {
            if (j >= before.size() || before[j].kind == RunKind::flat) continue;
            const double ramp = slope(before[j], time_s), own = slope(before[i], time_s);
            if (own * ramp > 0 && std::abs(own) >= similar_slope * std::abs(ramp))
                runs[i].kind = before[j].kind;
        }
    }
}

void merge_neighbours(std::vector<LoadRun>& runs) {
    std::vector<LoadRun> merged;
    for (const LoadRun& run : runs) {
        if (!merged.empty() && merged.back().kind == run.kind) {
            merged.back().end = run.end;
            merged.back().load_end = run.load_end;
        } else {
            merged.push_back(run);
        }
    }
    runs = std::move(merged);
}

/// The load of a spring rises in the air too, now and then to above what counts as loading.
void flatten_tilted_air(std::vector<LoadRun>& runs, std::span<const double> time_s,
                        const LoadScale& scale) {
    for (std::size_t i = 0; i + 1 < runs.size() && runs[i].load_end < low_tilt * scale.peak_uN; ++i)
        if (runs[i].kind == RunKind::rise && runs[i + 1].kind == RunKind::rise &&
            slope(runs[i], time_s) < slow_tilt * slope(runs[i + 1], time_s))
            runs[i].kind = RunKind::flat;
}

/// The next run in this direction that is not flat, or the number of runs.
std::size_t next_ramp(const std::vector<LoadRun>& runs, std::size_t from, std::size_t step) {
    std::size_t i = from + step;
    while (i < runs.size() && runs[i].kind == RunKind::flat) i += step;
    return std::min(i, runs.size());
}

/// Whether the depth turns with the load, by more than the noise of a difference allows: in a
/// pop-in the load drops while the tip sinks in, in a kick on the way out it rises while it leaves.
bool does_depth_follow(const LoadRun& run, std::span<const double> depth_nm, double noise_nm) {
    const std::size_t last = std::min(run.end, depth_nm.size() - 1);  // where its load ends
    const double gained_nm = depth_nm[last] - depth_nm[run.begin];
    const double along_nm = run.kind == RunKind::rise ? gained_nm : -gained_nm;
    return along_nm > noise_of_difference * noise_nm;
}

/// A drop during loading that is not an unloading (pop-in, controller), and a rise during unloading
/// that is not a new cycle, belong to the ramps around them.
void absorb_reversals(std::vector<LoadRun>& runs, std::span<const double> depth_nm) {
    std::optional<double> noise_nm;  // few curves need it
    for (std::size_t i = 1; i + 1 < runs.size(); ++i) {
        const RunKind kind = runs[i].kind;
        const double level = std::max(std::abs(runs[i].load_begin), std::abs(runs[i].load_end));
        const double change = std::abs(runs[i].load_end - runs[i].load_begin);
        if (kind == RunKind::flat) continue;
        if (change >= real_unloading * level) {
            if (!noise_nm) noise_nm = noise_sigma(depth_nm);
            if (does_depth_follow(runs[i], depth_nm, *noise_nm)) continue;
        }
        const std::size_t before = next_ramp(runs, i, std::size_t(-1)),
                          after = next_ramp(runs, i, 1);
        if (before >= runs.size() || after >= runs.size()) continue;
        if (runs[before].kind != runs[after].kind || runs[before].kind == kind) continue;
        for (std::size_t j = before; j < after; ++j) runs[j].kind = runs[before].kind;
    }
}

/// A flat top shorter than this is the rounding of a corner, not a hold.
bool is_too_short(const LoadRun& run, std::span<const double> time_s) {
    return run.end - run.begin < fewest_in_hold ||
           time_s[run.end - 1] - time_s[run.begin] < shortest_hold_s;
}

/// A flat top in the time in which the ramps beside it rise and fall by twice what the polyline
/// takes for straight: the noise makes such a one of a sharp tip.
bool is_blunted_by_noise(const std::vector<LoadRun>& runs, std::size_t i,
                         std::span<const double> time_s, const LoadScale& scale) {
    if (runs[i - 1].kind != RunKind::rise || runs[i + 1].kind != RunKind::fall) return false;
    const double hidden_uN = 2 * straight_within * scale.noise_uN;
    const double seconds = hidden_uN / std::abs(slope(runs[i - 1], time_s)) +
                           hidden_uN / std::abs(slope(runs[i + 1], time_s));
    return time_s[runs[i].end - 1] - time_s[runs[i].begin] < seconds;
}

void drop_short_flats(std::vector<LoadRun>& runs, std::span<const double> time_s,
                      const LoadScale& scale) {
    for (std::size_t i = 1; i + 1 < runs.size(); ++i)
        if (runs[i].kind == RunKind::flat &&
            (is_too_short(runs[i], time_s) || is_blunted_by_noise(runs, i, time_s, scale)))
            runs[i].kind = runs[i - 1].kind;
    merge_neighbours(runs);
}

}  // namespace

std::vector<LoadRun> find_runs(const Curve& curve, std::span<const double> smooth_uN,
                               const LoadScale& scale) {
    const std::vector<double>& time_s = curve.time_s;
    const double tolerance = std::max(straight_within * scale.noise_uN, straight * scale.peak_uN);
    const std::vector<std::size_t> corners = polyline_corners(time_s, smooth_uN, tolerance);
    std::vector<LoadRun> runs;
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const bool is_last = i + 2 == corners.size();
        LoadRun run{RunKind::flat, corners[i], corners[i + 1] + (is_last ? 1u : 0u),
                    smooth_uN[corners[i]], smooth_uN[corners[i + 1]]};
        run.kind = kind_of(run, scale);
        runs.push_back(run);
    }
    flatten_tilted_air(runs, time_s, scale);
    join_corner_pieces(runs, time_s);
    merge_neighbours(runs);
    absorb_reversals(runs, curve.depth_nm);
    drop_short_flats(runs, time_s, scale);
    std::vector<double> load_uN = curve.load_uN;
    mend(load_uN, spikes_in(load_uN, 0, load_uN.size(), scale.noise_uN));
    set_corners(runs, time_s, load_uN, scale);
    drop_short_flats(runs, time_s, scale);
    return runs;
}

std::vector<LoadRun> runs_from_marks(std::span<const double> time_s,
                                     std::span<const double> smooth_uN, const LoadScale& scale,
                                     std::span<const SegmentMark> marks) {
    std::vector<LoadRun> runs;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : marks[i].first;
        const std::size_t end = i + 1 < marks.size() ? marks[i + 1].first : time_s.size();
        if (begin >= end) continue;
        const auto part = smooth_uN.subspan(begin, end - begin);
        const auto [lowest, highest] = std::ranges::minmax(part);
        LoadRun run{RunKind::flat, begin, end, part.front(), part.back()};
        const double change = std::abs(run.load_end - run.load_begin);
        const double back_and_forth = highest - lowest - change;
        if (back_and_forth > real_unloading * scale.peak_uN + noise_widths * scale.noise_uN)
            return {};
        // A segment of one or two points shows its change against the point before it.
        if (end - begin < 3 && begin > 0) run.load_begin = smooth_uN[begin - 1];
        run.kind = kind_of(run, scale);
        runs.push_back(run);
    }
    return runs;
}

}  // namespace sneddon
