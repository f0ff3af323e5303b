#include "numeric/resampling/permuted_statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace sneddon {
namespace {

// The number an order spells: 2 0 1 -> 201.
void spelled(std::span<const std::size_t> order, std::span<double> out) {
    out[0] = 0;
    for (const std::size_t item : order) out[0] = 10 * out[0] + static_cast<double>(item);
}

TEST(PermutedStatistics, VisitEveryOrderAboutEquallyOften) {
    PermutationOptions options;
    options.permutations = 24'000;
    const auto spellings = permuted_statistics(4, 1, spelled, options);
    std::map<double, int> seen;
    for (const double number : spellings) ++seen[number];
    EXPECT_EQ(seen.size(), 24u);
    for (const auto& [number, count] : seen) EXPECT_NEAR(count, 1000, 160) << number;  // 5 sd
}

TEST(PermutedStatistics, AreTheSameForAnyNumberOfThreads) {
    PermutationOptions options;
    options.permutations = 500;
    options.seed = 9;
    const auto one = permuted_statistics(9, 1, spelled, options);
    for (const unsigned threads : {2u, 5u}) {
        options.threads = threads;
        EXPECT_EQ(permuted_statistics(9, 1, spelled, options), one);
    }
}

TEST(CompareWithPermutations, CountsTheObservedOrderItself) {
    PermutedStatistic statistic;
    statistic.value = 10;
    statistic.expected = 4;
    statistic.sd = 2;
    // The second of two columns: 1, 10 (a tie up to rounding), 3, 4.
    const std::vector<double> permuted{0, 1, 0, 10 - 1e-13, 0, 3, 0, 4};
    compare_with_permutations(statistic, permuted, 1, 2);
    EXPECT_EQ(statistic.z, 3);
    EXPECT_EQ(statistic.p_greater, 2.0 / 5);
    EXPECT_EQ(statistic.p_less, 5.0 / 5);
    EXPECT_EQ(statistic.p_two_sided, 4.0 / 5);
}

TEST(CompareWithPermutations, WithoutPermutationsHasNoPValue) {
    PermutedStatistic statistic;
    statistic.value = 1;
    compare_with_permutations(statistic, {}, 0, 1);
    EXPECT_TRUE(std::isnan(statistic.p_greater));
    EXPECT_TRUE(std::isnan(statistic.z));
}

}  // namespace
}  // namespace sneddon
