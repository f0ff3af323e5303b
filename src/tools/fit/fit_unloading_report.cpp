#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "numeric/least_squares/power_fit_covariance.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/tails.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit/column_units.hpp"
#include "tools/fit/fit_columns.hpp"
#include "tools/fit/fit_flags.hpp"
#include "tools/fit/unloading_window.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_rows = 6;
constexpr double m_min = 1, m_max = 5;  // as in the analysis of a test
constexpr double m_usual_min = 1.05, m_usual_max = 2;

struct Quantity {
    double value = nan, error = nan;  ///< as if the residuals were independent
};

struct Unloading {
    bool is_fitted = false, is_m_at_bound = false;
    Quantity h_p, m, B, S, h_at_F_max;
    double ssr = nan;
    std::vector<double> residuals;
    double lag1 = nan;
    EffectiveRows rows;  ///< what the correlation of the residuals leaves of those in the window

    /// Half of the 95 % interval.
    double reach(const Quantity& quantity) const {
        return student_quantile(0.975, rows.freedom) * quantity.error * rows.inflation;
    }
};

/// h = a + b x^q with x = P/P_max: h_p = a, m = 1/q, S = P_max/(b q), B = P_max b^-m.
Unloading fit_depth(const UnloadingWindow& window) {
    std::vector<double> share = window.load;
    for (double& x : share) x /= window.F_max;
    const OffsetPowerFit fit = fit_offset_power(share, window.depth, {1 / m_max, 1 / m_min});
    Unloading found;
    found.is_fitted = fit.is_fitted && fit.b > 0;
    if (!found.is_fitted) return found;
    const Covariance3 C = offset_power_covariance(share, fit);
    const auto error = [&](double a, double b, double q) { return propagated_error(C, {a, b, q}); };
    const double m = 1 / fit.q, S = window.F_max * m / fit.b;
    const double B = window.F_max * std::pow(fit.b, -m);
    found.is_m_at_bound = fit.is_at_bound;
    found.h_p = {fit.a, error(1, 0, 0)};
    found.m = {m, fit.is_at_bound ? nan : error(0, 0, m * m)};
    found.B = {B, error(0, B * m / fit.b, -B * std::log(fit.b) * m * m)};
    found.S = {S, error(0, S / fit.b, S * m)};
    found.h_at_F_max = {fit.a + fit.b, error(1, 1, 0)};
    found.ssr = fit.ssr;
    for (std::size_t i = 0; i < share.size(); ++i)
        found.residuals.push_back(window.depth[i] - fit.a - fit.b * std::pow(share[i], fit.q));
    return found;
}

/// P = B (h - x0)^m: u = (P_max/B)^(1/m), h at P_max = x0 + u, S = m P_max/u.
Unloading fit_load(const UnloadingWindow& window) {
    const ShiftedPowerFit fit = fit_shifted_power(window.depth, window.load, {m_min, m_max});
    Unloading found;
    found.is_fitted = fit.is_fitted;
    if (!found.is_fitted) return found;
    const Covariance3 C = shifted_power_covariance(window.depth, fit);
    const auto error = [&](double B, double x0, double m) {
        return propagated_error(C, {B, x0, m});
    };
    const double ln_u = std::log(window.F_max / fit.B) / fit.m, u = std::exp(ln_u);
    const double dln_u_dB = -1 / (fit.m * fit.B), dln_u_dm = -ln_u / fit.m;
    const double S = fit.m * window.F_max / u;
    found.is_m_at_bound = fit.is_at_bound;
    found.h_p = {fit.x0, error(0, 1, 0)};
    found.m = {fit.m, fit.is_at_bound ? nan : error(0, 0, 1)};
    found.B = {fit.B, error(1, 0, 0)};
    found.S = {S, error(-S * dln_u_dB, 0, S * (1 / fit.m - dln_u_dm))};
    found.h_at_F_max = {fit.x0 + u, error(u * dln_u_dB, 1, u * dln_u_dm)};
    found.ssr = fit.ssr;
    for (std::size_t i = 0; i < window.depth.size(); ++i)
        found.residuals.push_back(window.load[i] -
                                  fit.B * std::pow(std::max(window.depth[i] - fit.x0, 0.0), fit.m));
    return found;
}

