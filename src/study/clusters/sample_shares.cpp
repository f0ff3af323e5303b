#include "study/clusters/sample_shares.hpp"

#include <algorithm>

#include "numeric/resampling/multiple_tests.hpp"
#include "numeric/resampling/permuted_statistics.hpp"
#include "numeric/sum/tails.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/clusters/refitted_shares.hpp"
#include "study/clusters/sample_strata.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

/// All together, then the load functions that several samples have.
std::vector<SampleStratum> parts_of(const SampleStrata& all) {
    std::vector<SampleStratum> parts(1);
    for (const SampleStratum& stratum : all.strata) {
        std::ranges::copy(stratum.tests, std::back_inserter(parts.front().tests));
        const std::size_t first = all.sample[stratum.tests.front()];
        if (all.sample[stratum.tests.back()] != first) parts.push_back(stratum);
    }
    return parts;
}

/// One statistic for each stratum: samples stand still, the labels of a stratum change places.
std::vector<double> permuted_chi_squared(const SampleStrata& all, const std::vector<int>& labels,
                                         const StudyOptions& options) {
    std::vector<std::size_t> stratum_of(labels.size());
    for (std::size_t s = 0; s < all.strata.size(); ++s)
        for (const std::size_t test : all.strata[s].tests) stratum_of[test] = s;
    PermutationOptions permute;
    permute.permutations = options.permutations;
    permute.seed = options.seed;
    permute.threads = options.threads;
    permute.stop = options.stop;
    const std::size_t cells = all.samples * all.labels;
    return permuted_statistics(
        labels.size(), all.strata.size(),
        [&](std::span<const std::size_t> order, std::span<double> statistics) {
            std::vector<std::vector<double>> counts(all.strata.size(), std::vector<double>(cells));
            std::vector<std::size_t> next(all.strata.size());
            // The tests of a stratum in the order in which they come among all are in random order.
            for (const std::size_t test : order) {
                const std::size_t s = stratum_of[test];
                const std::size_t place = all.strata[s].tests[next[s]++];
                counts[s][all.sample[place] * all.labels +
                          static_cast<std::size_t>(labels[test])] += 1;
            }
            for (std::size_t s = 0; s < counts.size(); ++s)
                statistics[s] = chi_squared(counts[s], all.labels).value;
        },
        permute);
}

double permuted_p(double value, const std::vector<double>& permuted, std::size_t column,
                  std::size_t width) {
    PermutedStatistic statistic;
    statistic.value = value;
    compare_with_permutations(statistic, permuted, column, width);
    return statistic.p_greater;
}

/// Each stratum, and the first: the sum of all.
std::vector<ShareTest> tests_of(const SampleStrata& all, const std::vector<int>& labels,
                                const StudyOptions& options) {
    const bool is_permuted = labels.size() <= most_permuted && options.permutations > 0;
    const std::size_t width = all.strata.size();
    std::vector<double> permuted, sums;
    if (is_permuted) permuted = permuted_chi_squared(all, labels, options);
    for (std::size_t i = 0; i < permuted.size(); i += width) {
        sums.push_back(0);
        for (std::size_t s = 0; s < width; ++s) sums.back() += permuted[i + s];
    }
    std::vector<ShareTest> tests(1);
    tests[0].is_permuted = is_permuted;
    tests[0].chi_squared = tests[0].df = 0;
    for (std::size_t s = 0; s < width; ++s) {
        const std::vector<std::size_t>& members = all.strata[s].tests;
        const auto [value, df] = chi_squared(label_counts(all, members, labels), all.labels);
        if (df == 0) continue;
        ShareTest test{
            all.strata[s].load_function, members.size(), value, df, nan, nan, is_permuted};
        test.p =
            is_permuted ? permuted_p(value, permuted, s, width) : chi_squared_upper_tail(value, df);
        tests[0].n += test.n;
        tests[0].chi_squared += value;
        tests[0].df += df;
        tests.push_back(std::move(test));
    }
    if (tests.size() == 1) return {};
    tests[0].p = is_permuted ? permuted_p(tests[0].chi_squared, sums, 0, 1)
                             : chi_squared_upper_tail(tests[0].chi_squared, tests[0].df);
    tests[0].p_holm = tests[0].p;
    std::vector<double> p;
    for (std::size_t i = 1; i < tests.size(); ++i) p.push_back(tests[i].p);
    const std::vector<double> adjusted = holm_adjusted(p);
    for (std::size_t i = 1; i < tests.size(); ++i) tests[i].p_holm = adjusted[i - 1];
    return tests;
}

/// Shares and their differences in one part.
void add_part(const SampleStrata& all, const SampleStratum& part, const std::vector<int>& labels,
              const std::vector<std::vector<double>>& refitted, SampleClusters& found) {
    const std::size_t k = all.labels;
    const std::vector<double> counts = label_counts(all, part.tests, labels);
    const auto has = [&](std::size_t sample) { return is_finite(share_at(counts, k, sample, 0)); };
    const auto replicates = [&](auto&& value) {
        std::vector<double> values;
        for (const std::vector<double>& drawn : refitted) values.push_back(value(drawn));
        return interval_of_resamples(std::move(values));
    };
    for (std::size_t sample = 0; sample < all.samples; ++sample)
        for (std::size_t label = 0; has(sample) && label < k; ++label) {
            SampleShare share{sample, part.load_function, static_cast<int>(label), 0, 0, nan, {}};
            share.n = static_cast<std::size_t>(counts[sample * k + label]);
            for (std::size_t j = 0; j < k; ++j)
                share.n_sample += static_cast<std::size_t>(counts[sample * k + j]);
            share.share = share_at(counts, k, sample, label);
            share.ci95 = replicates([&](const std::vector<double>& drawn) {
                return share_at(drawn, k, sample, label);
            });
            found.shares.push_back(std::move(share));
        }
    for (std::size_t a = 0; a < all.samples; ++a)
        for (std::size_t b = a + 1; b < all.samples; ++b)
            for (std::size_t label = 0; has(a) && has(b) && label < k; ++label) {
                const auto difference = [&](const std::vector<double>& drawn) {
                    return share_at(drawn, k, a, label) - share_at(drawn, k, b, label);
                };
                found.differences.push_back({a, b, part.load_function, static_cast<int>(label),
                                             difference(counts), replicates(difference)});
            }
}

}  // namespace

void set_sample_shares(const StudyResult& study, const ClusterFinding& common,
                       const StudyOptions& options, SampleClusters& found) {
    const SampleStrata all = sample_strata(study, common);
    const std::vector<int> labels = hard_labels(common);
    found.tests = tests_of(all, labels, options);
    const std::vector<SampleStratum> parts = parts_of(all);
    RefittedShares refitted;
    if (labels.size() <= most_refitted && common.chosen > 1)
        refitted = refitted_shares(study.tests, common, all, parts, options);
    else
        refitted.counts.resize(parts.size());
    found.fits = options.share_fits;
    found.failed_fits = refitted.failed;
    for (std::size_t i = 0; i < parts.size(); ++i)
        add_part(all, parts[i], labels, refitted.counts[i], found);
}

}  // namespace sneddon
