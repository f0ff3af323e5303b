#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "correct/residual_inflation.hpp"
#include "correct/square_law_zero.hpp"
#include "correct/zero_point.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/moments.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t least_points = 10;
constexpr std::size_t consecutive = 5;
constexpr double noise_multiple = threshold_in_noise;

ZeroEstimate no_zero(std::string why) {
    return {std::nullopt, 0, std::move(why)};
}

struct HertzWindow {
    std::vector<double> x, depth_nm;  // x = F^(2/3)
    double low_uN = 0, high_uN = 0;
};

/// Up to the first point above `high_uN`, so that nothing of later noise or unloading counts.
HertzWindow hertz_window(const Loading& loading, double low_uN, double high_uN) {
    HertzWindow window;
    for (std::size_t i = 0; i < loading.load_uN.size() && loading.load_uN[i] < high_uN; ++i) {
        const double load_uN = loading.load_uN[i];
        if (load_uN <= low_uN) continue;
        if (window.x.empty()) window.low_uN = load_uN;
        window.high_uN = std::max(window.high_uN, load_uN);
        window.x.push_back(std::cbrt(load_uN * load_uN));
        window.depth_nm.push_back(loading.depth_nm[i]);
    }
    return window;
}

/// Mean pressure F/(pi R h) of the elastic contact at the end of the window, over the load at the
/// peak per area of a cap-cone at 3/4 of the depth: near 1 or above the contact has yielded.
double pressure_over_hardness(const Loading& loading, const LineFit& line, double x, double R) {
    constexpr double tangent = 2.7923, missing_tip = 0.0622;  // of 70.3 degrees; of R
    const double elastic_nm = line.slope * x;
    // x = F^(2/3)
    const double pressure = std::pow(x, 1.5) / (std::numbers::pi * R * elastic_nm);
    // Of a contact that has yielded: an estimate on the low side.
    const double h_c = 0.75 * (loading.h_max_nm - line_at(line, 0));
    const double a = tangent * (h_c + missing_tip * R);
    return pressure * std::numbers::pi * a * a / loading.F_max_uN;
}

std::vector<double> line_residuals(const HertzWindow& window, const LineFit& line) {
    std::vector<double> residuals;
    for (std::size_t i = 0; i < window.x.size(); ++i)
        residuals.push_back(window.depth_nm[i] - line_at(line, window.x[i]));
    return residuals;
}

/// Why the loading in the window is not Hertz's; empty when nothing speaks against it.
std::string doubt_of_hertz(const HertzWindow& window, const LineFit& line, double inflation,
                           double noise_depth_nm) {
    // In noise, and what the digits of a file may leave.
    constexpr double largest_residual = 3, least_rms_nm = 0.05;
    // In standard errors; and a zero that moves by less is worth no other method.
    constexpr double significant = 4, least_move_nm = 0.1;
    if (!(line.slope > 0)) return "depth does not grow with load";
    if (line.residual_sd > std::max(largest_residual * noise_depth_nm, least_rms_nm))
        return fmt::format("residual {:.2g} nm, noise {:.2g} nm", line.residual_sd, noise_depth_nm);
    const ParabolaFit curved = fit_parabola(window.x, window.depth_nm, 0);
    const double move_nm = std::abs(curved.value - line_at(line, 0));
    const double t = std::abs(curved.curvature) / (inflation * curved.u_curvature);
    if (!(t > significant) || move_nm <= least_move_nm) return "";
    return fmt::format(
        "a term in F^(4/3) is {:.3g} times its standard error and moves h_0 by "
        "{:.2g} nm",
        t, move_nm);
}

}  // namespace

