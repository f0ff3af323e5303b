#include "analyse/curve_flags.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/numbers/pairs.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

constexpr double largest_nose_nm = 0.5;
constexpr double largest_fall = 0.01;          // of F_max
constexpr std::size_t standing_points = 20;    // of the same depth
constexpr double standing_load = 0.02;         // of F_max
constexpr double gap_factor = 10;              // times the usual step of time
constexpr double largest_load_offset = 0.01;   // of F_max
constexpr double largest_depth_offset = 0.05;  // of h_max
constexpr std::size_t air_points = 20;
// Flat punch 1, sphere 1.5, cone 2; a surface layer or a wrong zero is beyond them.
constexpr double least_exponent = 1.0, largest_exponent = 2.5;
// Of F_max: above what an error of the zero bends, below the rounded end of the ramp.
constexpr double curvature_from = 0.3, curvature_to = 0.9;
constexpr double largest_hold_change = 0.01;  // of F_max
constexpr double largest_pop_in = 0.1;        // of h_max
constexpr double negative_creep_factor = 3;   // times u_random
constexpr double final_depth_factor = 3;      // times u_random
// Of h_max: the bend of an elastic unloading law, and where a large u is that of a wrong law.
constexpr double least_final_depth = 1e-3, most_final_depth = 0.1;
// Of F_max: up to here the begin of loading is looked for, by at least 3 points. Farther the law of
// a blunt tip bends from the square.
constexpr double begin_of_loading = 0.03;
constexpr std::size_t least_of_begin = 3;
constexpr double largest_nonlinearity = 0.1;  // of sd over u, by more than 1,000 draws' own scatter
constexpr double roughness_factor = 20;       // ISO 14577-1: h >= 20 Ra

double mean_of(const std::vector<double>& column, std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += column[i];
    return sum / static_cast<double>(end - begin);
}

double median_of(const std::vector<double>& column, const Segment& part) {
    return median(std::span(column).subspan(part.begin, part.size()));
}

double smoothed(const std::vector<double>& column, std::size_t at) {
    return mean_of(column, at - 2, at + 3);
}

/// After an unloading the ramp goes up the elastic way of the cycle before.
bool is_reloading(const CurveInQuestion& doubted) {
    return std::ranges::any_of(doubted.segments, [&](const Segment& segment) {
        return segment.kind == SegmentKind::unload && segment.end <= doubted.cycle.load.begin;
    });
}

/// Where h over sqrt(F), a straight line for a cone and nearly one for a rounded tip, meets F = 0;
/// the first depth where there are too few points.
double depth_without_load_nm(const CurveInQuestion& doubted) {
    std::vector<double> root, depth_nm;
    for (std::size_t i = doubted.cycle.contact; i < doubted.cycle.load.end; ++i) {
        const double load_uN = doubted.curve.load_uN[i];
        if (load_uN > begin_of_loading * doubted.F_max_uN && root.size() >= least_of_begin) break;
        if (!(load_uN > 0)) continue;
        root.push_back(std::sqrt(load_uN));
        depth_nm.push_back(doubted.curve.depth_nm[i]);
    }
    if (root.size() < least_of_begin) return doubted.curve.depth_nm[doubted.cycle.contact];
    return line_at(fit_line(root, depth_nm), 0);
}

void flag_spikes_of(std::span<const Spike> spikes, std::string_view what, std::string_view unit,
                    const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    std::size_t count = 0;
    Spike first, largest;
    for (const Spike& spike : spikes) {
        if (spike.at < doubted.cycle.contact || spike.at >= doubted.cycle.end) continue;
        if (count++ == 0) first = spike;
        if (spike.height > largest.height) largest = spike;
    }
    if (count == 0) return;
    flags.push_back(
        {"SND-A022", largest.height, largest.limit,
         fmt::format("{} single {} out, by up to {:.3g} {}, the first at {:.6g} s: left "
                     "out of fits and works",
                     count, what, largest.height, unit, doubted.curve.time_s[first.at])});
}

}  // namespace

void flag_nose(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const Segment& unload = doubted.cycle.unload;
    if (unload.begin < 2 || unload.size() < 8) return;
    const double start_nm = smoothed(doubted.curve.depth_nm, unload.begin);
    double highest_nm = start_nm;
    for (std::size_t i = unload.begin; i + 3 < unload.end; ++i)
        highest_nm = std::max(highest_nm, smoothed(doubted.curve.depth_nm, i));
    const double rise_nm = highest_nm - start_nm;
    // The highest of many means of 5 points over one of them: 3 sd of the noise by chance alone.
    const double limit_nm = std::max(largest_nose_nm, 3 * doubted.noise_nm);
    if (rise_nm > limit_nm)
        flags.push_back({"SND-A020", rise_nm, limit_nm,
                         fmt::format("depth grows by {:.3g} nm while the load falls", rise_nm)});
}

