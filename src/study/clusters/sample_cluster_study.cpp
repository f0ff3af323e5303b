#include "study/clusters/sample_cluster_study.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "numeric/mixture/partition_agreement.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/clusters/cluster_study.hpp"
#include "study/clusters/sample_shares.hpp"
#include "study/clusters/sample_words.hpp"

namespace sneddon {
namespace {

struct RowLabel {
    std::size_t row;
    Label label;
    double posterior;
};

void clear_labels(std::vector<TestRow>& tests) {
    for (TestRow& row : tests) {
        row.cluster.reset();
        row.cluster_posterior = nan;
    }
}

/// Each sample as if it were the only one: no label of another is in the rows meanwhile.
std::vector<ClustersOfSample> clusters_alone(StudyResult& study, const StudyOptions& options) {
    std::vector<ClustersOfSample> all;
    std::vector<RowLabel> labels;
    for (std::size_t i = 0; i < study.samples.size(); ++i) {
        ClustersOfSample alone;
        alone.sample = i;
        Result<ClusterFinding> found = find_clusters(study.tests, options, i);
        if (found) {
            for (const std::size_t row : found->tests)
                labels.push_back(
                    {row, study.tests[row].cluster, study.tests[row].cluster_posterior});
            alone.clusters = std::move(found).value();
        } else {
            alone.why_not = found.error().found;
        }
        all.push_back(std::move(alone));
        clear_labels(study.tests);
    }
    for (const RowLabel& label : labels) {
        study.tests[label.row].cluster = label.label;
        study.tests[label.row].cluster_posterior = label.posterior;
    }
    return all;
}

double agreement(const ClusterFinding& alone, const ClusterFinding& common) {
    const std::vector<int> common_labels = hard_labels(common), labels = hard_labels(alone);
    std::map<std::size_t, int> label_of_row;
    for (std::size_t i = 0; i < common.tests.size(); ++i)
        label_of_row[common.tests[i]] = common_labels[i];
    std::vector<int> first, second;
    for (std::size_t i = 0; i < alone.tests.size(); ++i)
        if (const auto found = label_of_row.find(alone.tests[i]); found != label_of_row.end()) {
            first.push_back(labels[i]);
            second.push_back(found->second);
        }
    return adjusted_rand_index(first, second);
}

/// One mixture for all tests against one for each sample, of the same tests.
void compare_criteria(const ClusterFinding& common, SampleClusters& found) {
    double log_likelihood = 0, parameters = 0;
    std::size_t n = 0;
    for (const ClustersOfSample& alone : found.alone) {
        if (!alone.clusters) continue;
        const MixtureFit& fit = alone.clusters->fits.fits[*alone.clusters->fits.chosen];
        log_likelihood += fit.log_likelihood;
        parameters += static_cast<double>(fit.parameters);
        n += alone.clusters->n;
    }
    if (n != common.n) return;  // a sample too small for its mixture
    found.bic_common = common.fits.fits[*common.fits.chosen].criteria.bic;
    found.bic_alone = -2 * log_likelihood + parameters * std::log(static_cast<double>(n));
}

void find_common(StudyResult& study, const StudyOptions& options, StudyFindings& findings) {
    Result<ClusterFinding> clusters = find_clusters(study.tests, options);
    // Without clusters the study goes on: every finding is then told of all tests.
    if (clusters)
        findings.clusters = std::move(clusters).value();
    else
        findings.not_computed["clusters"] = clusters.error().found;
}

}  // namespace

void find_clusters_of_study(StudyResult& study, const StudyOptions& options,
                            StudyFindings& findings) {
    if (study.samples.empty()) return find_common(study, options, findings);
    SampleClusters found;
    found.rule = options.clusters_of;
    if (found.rule != ClustersOf::pooled) found.alone = clusters_alone(study, options);
    if (found.rule == ClustersOf::per_sample) {
        findings.not_computed["clusters"] =
            "each sample is clustered alone: sample_clusters (study.clusters_of = \"per-sample\")";
    } else {
        clear_labels(study.tests);
        find_common(study, options, findings);
    }
    if (findings.clusters) {
        for (ClustersOfSample& alone : found.alone)
            if (alone.clusters) alone.agreement = agreement(*alone.clusters, *findings.clusters);
        compare_criteria(*findings.clusters, found);
        set_sample_shares(study, *findings.clusters, options, found);
    }
    found.text =
        sample_clusters_text(study, findings.clusters ? &*findings.clusters : nullptr, found);
    findings.sample_clusters = std::move(found);
}

std::size_t label_count(const StudyFindings& findings) {
    if (findings.clusters) return findings.clusters->chosen;
    std::size_t most = 0;
    if (findings.sample_clusters)
        for (const ClustersOfSample& alone : findings.sample_clusters->alone)
            if (alone.clusters && findings.sample_clusters->rule == ClustersOf::per_sample)
                most = std::max(most, alone.clusters->chosen);
    return most;
}

}  // namespace sneddon