ZeroEstimate hertz_zero(const Loading& loading, std::optional<double> tip_radius_nm) {
    constexpr double low = 0.01, high = 0.06;  // of F_max
    constexpr double cap = 0.117;              // 2 (1 - sin 70.3 deg): depth of the cap over R
    constexpr double least_range = 2;          // of the loads in the window
    HertzWindow window = hertz_window(loading, low * loading.F_max_uN, high * loading.F_max_uN);
    const auto too_short = [&] {
        return window.x.size() < least_points || window.high_uN < least_range * window.low_uN;
    };
    if (too_short())
        return no_zero(
            fmt::format("hertz: {} samples from 1 to 6 % of F_max are too few", window.x.size()));
    LineFit line = fit_line(window.x, window.depth_nm);
    if (tip_radius_nm && line.slope * window.x.back() > cap * *tip_radius_nm) {
        // F where k F^(2/3) is the depth of the cap
        const double on_cap_uN = std::pow(cap * *tip_radius_nm / line.slope, 1.5);
        window = hertz_window(loading, low * loading.F_max_uN, on_cap_uN);
        if (too_short())
            return no_zero(
                fmt::format("hertz: the contact is on the cap of a {:.3g} nm tip below "
                            "{:.3g} uN only: the elastic range is too short",
                            *tip_radius_nm, on_cap_uN));
        line = fit_line(window.x, window.depth_nm);
    }
    const double inflation = inflation_of(line_residuals(window, line));
    if (tip_radius_nm) {
        const double share = pressure_over_hardness(loading, line, window.x.back(), *tip_radius_nm);
        if (share > 1)
            return no_zero(
                fmt::format("hertz: the pressure of a {:.3g} nm tip would be {:.2g} "
                            "times the hardness: the contact is not elastic",
                            *tip_radius_nm, share));
    }
    const std::string doubt = doubt_of_hertz(window, line, inflation, loading.noise_depth_nm);
    if (!doubt.empty()) return no_zero("hertz: the loading does not follow F^(2/3), " + doubt);
    double spread = 0, mean_x = 0;
    for (const double x : window.x) mean_x += x / static_cast<double>(window.x.size());
    for (const double x : window.x) spread += (x - mean_x) * (x - mean_x);
    const double u_nm =
        inflation * line.residual_sd *
        std::sqrt(1 / static_cast<double>(window.x.size()) + mean_x * mean_x / spread);
    return {line_at(line, 0), u_nm,
            fmt::format("hertz over {:.3g} to {:.3g} uN, {} samples, residual {:.2g} nm",
                        window.low_uN, window.high_uN, window.x.size(), line.residual_sd)};
}

namespace {

// An end of a parabola has 3 times the error of a mean.
constexpr double error_of_end = 3;

/// Lowest load of the parabola in its errors. A load that begins as depth squared has a parabola
/// that touches zero; noise splits the root by the square root of itself, and the larger root is
/// always late.
double lowest_in_errors(const ParabolaFit& fit, double u_load_uN) {
    const double lowest_uN = fit.value - fit.slope * fit.slope / (4 * fit.curvature);
    return std::abs(lowest_uN) / u_load_uN;
}

/// Nothing where the parabola has two clear roots.
std::optional<ZeroEstimate> zero_at_double_root(const Loading& loading, const ParabolaFit& fit,
                                                double start_nm, double u_load_uN) {
    // The square law refuses itself where it does not hold, the vertex does not.
    constexpr double may_be_square = 10, is_square = 3;
    if (!(fit.curvature > 0)) return std::nullopt;
    const double errors = lowest_in_errors(fit, u_load_uN);
    if (errors < may_be_square)
        if (auto line = square_law_zero(loading)) return line;
    if (!(errors < is_square)) return std::nullopt;
    return ZeroEstimate{start_nm - fit.slope / (2 * fit.curvature),
                        std::sqrt(u_load_uN / fit.curvature),
                        fmt::format("poly2 with a double root: vertex over {} samples", fit.n)};
}

}  // namespace

ZeroEstimate parabola_zero(const Loading& loading) {
    constexpr double part = 0.10;  // of h_max
    const auto above = [&](double load_uN) {
        return load_uN > noise_multiple * loading.noise_load_uN;
    };
    const auto first = std::ranges::find_if(loading.load_uN, above);
    if (first == loading.load_uN.end()) return no_zero("poly2: the load does not leave its noise");
    const auto begin = static_cast<std::size_t>(first - loading.load_uN.begin());
    const double start_nm = loading.depth_nm[begin];
    const double end_nm = start_nm + part * (loading.h_max_nm - start_nm);
    std::vector<double> depth_nm, load_uN;
    for (std::size_t i = begin; i < loading.depth_nm.size() && loading.depth_nm[i] <= end_nm; ++i) {
        depth_nm.push_back(loading.depth_nm[i]);
        load_uN.push_back(loading.load_uN[i]);
    }
    if (depth_nm.size() < least_points) {
        // The first 10 % of the depth are 1 % of such a load: few readings of a slow instrument.
        if (auto line = square_law_zero(loading)) return *line;
        return no_zero(fmt::format("poly2: {} samples in the first 10 % of h_max are too few",
                                   depth_nm.size()));
    }
    const ParabolaFit fit = fit_parabola(depth_nm, load_uN, start_nm);
    const double u_load_uN = error_of_end * fit.residual_sd / std::sqrt(static_cast<double>(fit.n));
    if (auto zero = zero_at_double_root(loading, fit, start_nm, u_load_uN)) return *zero;
    const double a = fit.curvature, b = fit.slope, c = fit.value;
    const double inside = b * b - 4 * a * c, root = std::sqrt(std::abs(inside));
    const bool has_root = inside > 0 && b + root > 0;
    // F rises through the root: b + 2 a x = +sqrt(inside). No root: the vertex is nearest to zero.
    const double x = has_root ? -2 * c / (b + root) : a != 0 ? -b / (2 * a) : 0;
    if (!std::isfinite(x) || x < -(end_nm - start_nm))
        return no_zero("poly2: the parabola has no zero near the begin of loading");
    if (!has_root)  // as far as the complex roots are from it: a slope of zero says nothing
        return {start_nm + x, a != 0 ? root / std::abs(2 * a) : 0,
                fmt::format("poly2 without a root: vertex over {} samples", fit.n)};
    return {start_nm + x, u_load_uN / root,
            fmt::format("poly2 over {} samples to {:.3g} nm", fit.n, end_nm)};
}

