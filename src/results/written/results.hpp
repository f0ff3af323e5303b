// The sections of results.json, all but the list of tests.
#pragma once

#include "results/written/activation.hpp"
#include "results/written/clusters.hpp"
#include "results/written/compared.hpp"
#include "results/written/creep.hpp"
#include "results/written/distributions.hpp"
#include "results/written/doubts.hpp"
#include "results/written/groups.hpp"
#include "results/written/inputs.hpp"
#include "results/written/maps.hpp"
#include "results/written/profiles.hpp"
#include "results/written/samples.hpp"

namespace sneddon {

struct WrittenResults : Place {
    Text generator() const { return {at(key::generator)}; }
    Text version() const { return {at(key::version)}; }
    Truth is_simulated() const { return {at(key::simulated)}; }
    WrittenFacts facts() const { return {at(key::study)}; }
    List<WrittenSample> samples() const { return {at(key::samples)}; }
    WrittenSampleClusters sample_clusters() const { return {at(key::sample_clusters)}; }
    ByName<RecipeValue> recipe() const { return {at(key::recipe)}; }
    ByName<Text> recipe_origins() const { return {at(key::recipe_origins)}; }
    List<WrittenInput> inputs() const { return {at(key::inputs)}; }
    /// A file is a table of results whose rows are the tests.
    bool has_tables() const {
        for (const WrittenInput input : inputs())
            if (!input.columns().is_empty()) return true;
        return false;
    }
    WrittenCounts counts() const { return {at(key::counts)}; }
    List<WrittenCorrection> corrections() const { return {at(key::corrections)}; }
    /// The file that has the tests, where there are too many of them; else empty.
    Text tests_in() const { return {at(key::tests_in)}; }
    List<WrittenGroup> groups() const { return {at(key::groups)}; }
    List<WrittenLeftOut> left_out() const { return {at(key::left_out)}; }
    List<WrittenComparison> comparisons() const { return {at(key::comparisons)}; }
    List<WrittenSampleDifference> sample_differences() const {
        return {at(key::sample_differences)};
    }
    List<WrittenFactTrend> fact_trends() const { return {at(key::fact_trends)}; }
    List<WrittenLimitShare> limit_shares() const { return {at(key::limit_shares)}; }
    List<WrittenShareTrend> share_trends() const { return {at(key::share_trends)}; }
    List<WrittenStatement> statements() const { return {at(key::statements)}; }
    WrittenClusters clusters() const { return {at(key::clusters)}; }
    List<WrittenCreepCurve> creep_curves() const { return {at(key::creep_curves)}; }
    List<WrittenContact> contact() const { return {at(key::contact)}; }
    List<WrittenProfile> profiles() const { return {at(key::profiles)}; }
    List<WrittenEnergy> energies() const { return {at(key::energies)}; }
    List<WrittenDistribution> distributions() const { return {at(key::ccdf)}; }
    WrittenSpace space() const { return {at(key::space)}; }
    WrittenOrder order() const { return {at(key::order)}; }
    List<WrittenActivation> activation() const { return {at(key::activation)}; }
    WrittenMechanism mechanism() const { return {at(key::mechanism)}; }
    List<WrittenCheck> checks() const { return {at(key::checks)}; }
    ByName<Text> not_computed() const { return {at(key::not_computed)}; }
    List<WrittenUncertaintyInput> uncertainty_inputs() const {
        return {at(key::uncertainty_inputs)};
    }
    List<WrittenCrossCheck> cross_checks() const { return {at(key::cross_checks)}; }
    List<WrittenSensitivity> sensitivity() const { return {at(key::sensitivity)}; }
    List<WrittenPopIns> pop_ins() const { return {at(key::pop_ins)}; }
    List<WrittenWarning> warnings() const { return {at(key::warnings)}; }

    /// Why /not_computed says that a section is missing, else `otherwise`.
    Words why_not(Key section, std::string_view otherwise) const;
};

}  // namespace sneddon
