// Samples of results.json: their facts, their clusters and their shares of common clusters.
#pragma once

#include "results/written/clusters.hpp"
#include "results/written/inputs.hpp"

namespace sneddon {

struct WrittenSample : Place {
    Text name() const { return {at(key::name)}; }
    WrittenFacts facts() const { return {at(key::facts)}; }
};

/// The clusters of one sample alone.
struct WrittenOwnClusters : Place {
    Text sample() const { return {at(key::sample)}; }
    WrittenClusters clusters() const { return {at(key::clusters)}; }
    Number agreement() const { return {at(key::agreement)}; }
    Text reason() const { return {at(key::reason)}; }
};

/// Of the tests of a sample, in a load function or (without a name) in all.
struct WrittenSampleShare : WrittenSubset {
    Number n_sample() const { return {at(key::n_sample)}; }
    Number share() const { return {at(key::share)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
};

struct WrittenShareTest : Place {
    Text load_function() const { return {at(key::load_function)}; }
    Number n() const { return {at(key::n)}; }
    Number statistic() const { return {at(key::statistic)}; }
    Number p() const { return {at(key::p)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
    Text method() const { return {at(key::method)}; }
};

struct WrittenSampleClusters : Place {
    Text clusters_of() const { return {at(key::clusters_of)}; }
    List<WrittenOwnClusters> clusters_alone() const { return {at(key::own)}; }
    List<WrittenSampleShare> shares() const { return {at(key::shares)}; }
    List<WrittenShareTest> share_tests() const { return {at(key::share_tests)}; }
    Text text() const { return {at(key::text)}; }
};

}  // namespace sneddon
