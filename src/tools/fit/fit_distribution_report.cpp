#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "base/threads.hpp"
#include "numeric/distribution/goodness_of_fit.hpp"
#include "numeric/distribution/observation_fit.hpp"
#include "numeric/distribution/profile_interval.hpp"
#include "numeric/distribution/rounding.hpp"
#include "numeric/distribution/survival_fit.hpp"
#include "numeric/distribution/vuong.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit/fit_flags.hpp"
#include "tools/fit/observed_values.hpp"

namespace sneddon {
namespace {

constexpr double significance = 0.05;

bool is_power_law(DistributionFamily family) {
    return family == DistributionFamily::power_law ||
           family == DistributionFamily::discrete_power_law;
}

struct Model {
    DistributionFamily family{};
    DistributionFit fit;
    GoodnessOfFit distance;
    GoodnessOfFitP p;
    SurvivalFit least_squares;
    double r2_of_likelihood = nan;
    std::array<ParameterInterval, 3> intervals{};

    /// A tail has fewer values than the others: its likelihood cannot stand beside theirs.
    bool is_comparable() const { return fit.is_fitted() && !is_power_law(family); }
};

/// Without names all of them; of whole numbers the power law is the discrete one.
Result<std::vector<DistributionFamily>> families_of(const std::vector<std::string>& names,
                                                    bool are_counts) {
    std::vector<DistributionFamily> families;
    if (names.empty()) {
        families.assign(continuous_distribution_families.begin(),
                        continuous_distribution_families.end());
        if (are_counts)
            std::ranges::replace(families, DistributionFamily::power_law,
                                 DistributionFamily::discrete_power_law);
        return families;
    }
    for (const std::string& given : names) {
        if (const auto family = distribution_family(given)) {
            families.push_back(*family);
            continue;
        }
        std::vector<std::string_view> known = {"weibull",
                                               name(DistributionFamily::discrete_power_law)};
        for (const auto family : continuous_distribution_families) known.push_back(name(family));
        const std::string nearest = nearest_name(given, known);
        std::string list;
        for (const std::string_view word : known)
            list += (list.empty() ? "" : ", ") + std::string(word);
        return Error{"SND-U004", "--models", "\"" + given + "\"", "one of: " + list,
                     nearest.empty() ? "" : "did you mean " + nearest + "?"};
    }
    return families;
}

/// Vuong's test is not for models of which one contains the other.
bool is_special_case(DistributionFamily narrow, DistributionFamily wide) {
    using enum DistributionFamily;
    if (narrow == exponential) return wide == weibull2 || wide == weibull3 || wide == gamma;
    return narrow == weibull2 && wide == weibull3;
}

Model fit_model(const ObservedValues& known, DistributionFamily family,
                const DistributionFitRequest& request, const Rounding& rounding) {
    const std::span<const double> values = known.values;
    Model model;
    model.family = family;
    model.fit = fit_observations(known.observations, family);
    if (!model.fit.is_fitted()) return model;
    model.intervals = profile_intervals(known.observations, model.fit);
    if (!known.are_exact) return model;  // distances are those of values
    model.distance = goodness_of_fit(values, model.fit.distribution);
    if (request.replicates > 0)
        model.p =
            goodness_of_fit_p(values, model.fit,
                              {request.replicates, request.seed, threads_or_all(request.threads),
                               request.progress.stop, rounding, !request.runs_all_replicates});
    // The power law begins at a value, where ln F has no bound: it is judged by its distance.
    if (!is_finite(model.distance.ad)) model.distance.ad = model.p.ad = nan;
    model.least_squares = fit_survival(values, family);
    model.r2_of_likelihood = survival_r_squared(values, model.fit.distribution);
    return model;
}

/// The least AIC of those that used all values.
std::optional<std::size_t> best_of(std::span<const Model> models) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < models.size(); ++i)
        if (models[i].is_comparable() &&
            (!best || models[i].fit.criteria.aic < models[*best].fit.criteria.aic))
            best = i;
    return best;
}

