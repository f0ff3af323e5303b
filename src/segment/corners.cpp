#include "segment/corners.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

// Of the peak load. Beside a plateau a ramp is straight up to the one, and free of the lag of the
// load controller from the other on.
constexpr double farthest_share = 0.06, nearest_share = 0.01;
constexpr double clear_fall = 0.01;  // of the peak load: so far below the plateau is in the fall
constexpr double rounding = 1e-9;    // of the peak load: readings without noise have no residual

struct Range {
    std::size_t begin, end;
    std::size_t size() const { return end > begin ? end - begin : 0; }
};

std::optional<LineFit> line_over(std::span<const double> time_s, std::span<const double> load_uN,
                                 Range range) {
    if (range.size() < 4) return std::nullopt;
    return fit_line(time_s.subspan(range.begin, range.size()),
                    load_uN.subspan(range.begin, range.size()));
}

/// The part of a ramp whose load is 1 to 6 % of the peak away from the plateau: near enough to be
/// straight, far enough to be free of the controller's lag. Farther where the noise asks for it.
Range ramp_beside(const LoadRun& ramp, bool is_ramp_before, double level, const LoadScale& scale,
                  std::span<const double> load_uN) {
    const double nearest = std::max(nearest_share * scale.peak_uN, 3 * scale.noise_uN);
    const double farthest = std::max(farthest_share * scale.peak_uN, 20 * scale.noise_uN);
    Range range{ramp.end, ramp.begin};
    for (std::size_t i = ramp.begin; i < ramp.end; ++i) {
        const double distance = std::abs(load_uN[i] - level);
        if (distance < nearest || distance > farthest) continue;
        range.begin = std::min(range.begin, i);
        range.end = std::max(range.end, i + 1);
    }
    if (range.size() >= 4) return range;
    const std::size_t few = std::min<std::size_t>(ramp.end - ramp.begin, 8);
    return is_ramp_before ? Range{ramp.end - few, ramp.end} : Range{ramp.begin, ramp.begin + few};
}

/// The quarter of a plateau next to the corner, a twentieth of it left out at the corner itself.
Range plateau_beside(const LoadRun& plateau, bool is_ramp_before) {
    const std::size_t n = plateau.end - plateau.begin;
    const std::size_t skip = n / 20,
                      length = std::max<std::size_t>(n / 4, std::min<std::size_t>(n, 8));
    if (is_ramp_before) return {plateau.begin + skip, plateau.begin + skip + length};
    return {plateau.end - skip - length, plateau.end - skip};
}

/// First point at or after the crossing of two lines, inside [low, high]; the old border when the
/// lines do not cross there.
std::size_t crossing(const LineFit& a, const LineFit& b, std::span<const double> time_s,
                     std::size_t low, std::size_t high, std::size_t border) {
    if (a.slope == b.slope) return border;
    const double crossing_s = crossing_x(a, b);
    if (!(crossing_s >= time_s[low] && crossing_s <= time_s[high - 1])) return border;
    const auto first = time_s.begin() + static_cast<std::ptrdiff_t>(low);
    const auto last = time_s.begin() + static_cast<std::ptrdiff_t>(high);
    return low + static_cast<std::size_t>(std::lower_bound(first, last, crossing_s) - first);
}

std::size_t ramp_meets_plateau(const LoadRun& ramp, const LoadRun& plateau, bool is_ramp_before,
                               std::span<const double> time_s, std::span<const double> load_uN,
                               const LoadScale& scale) {
    const std::size_t border = is_ramp_before ? ramp.end : ramp.begin;
    const double level = is_ramp_before ? plateau.load_begin : plateau.load_end;
    const auto ramp_line =
        line_over(time_s, load_uN, ramp_beside(ramp, is_ramp_before, level, scale, load_uN));
    const auto plateau_line = line_over(time_s, load_uN, plateau_beside(plateau, is_ramp_before));
    if (!ramp_line || !plateau_line) return border;
    const std::size_t low = std::min(ramp.begin, plateau.begin);
    const std::size_t high = std::max(ramp.end, plateau.end);
    return crossing(*ramp_line, *plateau_line, time_s, low, high, border);
}

/// First point of the fall: seen from inside the fall, the last of those that lie below the
/// plateau by more than its noise. Where the noise hides the beginning of the fall, the crossing of
/// the two lines is nearer to it.
std::size_t plateau_ends(const LoadRun& plateau, const LoadRun& fall,
                         std::span<const double> time_s, std::span<const double> load_uN,
                         const LoadScale& scale) {
    const auto line = line_over(time_s, load_uN, plateau_beside(plateau, false));
    if (!line) return fall.begin;
    const double limit = 5 * std::max(line->residual_sd, rounding * scale.peak_uN);
    const auto is_below = [&](std::size_t i, double by) {
        return load_uN[i] < line_at(*line, time_s[i]) - by;
    };
    std::size_t first_below = plateau.begin + plateau.size() / 2;
    while (first_below + 1 < fall.end &&
           !is_below(first_below, std::max(limit, clear_fall * scale.peak_uN)))
        ++first_below;
    while (first_below > plateau.begin + 1 && is_below(first_below - 1, limit)) --first_below;
    const std::size_t meeting = ramp_meets_plateau(fall, plateau, false, time_s, load_uN, scale);
    constexpr std::size_t visible_within = 3;  // points
    return first_below > meeting + visible_within ? meeting : first_below;
}

/// Where a rise turns into a fall without a plateau: the point nearest to the crossing of the two
/// lines beside the peak is the last one of loading.
std::size_t peak_between(const LoadRun& rise, const LoadRun& fall, std::span<const double> time_s,
                         std::span<const double> load_uN, const LoadScale& scale) {
    const double level = std::max(rise.load_end, fall.load_begin);
    const auto up = line_over(time_s, load_uN, ramp_beside(rise, true, level, scale, load_uN));
    const auto down = line_over(time_s, load_uN, ramp_beside(fall, false, level, scale, load_uN));
    if (!up || !down) return fall.begin;
    const std::size_t after = crossing(*up, *down, time_s, rise.begin, fall.end, fall.begin);
    if (after == 0) return fall.begin;
    const double peak_s = crossing_x(*up, *down);
    const bool is_before_nearer = peak_s - time_s[after - 1] < time_s[after] - peak_s;
    return is_before_nearer ? after : after + 1;
}

}  // namespace

void set_corners(std::vector<LoadRun>& runs, std::span<const double> time_s,
                 std::span<const double> load_uN, const LoadScale& scale) {
    const std::vector<LoadRun> old = runs;
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        const LoadRun &before = old[i], &after = old[i + 1];
        std::size_t border = after.begin;
        if (before.kind == RunKind::flat && after.kind == RunKind::fall)
            border = plateau_ends(before, after, time_s, load_uN, scale);
        else if (before.kind == RunKind::flat)
            border = ramp_meets_plateau(after, before, false, time_s, load_uN, scale);
        else if (after.kind == RunKind::flat)
            border = ramp_meets_plateau(before, after, true, time_s, load_uN, scale);
        else if (before.kind == RunKind::rise)
            border = peak_between(before, after, time_s, load_uN, scale);
        border = std::clamp(border, runs[i].begin + 1, after.end - 1);
        runs[i].end = border;
        runs[i + 1].begin = border;
    }
}

}  // namespace sneddon
