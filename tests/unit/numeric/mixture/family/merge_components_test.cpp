#include "numeric/mixture/family/merge_components.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Two rows that are half 0 and half 1, a hundred that are certain.
TEST(MergeComponents, EntropyIsTheSumOfZLogZAndTheDoubtfulPairIsJoinedFirst) {
    std::vector<double> z = {0.5, 0.5, 0, 0.5, 0.5, 0};
    for (int i = 0; i < 100; ++i) z.insert(z.end(), {0, 0, 1});
    const MergeTree tree = merge_components(z, 3, {});
    ASSERT_EQ(tree.levels.size(), 3u);
    EXPECT_NEAR(tree.levels[0].entropy, 2 * std::log(2.0), 1e-15);
    EXPECT_EQ(tree.levels[1].group_of, (std::vector<std::size_t>{0, 0, 1}));
    EXPECT_EQ(tree.levels[1].entropy, 0);
    EXPECT_EQ(tree.levels[2].group_of, (std::vector<std::size_t>{0, 0, 0}));
    EXPECT_FALSE(tree.elbow);  // three components have no bend to tell
    const auto merged = merged_posteriors(z, tree.levels[1]);
    EXPECT_EQ(merged.size(), 204u);
    EXPECT_EQ(merged[0], 1);
    EXPECT_EQ(merged[1], 0);
}

TEST(MergeComponents, AWeightIsARepeatedRow) {
    const std::vector<double> once = {0.6, 0.4, 0.1, 0.9}, twice = {0.6, 0.4, 0.6, 0.4, 0.1, 0.9};
    EXPECT_NEAR(merge_components(once, 2, {2, 1}).levels[0].entropy,
                merge_components(twice, 2, {}).levels[0].entropy, 1e-15);
}

// Two pairs that share their rows, well apart: entropy falls steeply twice, then not at all.
TEST(MergeComponents, TheElbowIsWhereTheEntropyBends) {
    std::vector<double> z;
    for (int i = 0; i < 60; ++i) {
        const double share = 0.3 + 0.4 * (i % 7) / 6.0, rest = 1e-6;
        z.insert(z.end(), {share, 1 - share - rest, rest, 0});
        z.insert(z.end(), {0, rest, share, 1 - share - rest});
    }
    const MergeTree tree = merge_components(z, 4, {});
    EXPECT_EQ(tree.elbow, 2u);
    EXPECT_EQ(tree.levels[2].group_of, (std::vector<std::size_t>{0, 0, 1, 1}));
}

}  // namespace
}  // namespace sneddon
