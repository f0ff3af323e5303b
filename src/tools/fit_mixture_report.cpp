#include <fmt/format.h>

#include <cmath>

#include "base/threads.hpp"
#include "sneddon/numeric/choose_k.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "tools/fit_columns.hpp"
#include "tools/fit_flags.hpp"
#include "tools/text_table.hpp"

namespace sneddon {
namespace {

Json means_json(const GaussianMixture& mixture) {
    Json list = Json::array();
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        const auto mean = mixture.mean(j);
        list.push_back(std::vector<double>(mean.begin(), mean.end()));
    }
    return list;
}

Json covariances_json(const GaussianMixture& mixture) {
    const auto d = static_cast<std::ptrdiff_t>(mixture.dimensions);
    Json list = Json::array();
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        const auto covariance = mixture.covariance(j);
        Json rows = Json::array();
        for (std::ptrdiff_t a = 0; a < d; ++a)
            rows.push_back(
                std::vector<double>(covariance.begin() + a * d, covariance.begin() + (a + 1) * d));
        list.push_back(std::move(rows));
    }
    return list;
}

Json fit_json(const MixtureFit& fit) {
    Json json = {{"components", fit.components},
                 {"loglik", fit.log_likelihood},
                 {"bic", fit.criteria.bic},
                 {"aic", fit.criteria.aic},
                 {"icl", fit.criteria.icl},
                 {"parameters", fit.parameters},
                 {"weights", fit.mixture.weights},
                 {"means", means_json(fit.mixture)},
                 {"covariances", covariances_json(fit.mixture)},
                 {"counts", fit.counts},
                 {"mean_uncertainty", fit.mean_uncertainty},
                 {"smallest_eigenvalue", fit.smallest_eigenvalue},
                 {"iterations", fit.iterations},
                 {"starts", fit.starts},
                 {"starts_at_best", fit.starts_at_best},
                 {"irregular_optima", fit.irregular_optima}};
    json["flags"] = Json::array();
    for (const MixtureFlag flag : fit.flags) json["flags"].push_back(name(flag));
    json["notes"] = fit.words.empty() ? Json::array() : Json::array({fit.words});
    return json;
}

/// What chooses among the fits; without it (scikit-learn mode) the least BIC alone.
Json choice_json(const KChoice& choice, const ChooseKOptions& options) {
    Json json = {{"words", choice.words},
                 {"warnings", choice.warnings},
                 {"silhouette", choice.silhouette.values},
                 {"bootstrap", nullptr},
                 {"likelihood_ratio_tests", nullptr}};
    if (options.bootstrap_samples > 0)
        json["bootstrap"] = {{"samples", options.bootstrap_samples},
                             {"components", choice.components},
                             {"chosen", choice.bootstrap_choices},
                             {"without_regular_fit", choice.bootstrap_failures}};
    if (options.simulated_samples == 0) return json;
    Json tests = Json::array();
    for (const LikelihoodRatioTest& test : choice.tests)
        tests.push_back({{"components", test.components},
                         {"against", test.components + 1},
                         {"statistic", test.statistic},
                         {"p", test.p_value},
                         {"simulated", test.simulated}});
    json["likelihood_ratio_tests"] = {
        {"significance", options.significance},
        {"tests", std::move(tests)},
        {"not_rejected", choice.test_components ? Json(*choice.test_components) : Json(nullptr)}};
    return json;
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
    auto table = read_columns(request.file, names, 2);
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

}  // namespace

Result<FitReport> mixture_report(const MixtureFitRequest& request) {
    const unsigned threads = threads_or_all(request.threads);
    const ChooseKOptions choosing{.bootstrap_samples = request.bootstrap_samples,
                                  .simulated_samples = request.simulated_samples,
                                  .seed = request.seed,
                                  .threads = threads,
                                  .stop = request.stop};
    const bool is_resampled = choosing.bootstrap_samples + choosing.simulated_samples > 0;
    if (is_resampled && request.mode == MixtureMode::scikit_learn)
        return Error{"SND-U004", "--bootstrap and --lrt", "--mode scikit-learn",
                     "--mode converged: a search that ends early has no choice to test", ""};
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
    if (request.stop.stop_requested()) return Error{"SND-U130", "", "stopped", "", ""};

    Json json = {{"fit", "mixture"},
                 {"file", request.file},
                 {"columns", columns},
                 {"weights_column",
                  request.weights_column.empty() ? Json(nullptr) : Json(request.weights_column)},
                 {"mode", is_converged ? "converged" : "scikit-learn"},
                 {"n", points->rows},
                 {"total_weight", fits->total_weight}};
    json["fits"] = Json::array();
    for (const MixtureFit& fit : fits->fits) json["fits"].push_back(fit_json(fit));
    json["chosen"] = fits->chosen ? Json(fits->fits[*fits->chosen].components) : Json(nullptr);
    if (is_converged) json["choice"] = choice_json(choice, choosing);
    return FitReport{json_text(json), text_of(request, *points, columns, *fits, choice)};
}

}  // namespace sneddon
