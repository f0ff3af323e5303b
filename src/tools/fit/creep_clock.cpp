#include "tools/fit/creep_clock.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/said.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

using P = LinearPowerParameter;

/// Probability of a false flag on depths that begin at 0.
constexpr double significance = 1e-3;
/// Of the largest depth: smaller residuals are those of rounding, whose ratio says nothing.
constexpr double rounding = 1e-9;
/// Steps of the clock between 0 and the first row that a start by hand may leave.
constexpr double usual_steps = 10;

double length_of(std::span<const double> times) {
    return times.back() - times.front();
}

double first_step(std::span<const double> times) {
    const auto second = std::ranges::upper_bound(times, times.front());
    return second == times.end() ? 0 : *second - times.front();
}

}  // namespace

bool is_clock_elsewhere(std::span<const double> times) {
    return !times.empty() && length_of(times) > 0 && times.front() >= length_of(times);
}

double clock_offset(std::span<const double> times, const LinearPowerOptions& options) {
    return options.t0_freedom == Freedom::fitted && !times.empty() ? times.front() : 0;
}

LinearPowerFit on_the_clock(LinearPowerFit fit, double offset, const LinearPowerOptions& options) {
    if (!fit.is_fitted()) return fit;
    if (options.y0_freedom == Freedom::fitted && options.t0_freedom == Freedom::fitted) {
        // h(t0) = h0 + a t0, with the errors of all three.
        const std::array<std::pair<P, double>, 3> slopes = {
            {{P::y0, 1}, {P::a, fit.t0}, {P::t0, fit.a}}};
        const auto y0 = static_cast<std::size_t>(P::y0);
        const auto propagated = [&](const std::array<double, 5>& errors) {
            double variance = 0;
            for (const auto& [p, slope_p] : slopes)
                for (const auto& [q, slope_q] : slopes) {
                    const auto i = static_cast<std::size_t>(p), j = static_cast<std::size_t>(q);
                    const double term =
                        slope_p * slope_q * errors[i] * errors[j] * fit.correlation[i][j];
                    // A parameter at its bound has no error: the others' are conditional on it.
                    if (!std::isnan(term)) variance += term;
                }
            return std::isnan(errors[y0]) ? errors[y0] : std::sqrt(std::max(variance, 0.0));
        };
        fit.y0 += fit.a * fit.t0;
        fit.standard_errors[y0] = propagated(fit.standard_errors);
        fit.independent_errors[y0] = propagated(fit.independent_errors);
    }
    fit.t0 += offset;
    return fit;
}

std::optional<FitFlag> clock_flag(std::span<const double> times, bool is_t0_free) {
    if (is_t0_free) return std::nullopt;
    const double first = times.front(), step = first_step(times);
    if (is_clock_elsewhere(times))
        return FitFlag{"clock-elsewhere",
                       fmt::format("times begin at {:.6g}, {:.3g} times the length of the record "
                                   "after 0: the clock does not begin with the hold, t0 is fitted",
                                   first, first / length_of(times))};
    if (!(first > usual_steps * step)) return std::nullopt;
    return FitFlag{"late-start",
                   fmt::format("times begin at {:.4g}, {:.3g} steps after 0: the power counts "
                               "from 0; where the hold begins elsewhere, --free t0",
                               first, first / step)};
}

std::optional<FitFlag> absolute_depth_flag(std::span<const double> times,
                                           std::span<const double> depths,
                                           const LinearPowerOptions& options,
                                           const LinearPowerFit& fit) {
    if (options.y0_freedom == Freedom::fitted || !fit.is_fitted()) return std::nullopt;
    LinearPowerOptions changed = options;
    changed.y0_freedom = Freedom::fitted;
    const LinearPowerFit freed = fit_linear_power(times, depths, changed);
    const auto [low, high] = std::ranges::minmax(depths);
    const double largest = std::max(std::abs(low), std::abs(high));
    if (!freed.is_fitted() || !(fit.residual_sd > rounding * largest)) return std::nullopt;
    const double freedom = freed.effective_freedom();
    const double p = f_upper_tail((fit.ssr / freed.ssr - 1) * freedom, 1, freedom);
    if (!(p < significance)) return std::nullopt;
    return FitFlag{
        "h0-not-zero",
        fmt::format("h0 is held at 0, but the depth begins at {:.4g} and the residuals with a "
                    "fitted h0 are smaller than chance makes them (p = {}): depth that is not "
                    "counted from the start of the hold needs --free h0 (then h0 = {:.4g}, a = "
                    "{:.4g}, b = {:.4g}, c = {:.3g})",
                    depths.front(), said_digits(p, 2), freed.y0, freed.a, freed.b, freed.c)};
}

}  // namespace sneddon
