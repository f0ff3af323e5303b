#include "study/clusters/cluster_study.hpp"

#include <algorithm>
#include <numeric>

#include "study/clusters/cluster_items.hpp"
#include "study/clusters/cluster_points.hpp"
#include "study/clusters/cluster_resampling.hpp"
#include "study/clusters/cluster_shares.hpp"

namespace sneddon {
namespace {

/// Label 0 has the largest creep; without creep among the features the largest first feature.
std::vector<std::size_t> order_of_labels(const GaussianMixture& mixture,
                                         const std::vector<QuantityIndex>& features) {
    const auto creep = std::ranges::find(features, "creep_nm"_q);
    const std::size_t by =
        creep == features.end() ? 0 : static_cast<std::size_t>(creep - features.begin());
    std::vector<std::size_t> order(mixture.components());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return mixture.mean(a)[by] > mixture.mean(b)[by];
    });
    return order;
}

FitMixtureOptions fit_options(const StudyOptions& options) {
    FitMixtureOptions fit;
    fit.fewest_components = options.fewest_clusters;
    fit.most_components = options.most_clusters;
    fit.seed = options.seed;
    fit.threads = options.threads;
    fit.stop = options.stop;
    if (!options.is_large_table) return fit;
    // So many rows settle every optimum that is more than chance: a tenth of the starts finds it,
    // and no label hangs on the last digits of the gradient.
    constexpr double coarse_gradient = 1e-5;  // as fit_mixture itself above 65,536 rows
    fit.starts = {.k_means = 3,
                  .random_rows = 10,
                  .relocation_rounds = 1,
                  .wanted_at_best = 2,
                  .repeat_batches = 1};
    fit.gradient_tolerance = coarse_gradient;
    return fit;
}

KChoice choice_of_k(const Points& points, const MixtureFits& fits, const FitMixtureOptions& fitted,
                    const std::vector<QuantityIndex>& features, const StudyOptions& options) {
    ChooseKOptions choose;
    for (const QuantityIndex feature : features)
        choose.column_names.emplace_back(feature.info().symbol);
    choose.simulated_samples = options.k_simulations;
    choose.seed = options.seed;
    choose.threads = options.threads;
    choose.stop = options.stop;
    choose.memory = &options.memory;
    return choose_k(points, fits, fitted, choose);
}

void label_tests(std::vector<TestRow>& tests, const ClusterFinding& clusters) {
    const std::vector<int> labels = hard_labels(clusters);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        TestRow& row = tests[clusters.tests[i]];
        row.cluster = labels[i];
        row.cluster_posterior =
            clusters.posteriors[i * clusters.chosen + static_cast<std::size_t>(labels[i])];
    }
}

}  // namespace

Result<ClusterFinding> find_clusters(std::vector<TestRow>& tests, const StudyOptions& options,
                                     std::optional<std::size_t> sample) {
    Result<ClusterPoints> input = cluster_points(tests, options, sample);
    if (!input) return input.error();
    const Points& points = input->points;
    FitMixtureOptions fitting = fit_options(options);
    Result<MixtureFits> fits = fit_mixture(points, fitting);
    if (!fits) return fits.error();
    if (!fits->chosen)
        return Error{"SND-G022", "clusters", "no mixture has a regular optimum", "", ""};

    ClusterFinding found;
    found.features = input->features;
    found.n = points.rows;
    found.left_out = input->left_out;
    found.fits = std::move(fits).value();
    found.choice = choice_of_k(points, found.fits, fitting, found.features, options);
    // Beside ours, not instead: what a published figure of BIC and AIC mostly shows.
    fitting.mode = MixtureMode::scikit_learn;
    constexpr std::size_t most_rows_of_scikit_learn = 200000;  // its k-means takes minutes beyond
    if (points.rows <= most_rows_of_scikit_learn)
        if (Result<MixtureFits> scikit = fit_mixture(points, fitting))
            found.scikit_learn = std::move(scikit).value();
    const MixtureFit& best = found.fits.fits[*found.fits.chosen];
    found.chosen = best.components;
    // Labels have an order before anything is told by label; resamples and shares need labels.
    found.mixture = reorder(best.mixture, order_of_labels(best.mixture, found.features));
    found.tests = std::move(input->rows);
    found.posteriors = posteriors(found.mixture, points);
    label_tests(tests, found);
    describe_clusters(tests, points, found);
    set_stability(points, options, found);
    set_shares(tests, options, found);
    return found;
}

}  // namespace sneddon
