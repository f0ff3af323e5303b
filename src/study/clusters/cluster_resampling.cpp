#include "study/clusters/cluster_resampling.hpp"

#include <cmath>
#include <optional>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/partition_agreement.hpp"
#include "numeric/mixture/standardise.hpp"
#include "study/clusters/cluster_items.hpp"

namespace sneddon {
namespace {

// Streams of one seed that no other use of it may share.
constexpr std::uint64_t stability_streams = std::uint64_t{1} << 40;

/// What one resample of the tests says.
struct Resampled {
    std::optional<std::size_t> chosen;  ///< index of the k of least BIC among regular fits
    std::vector<ClusterMatch> matches;  ///< of the k chosen from all tests; empty: collapsed
};

/// A mixture of all tests in standardised units, and what they say of the curvature there: that of
/// a resample is much like it.
struct Start {
    GaussianMixture mixture;
    std::optional<MixtureCurvature> curvature;
};

/// By k; none where the fit is not regular.
using Starts = std::vector<std::optional<Start>>;

Resampled resample(const Points& points, const Starts& starts, std::size_t chosen,
                   const std::vector<int>& reference, RandomStream stream) {
    std::vector<std::size_t> rows(points.rows);
    for (std::size_t& row : rows) row = stream.index(points.rows);
    const Points drawn = choose_rows(points, rows);
    const auto n = static_cast<double>(points.rows);
    EmOptions options;
    options.gradient_tolerance = 1e-3;  // standard errors: 1e-6 nats, no label and no k hangs on it
    Resampled found;
    double least_bic = INFINITY;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (!starts[i]) continue;
        const auto& [start, curvature] = *starts[i];
        options.curvature = curvature ? &*curvature : nullptr;
        const EmResult fit = run_em(drawn, start, options);
        if (fit.end != EmEnd::converged || !assess_regularity(fit.mixture, n).is_regular())
            continue;
        const auto p =
            static_cast<double>(parameter_count(start.components(), points.dimensions()));
        const double bic = -2 * fit.log_likelihood + p * std::log(n);
        if (bic < least_bic) {
            least_bic = bic;
            found.chosen = i;
        }
        if (start.components() == chosen)
            found.matches = jaccard_per_cluster(reference, labels_under(fit.mixture, points));
    }
    return found;
}

Starts starts_of(const ClusterFinding& clusters, const Standardisation& standardised) {
    Starts starts;
    for (const MixtureFit& fit : clusters.fits.fits) {
        starts.emplace_back();
        // The labels of the chosen mixture are those of the reference.
        const bool is_chosen = fit.components == clusters.chosen;
        if (!fit.is_regular()) continue;
        GaussianMixture mixture =
            to_standardised(is_chosen ? clusters.mixture : fit.mixture, standardised);
        auto curvature = curvature_around(standardised.points, mixture);
        starts.back() = Start{std::move(mixture), std::move(curvature)};
    }
    return starts;
}

}  // namespace

void set_stability(const Points& points, const StudyOptions& options, ClusterFinding& clusters) {
    const Result<Standardisation> standardised = standardise(points);
    if (!standardised) return;
    const Starts starts = starts_of(clusters, *standardised);
    const std::vector<int> reference = hard_labels(clusters);
    std::vector<double> sums(clusters.chosen);
    std::size_t fitted = 0;
    clusters.choice.bootstrap_choices.assign(starts.size(), 0);
    ordered_parallel(
        options.k_resamples, options.threads, options.stop,
        [&](std::size_t i) {
            return resample(standardised->points, starts, clusters.chosen, reference,
                            RandomStream(options.seed, stability_streams + i));
        },
        [&](std::size_t, Resampled&& found) {
            if (found.chosen)
                ++clusters.choice.bootstrap_choices[*found.chosen];
            else
                ++clusters.choice.bootstrap_failures;
            if (!found.matches.empty()) ++fitted;
            for (const ClusterMatch& match : found.matches)
                sums[static_cast<std::size_t>(match.label)] += match.jaccard;
        });
    if (fitted == 0 || clusters.chosen < 2) return;  // one cluster is always like itself
    for (std::size_t j = 0; j < clusters.chosen; ++j) {
        clusters.items[j].jaccard = sums[j] / static_cast<double>(fitted);
        clusters.items[j].jaccard_n = fitted;
    }
}

}  // namespace sneddon
