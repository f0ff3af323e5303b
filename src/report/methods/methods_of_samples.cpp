#include "report/methods/methods_of_samples.hpp"

#include <fmt/core.h>

#include "base/enum_words.hpp"
#include "model/cluster_name.hpp"
#include "sneddon/base/text.hpp"
#include "study/study_options.hpp"

namespace sneddon {
namespace {

std::string fact_text(const std::string& name, const RecipeValue& value) {
    return name + " = " +
           (value.kind() == ValueKind::number ? number_text(value.number().value())
                                              : value.text().value());
}

std::string sample_text(const WrittenSample& sample) {
    std::string facts;
    const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : ", ") + fact; };
    if (sample.facts().is_simulated().is_true()) add("simulated");
    if (const Number nu = sample.facts().poisson_ratio(); nu.is_there())
        add("ν = " + number_text(nu.value()));
    const auto stated = sample.facts().stated();
    for (const std::string& name : stated.names())
        if (name != "order" && !is_cluster_fact(name)) add(fact_text(name, stated[name]));
    return sample.name().value() + (facts.empty() ? "" : " (" + facts + ")");
}

}  // namespace

void say_samples(const WrittenStudy& study, MethodText& text) {
    const auto samples = study.results.samples();
    if (samples.is_empty()) return;
    std::string names;
    for (const WrittenSample sample : samples)
        names += (names.empty() ? "" : "; ") + sample_text(sample);
    text.say(fmt::format("{} samples were tested: {}.", samples.size(), names));
    const WrittenSampleClusters clusters = study.results.sample_clusters();
    const auto rule = value_of<ClustersOf>(clusters.clusters_of().value());
    if (!rule) return;
    text.say(std::string(sentence_of(*rule)) + ".");
    if (clusters.share_tests().is_empty()) return;
    const bool is_permuted = clusters.share_tests()[0].method().value() == "permutation";
    text.say(fmt::format(
        "Shares of the clusters by hard labels were compared between samples by chi squared, {}, "
        "with Holm's correction over load functions; their intervals are percentiles over "
        "resampled tests with a mixture of as many components fitted to each resample.",
        is_permuted ? "against the samples of the tests in random order within load functions"
                    : "by the chi squared distribution"));
}

}  // namespace sneddon
