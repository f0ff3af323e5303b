// Samples of results.json: how they differ, and the sentences about it.
#pragma once

#include "results/written/groups.hpp"

namespace sneddon {

struct WrittenSampleDifference : Place {
    Text quantity() const { return {at(key::quantity)}; }
    Text load_function() const { return {at(key::load_function)}; }
    Text a() const { return {at(key::a)}; }
    Text b() const { return {at(key::b)}; }
    Number mean_a() const { return {at(key::mean_a)}; }
    Number mean_b() const { return {at(key::mean_b)}; }
    Number difference() const { return {at(key::difference)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
    Number hedges_g() const { return {at(key::hedges_g)}; }
    Number ratio() const { return {at(key::ratio)}; }
    Numbers ratio_ci95() const { return {at(key::ratio_ci95)}; }
    Text tip() const { return {at(key::tip)}; }
    Number u_tip() const { return {at(key::u_tip)}; }
    WrittenSpread spread() const { return {at(key::spread)}; }
    WrittenEquivalence equivalence() const { return {at(key::equivalence)}; }
};

/// Tests on one side of a limit.
struct WrittenLimitShare : Place {
    Text limit() const { return {at(key::limit)}; }
    Text group() const { return {at(key::group)}; }
    Number share() const { return {at(key::share)}; }
    Number n() const { return {at(key::n)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
};

struct WrittenShareTrend : Place {
    Text share() const { return {at(key::share)}; }
    Text factor() const { return {at(key::factor)}; }
    Text within() const { return {at(key::within)}; }
    Number slope() const { return {at(key::slope)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
};

struct WrittenFactTrend : Place {
    Text quantity() const { return {at(key::quantity)}; }
    Text load_function() const { return {at(key::load_function)}; }
    Text fact() const { return {at(key::fact)}; }
    Number samples() const { return {at(key::samples)}; }
    Number tests() const { return {at(key::tests)}; }
    Number slope() const { return {at(key::slope)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
};

struct WrittenStatement : Place {
    Text about() const { return {at(key::about)}; }
    Text text() const { return {at(key::text)}; }
};

}  // namespace sneddon
