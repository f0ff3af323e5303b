#include "study/clusters/refitted_shares.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/partition_agreement.hpp"
#include "numeric/mixture/standardise.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/significance.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

constexpr std::uint64_t refit_streams = std::uint64_t{4} << 40;  // shared with no other use

/// Which old label a new one is; the same where two new ones are most like one old.
std::vector<int> matched_labels(const std::vector<int>& old_labels, const std::vector<int>& labels,
                                std::size_t count) {
    std::vector<int> same(count), matched(count, -1);
    std::iota(same.begin(), same.end(), 0);
    for (const ClusterMatch& match : jaccard_per_cluster(old_labels, labels)) {
        int& place = matched[static_cast<std::size_t>(match.best_label)];
        if (place >= 0) return same;
        place = match.label;
    }
    return std::ranges::find(matched, -1) == matched.end() ? matched : same;
}

/// Runs of tests of one stratum and sample: [first, last) of the drawing order.
struct Block {
    std::size_t first, last;
};

struct DrawingOrder {
    std::vector<std::size_t> tests;
    std::vector<Block> blocks;
};

DrawingOrder drawing_order(const SampleStrata& all) {
    DrawingOrder order;
    for (const SampleStratum& stratum : all.strata)
        for (const std::size_t test : stratum.tests) {
            const std::size_t place = order.tests.size();
            const bool goes_on = !order.blocks.empty() && test != stratum.tests.front() &&
                                 all.sample[order.tests.back()] == all.sample[test];
            if (goes_on)
                ++order.blocks.back().last;
            else
                order.blocks.push_back({place, place + 1});
            order.tests.push_back(test);
        }
    return order;
}

std::vector<std::size_t> drawn_tests(const DrawingOrder& order, RandomStream stream) {
    std::vector<std::size_t> drawn;
    drawn.reserve(order.tests.size());
    for (const Block& block : order.blocks)
        for (std::size_t i = block.first; i < block.last; ++i)
            drawn.push_back(order.tests[block.first + stream.index(block.last - block.first)]);
    return drawn;
}

}  // namespace

RefittedShares refitted_shares(const std::vector<TestRow>& tests, const ClusterFinding& common,
                               const SampleStrata& all, const std::vector<SampleStratum>& parts,
                               const StudyOptions& options) {
    RefittedShares found;
    found.counts.resize(parts.size());
    std::vector<std::vector<double>> columns;
    for (const QuantityIndex feature : common.features)
        columns.push_back(values_of(tests, common.tests, feature));
    const Result<Points> points = make_points(columns);
    if (!points) return found;
    const Result<Standardisation> standardised = standardise(*points);
    if (!standardised) return found;
    const GaussianMixture start = to_standardised(common.mixture, *standardised);
    const std::vector<int> old_labels = hard_labels(common);
    const DrawingOrder order = drawing_order(all);
    std::vector<std::vector<char>> is_in(parts.size(), std::vector<char>(old_labels.size()));
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (const std::size_t test : parts[part].tests) is_in[part][test] = 1;
    const auto n = static_cast<double>(old_labels.size());
    EmOptions fitting;
    fitting.gradient_tolerance = 1e-3;  // standard errors: no label hangs on it
    const auto curvature = curvature_around(standardised->points, start, options.threads);
    fitting.curvature = curvature ? &*curvature : nullptr;

    using Counts = std::vector<std::vector<double>>;  // by parts
    ordered_parallel(
        options.share_fits, options.threads, options.stop,
        [&](std::size_t i) -> std::optional<Counts> {
            const std::vector<std::size_t> drawn =
                drawn_tests(order, RandomStream(options.seed, refit_streams + i));
            const EmResult fit = run_em(choose_rows(standardised->points, drawn), start, fitting);
            if (fit.end != EmEnd::converged || !assess_regularity(fit.mixture, n).is_regular())
                return std::nullopt;
            const std::vector<int> labels = labels_under(fit.mixture, standardised->points);
            const std::vector<int> match = matched_labels(old_labels, labels, all.labels);
            Counts counts(parts.size(), std::vector<double>(all.samples * all.labels));
            for (const std::size_t test : drawn) {
                const int label = match[static_cast<std::size_t>(labels[test])];
                const std::size_t cell =
                    all.sample[test] * all.labels + static_cast<std::size_t>(label);
                for (std::size_t part = 0; part < parts.size(); ++part)
                    if (is_in[part][test] != 0) counts[part][cell] += 1;
            }
            return counts;
        },
        [&](std::size_t, std::optional<Counts>&& counts) {
            if (!counts) {
                ++found.failed;
                return;
            }
            for (std::size_t part = 0; part < parts.size(); ++part)
                found.counts[part].push_back(std::move((*counts)[part]));
        });
    return found;
}

double share_at(const std::vector<double>& counts, std::size_t labels, std::size_t sample,
                std::size_t label) {
    double n = 0;
    for (std::size_t j = 0; j < labels; ++j) n += counts[sample * labels + j];
    return n > 0 ? counts[sample * labels + label] / n : nan;
}

Interval interval_of_resamples(std::vector<double> replicates) {
    constexpr std::size_t fewest = 40;  // below, 2.5 % of them is no replicate
    std::erase_if(replicates, [](double value) { return !is_finite(value); });
    return replicates.size() < fewest ? Interval{nan, nan} : ci95_of(replicates);
}

}  // namespace sneddon