bool are_counts(const ObservedValues& known, const Repetition& found) {
    return known.are_exact && found.distinct < known.values.size() &&
           std::ranges::all_of(known.values, [](double x) { return x == std::floor(x); });
}

/// What every p value of the table depends on.
std::vector<FitFlag> flags_of(const ObservedValues& known, const Repetition& found) {
    const std::size_t n = known.values.size();
    std::vector<FitFlag> flags;
    if (!known.are_exact) {
        flags.push_back(
            {"intervals", fmt::format("of {} values {} are lower limits, {} upper ones and {} "
                                      "intervals: likelihoods of these; no distance, no p value",
                                      n, known.cut_above, known.cut_below, known.between)});
        return flags;
    }
    if (are_counts(known, found))
        flags.push_back({"integers",
                         "values are whole numbers that repeat: the power law is that "
                         "of whole numbers, the other models are densities"});
    if (found.rounding) {
        flags.push_back(
            {"rounded", fmt::format("values are rounded to steps of {:.4g} ({} different ones of "
                                    "{}): replicates are rounded too, ln L is that of a density",
                                    found.rounding->step, found.distinct, n)});
        return flags;
    }
    constexpr std::size_t most_by_chance = 2;
    for (const auto& [count, end] :
         {std::pair{found.at_low, "least"}, std::pair{found.at_high, "largest"}})
        if (count > most_by_chance)
            flags.push_back(
                {"pile-up", fmt::format("{} of {} values are equal to the {} one: a limit "
                                        "cuts them, which no model here knows",
                                        count, n, end)});
    if (const std::size_t repeated = n - found.distinct; 20 * repeated > n && flags.empty())
        flags.push_back(
            {"ties", fmt::format("{} of {} values repeat another one, ties that no model "
                                 "here has: p values are too small",
                                 repeated, n)});
    return flags;
}

std::vector<FitFlag> flags_of(const Model& model) {
    if (model.fit.state == DistributionFitState::no_interior_optimum)
        return {{"no-interior-optimum",
                 fmt::format("{}: {}", name(model.family), words(model.fit.state))}};
    if (!model.fit.is_fitted())
        return {{"no-fit", fmt::format("{}: {}", name(model.family), words(model.fit.state))}};
    const bool has_ad = !is_nan(model.p.ad);
    const double p = has_ad ? model.p.ad : model.p.ks;
    if (p < significance)
        return {{"rejected",
                 fmt::format("{}: the values lie further from it than chance takes them ({} p = "
                             "{:.3g})",
                             name(model.family), has_ad ? "Anderson-Darling" : "Kolmogorov-Smirnov",
                             p)}};
    return {};
}

JsonText parameters_json(DistributionFamily family, const Distribution& distribution,
                         bool is_fitted) {
    JsonText json = JsonText::object();
    const auto names = parameter_names(family);
    for (std::size_t j = 0; j < names.size(); ++j)
        json.update({{names[j], JsonText::real(is_fitted ? distribution.parameters[j] : nan)}});
    return json;
}

JsonText intervals_json(const Model& model) {
    JsonText json = JsonText::object();
    const auto names = parameter_names(model.family);
    for (std::size_t j = 0; j < names.size(); ++j)
        json.update({{names[j], pair_json(model.intervals[j].low, model.intervals[j].high)}});
    return json;
}