std::vector<FitFlag> flags_of(const Unloading& fit, const UnloadingWindow& window) {
    std::vector<FitFlag> flags;
    const auto add = [&](bool is_so, std::string name, std::string text) {
        if (is_so) flags.push_back({std::move(name), std::move(text)});
    };
    const std::size_t n = window.load.size();
    for (const std::string& spike : window.spikes)
        add(true, "spike",
            spike + " of the row before: a single reading that stands out, left out");
    add(10 * window.before_maximum > n, "loading-in-window",
        fmt::format("{} of {} rows of the window lie before the largest load: is the loading part "
                    "in the table?",
                    window.before_maximum, n));
    add(!fit.is_fitted, "no-fit", "the depth does not rise with the load: no fit");
    if (!fit.is_fitted) return flags;
    add(fit.is_m_at_bound, "m-at-bound",
        fmt::format("m ended at the bound of {:g} to {:g}: the data want a value outside", m_min,
                    m_max));
    // Noise alone carries a value over a limit that it lies near to.
    const auto margin = [&](const Quantity& quantity) {
        const double reach = fit.reach(quantity);
        return std::isfinite(reach) ? reach : 0;
    };
    const double m_reach = margin(fit.m), h_p_reach = margin(fit.h_p);
    add(fit.m.value + m_reach < m_usual_min || fit.m.value - m_reach > m_usual_max, "m-unusual",
        fmt::format("m = {:.4g} is outside of {:g} to {:g}, what elastic unloading gives, by more "
                    "than its 95 % interval",
                    fit.m.value, m_usual_min, m_usual_max));
    const double least_depth = *std::ranges::min_element(window.depth);
    add(fit.h_p.value + h_p_reach < 0 || fit.h_p.value - h_p_reach >= least_depth, "h_p-unusual",
        fmt::format(
            "h_p = {:.6g} nm is not between 0 and the least depth of the window, {:.6g} nm, "
            "by more than its 95 % interval",
            fit.h_p.value, least_depth));
    add(n < 20, "few-rows", fmt::format("only {} rows lie in the window", n));
    // Exact data leave rounding alone, whose correlation says nothing.
    const double rms = std::sqrt(fit.ssr / static_cast<double>(n));
    const bool is_exact = rms < 1e-10 * std::max(window.F_max, fit.h_at_F_max.value);
    add(fit.lag1 > 0.5 && !is_exact, "correlated-residuals",
        fmt::format("neighbouring residuals are correlated to {:.2f}: the law misses the curve, or "
                    "the noise is smooth; {} rows are worth {:.3g}, the standard errors are {:.3g} "
                    "times those of independent residuals",
                    fit.lag1, n, std::max(1.0, fit.rows.count), fit.rows.inflation));
    return flags;
}

std::vector<FitParameter> parameters_of(const Unloading& fit, double inflation) {
    const auto parameter = [&](std::string name, const Quantity& quantity) {
        return FitParameter{std::move(name), quantity.value, quantity.error * inflation};
    };
    return {parameter("h_p_nm", fit.h_p), parameter("m", fit.m), parameter("S_uN_per_nm", fit.S),
            parameter("h_at_F_max_nm", fit.h_at_F_max), parameter("B_uN_per_nm_to_m", fit.B)};
}

JsonText intervals_json(const Unloading& fit) {
    const auto interval = [&](const Quantity& quantity) {
        const double reach = fit.reach(quantity);
        return pair_json(quantity.value - reach, quantity.value + reach);
    };
    return {{"h_p_nm", interval(fit.h_p)},
            {"m", interval(fit.m)},
            {"S_uN_per_nm", interval(fit.S)},
            {"h_at_F_max_nm", interval(fit.h_at_F_max)}};
}

