#include <fmt/core.h>

#include <optional>
#include <utility>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "base/threads.hpp"
#include "numeric/distribution/goodness_of_fit.hpp"
#include "numeric/distribution/rounding.hpp"
#include "numeric/distribution/survival_fit.hpp"
#include "numeric/distribution/vuong.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit/fit_columns.hpp"
#include "tools/fit/fit_flags.hpp"

namespace sneddon {
namespace {

constexpr double significance = 0.05;

struct Model {
    DistributionFamily family{};
    DistributionFit fit;
    GoodnessOfFit distance;
    GoodnessOfFitP p;
    SurvivalFit least_squares;
    double r2_of_likelihood = nan;

    /// A tail has fewer values than the others: its likelihood cannot stand beside theirs.
    bool is_comparable() const {
        return fit.is_fitted() && family != DistributionFamily::power_law;
    }
};

Result<std::vector<DistributionFamily>> families_of(const std::vector<std::string>& names) {
    if (names.empty())
        return std::vector(all_distribution_families.begin(), all_distribution_families.end());
    std::vector<DistributionFamily> families;
    for (const std::string& given : names) {
        if (const auto family = distribution_family(given)) {
            families.push_back(*family);
            continue;
        }
        std::vector<std::string_view> known = {"weibull"};
        for (const auto family : all_distribution_families) known.push_back(name(family));
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

Model fit_model(std::span<const double> values, DistributionFamily family,
                const DistributionFitRequest& request, const Rounding& rounding) {
    Model model;
    model.family = family;
    model.fit = fit_distribution(values, family);
    if (!model.fit.is_fitted()) return model;
    model.distance = goodness_of_fit(values, model.fit.distribution);
    if (request.replicates > 0)
        model.p = goodness_of_fit_p(values, model.fit,
                                    {request.replicates, request.seed,
                                     threads_or_all(request.threads), request.stop, rounding});
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

/// What every p value of the table depends on.
std::vector<FitFlag> flags_of(std::size_t n, const Repetition& found) {
    std::vector<FitFlag> flags;
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

JsonText model_json(const Model& model) {
    const DistributionFit& fit = model.fit;
    const bool is_fitted = fit.is_fitted();
    const auto real = JsonText::real;
    const auto fitted = [&](double x) { return real(is_fitted ? x : nan); };
    JsonText json = {
        {"model", name(model.family)},
        {"parameters", parameters_json(model.family, fit.distribution, is_fitted)},
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

std::string parameters_text(const Model& model) {
    if (!model.fit.is_fitted()) return "";
    std::string text;
    const auto names = parameter_names(model.family);
    for (std::size_t j = 0; j < names.size(); ++j)
        if (const double value = model.fit.distribution.parameters[j]; is_finite(value))
            text += fmt::format("{}{} {:.5g}", text.empty() ? "" : ", ", names[j], value);
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
    return text + "  " + unit_of_criteria +
           "\n  R2 of cumulative points is high for any model: rank by the likelihood\n";
}

}  // namespace

Result<FitReport> distribution_report(const DistributionFitRequest& request) {
    const auto families = families_of(request.models);
    if (!families) return families.error();
    const auto table = read_columns(request.file, {request.column}, 2);
    if (!table) return table.error();
    const auto& values = table->columns.front();
    const Repetition repeated = repetition(values);
    const std::vector<FitFlag> flags = flags_of(values.size(), repeated);
    std::vector<Model> models;
    for (const DistributionFamily family : *families)
        models.push_back(
            fit_model(values, family, request, repeated.rounding.value_or(Rounding())));
    if (request.stop.requested()) return Error{"SND-U130", "", "stopped", "", ""};
    const auto best = best_of(models);
    const std::vector<Rivalry> rivalries =
        best ? rivalries_of(values, models, *best) : std::vector<Rivalry>();
    const std::string& column = table->names.front();
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