JsonText model_json(const Model& model) {
    const DistributionFit& fit = model.fit;
    const bool is_fitted = fit.is_fitted();
    const auto real = JsonText::real;
    const auto fitted = [&](double x) { return real(is_fitted ? x : nan); };
    JsonText json = {
        {"model", name(model.family)},
        {"parameters", parameters_json(model.family, fit.distribution, is_fitted)},
        {"intervals_95", intervals_json(model)},
        {"n", fit.n},
        {"k", fit.k},
        {"loglik", fitted(fit.log_likelihood)},
        {"aic", fitted(fit.criteria.aic)},
        {"aicc", fitted(fit.criteria.aicc)},
        {"bic", fitted(fit.criteria.bic)},
        {"is_comparable", model.is_comparable()},
        {"ks", real(model.distance.ks)},
        {"ad", real(model.distance.ad)},
        {"cvm", real(model.distance.cvm)},
        {"p_ks", real(model.p.ks)},
        {"p_ad", real(model.p.ad)},
        {"p_cvm", real(model.p.cvm)},
        {"replicates", model.p.replicates},
        {"r2_mle", real(model.r2_of_likelihood)},
        {"r2_lsq", real(model.least_squares.r_squared)},
        {"parameters_lsq", parameters_json(model.family, model.least_squares.distribution,
                                           model.least_squares.is_fitted)}};
    put_flags(json, flags_of(model));
    return json;
}

struct Rivalry {
    DistributionFamily winner, rival;
    VuongTest test;
};

std::vector<Rivalry> rivalries_of(std::span<const double> values, std::span<const Model> models,
                                  std::size_t best) {
    std::vector<Rivalry> list;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const auto winner = models[best].family, rival = models[i].family;
        if (winner == rival || !models[i].is_comparable()) continue;
        if (is_special_case(winner, rival) || is_special_case(rival, winner)) continue;
        list.push_back(
            {winner, rival,
             vuong_test(values, models[best].fit.distribution, models[i].fit.distribution)});
    }
    return list;
}

JsonText vuong_json(const std::vector<Rivalry>& rivalries) {
    JsonText list = JsonText::array();
    for (const auto& [winner, rival, test] : rivalries)
        list.push_back({{"first", name(winner)},
                        {"second", name(rival)},
                        {"log_likelihood_ratio", JsonText::real(test.log_likelihood_ratio)},
                        {"z", JsonText::real(test.z)},
                        {"p_two_sided", JsonText::real(test.p_two_sided)}});
    return list;
}

/// As many as tell the ends of an interval apart.
int digits_for(double value, double width) {
    constexpr int fewest = 5, most = 12;
    if (!(width > 0) || value == 0) return fewest;
    const double lead = std::log10(std::abs(value) / width);
    return std::clamp(2 + static_cast<int>(std::ceil(lead)), fewest, most);
}

std::string parameters_text(const Model& model) {
    if (!model.fit.is_fitted()) return "";
    std::string text;
    const auto names = parameter_names(model.family);
    for (std::size_t j = 0; j < names.size(); ++j)
        if (const double value = model.fit.distribution.parameters[j]; is_finite(value)) {
            const auto& [low, high] = model.intervals[j];
            const int digits = digits_for(value, high - low);
            text += fmt::format("{}{} {:.{}g}", text.empty() ? "" : ", ", names[j], value, digits);
            if (is_finite(low) && is_finite(high))
                text += fmt::format(" [{:.{}g}, {:.{}g}]", low, digits, high, digits);
        }
    return text;
}

std::vector<std::string> row_of(const Model& model) {
    const auto fitted = [&](double x) { return model.fit.is_fitted() ? short_number(x) : ""; };
    const DistributionFit& fit = model.fit;
    return {std::string(name(model.family)),
            fitted(fit.log_likelihood),
            fitted(fit.criteria.aic),
            fitted(fit.criteria.bic),
            short_number(model.distance.ks),
            short_number(model.distance.ad),
            short_number(model.p.ad),
            short_number(model.least_squares.r_squared),
            short_number(model.r2_of_likelihood),
            parameters_text(model)};
}

