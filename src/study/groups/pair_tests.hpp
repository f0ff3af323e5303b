// Beside the difference of two sets of tests: do their spreads differ, and are they the same?
#pragma once

#include "base/nan.hpp"
#include "numeric/resampling/compare_spreads.hpp"
#include "numeric/resampling/equivalence.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "study/table.hpp"

namespace sneddon {

/// sd a over sd b.
struct SpreadComparison {
    double sd_a = nan, sd_b = nan;
    double u_random_a = nan, u_random_b = nan;  ///< root mean square over the tests; NaN: not known
    SpreadRatio ratio;  ///< of what is left when u_random^2 is taken out of each variance
    EqualSpreads test;  ///< of the spreads as they are
    double p_holm = nan;
};

/// Of one quantity of two sets of tests.
SpreadComparison compare_spreads(const std::vector<TestRow>& tests, const Rows& a, const Rows& b,
                                 QuantityIndex quantity);

struct EquivalenceFinding {
    Equivalence test;
    double p_holm = nan;
};

/// Within `margin` times the mean of both means; `error` is that of the difference.
EquivalenceFinding are_equivalent(double mean_a, double mean_b, const EstimateError& error,
                                  double margin);

/// Holm's correction over a list of findings with p and p_holm where `p` and `p_holm` say.
template <class Items, class P, class Adjusted>
void correct_by_holm(Items& items, P p, Adjusted adjusted) {
    std::vector<double> all;
    for (const auto& item : items) all.push_back(p(item));
    const std::vector<double> corrected = holm_adjusted(all);
    for (std::size_t i = 0; i < corrected.size(); ++i) adjusted(items[i]) = corrected[i];
}

/// The three tests of a pair, each over the pairs of one quantity; p_of_means(pair) is that of the
/// difference.
template <class Pairs, class P>
void correct_pairs_by_holm(Pairs& pairs, P p_of_means) {
    using Pair = typename Pairs::value_type;
    correct_by_holm(pairs, p_of_means, [](Pair& pair) -> double& { return pair.p_holm; });
    correct_by_holm(
        pairs, [](const Pair& pair) { return pair.spread.test.p; },
        [](Pair& pair) -> double& { return pair.spread.p_holm; });
    correct_by_holm(
        pairs, [](const Pair& pair) { return pair.equivalence.test.p; },
        [](Pair& pair) -> double& { return pair.equivalence.p_holm; });
}

}  // namespace sneddon
