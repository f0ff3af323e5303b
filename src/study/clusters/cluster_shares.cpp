#include "study/clusters/cluster_shares.hpp"

#include <map>
#include <utility>

#include "numeric/resampling/proportions.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/clusters/refitted_shares.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

/// The load functions with clustered tests, as strata of one sample.
SampleStrata strata_of(const std::vector<TestRow>& tests, const ClusterFinding& clusters) {
    std::map<std::size_t, std::size_t> place;
    for (std::size_t i = 0; i < clusters.tests.size(); ++i) place[clusters.tests[i]] = i;
    SampleStrata all;
    all.samples = 1;
    all.labels = clusters.chosen;
    all.sample.assign(clusters.tests.size(), 0);
    for (const LoadFunctionRows& group : by_load_function(tests)) {
        SampleStratum members{group.name, {}};
        for (const std::size_t row : group.rows)
            if (const auto found = place.find(row); found != place.end())
                members.tests.push_back(found->second);
        if (!members.tests.empty()) all.strata.push_back(std::move(members));
    }
    return all;
}

}  // namespace

void set_shares(const std::vector<TestRow>& tests, const StudyOptions& options,
                ClusterFinding& clusters) {
    const SampleStrata all = strata_of(tests, clusters);
    const std::vector<int> labels = hard_labels(clusters);
    const bool is_refitted =
        labels.size() <= most_refitted && clusters.chosen > 1 && !options.is_large_table;
    RefittedShares refitted;
    if (is_refitted) refitted = refitted_shares(tests, clusters, all, all.strata, options);
    for (std::size_t s = 0; s < all.strata.size(); ++s) {
        const SampleStratum& members = all.strata[s];
        const std::vector<double> counts = label_counts(all, members.tests, labels);
        for (std::size_t j = 0; j < clusters.chosen; ++j) {
            ClusterShare share{
                members.load_function, static_cast<int>(j), 0, members.tests.size(), 0, {}};
            share.n = static_cast<std::size_t>(counts[j]);
            share.share = share_at(counts, all.labels, 0, j);
            if (is_refitted) {
                std::vector<double> replicates;
                for (const std::vector<double>& drawn : refitted.counts[s])
                    replicates.push_back(share_at(drawn, all.labels, 0, j));
                share.ci95 = interval_of_resamples(std::move(replicates));
            } else {
                const ShareInterval wilson = wilson_interval(share.n, members.tests.size());
                share.ci95 = {wilson.low, wilson.high};
            }
            clusters.shares.push_back(std::move(share));
        }
    }
}

}  // namespace sneddon
