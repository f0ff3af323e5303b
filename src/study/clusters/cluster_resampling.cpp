#include "study/clusters/cluster_resampling.hpp"

#include <cmath>
#include <map>
#include <optional>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/partition_agreement.hpp"
#include "numeric/mixture/standardise.hpp"
#include "numeric/sum/tails.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/significance.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

// Streams of one seed that no other use of it may share.
constexpr std::uint64_t stability_streams = std::uint64_t{1} << 40;
constexpr std::uint64_t share_streams = std::uint64_t{2} << 40;

std::vector<int> labels_under(const GaussianMixture& mixture, const Points& points) {
    const MixtureEvaluation evaluation = evaluate(mixture, points);
    return {evaluation.labels.begin(), evaluation.labels.end()};
}

/// What one resample of the tests says.
struct Resampled {
    std::optional<std::size_t> chosen;  ///< index of the k of least BIC among regular fits
    std::vector<ClusterMatch> matches;  ///< of the k chosen from all tests; empty: collapsed
};

/// The mixtures of all tests in standardised units, by k; none where the fit is not regular.
using Starts = std::vector<std::optional<GaussianMixture>>;

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
        const EmResult fit = run_em(drawn, *starts[i], options);
        if (fit.end != EmEnd::converged || !assess_regularity(fit.mixture, n).is_regular())
            continue;
        const auto p =
            static_cast<double>(parameter_count(starts[i]->components(), points.dimensions()));
        const double bic = -2 * fit.log_likelihood + p * std::log(n);
        if (bic < least_bic) {
            least_bic = bic;
            found.chosen = i;
        }
        if (starts[i]->components() == chosen)
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
        if (fit.is_regular())
            starts.back() =
                to_standardised(is_chosen ? clusters.mixture : fit.mixture, standardised);
    }
    return starts;
}

/// A label drawn by the posteriors of one test.
std::size_t drawn_label(const ClusterFinding& clusters, std::size_t test, double uniform) {
    const double* z = &clusters.posteriors[test * clusters.chosen];
    std::size_t label = 0;
    for (double below = z[0]; label + 1 < clusters.chosen && uniform >= below;) below += z[++label];
    return label;
}

struct Members {
    std::string name;
    std::vector<std::size_t> tests;  ///< into ClusterFinding::tests
};

std::vector<Members> members_by_load_function(const std::vector<TestRow>& tests,
                                              const ClusterFinding& clusters) {
    std::map<std::size_t, std::size_t> place;
    for (std::size_t i = 0; i < clusters.tests.size(); ++i) place[clusters.tests[i]] = i;
    std::vector<Members> all;
    for (const LoadFunctionRows& group : by_load_function(tests)) {
        Members members{group.name, {}};
        for (const std::size_t row : group.rows)
            if (const auto found = place.find(row); found != place.end())
                members.tests.push_back(found->second);
        if (!members.tests.empty()) all.push_back(std::move(members));
    }
    return all;
}

/// share[label][replicate]
std::vector<std::vector<double>> resampled_shares(const ClusterFinding& clusters,
                                                  const Members& members, std::size_t replicates,
                                                  std::uint64_t seed, std::uint64_t first_stream) {
    std::vector<std::vector<double>> shares(clusters.chosen, std::vector<double>(replicates));
    for (std::size_t r = 0; r < replicates; ++r) {
        RandomStream stream(seed, first_stream + r);
        for (std::size_t i = 0; i < members.tests.size(); ++i) {
            const std::size_t test = members.tests[stream.index(members.tests.size())];
            shares[drawn_label(clusters, test, stream.uniform())][r] += 1;
        }
    }
    const auto n = static_cast<double>(members.tests.size());
    for (std::vector<double>& replicates_of_label : shares)
        for (double& share : replicates_of_label) share /= n;
    return shares;
}

std::vector<Interval> resampled_intervals(const ClusterFinding& clusters, const Members& members,
                                          const StudyOptions& options, std::uint64_t first_stream) {
    std::vector<Interval> intervals;
    for (const auto& drawn :
         resampled_shares(clusters, members, options.share_resamples, options.seed, first_stream))
        intervals.push_back(ci95_of(drawn));
    return intervals;
}

/// A test drawn with replacement has label j with the mean posterior p of j: the shares of such
/// resamples are binomial, and of thousands of tests normal with sd sqrt(p (1 - p)/n).
std::vector<Interval> exact_intervals(const ClusterFinding& clusters, const Members& members) {
    const auto n = static_cast<double>(members.tests.size());
    const double reach = standard_normal_quantile(1 - significance / 2);
    std::vector<Interval> intervals;
    for (std::size_t j = 0; j < clusters.chosen; ++j) {
        double p = 0;
        for (const std::size_t test : members.tests)
            p += clusters.posteriors[test * clusters.chosen + j];
        p /= n;
        const double half = reach * std::sqrt(p * (1 - p) / n);
        intervals.push_back({p - half, p + half});
    }
    return intervals;
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

void set_shares(const std::vector<TestRow>& tests, const StudyOptions& options,
                ClusterFinding& clusters) {
    const std::vector<int> labels = hard_labels(clusters);
    std::uint64_t first_stream = share_streams;
    for (const Members& members : members_by_load_function(tests, clusters)) {
        const auto intervals = options.is_large_table
                                   ? exact_intervals(clusters, members)
                                   : resampled_intervals(clusters, members, options, first_stream);
        first_stream += options.share_resamples;
        for (std::size_t j = 0; j < clusters.chosen; ++j) {
            ClusterShare share{members.name, static_cast<int>(j), 0, members.tests.size(), 0, {}};
            for (const std::size_t test : members.tests)
                if (labels[test] == share.label) ++share.n;
            share.share = static_cast<double>(share.n) / static_cast<double>(share.n_load_function);
            share.ci95 = intervals[j];
            clusters.shares.push_back(std::move(share));
        }
    }
}

}  // namespace sneddon
