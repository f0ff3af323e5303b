#include "numeric/spatial/join_counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Labels = std::vector<int>;

JoinCounts counted(GridShape grid, const Labels& labels, std::size_t permutations = 0) {
    PermutationOptions options;
    options.permutations = permutations;
    return join_counts(grid, labels, options);
}

TEST(JoinCounts, CountEachTouchingPairOnce) {
    // 1 1 4
    // 1 4 4
    const auto result = counted({3, 2}, {1, 1, 4, 1, 4, 4});
    ASSERT_EQ(result.counts.size(), 3u);
    EXPECT_EQ(result.pairs, 11u);
    EXPECT_EQ(result.counts[0].label, 1);
    EXPECT_EQ(result.counts[0].joins.value, 3);  // the three 1s all touch each other
    EXPECT_EQ(result.counts[1].other_label, 4);
    EXPECT_EQ(result.counts[1].joins.value, 5);
    EXPECT_EQ(result.counts[2].joins.value, 3);
    EXPECT_EQ(result.same_label.value, 6);
}

// All orders of three labels on seven of eight cells: moments are exact.
TEST(JoinCounts, MomentsAreThoseOfAllOrders) {
    Labels seven{0, 0, 2, 2, 2, 5, 5};  // 7!/(2! 3! 2!) = 210 orders
    std::vector<double> total(7), squares(7);
    double orders = 0;
    JoinCounts result;
    do {
        Labels cells(seven);
        cells.insert(cells.begin() + 2, -1);
        result = counted({4, 2}, cells);
        for (std::size_t i = 0; i < 7; ++i) {
            const double joins = i < 6 ? result.counts[i].joins.value : result.same_label.value;
            total[i] += joins;
            squares[i] += joins * joins;
        }
        ++orders;
    } while (std::next_permutation(seven.begin(), seven.end()));
    ASSERT_EQ(orders, 210);
    for (std::size_t i = 0; i < 7; ++i) {
        const auto& joins = i < 6 ? result.counts[i].joins : result.same_label;
        EXPECT_NEAR(joins.expected, total[i] / orders, 1e-12) << i;
        EXPECT_NEAR(joins.sd, std::sqrt(squares[i] / orders - std::pow(total[i] / orders, 2)),
                    1e-12)
            << i;
    }
}

TEST(JoinCounts, OfTwoHalvesAreFarFromChance) {
    Labels halves;
    for (int i = 0; i < 100; ++i) halves.push_back(i < 50 ? 0 : 1);
    const auto result = counted({10, 10}, halves, 999);
    EXPECT_EQ(result.same_label.p_greater, 0.001);
    EXPECT_EQ(result.counts[1].joins.p_less, 0.001);
    EXPECT_GT(result.same_label.z, 10);
}

TEST(JoinCounts, OfAChessboardAreThoseOfItsDiagonals) {
    Labels board;
    for (int i = 0; i < 64; ++i) board.push_back((i % 8 + i / 8) % 2);
    const auto result = counted({8, 8}, board);
    EXPECT_EQ(result.counts[1].joins.value, 2 * 7 * 8);  // sides differ
    EXPECT_EQ(result.same_label.value, 2 * 7 * 7);       // corners are alike
}

TEST(JoinCounts, OfRandomLabelsHoldTheirError) {
    RandomStream stream(21);
    int rejected = 0;
    for (int run = 0; run < 300; ++run) {
        Labels labels;
        for (int i = 0; i < 49; ++i) labels.push_back(static_cast<int>(stream.index(4)) - 1);
        rejected += counted({7, 7}, labels, 99).same_label.p_greater <= 0.05;
    }
    EXPECT_NEAR(rejected / 300.0, 0.05, 0.05);  // 4 sd; ties make it smaller rather than larger
}

TEST(JoinCounts, OfOneLabelCannotVary) {
    const auto result = counted({4, 4}, Labels(16, 3), 99);
    EXPECT_EQ(result.same_label.value, 42);
    EXPECT_EQ(result.same_label.expected, 42);
    EXPECT_EQ(result.same_label.sd, 0);
    EXPECT_TRUE(std::isnan(result.same_label.z));
    EXPECT_EQ(result.same_label.p_greater, 1);
}

TEST(JoinCounts, WithoutAnAnswerAreNan) {
    const auto result = counted({3, 1}, {1, 2, -1});
    EXPECT_TRUE(std::isnan(result.same_label.value));
    EXPECT_TRUE(result.counts.empty());
}

}  // namespace
}  // namespace sneddon