namespace {

/// The first of five points in a row of [begin, end) that are above; `end` where there are none.
template <class Above>
std::size_t first_in_a_row(std::size_t begin, std::size_t end, Above&& is_above) {
    std::size_t run = 0;
    for (std::size_t i = begin; i < end; ++i) {
        run = is_above(i) ? run + 1 : 0;
        if (run == consecutive) return i + 1 - consecutive;
    }
    return end;
}

/// A load that rises as depth to the power n has 4 times the threshold behind 4^(1/n) times the
/// depth of it: for n up to 2, of pyramids, a threshold is late by the gain of depth or less.
/// As a standard uncertainty (rectangular), from the point at which the threshold was passed: the
/// fifth in a row behind `first`.
double largest_lateness_nm(const Loading& loading, std::size_t first) {
    constexpr double times = 4;
    const double half_width_over_sd = std::sqrt(3.0);  // rectangular (GUM, 4.3.7)
    const double limit_uN = times * noise_multiple * loading.noise_load_uN;
    for (std::size_t i = first + consecutive - 1; i < loading.load_uN.size(); ++i)
        if (loading.load_uN[i] > limit_uN)
            return std::max(loading.depth_nm[i] - loading.depth_nm[first], 0.0) /
                   half_width_over_sd;
    return 0;
}

}  // namespace

ZeroEstimate threshold_zero(const Loading& loading) {
    const double limit_uN = noise_multiple * loading.noise_load_uN;
    const auto& load = loading.load_uN;
    const std::size_t first =
        first_in_a_row(0, load.size(), [&](std::size_t i) { return load[i] > limit_uN; });
    if (first == load.size()) return no_zero("threshold: the load does not leave its noise");
    double depth_nm = loading.depth_nm[first];
    if (first > 0) {  // behind a load up to the limit, as no run goes on before it
        const double share = (limit_uN - load[first - 1]) / (load[first] - load[first - 1]);
        depth_nm = loading.depth_nm[first - 1] +
                   share * (loading.depth_nm[first] - loading.depth_nm[first - 1]);
    }
    return {depth_nm, std::hypot(loading.noise_depth_nm, largest_lateness_nm(loading, first)),
            fmt::format("threshold at {:.3g} uN", limit_uN)};
}

ZeroEstimate stiffness_zero(const Curve& curve, const CurveChange& change, const Cycle& first,
                            const std::vector<std::size_t>& air) {
    const auto channel = std::ranges::find_if(curve.channels, [](const Channel& candidate) {
        return lower_ascii(candidate.name).find("stiffness") != std::string::npos;
    });
    if (channel == curve.channels.end()) return no_zero("stiffness: none was recorded");
    std::vector<double> empty;
    for (const std::size_t i : air)
        if (std::isfinite(channel->values[i])) empty.push_back(channel->values[i]);
    if (empty.size() < least_points) return no_zero("stiffness: none was recorded in the air");
    const Moments level = moments(empty);
    const double limit = level.mean + noise_multiple * level.sd;
    const std::size_t at = first_in_a_row(
        air.front(), first.load.end, [&](std::size_t i) { return channel->values[i] > limit; });
    if (at == first.load.end) return no_zero("stiffness: it does not leave its level in the air");
    return {change.depth_nm(curve.time_s[at], curve.depth_nm[at], curve.load_uN[at]), 0,
            fmt::format("stiffness above {:.3g}", limit)};
}

}  // namespace sneddon
