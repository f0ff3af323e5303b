#include <fmt/core.h>

#include <cmath>
#include <optional>

#include "base/text_table.hpp"
#include "base/threads.hpp"
#include "numeric/mixture/standardise.hpp"
#include "sneddon/numeric/choose_k.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit/fit_columns.hpp"
#include "tools/fit/fit_flags.hpp"
#include "tools/fit/mixture_labels.hpp"
#include "tools/fit/mixture_shapes.hpp"

namespace sneddon {
namespace {

JsonText means_json(const GaussianMixture& mixture) {
    JsonText list = JsonText::array();
    for (std::size_t j = 0; j < mixture.components(); ++j)
        list.push_back(JsonText::reals(mixture.mean(j)));
    return list;
}

JsonText covariances_json(const GaussianMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    JsonText list = JsonText::array();
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        const std::span<const double> covariance = mixture.covariance(j);
        JsonText rows = JsonText::array();
        for (std::size_t a = 0; a < d; ++a)
            rows.push_back(JsonText::reals(covariance.subspan(a * d, d)));
        list.push_back(rows);
    }
    return list;
}

JsonText fit_json(const MixtureFit& fit) {
    JsonText flags = JsonText::array();
    for (const MixtureFlag flag : fit.flags) flags.push_back(name(flag));
    const auto real = JsonText::real;
    return {{"components", fit.components},
            {"loglik", real(fit.log_likelihood)},
            {"bic", real(fit.criteria.bic)},
            {"aic", real(fit.criteria.aic)},
            {"icl", real(fit.criteria.icl)},
            {"parameters", fit.parameters},
            {"weights", JsonText::reals(fit.mixture.weights)},
            {"means", means_json(fit.mixture)},
            {"covariances", covariances_json(fit.mixture)},
            {"counts", JsonText::reals(fit.counts)},
            {"mean_uncertainty", real(fit.mean_uncertainty)},
            {"smallest_eigenvalue", real(fit.smallest_eigenvalue)},
            {"iterations", fit.iterations},
            {"starts", fit.starts},
            {"starts_at_best", fit.starts_at_best},
            {"irregular_optima", fit.irregular_optima},
            {"flags", flags},
            {"notes", fit.words.empty() ? JsonText::array() : JsonText::array({fit.words})}};
}

JsonText counts_json(const std::vector<std::size_t>& counts) {
    JsonText list = JsonText::array();
    for (const std::size_t count : counts) list.push_back(count);
    return list;
}

JsonText ratio_tests_json(const KChoice& choice, double significance) {
    JsonText tests = JsonText::array();
    for (const LikelihoodRatioTest& test : choice.tests)
        tests.push_back({{"components", test.components},
                         {"against", test.components + 1},
                         {"statistic", JsonText::real(test.statistic)},
                         {"p", JsonText::real(test.p_value)},
                         {"simulated", test.simulated}});
    return {{"significance", JsonText::real(significance)},
            {"tests", tests},
            {"not_rejected", choice.test_components ? JsonText(*choice.test_components) : nullptr}};
}

/// What chooses among the fits; without it (scikit-learn mode) the least BIC alone.
JsonText choice_json(const KChoice& choice, const ChooseKOptions& options) {
    JsonText bootstrap = nullptr, ratio_tests = nullptr;
    if (options.bootstrap_samples > 0)
        bootstrap = {{"samples", options.bootstrap_samples},
                     {"components", counts_json(choice.components)},
                     {"chosen", counts_json(choice.bootstrap_choices)},
                     {"without_regular_fit", choice.bootstrap_failures}};
    if (options.simulated_samples > 0) ratio_tests = ratio_tests_json(choice, options.significance);
    return {{"words", choice.words},
            {"warnings", choice.warnings},
            {"silhouette", JsonText::reals(choice.silhouette.values)},
            {"bootstrap", bootstrap},
            {"likelihood_ratio_tests", ratio_tests}};
}

JsonText fits_json(const MixtureFits& fits) {
    JsonText list = JsonText::array();
    for (const MixtureFit& fit : fits.fits) list.push_back(fit_json(fit));
    return list;
}

std::string fits_text(const MixtureFits& fits) {
    std::vector<std::vector<std::string>> rows = {
        {"k", "", "ln L", "BIC", "AIC", "ICL", "starts at best", "flags"}};
    for (std::size_t i = 0; i < fits.fits.size(); ++i) {
        const MixtureFit& fit = fits.fits[i];
        std::string flags;
        for (const MixtureFlag flag : fit.flags) flags += (flags.empty() ? "" : ", ") + name(flag);
        const auto number = [](double x) {
            return std::isfinite(x) ? fmt::format("{:.2f}", x) : "";
        };
        rows.push_back({std::to_string(fit.components), fits.chosen == i ? "*" : "",
                        number(fit.log_likelihood), number(fit.criteria.bic),
                        number(fit.criteria.aic), number(fit.criteria.icl),
                        fmt::format("{} of {}", fit.starts_at_best, fit.starts), flags});
    }
    return text_table(rows, "  ", {0, 2, 3, 4, 5, 6});
}

std::string components_text(const MixtureFit& fit, const std::vector<std::string>& columns) {
    std::vector<std::vector<std::string>> rows = {{"", "share", "rows"}};
    std::vector<std::size_t> right = {1, 2};
    for (const std::string& column : columns) {
        rows[0].push_back(column);
        right.push_back(right.size() + 1);
    }
    for (std::size_t j = 0; j < fit.components; ++j) {
        rows.push_back({std::to_string(j + 1), fmt::format("{:.3f}", fit.mixture.weights[j]),
                        short_number(fit.counts[j])});
        const std::size_t d = columns.size();
        for (std::size_t a = 0; a < d; ++a)
            rows.back().push_back(fmt::format("{:.4g} ± {:.3g}", fit.mixture.mean(j)[a],
                                              std::sqrt(fit.mixture.covariance(j)[a * d + a])));
    }
    return fmt::format("\nk = {}, mean ± sd of each component\n", fit.components) +
           text_table(rows, "  ", right);
}

std::string text_of(const MixtureFitRequest& request, const Points& points,
                    const std::vector<std::string>& columns, const MixtureFits& fits,
                    const KChoice& choice) {
    std::string text = fmt::format("mixture {}: {} rows, lower is better for BIC, AIC and ICL\n",
                                   request.file, points.rows) +
                       fits_text(fits);
    for (const std::string& warning : choice.warnings) text += "  ! " + warning + "\n";
    for (const std::string& finding : choice.words) text += "  " + finding + "\n";
    if (fits.chosen) text += components_text(fits.fits[*fits.chosen], columns);
    return text;
}

Error in_file(const MixtureFitRequest& request, Error error) {
    error.where = request.file + (error.where.empty() ? "" : ", " + error.where);
    return error;
}

Result<Points> points_of(const MixtureFitRequest& request, std::vector<std::string>& columns) {
    std::vector<std::string> names = request.columns;
    if (!request.weights_column.empty()) names.push_back(request.weights_column);
    auto table = columns_of(request.file, request.in_memory, names, 2);
    if (!table) return table.error();
    std::vector<double> weights;
    if (!request.weights_column.empty()) {
        weights = std::move(table->columns.back());
        table->columns.pop_back();
        table->names.pop_back();
    }
    columns = table->names;
    auto points = make_points(table->columns, weights);
    if (points) return points;
    return in_file(request, points.error());
}

/// What is wrong with the request before any work is done.
std::optional<Error> problem_with(const MixtureFitRequest& request) {
    const bool is_scikit_learn = request.mode == MixtureMode::scikit_learn;
    if (request.bootstrap_samples + request.simulated_samples > 0 && is_scikit_learn)
        return Error{"SND-U004", "--bootstrap and --lrt", "--mode scikit-learn",
                     "--mode converged: a search that ends early has no choice to test", ""};
    if (!families_of(request.family))
        return Error{"SND-U004", "--family", request.family, "gaussian, t, skew-normal or all", ""};
    if ((request.family != "gaussian" || request.has_noise || request.asks_for_groups) &&
        is_scikit_learn)
        return Error{"SND-U004", "--family, --noise and --groups", "--mode scikit-learn",
                     "--mode converged: a search that ends early has nothing to compare", ""};
    if (request.labels_file.empty()) return std::nullopt;
    return problem_with_labels_file(request.labels_file, request.file);
}

/// What was asked for beside the Gaussian fits.
struct Beside {
    std::vector<ShapedFit> shaped{};
    std::optional<GroupsPart> groups{};
};

Result<Beside> look_beside(const MixtureFitRequest& request, const Points& points,
                           const MixtureFits& fits, unsigned threads) {
    Beside beside;
    FamilyOptions options;
    options.families = *families_of(request.family);
    options.also_noise = request.has_noise;
    options.seed = request.seed;
    options.threads = threads;
    options.stop = request.stop;
    if (!options.families.empty() || options.also_noise) {
        auto shaped = fit_families(points, fits, options);
        if (!shaped) return in_file(request, shaped.error());
        beside.shaped = std::move(shaped).value();
    }
    if (!request.asks_for_groups || !fits.chosen) return beside;
    const auto standardised = standardise(points);
    if (!standardised) return in_file(request, standardised.error());
    beside.groups = groups_part(standardised->points,
                                to_standardised(fits.fits[*fits.chosen].mixture, *standardised),
                                request.seed, threads, request.stop);
    return beside;
}

/// Of the fit of least BIC of all families; every row of the table, those of weight 0 too.
Result<bool> write_labels_of(const MixtureFitRequest& request, const MixtureFits& fits,
                             const Beside& beside) {
    const ShapedFit* best = least(beside.shaped, &MixtureCriteria::bic);
    if (!fits.chosen && !best)
        return Error{"SND-G022", request.file, "no regular fit", "a fit to label the rows by", ""};
    MixtureFitRequest all = request;
    all.weights_column.clear();
    std::vector<std::string> unused;
    const auto points = points_of(all, unused);
    if (!points) return points.error();
    const bool is_gaussian =
        fits.chosen && (!best || fits.fits[*fits.chosen].criteria.bic <= best->criteria.bic);
    const ShapedMixture mixture =
        is_gaussian ? shaped(fits.fits[*fits.chosen].mixture) : best->mixture;
    ShapedEvaluation evaluation = evaluate(mixture, *points);
    LabelTable table{std::move(evaluation.labels),
                     std::move(evaluation.posteriors),
                     mixture.components(),
                     mixture.has_noise,
                     {}};
    if (is_gaussian && beside.groups) table.group_of = beside.groups->merged.group_of;
    return write_labels(request.labels_file, table);
}

}  // namespace

