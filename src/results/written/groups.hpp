// Load functions of results.json: their statistics and what sets them apart.
#pragma once

#include "results/written/keys.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// What is written of many values of one quantity.
struct WrittenSummary : Place {
    Number mean() const { return {at(key::mean)}; }
    Number sd() const { return {at(key::sd)}; }
    Number n() const { return {at(key::n)}; }
    Number median() const { return {at(key::median)}; }
    Number q25() const { return {at(key::q25)}; }
    Number q75() const { return {at(key::q75)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
    Number u_random() const { return {at(key::u_random)}; }
    Number u_common() const { return {at(key::u_common)}; }
    /// "4.30 ± 0.39".
    Words mean_sd() const { return mean_and_spread_words(mean(), sd()); }
};

/// A part of a study: a load function, or a cluster in it; without a label all of its tests.
struct WrittenSubset : Place {
    Text sample() const { return {at(key::sample)}; }
    Text load_function() const { return {at(key::load_function)}; }
    Number label() const { return {at(key::label)}; }
    Number n() const { return {at(key::n)}; }
};

struct WrittenGroup : Place {
    Text name() const { return {at(key::name)}; }
    Text sample() const { return {at(key::sample)}; }
    Text load_function() const { return {at(key::load_function)}; }
    Number n() const { return {at(key::n)}; }
    WrittenSummary of_quantity(QuantityIndex quantity) const { return {named(quantity.info().id)}; }
};

/// A mean of a group without and with the tests that were left out by hand.
struct WrittenLeftOut : Place {
    Text group() const { return {at(key::group)}; }
    Text quantity() const { return {at(key::quantity)}; }
    Number n() const { return {at(key::n)}; }
    Number mean() const { return {at(key::mean)}; }
    Number n_with() const { return {at(key::n_with)}; }
    Number mean_with() const { return {at(key::mean_with)}; }
};

/// Whether the spreads of two sets of tests differ; the ratio without the measurement's part.
struct WrittenSpread : Place {
    Number sd_a() const { return {at(key::sd_a)}; }
    Number sd_b() const { return {at(key::sd_b)}; }
    Number ratio() const { return {at(key::ratio)}; }
    Numbers ratio_ci95() const { return {at(key::ratio_ci95)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
};

struct WrittenEquivalence : Place {
    Number p_holm() const { return {at(key::p_holm)}; }
};

struct WrittenComparison : Place {
    WrittenSpread spread() const { return {at(key::spread)}; }
    WrittenEquivalence equivalence() const { return {at(key::equivalence)}; }
    Text quantity() const { return {at(key::quantity)}; }
    Text a() const { return {at(key::a)}; }
    Text b() const { return {at(key::b)}; }
    Number difference() const { return {at(key::difference)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
    Number t() const { return {at(key::t)}; }
    Number df() const { return {at(key::df)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
    Number hedges_g() const { return {at(key::hedges_g)}; }
};

}  // namespace sneddon
