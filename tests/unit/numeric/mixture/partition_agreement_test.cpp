#include "numeric/mixture/partition_agreement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Labels = std::vector<int>;

// Yeung and Ruzzo (2001), "Details of the adjusted Rand index": the table 1 1 0 / 1 2 1 / 0 0 4
// gives 0.313.
TEST(AdjustedRandIndex, EqualsThePublishedExample) {
    const Labels first{0, 0, 1, 1, 1, 1, 2, 2, 2, 2}, second{0, 1, 0, 1, 1, 2, 2, 2, 2, 2};
    EXPECT_NEAR(adjusted_rand_index(first, second), 0.31257344300822565, 1e-15);
}

// scikit-learn's documentation of adjusted_rand_score: 0.57, 0.57, 0 (4/7 by hand).
TEST(AdjustedRandIndex, EqualsTheExamplesOfScikitLearn) {
    EXPECT_NEAR(adjusted_rand_index(Labels{0, 0, 1, 2}, Labels{0, 0, 1, 1}), 4.0 / 7, 1e-15);
    EXPECT_NEAR(adjusted_rand_index(Labels{0, 0, 1, 1}, Labels{0, 0, 1, 2}), 4.0 / 7, 1e-15);
    EXPECT_EQ(adjusted_rand_index(Labels{0, 0, 0, 0}, Labels{0, 1, 2, 3}), 0);
}

TEST(AdjustedRandIndex, DoesNotMindNamesOfLabels) {
    EXPECT_EQ(adjusted_rand_index(Labels{0, 0, 1, 1, 2}, Labels{5, 5, -3, -3, 9}), 1);
    EXPECT_EQ(adjusted_rand_index(Labels{1, 1, 1}, Labels{7, 7, 7}), 1);
    EXPECT_EQ(adjusted_rand_index(Labels{1, 2, 3}, Labels{7, 8, 9}), 1);
    EXPECT_TRUE(std::isnan(adjusted_rand_index(Labels{1}, Labels{1})));
}

// Its mean over random labels is 0 by construction; sd of one value is about 0.005 here.
TEST(AdjustedRandIndex, OfRandomLabelsIsAboutZero) {
    RandomStream stream(8);
    double total = 0;
    for (int run = 0; run < 100; ++run) {
        Labels a, b;
        for (int i = 0; i < 300; ++i) {
            a.push_back(static_cast<int>(stream.index(3)));
            b.push_back(static_cast<int>(stream.index(4)));
        }
        total += adjusted_rand_index(a, b) / 100;
    }
    EXPECT_NEAR(total, 0, 0.002);
}

TEST(JaccardPerCluster, FindsTheBestMatchOfEachCluster) {
    const Labels reference{0, 0, 0, 0, 1, 1, 1, 2}, other{4, 4, 4, 5, 5, 5, 5, 5};
    const auto matches = jaccard_per_cluster(reference, other);
    ASSERT_EQ(matches.size(), 3u);
    EXPECT_EQ(matches[0].best_label, 4);
    EXPECT_DOUBLE_EQ(matches[0].jaccard, 3.0 / 4);
    EXPECT_EQ(matches[1].best_label, 5);
    EXPECT_DOUBLE_EQ(matches[1].jaccard, 3.0 / 5);
    EXPECT_DOUBLE_EQ(matches[2].jaccard, 1.0 / 5);
    EXPECT_EQ(matches[2].label, 2);
}

TEST(JaccardPerCluster, OfTheSamePartitionIsOne) {
    for (const auto& match : jaccard_per_cluster(Labels{2, 0, 2, 1}, Labels{0, 1, 0, 2}))
        EXPECT_EQ(match.jaccard, 1);
    EXPECT_TRUE(jaccard_per_cluster({}, {}).empty());
}

}  // namespace
}  // namespace sneddon
