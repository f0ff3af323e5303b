#include "analyse/depth_profile/profile_flags.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "base/nan.hpp"
#include "numeric/sum/robust.hpp"
#include "numeric/sum/spikes.hpp"

namespace sneddon {
namespace {

/// Of a material that is the same at all depths E_r gains nothing; what drift, frame and tip make
/// of a calibrated instrument stays below.
constexpr double most_change = 0.05;
/// Of the shallowest averaged depth: half a percent of depth is one of the hardness.
constexpr double most_rise = 0.005;
constexpr double least_rise_nm = 1;  // points of the column are no closer
constexpr double most_oscillation = 0.02;
/// tan of the phase is what is lost over what is stored: 0.1.
constexpr double most_phase_deg = 5.7;

void flag_range(const DepthProfile& profile, const ProfileMeans& means, const DepthRange& range,
                std::vector<Flag>& flags) {
    const double deepest = std::ranges::max(profile.depth_nm);
    constexpr double nearly = 0.98;  // the last point of a test ends short of a round number
    if (means.points >= fewest_averaged_points && deepest >= nearly * range.high_nm) return;
    flags.push_back({"SND-A060", deepest, range.high_nm,
                     fmt::format("{} points of the depth profile from {:.0f} to {:.0f} nm: it "
                                 "ends at {:.0f} nm",
                                 means.points, range.low_nm, range.high_nm, deepest)});
}

/// Mean between two depths; NaN without a value.
double mean_between(const DepthProfile& profile, const std::vector<double>& column, double low_nm,
                    double high_nm) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (profile.depth_nm[i] < low_nm || profile.depth_nm[i] > high_nm || is_nan(column[i]))
            continue;
        sum += column[i];
        ++count;
    }
    return count > 0 ? sum / count : nan;
}

/// What a curve that bends gains is more than its line says: the ends stand beside it, each the
/// mean over a tenth of its depth.
void flag_change(const DepthProfile& profile, const ProfileMeans& means, const DepthRange& range,
                 std::vector<Flag>& flags) {
    constexpr double wide = 1.1;
    const auto at_ends = [&](const std::vector<double>& column) {
        return std::pair(mean_between(profile, column, range.low_nm, wide * range.low_nm),
                         mean_between(profile, column, range.high_nm / wide, range.high_nm));
    };
    const double by_line = means.reduced_modulus_change;
    const auto [E_r_low, E_r_high] = at_ends(profile.reduced_modulus_GPa);
    const double by_ends = E_r_high / E_r_low - 1;
    const double change = std::fabs(by_ends) > std::fabs(by_line) ? by_ends : by_line;
    if (!(std::fabs(change) > most_change)) return;
    const auto [E_low, E_high] = at_ends(profile.modulus_GPa);
    std::string text = fmt::format("from {:.0f} to {:.0f} nm the line through E_r gains {:+.1f} %",
                                   range.low_nm, range.high_nm, 100 * by_line);
    const auto say_ends = [&](std::string_view symbol, double low, double high) {
        text += fmt::format(", {} goes from {:.4g} to {:.4g} GPa ({:+.1f} %)", symbol, low, high,
                            100 * (high / low - 1));
    };
    if (is_finite(E_low) && is_finite(E_high))
        say_ends("E", E_low, E_high);
    else if (is_finite(by_ends))
        say_ends("E_r", E_r_low, E_r_high);
    flags.push_back({"SND-A061", change, most_change, text});
}

void flag_rise(const DepthProfile& profile, const DepthRange& range, std::vector<Flag>& flags) {
    const double most_nm = std::max(most_rise * range.low_nm, least_rise_nm);
    if (!(std::fabs(profile.rise_nm) > most_nm)) return;
    flags.push_back(
        {"SND-A062", profile.rise_nm, most_nm,
         fmt::format("the stiffness rises at a depth of {:.1f} nm: with the surface "
                     "there the depth of {:.0f} nm would change by {:+.1f} %",
                     profile.rise_nm, range.low_nm, -100 * profile.rise_nm / range.low_nm)});
}

/// Where the averaged range begins: it is largest there.
void flag_oscillation(const DepthProfile& profile, const DepthRange& range,
                      const QuantityValues& values, std::vector<Flag>& flags) {
    const double m = values["m"_q];
    if (profile.amplitude_nm.empty() || !is_finite(m)) return;
    const auto first =
        std::ranges::find_if(profile.depth_nm, [&](double h) { return h >= range.low_nm; });
    if (first == profile.depth_nm.end()) return;
    const auto i = static_cast<std::size_t>(first - profile.depth_nm.begin());
    const double F = profile.load_uN[i], S = profile.stiffness_uN_per_nm[i];
    const double epsilon = (profile.depth_nm[i] - profile.contact_depth_nm[i]) * S / F;
    const OscillationEffect effect =
        oscillation_effect(F, profile.depth_nm[i], S, profile.amplitude_nm[i], m, epsilon);
    if (!(std::fabs(effect.hardness) > most_oscillation)) return;
    flags.push_back({"SND-A063", effect.hardness, most_oscillation,
                     fmt::format("the oscillation of {:.1f} nm (rms) changes H by {:+.1f} % and S "
                                 "by {:+.1f} % at {:.0f} nm",
                                 profile.amplitude_nm[i], 100 * effect.hardness,
                                 100 * effect.stiffness, range.low_nm)});
}

