#include "results/samples_json.hpp"

#include "study/samples.hpp"

namespace sneddon {
namespace {

JsonText alone_json(const StudyResult& study, const std::vector<ClustersOfSample>& all,
                    const SampleOfGroup& samples) {
    JsonText list = JsonText::array();
    for (const ClustersOfSample& alone : all)
        list.push_back({{key::sample, sample_name(study, alone.sample)},
                        {key::agreement, json_number(alone.agreement)},
                        {key::reason, alone.why_not},
                        {key::clusters, clusters_json(alone.clusters, samples)}});
    return list;
}

JsonText shares_json(const StudyResult& study, const std::vector<SampleShare>& shares) {
    JsonText list = JsonText::array();
    for (const SampleShare& share : shares)
        list.push_back({{key::sample, sample_name(study, share.sample)},
                        {key::load_function, share.load_function},
                        {key::label, share.label},
                        {key::n, share.n},
                        {key::n_sample, share.n_sample},
                        {key::share, json_number(share.share)},
                        {key::ci95, interval_json(share.ci95)}});
    return list;
}

JsonText tests_json(const std::vector<ShareTest>& tests) {
    JsonText list = JsonText::array();
    for (const ShareTest& test : tests)
        list.push_back({{key::load_function, test.load_function},
                        {key::n, test.n},
                        {key::statistic, json_number(test.chi_squared)},
                        {key::df, json_number(test.df)},
                        {key::p, json_number(test.p)},
                        {key::p_holm, json_number(test.p_holm)},
                        {key::method, test.is_permuted ? "permutation" : "chi squared"}});
    return list;
}

JsonText differences_json(const StudyResult& study, const std::vector<ShareDifference>& all) {
    JsonText list = JsonText::array();
    for (const ShareDifference& found : all)
        list.push_back({{"sample_a", sample_name(study, found.sample_a)},
                        {"sample_b", sample_name(study, found.sample_b)},
                        {key::load_function, found.load_function},
                        {key::label, found.label},
                        {key::difference, json_number(found.difference)},
                        {key::ci95, interval_json(found.ci95)}});
    return list;
}

}  // namespace

JsonText sample_json(const Sample& sample) {
    return {{key::name, sample.name}, {key::facts, facts_json(sample.facts)}};
}

JsonText sample_clusters_json(const StudyResult& study, const SampleOfGroup& samples) {
    const auto& found = findings_of(study).sample_clusters;
    if (!found) return nullptr;
    return {{key::clusters_of, word_of(found->rule)},
            {key::text, found->text},
            {key::own, alone_json(study, found->alone, samples)},
            {"bic_common", json_number(found->bic_common)},
            {"bic_own", json_number(found->bic_alone)},
            {key::shares, shares_json(study, found->shares)},
            {key::share_tests, tests_json(found->tests)},
            {"share_differences", differences_json(study, found->differences)},
            {"resamples", found->fits},
            {"resamples_without_a_mixture", found->failed_fits}};
}

SampleOfGroup::SampleOfGroup(const StudyResult& study) {
    for (const Group& group : study.groups) samples_[group.name] = group.sample;
}

const std::string& SampleOfGroup::of(const std::string& group) const {
    static const std::string several;
    const auto found = samples_.find(group);
    return found == samples_.end() ? several : found->second;
}

JsonText SampleOfGroup::with(JsonText json, const std::string& group) const {
    json.update({{key::sample, of(group)}});
    return json;
}

}  // namespace sneddon