Result<FitReport> mixture_report(const MixtureFitRequest& request) {
    const unsigned threads = threads_or_all(request.threads);
    const ChooseKOptions choosing{.bootstrap_samples = request.bootstrap_samples,
                                  .simulated_samples = request.simulated_samples,
                                  .seed = request.seed,
                                  .threads = threads,
                                  .stop = request.stop};
    if (const auto problem = problem_with(request)) return *problem;
    std::vector<std::string> columns;
    const auto points = points_of(request, columns);
    if (!points) return points.error();
    FitMixtureOptions options;
    options.fewest_components = request.fewest_components;
    options.most_components = request.most_components;
    options.mode = request.mode;
    options.seed = request.seed;
    options.threads = threads;
    options.stop = request.stop;
    const auto fits = fit_mixture(*points, options);
    if (!fits) return in_file(request, fits.error());
    const bool is_converged = request.mode == MixtureMode::converged;
    KChoice choice;
    if (is_converged) choice = choose_k(*points, *fits, options, choosing);
    const auto beside = look_beside(request, *points, *fits, threads);
    if (!beside) return beside.error();
    warn_of_one_component(beside->shaped, *fits, choice);
    if (request.stop.requested()) return Error{"SND-U130", "", "stopped", "", ""};
    if (!request.labels_file.empty())
        if (const auto written = write_labels_of(request, *fits, *beside); !written)
            return written.error();

    JsonText json = {
        {"fit", "mixture"},
        {"file", request.file},
        {"columns", columns},
        {"weights_column",
         request.weights_column.empty() ? nullptr : JsonText(request.weights_column)},
        {"mode", is_converged ? "converged" : "scikit-learn"},
        {"n", points->rows},
        {"total_weight", JsonText::real(fits->total_weight)},
        {"fits", fits_json(*fits)},
        {"chosen", fits->chosen ? JsonText(fits->fits[*fits->chosen].components) : nullptr}};
    if (is_converged) json.update({{"choice", choice_json(choice, choosing)}});
    std::string text = text_of(request, *points, columns, *fits, choice);
    if (!beside->shaped.empty()) {
        const ShapesPart part = families_part(beside->shaped, *fits);
        json.update({{"families", part.json}});
        text += part.text;
    }
    if (beside->groups) {
        json.update({{"groups", beside->groups->json}});
        text += beside->groups->text;
    }
    return FitReport{json.indented(), text};
}

}  // namespace sneddon
