#include "study/clusters/sample_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "model/cluster_name.hpp"
#include "study/clusters/cluster_items.hpp"
#include "study/clusters/sample_strata.hpp"
#include "study/samples.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

std::string first_words(const StudyResult& study, const ClusterFinding* common, ClustersOf rule) {
    if (rule == ClustersOf::per_sample)
        return "Each sample is clustered alone: a label means another cluster in each.";
    if (common == nullptr) return "The tests of all samples together make no clusters.";
    return fmt::format(
        "The {} tests of {} samples are clustered together: a label means one cluster in all.",
        common->n, study.samples.size());
}

/// "Alone, A has 2 clusters and B 3".
std::string alone_words(const StudyResult& study, const SampleClusters& found) {
    if (found.alone.empty()) return "";
    std::string text;
    for (const ClustersOfSample& alone : found.alone) {
        const std::string& name = sample_name(study, alone.sample);
        text += text.empty() ? " Alone, " : ", ";
        if (!alone.clusters) {
            text += fmt::format("{} has none ({})", name, alone.why_not);
            continue;
        }
        text += fmt::format("{} has {} {}", name, alone.clusters->chosen,
                            alone.clusters->chosen == 1 ? "cluster" : "clusters");
        if (is_finite(alone.agreement)) text += fmt::format(" (agreement {:.2f})", alone.agreement);
    }
    text += ".";
    if (!is_finite(found.bic_alone)) return text;
    const double gain = found.bic_common - found.bic_alone;
    return text + (gain < 0 ? fmt::format(" One mixture for all has a BIC lower by {:.1f} than one "
                                          "for each: it describes the tests better.",
                                          -gain)
                            : fmt::format(" One mixture for each has a BIC lower by {:.1f} than "
                                          "one for all: the clusters of the samples differ, and "
                                          "common ones mix them.",
                                          gain));
}

/// Where a label nearly says the sample, shares of common clusters compare nothing.
std::string separation_words(const StudyResult& study, const ClusterFinding& common) {
    constexpr double nearly_all = 0.9;  // of Cramer's V, 1 where each cluster is of one sample
    const SampleStrata all = sample_strata(study, common);
    std::vector<std::size_t> every(common.tests.size());
    for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
    const ChiSquared chi = chi_squared(label_counts(all, every, hard_labels(common)), all.labels);
    const auto least = static_cast<double>(std::min(all.samples, all.labels)) - 1;
    if (!(chi.df > 0)) return "";
    const double V = std::sqrt(chi.value / (static_cast<double>(common.n) * least));
    if (V < nearly_all) return "";
    return fmt::format(
        " The common clusters nearly are the samples (Cramer's V {:.2f}): they tell samples apart, "
        "not parts of one.",
        V);
}

const ShareDifference* largest_difference(const SampleClusters& found) {
    const ShareDifference* largest = nullptr;
    for (const ShareDifference& difference : found.differences)
        if (difference.load_function.empty() &&
            (!largest || std::abs(difference.difference) > std::abs(largest->difference)))
            largest = &difference;
    return largest;
}

std::string share_words(const StudyResult& study, const SampleClusters& found) {
    if (found.tests.empty()) return "";
    const ShareTest& test = found.tests.front();
    std::string text = fmt::format(
        " Shares of the clusters {} between the samples (chi squared {:.1f}, p = {:.2g} {}).",
        test.p < significance ? "differ" : "are not seen to differ", test.chi_squared, test.p,
        test.is_permuted ? "by permutation within load functions" : "by its law");
    const ShareDifference* largest = largest_difference(found);
    if (test.p >= significance || largest == nullptr) return text;
    text += fmt::format(" Largest: {}, {} less {}: {:+.0f} %",
                        cluster_name(study.facts, static_cast<std::size_t>(largest->label)),
                        sample_name(study, largest->sample_a),
                        sample_name(study, largest->sample_b), 100 * largest->difference);
    if (is_finite(largest->ci95.low))
        text += fmt::format(" (95 % {:+.0f} to {:+.0f})", 100 * largest->ci95.low,
                            100 * largest->ci95.high);
    return text + ".";
}

}  // namespace

std::string sample_clusters_text(const StudyResult& study, const ClusterFinding* common,
                                 const SampleClusters& found) {
    std::string text = first_words(study, common, found.rule) + alone_words(study, found);
    if (common != nullptr) text += separation_words(study, *common) + share_words(study, found);
    return text;
}

}  // namespace sneddon