void flag_falling_load(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const Segment& load = doubted.cycle.load;
    if (load.size() < 8) return;
    double highest = smoothed(doubted.curve.load_uN, load.begin + 2), fall = 0;
    for (std::size_t i = load.begin + 2; i + 2 < load.end; ++i) {
        const double now = smoothed(doubted.curve.load_uN, i);
        highest = std::max(highest, now);
        fall = std::max(fall, highest - now);
    }
    // Noise alone falls by up to some 6 sd of a mean of 5 points below its highest.
    const double limit = std::max(largest_fall * doubted.F_max_uN, 3 * doubted.noise_uN);
    if (fall > limit)
        flags.push_back({"SND-A021", fall, limit,
                         fmt::format("the load falls by {:.4g} µN during loading", fall)});
}

void flag_spikes(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    flag_spikes_of(doubted.spikes.depths, "depth(s) stand", "nm", doubted, flags);
    flag_spikes_of(doubted.spikes.loads, "load(s) stand", "µN", doubted, flags);
}

/// From i on, where one of the next depths may be that before it; most are not.
std::size_t first_standing(const std::vector<double>& depth_nm, std::size_t i, std::size_t end) {
    constexpr std::size_t at_once = 8;
    for (; i + at_once <= end; i += at_once) {
        auto is_equal = Pair{} != Pair{};
        for (std::size_t j = i; j < i + at_once; j += 2)
            is_equal |= pair_at(&depth_nm[j]) == pair_at(&depth_nm[j - 1]);
        if ((is_equal[0] | is_equal[1]) != 0) break;
    }
    return i;
}

void flag_standing_depth(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const Curve& curve = doubted.curve;
    std::size_t first = doubted.cycle.load.begin, longest = 0;
    for (std::size_t i = first + 1; i < doubted.cycle.end; ++i) {
        const std::size_t standing = first_standing(curve.depth_nm, i, doubted.cycle.end);
        if (standing > i) first = standing - 1;
        i = standing;
        if (i >= doubted.cycle.end) break;
        if (curve.depth_nm[i] != curve.depth_nm[first]) first = i;
        const double change = std::fabs(curve.load_uN[i] - curve.load_uN[first]);
        if (change > standing_load * doubted.F_max_uN) longest = std::max(longest, i - first + 1);
    }
    if (longest >= standing_points)
        flags.push_back(
            {"SND-A023", static_cast<double>(longest), static_cast<double>(standing_points),
             fmt::format("{} samples of the same depth while the load changes", longest)});
}

void flag_time_gap(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const auto& time = doubted.curve.time_s;
    const std::size_t begin = doubted.cycle.contact, end = doubted.cycle.end;
    if (end < begin + 3) return;
    const double usual = (time[end - 1] - time[begin]) / static_cast<double>(end - 1 - begin);
    double largest = 0;
    for (std::size_t i = begin + 1; i < end; ++i)
        largest = std::max(largest, time[i] - time[i - 1]);
    if (largest > gap_factor * usual)
        flags.push_back({"SND-A024", largest, gap_factor * usual,
                         fmt::format("a gap of {:.3g} s between two samples", largest)});
}

void flag_load_offset(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    double offset = 0;
    for (const Segment& segment : doubted.segments) {
        const bool is_free =
            segment.kind == SegmentKind::approach || segment.kind == SegmentKind::retract;
        if (!is_free || segment.size() < air_points) continue;
        const double load = median_of(doubted.curve.load_uN, segment);
        if (std::fabs(load) > std::fabs(offset)) offset = load;
    }
    const double limit = largest_load_offset * doubted.F_max_uN;
    if (std::fabs(offset) > limit)
        flags.push_back({"SND-A025", offset, limit,
                         fmt::format("the load is {:.4g} µN where the tip is free", offset)});
}

void flag_depth_offset(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const std::size_t contact = doubted.cycle.contact;
    const std::size_t end = std::min(contact + 5, doubted.cycle.load.end);
    if (end <= contact || is_reloading(doubted)) return;
    const double offset = mean_of(doubted.curve.depth_nm, contact, end);
    const double limit = largest_depth_offset * doubted.h_max_nm + 5 * doubted.noise_nm;
    // At a low rate the first samples are deep already: what counts is where the loading begins.
    if (std::fabs(offset) > limit && std::fabs(depth_without_load_nm(doubted)) > limit)
        flags.push_back({"SND-A026", offset, limit,
                         fmt::format("loading begins at a depth of {:.4g} nm", offset)});
}