/// What the columns mean, where a reader could take them for something else.
std::string explanations(std::span<const Model> models) {
    std::string text = "  [ , ]: 95 % by profile likelihood\n";
    std::size_t fewest = SIZE_MAX, most = 0;
    for (const Model& model : models) {
        if (model.family == DistributionFamily::power_law && model.fit.is_fitted())
            text += "  KS of power_law is one-sided, |F(x_i) - (i-1)/n|: xmin makes it smallest\n";
        if (model.p.replicates == 0) continue;
        fewest = std::min(fewest, model.p.replicates);
        most = std::max(most, model.p.replicates);
    }
    if (most > 0)
        text += fmt::format(
            "  p of {} replicates; they end where it is clear on which side of 0.05 "
            "it lies (--all-replicates: not)\n",
            fewest < most ? fmt::format("{} to {}", fewest, most) : fmt::format("{}", most));
    return text + "  R2 of cumulative points is high for any model: rank by the likelihood\n";
}

std::string text_of(const std::string& file, const std::string& column, std::size_t n,
                    std::span<const Model> models, std::optional<std::size_t> best,
                    const std::vector<Rivalry>& rivalries, const std::string& unit_of_criteria,
                    const std::vector<FitFlag>& flags) {
    std::vector<std::vector<std::string>> rows = {
        {"model", "ln L", "AIC", "BIC", "KS", "AD", "p (AD)", "R2 lsq", "R2 mle", "parameters"}};
    std::string notes;
    for (const Model& model : models) {
        rows.push_back(row_of(model));
        notes += flag_lines(flags_of(model));
    }
    std::string text = fmt::format("distribution {}: {} values of {}\n", file, n, column);
    text += text_table(rows, "  ", {1, 2, 3, 4, 5, 6, 7, 8}) + flag_lines(flags) + notes;
    if (best) text += fmt::format("  least AIC: {}\n", name(models[*best].family));
    for (const auto& [winner, rival, test] : rivalries)
        text += fmt::format("  {} against {}: Vuong z = {}, p = {}\n", name(winner), name(rival),
                            said_digits(test.z, 3), said_digits(test.p_two_sided, 3));
    return text + "  " + unit_of_criteria + "\n" + explanations(models);
}

}  // namespace

Result<FitReport> distribution_report(const DistributionFitRequest& request) {
    const auto known = observed_values(request);
    if (!known) return known.error();
    const auto& values = known->values;
    const Repetition repeated = repetition(values);
    const auto families = families_of(request.models, are_counts(*known, repeated));
    if (!families) return families.error();
    const std::vector<FitFlag> flags = flags_of(*known, repeated);
    std::vector<Model> models;
    for (const DistributionFamily family : *families) {
        if (request.progress.report) request.progress.report(models.size(), families->size());
        models.push_back(
            fit_model(*known, family, request, repeated.rounding.value_or(Rounding())));
        if (request.progress.stop.requested()) return Error{"SND-U130", "", "stopped", "", ""};
    }
    const auto best = best_of(models);
    const std::vector<Rivalry> rivalries =
        best && known->are_exact ? rivalries_of(values, models, *best) : std::vector<Rivalry>();
    const std::string& column = known->column;
    const std::string unit_of_criteria = fmt::format(
        "ln L, AIC and BIC are those of densities per unit of {}; lower is better; in "
        "another unit all move by the same amount",
        column);
    JsonText fits = JsonText::array();
    for (const Model& model : models) fits.push_back(model_json(model));
    JsonText json = {{"fit", "distribution"},
                     {"file", request.file},
                     {"column", column},
                     {"n", values.size()},
                     {"criteria_unit", unit_of_criteria},
                     {"plotting_position", name(PlottingPosition::hazen)},
                     {"fits", fits},
                     {"chosen", best ? JsonText(name(models[*best].family)) : nullptr},
                     {"vuong", vuong_json(rivalries)}};
    put_flags(json, flags);
    return FitReport{json.indented(), text_of(request.file, column, values.size(), models, best,
                                              rivalries, unit_of_criteria, flags)};
}

}  // namespace sneddon
