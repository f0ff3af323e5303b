// Do load functions differ in a quantity?
#pragma once

#include <string>

#include "base/nan.hpp"
#include "numeric/resampling/compare_means.hpp"
#include "sneddon/model/quantities.hpp"
#include "study/groups/pair_tests.hpp"

namespace sneddon {

/// Group a minus group b. `welch` sees the scatter only; u_common is what all tests of one group
/// share (tip, zero) and no number of tests takes away.
struct GroupComparison {
    QuantityIndex quantity{};
    std::string a, b;
    MeanComparison welch;
    double p_holm = nan;  ///< over the pairs of this quantity
    double u_common = nan;
    double mean_a = nan, mean_b = nan;
    SpreadComparison spread;
    EquivalenceFinding equivalence;
};

}  // namespace sneddon
