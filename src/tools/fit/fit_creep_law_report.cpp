#include <fmt/core.h>

#include <optional>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "model/steady_time.hpp"
#include "numeric/least_squares/growth_laws.hpp"
#include "numeric/least_squares/linear_power_profile.hpp"
#include "numeric/least_squares/linear_power_sensitivity.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit/column_units.hpp"
#include "tools/fit/creep_clock.hpp"
#include "tools/fit/fit_columns.hpp"
#include "tools/fit/fit_flags.hpp"

namespace sneddon {
namespace {

using P = LinearPowerParameter;

constexpr Dimension dimensions[] = {Dimension::time, Dimension::depth};

/// The numeric room says y0, a hold says h0.
std::string hold_words(std::string_view words) {
    std::string text(words);
    for (std::size_t at = text.find("y0"); at != text.npos; at = text.find("y0", at))
        text[at] = 'h';
    return text;
}

std::vector<FitParameter> parameters_of(const LinearPowerFit& fit,
                                        const std::array<double, 5>& errors) {
    const auto parameter = [&](std::string name, P p, double value) {
        return FitParameter{std::move(name), fit.is_fitted() ? value : nan,
                            errors[static_cast<std::size_t>(p)]};
    };
    return {parameter("a", P::a, fit.a), parameter("b", P::b, fit.b), parameter("c", P::c, fit.c),
            parameter("h0", P::y0, fit.y0), parameter("t0", P::t0, fit.t0)};
}

JsonText intervals_json(const LinearPowerFit& fit) {
    const auto interval = [&](P p, double value) {
        const double reach = fit.half_width_95(p);
        return pair_json(value - reach, value + reach);
    };
    return {{"a", interval(P::a, fit.a)},
            {"b", interval(P::b, fit.b)},
            {"c", interval(P::c, fit.c)},
            {"h0", interval(P::y0, fit.y0)},
            {"t0", interval(P::t0, fit.t0)}};
}

/// What the likelihood itself says, for a t0 that is held.
struct Limits {
    ProfileInterval c{nan, nan, true, true};
    double a_upper = nan;  ///< one-sided, when a is at its bound
    double p_of_a_absent = nan;
};

Limits limits_of(const NumberColumns& table, const LinearPowerOptions& options,
                 const LinearPowerFit& fit) {
    Limits limits;
    if (options.t0_freedom == Freedom::fitted) return limits;
    const auto basis = LinearPowerBasis::make(table.columns[0], options.t0);
    if (!basis) return limits;
    const auto& values = table.columns[1];
    if (fit.is_separable) limits.c = c_interval(*basis, values, options, fit);
    if (fit.is_a_at_bound) limits.a_upper = a_upper_limit(*basis, values, options, fit);
    limits.p_of_a_absent = p_of_no_linear_part(*basis, values, options, fit);
    return limits;
}

/// The steep begin of a power law does not bear times that are wrong by a part of a step.
void flag_repeated_times(std::vector<double> times, std::vector<FitFlag>& flags) {
    const std::size_t rows = times.size();
    const TimeRepair repair = make_steady(times);
    if (!repair.is_spread) return;
    flags.push_back(
        {"repeated-times",
         fmt::format("times repeat: {} of {} rows have the time of the row before (step "
                     "{:.3g} s): a, b and c carry the rounding",
                     repair.repeated, rows, repair.step_s)});
}

std::vector<FitFlag> flags_of(const LinearPowerFit& fit, const LinearPowerOptions& options,
                              const Limits& limits, const NumberColumns& table) {
    if (!fit.is_fitted()) return {{"no-fit", std::string(words(fit.state))}};
    std::vector<FitFlag> flags;
    flag_repeated_times(table.columns[0], flags);
    const auto add = [&](bool is_so, std::string name, std::string text) {
        if (is_so) flags.push_back({std::move(name), std::move(text)});
    };
    add(fit.is_a_at_bound, "a-at-bound",
        "a is at its bound 0: the data want a negative one" +
            (is_nan(limits.a_upper) ? "" : fmt::format("; a < {:.4g} with 95 %", limits.a_upper)));
    add(fit.is_b_at_bound, "b-at-bound", "b is at its bound 0: there is no power part, c is empty");
    add(fit.is_c_at_bound, "c-at-bound",
        fmt::format("c is at the bound of {:g} to {:g}", options.c_min, options.c_max));
    add(fit.is_t0_at_bound, "t0-at-bound",
        "t0 ends at the first time or far before it: the data do not say where the hold began");
    add(!fit.is_separable, "not-separable",
        fmt::format("a t and b (t - t0)^c are not separable here (condition {}): do not quote "
                    "a, b and c apart, their intervals do not cover what they promise",
                    said_digits(fit.scaled_condition, 3)));
    add(fit.has_slow_noise, "two-time-scales",
        fmt::format(
            "slow noise lies under the fast one (power of its block means {} times what the "
            "lag-1 correlation says): errors are {} times those of independent residuals",
            said_digits(fit.slow_noise_excess, 2), said_digits(fit.inflation, 3)));
    constexpr std::size_t few_for_each = 5;
    add(fit.n < few_for_each * fit.parameters, "few-rows",
        fmt::format("{} rows for {} parameters: so few say little of the noise, and 95 % intervals "
                    "hold in 88 to 98 % of cases",
                    fit.n, fit.parameters));
    if (auto flag = absolute_depth_flag(table.columns[0], table.columns[1], options, fit))
        flags.push_back(*std::move(flag));
    return flags;
}

JsonText laws_json(std::span<const GrowthLawFit> laws) {
    const auto real = JsonText::real;
    JsonText list = JsonText::array();
    for (const GrowthLawFit& law : laws)
        list.push_back({{"law", words(law.law)},
                        {"h0", real(law.y0)},
                        {"a", real(law.a)},
                        {"b", real(law.b)},
                        {"c", real(law.c)},
                        {"tau_s", real(law.tau)},
                        {"parameters", law.parameters},
                        {"ssr", real(law.is_fitted ? law.ssr : nan)},
                        {"aicc", real(law.is_fitted ? law.aicc : nan)},
                        {"aicc_effective", real(law.is_fitted ? law.aicc_effective : nan)}});
    return list;
}

/// Each on the clock of the table.
std::vector<StartSensitivity> sensitivity_of(const NumberColumns& table,
                                             const LinearPowerOptions& options,
                                             const LinearPowerFit& fit, double offset) {
    auto changes = linear_power_sensitivity(table.columns[0], table.columns[1], options, fit);
    for (auto& [change, changed] : changes) {
        LinearPowerOptions freed = options;
        const bool is_both = change == StartChange::y0_and_t0_fitted;
        if (is_both || change == StartChange::y0_fitted) freed.y0_freedom = Freedom::fitted;
        if (is_both) freed.t0_freedom = Freedom::fitted;
        changed = on_the_clock(changed, offset, freed);
    }
    return changes;
}

JsonText sensitivity_json(std::span<const StartSensitivity> changes) {
    JsonText list = JsonText::array();
    for (const StartSensitivity& change : changes) {
        JsonText entry = {{"change", hold_words(words(change.change))}};
        entry.update(values_json(parameters_of(change.fit, change.fit.standard_errors)));
        entry.update({{"ssr", JsonText::real(change.fit.ssr)}});
        list.push_back(entry);
    }
    return list;
}

std::string laws_text(std::span<const GrowthLawFit> laws) {
    std::vector<std::vector<std::string>> rows = {{"law", "parameters", "ssr", "AICc"}};
    for (const GrowthLawFit& law : laws)
        rows.push_back({std::string(words(law.law)), std::to_string(law.parameters),
                        short_number(law.is_fitted ? law.ssr : nan),
                        short_number(law.is_fitted ? law.aicc_effective : nan)});
    return "\nlaws, AICc of the effective number of rows: lower is better\n" +
           text_table(rows, "  ", {1, 2, 3});
}

std::string sensitivity_text(std::span<const StartSensitivity> changes) {
    std::vector<std::vector<std::string>> rows = {{"", "a", "b", "c", "ssr"}};
    for (const StartSensitivity& change : changes) {
        const LinearPowerFit& fit = change.fit;
        const auto fitted = [&](double x) { return fit.is_fitted() ? short_number(x) : ""; };
        rows.push_back({hold_words(words(change.change)), fitted(fit.a), fitted(fit.b),
                        fitted(fit.c), short_number(fit.ssr)});
    }
    return "\nwith another start\n" + text_table(rows, "  ", {1, 2, 3, 4});
}

/// The straight part counts from the same moment as h0.
std::string law_of(const LinearPowerOptions& options, double offset) {
    if (options.t0_freedom == Freedom::fixed) return "h = h0 + a t + b (t - t0)^c";
    if (options.y0_freedom == Freedom::fitted) return "h = h0 + a (t - t0) + b (t - t0)^c";
    return offset == 0 ? "h = h0 + a t + b (t - t0)^c"
                       : fmt::format("h = h0 + a (t - {:.6g}) + b (t - t0)^c", offset);
}

/// The times of the table are less offset, those of the answer are not.
FitReport report_of(const CreepLawRequest& request, const NumberColumns& table,
                    const LinearPowerOptions& options, const LinearPowerFit& found, double offset,
                    const std::optional<FitFlag>& clock) {
    const Limits limits = limits_of(table, options, found);
    auto flags = flags_of(found, options, limits, table);
    if (clock) flags.push_back(*clock);
    const LinearPowerFit fit = on_the_clock(found, offset, options);
    const std::string law = law_of(options, offset);
    const auto parameters = parameters_of(fit, fit.standard_errors);
    const auto independent = parameters_of(fit, fit.independent_errors);
    LinearPowerOptions same_t0 = options;
    same_t0.t0 = found.t0;
    const auto laws = fit_growth_laws(table.columns[0], table.columns[1], same_t0);
    const auto changes = sensitivity_of(table, options, found, offset);
    const auto real = JsonText::real;
    JsonText json = {
        {"fit", "creep-law"},
        {"file", request.file},
        {"columns", std::vector<std::string>{request.time_column, request.depth_column}},
        {"law", law},
        {"n", table.rows()},
        {"parameters", values_json(parameters)},
        {"standard_errors", standard_errors_json(parameters)},
        {"independent_errors", standard_errors_json(independent)},
        {"ssr", real(fit.ssr)},
        {"r_squared", real(fit.r_squared)},
        {"residual_sd", real(fit.residual_sd)},
        {"lag1", real(fit.lag1)},
        {"durbin_watson", real(fit.durbin_watson)},
        {"inflation", real(fit.inflation)},
        {"slow_noise_excess", real(fit.slow_noise_excess)},
        {"condition", real(fit.scaled_condition)},
        {"is_separable", fit.is_separable},
        {"intervals_95", intervals_json(fit)},
        {"c_interval_95", pair_json(limits.c.lower, limits.c.upper)},
        {"c_interval_open", JsonText::array({limits.c.is_lower_open, limits.c.is_upper_open})},
        {"a_upper_limit_95", real(limits.a_upper)},
        {"p_of_a_absent", real(limits.p_of_a_absent)},
        {"laws", laws_json(laws)},
        {"sensitivity", sensitivity_json(changes)}};
    put_flags(json, flags);
    std::string text = fmt::format("creep law {}: {}, {} rows{}\n", request.file, law, table.rows(),
                                   unit_flags(table, dimensions).empty() ? " in s and nm" : "");
    text += parameter_table(parameters);
    text += fmt::format(
        "  residual sd {}, lag-1 correlation {}: errors are {} times those of "
        "independent residuals\n",
        said_digits(fit.residual_sd, 4), said_number(fit.lag1, 2), said_number(fit.inflation, 2));
    if (!is_nan(limits.c.lower))
        text += fmt::format("  95 % of the likelihood: c from {:.4g} to {:.4g}\n", limits.c.lower,
                            limits.c.upper);
    text += flag_lines(flags) + laws_text(laws) + sensitivity_text(changes);
    return {json.indented(), text};
}

}  // namespace

Result<FitReport> creep_law_report(const CreepLawRequest& request) {
    auto table =
        columns_of(request.file, request.in_memory, {request.time_column, request.depth_column}, 4);
    if (!table) return table.error();
    if (auto error = to_working_units(*table, dimensions)) return *error;
    LinearPowerOptions options;
    if (request.is_h0_free) options.y0_freedom = Freedom::fitted;
    if (request.is_t0_free) options.t0_freedom = Freedom::fitted;
    if (request.is_nonnegative) options.sign_rule = SignRule::nonnegative;
    const auto clock = clock_flag(table->columns[0], request.is_t0_free);
    if (is_clock_elsewhere(table->columns[0])) options.t0_freedom = Freedom::fitted;
    const double offset = clock_offset(table->columns[0], options);
    for (double& t : table->columns[0]) t -= offset;
    const LinearPowerFit fit = fit_linear_power(table->columns[0], table->columns[1], options);
    if (fit.state == LinearPowerState::too_few_points)
        return Error{"SND-U023", request.file, fmt::format("{} rows", table->rows()),
                     "more rows than parameters", ""};
    if (!fit.is_fitted())
        return Error{"SND-U024", request.file, hold_words(words(fit.state)),
                     "ascending times from 0 on", "time that begins elsewhere needs --free t0"};
    return report_of(request, *table, options, fit, offset, clock);
}

}  // namespace sneddon