void flag_loading_curvature(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const Segment& load = doubted.cycle.load;
    if (load.size() < 50 || is_reloading(doubted)) return;
    const auto around = [&](double share) {
        std::size_t at = load.begin + 2;
        while (at + 3 < load.end && doubted.curve.load_uN[at] < share * doubted.F_max_uN) ++at;
        return std::array{smoothed(doubted.curve.load_uN, at),
                          smoothed(doubted.curve.depth_nm, at)};
    };
    const auto low = around(curvature_from), high = around(curvature_to);
    if (!(low[0] > 0) || !(low[1] > 0) || !(high[1] > low[1])) return;
    const double n = std::log(high[0] / low[0]) / std::log(high[1] / low[1]);
    if (n >= least_exponent && n <= largest_exponent) return;
    flags.push_back({"SND-A027", n, n < least_exponent ? least_exponent : largest_exponent,
                     fmt::format("the load rises as depth to the power {:.3g}", n)});
}

void flag_hold_load(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    const Segment& hold = doubted.cycle.hold;
    if (hold.size() < 20) return;
    const std::size_t part = hold.size() / 4;
    const double change = mean_of(doubted.curve.load_uN, hold.end - part, hold.end) -
                          mean_of(doubted.curve.load_uN, hold.begin, hold.begin + part);
    const double limit = largest_hold_change * doubted.F_max_uN;
    if (std::fabs(change) > limit)
        flags.push_back({"SND-A028", change, limit,
                         fmt::format("the load changes by {:.4g} µN over the hold", change)});
}

void flag_curve(const CurveInQuestion& doubted, std::vector<Flag>& flags) {
    flag_nose(doubted, flags);
    flag_falling_load(doubted, flags);
    flag_spikes(doubted, flags);
    flag_standing_depth(doubted, flags);
    flag_time_gap(doubted, flags);
    flag_load_offset(doubted, flags);
    flag_depth_offset(doubted, flags);
    flag_loading_curvature(doubted, flags);
    flag_hold_load(doubted, flags);
}

void flag_final_depth(const QuantityValues& values, double u_nm, std::vector<Flag>& flags) {
    const double h_p_nm = values["h_p_nm"_q], h_max_nm = values["h_max_nm"_q];
    if (!(h_max_nm > 0)) return;
    const double slack_nm = std::clamp(final_depth_factor * (u_nm > 0 ? u_nm : 0),
                                       least_final_depth * h_max_nm, most_final_depth * h_max_nm);
    if (h_p_nm >= -slack_nm && h_p_nm <= h_max_nm + slack_nm) return;
    flags.push_back({"SND-A029", h_p_nm, h_p_nm < 0 ? 0 : h_max_nm,
                     fmt::format("h_p = {:.4g} nm is not between 0 and h_max", h_p_nm)});
}

void flag_large_pop_in(const std::vector<PopIn>& pop_ins, double h_max_nm,
                       std::vector<Flag>& flags) {
    if (pop_ins.empty()) return;
    const PopIn& largest = *std::ranges::max_element(pop_ins, {}, &PopIn::jump_nm);
    const double limit = largest_pop_in * h_max_nm;
    if (largest.jump_nm > limit)
        flags.push_back({"SND-A030", largest.jump_nm, limit,
                         fmt::format("a {} of {:.3g} nm at {:.4g} µN", name(largest.kind),
                                     largest.jump_nm, largest.load_uN)});
}

void flag_negative_creep(double creep_nm, double u_nm, std::vector<Flag>& flags) {
    const double limit = -negative_creep_factor * u_nm;
    if (!(creep_nm < limit)) return;
    flags.push_back(
        {"SND-A032", creep_nm, limit,
         fmt::format("creep = {:.3g} nm is negative beyond its uncertainty", creep_nm)});
}

void flag_nonlinear(const MonteCarloResult& drawn, std::vector<Flag>& flags) {
    double worst = 0;
    QuantityIndex which{0};
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const double deviation = std::fabs(drawn.over_linear[{i}] - 1);
        if (!(deviation > worst)) continue;
        worst = deviation;
        which = {i};
    }
    if (worst <= largest_nonlinearity) return;
    flags.push_back({"SND-A033", drawn.over_linear[which], 1 + largest_nonlinearity,
                     fmt::format("drawing gives {:.3g} times the propagated uncertainty of {}",
                                 drawn.over_linear[which], which.info().symbol)});
}

void flag_roughness(double h_max_nm, const std::optional<double>& roughness_nm,
                    std::vector<Flag>& flags) {
    if (!roughness_nm || !(h_max_nm < roughness_factor * *roughness_nm)) return;
    flags.push_back(
        {"SND-A031", h_max_nm, roughness_factor * *roughness_nm,
         fmt::format("h_max = {:.4g} nm is less than {:g} Ra", h_max_nm, roughness_factor)});
}

}  // namespace sneddon