/// Widens the errors by what the residuals of the fit are worth.
Unloading fit_window(const UnloadingWindow& window, ResidualSpace space) {
    Unloading fit = space == ResidualSpace::depth ? fit_depth(window) : fit_load(window);
    const double p = fit.is_m_at_bound ? 2 : 3;
    fit.lag1 = lag_one_autocorrelation(fit.residuals);
    fit.rows = effective_rows(fit.lag1, static_cast<double>(window.load.size()), p);
    return fit;
}

FitReport report_of(const UnloadingFitRequest& request, const UnloadingWindow& window,
                    const Unloading& fit, const std::vector<FitFlag>& units) {
    const bool is_depth = request.space == ResidualSpace::depth;
    const std::size_t n = window.load.size(), p = fit.is_m_at_bound ? 2 : 3;
    const double sd = std::sqrt(fit.ssr / static_cast<double>(n - p));
    auto flags = flags_of(fit, window);
    flags.insert(flags.end(), units.begin(), units.end());
    const std::vector<FitParameter> parameters = parameters_of(fit, fit.rows.inflation);
    const std::vector<FitParameter> independent = parameters_of(fit, 1);
    JsonText json = {
        {"fit", "unloading"},
        {"file", request.file},
        {"columns", std::vector<std::string>{request.depth_column, request.load_column}},
        {"space", is_depth ? "depth" : "load"},
        {"window", pair_json(request.window_high, request.window_low)},
        {"n", n},
        {"F_max_uN", JsonText::real(window.F_max)},
        {"parameters", values_json(parameters)},
        {"standard_errors", standard_errors_json(parameters)},
        {"independent_errors", standard_errors_json(independent)},
        {"intervals_95", intervals_json(fit)},
        {"ssr", JsonText::real(fit.ssr)},
        {"residual_sd", JsonText::real(sd)},
        {"residual_unit", is_depth ? "nm" : "uN"},
        {"lag1", JsonText::real(fit.lag1)},
        {"inflation", JsonText::real(fit.is_fitted ? fit.rows.inflation : nan)}};
    put_flags(json, flags);
    std::string text = fmt::format(
        "unloading {}: P = B (h - h_p)^m by least squares in {}\n"
        "  {} rows with {:g} to {:g} % of P_max = {:.6g} uN\n",
        request.file, is_depth ? "depth" : "load", n, 100 * request.window_low,
        100 * request.window_high, window.F_max);
    text += parameter_table(parameters);
    text += fmt::format(
        "  residual sd {} {}, lag-1 correlation {}: errors are {} times those of independent "
        "residuals\n",
        said_digits(sd, 4), is_depth ? "nm" : "uN", said_number(fit.lag1, 2),
        said_number(fit.is_fitted ? fit.rows.inflation : nan, 2));
    return {json.indented(), text + flag_lines(flags)};
}

}  // namespace

Result<FitReport> unloading_report(const UnloadingFitRequest& request) {
    auto table = columns_of(request.file, request.in_memory,
                            {request.depth_column, request.load_column}, fewest_rows);
    if (!table) return table.error();
    constexpr Dimension dimensions[] = {Dimension::depth, Dimension::load};
    if (auto error = to_working_units(*table, dimensions)) return *error;
    const UnloadingWindow window =
        unloading_window(*table, request.window_low, request.window_high);
    if (!(window.F_max > 0))
        return Error{"SND-U024", request.file,
                     fmt::format("the largest load is {:g}", window.F_max), "a positive load",
                     "columns are given as depth,load"};
    if (window.load.size() < fewest_rows)
        return Error{"SND-U023", request.file,
                     fmt::format("{} rows in the window", window.load.size()),
                     fmt::format("at least {} for this fit", fewest_rows), "widen --window"};
    return report_of(request, window, fit_window(window, request.space),
                     unit_flags(*table, dimensions));
}

}  // namespace sneddon