void flag_phase(const DepthProfile& profile, const DepthRange& range, std::vector<Flag>& flags) {
    if (profile.phase_deg.empty()) return;
    std::vector<double> phases;
    for (std::size_t i = 0; i < profile.size(); ++i)
        if (profile.depth_nm[i] >= range.low_nm && profile.depth_nm[i] <= range.high_nm &&
            is_finite(profile.phase_deg[i]))
            phases.push_back(std::fabs(profile.phase_deg[i]));
    if (phases.empty()) return;
    const auto middle = phases.begin() + static_cast<std::ptrdiff_t>(phases.size() / 2);
    std::ranges::nth_element(phases, middle);
    if (!(*middle > most_phase_deg)) return;
    flags.push_back({"SND-A064", *middle, most_phase_deg,
                     fmt::format("the depth follows the force by {:.1f} degrees from {:.0f} to "
                                 "{:.0f} nm",
                                 *middle, range.low_nm, range.high_nm)});
}

/// Over the averaged depths, where the noise of the column is one. S/h hardly changes there.
void flag_spikes(const DepthProfile& profile, const DepthRange& range, std::vector<Flag>& flags) {
    std::vector<double> depth, ratio;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (profile.depth_nm[i] < range.low_nm || profile.depth_nm[i] > range.high_nm) continue;
        depth.push_back(profile.depth_nm[i]);
        ratio.push_back(profile.stiffness_uN_per_nm[i] / profile.depth_nm[i]);
    }
    const auto spikes = spikes_in(ratio, 0, ratio.size(), noise_sigma(ratio));
    if (spikes.empty()) return;
    const Spike& largest = *std::ranges::max_element(spikes, {}, &Spike::height);
    const double beside = (ratio[largest.at - 1] + ratio[largest.at + 1]) / 2;
    flags.push_back({"SND-A022", largest.height, largest.limit,
                     fmt::format("{} stiffness(es) stand out from their neighbours from {:.0f} to "
                                 "{:.0f} nm, most at {:.0f} nm by {:+.0f} %: left in the profile",
                                 spikes.size(), range.low_nm, range.high_nm, depth[largest.at],
                                 100 * (ratio[largest.at] / beside - 1))});
}

}  // namespace

bool is_profile_flag(std::string_view code) {
    constexpr std::array<std::string_view, 5> codes = {"SND-A060", "SND-A061", "SND-A062",
                                                       "SND-A063", "SND-A064"};
    return std::ranges::find(codes, code) != codes.end();
}

// From the middle of a cycle, F and S', back to its top: with z twice the amplitude the unloading
// takes off S' z = F_top (1 - (1 - z S/(m F_top))^m).
OscillationEffect oscillation_effect(double load_uN, double depth_nm, double S_uN_per_nm,
                                     double rms_nm, double m, double epsilon) {
    const double amplitude_nm = std::numbers::sqrt2 * rms_nm;
    const double top_uN = load_uN + S_uN_per_nm * amplitude_nm;
    const double left = 1 - 2 * amplitude_nm * S_uN_per_nm / top_uN;
    if (!(left > 0)) return {-1, -1};  // the cycle loses its contact
    const double top_S = m * top_uN * (1 - std::pow(left, 1 / m)) / (2 * amplitude_nm);
    const double h_c = depth_nm - epsilon * load_uN / S_uN_per_nm;
    const double top_h_c = depth_nm + amplitude_nm - epsilon * top_uN / top_S;
    const double ratio = top_h_c / h_c;
    return {load_uN / top_uN * ratio * ratio - 1, S_uN_per_nm / top_S - 1};
}

void flag_profile(const DepthProfile& profile, const ProfileMeans& means, const DepthRange& range,
                  const QuantityValues& values, std::vector<Flag>& flags) {
    flag_range(profile, means, range, flags);
    if (means.points < fewest_averaged_points) return;
    flag_spikes(profile, range, flags);
    flag_change(profile, means, range, flags);
    flag_rise(profile, range, flags);
    flag_oscillation(profile, range, values, flags);
    flag_phase(profile, range, flags);
}

}  // namespace sneddon
