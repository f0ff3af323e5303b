#include "study/clusters/cluster_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

StudyOptions quick() {
    StudyOptions options;
    options.most_clusters = 4;
    options.k_resamples = 5;
    options.k_simulations = 0;
    options.share_fits = 60;
    return options;
}

TEST(FindClusters, FindsThreeCloudsAndNumbersThemFromTheLargestCreep) {
    RandomStream random(11);
    std::vector<TestRow> tests = testing::three_clouds(60, 60, random);
    tests.push_back(testing::used_row(900, 0, 4.9, std::nan("")));
    const auto found = find_clusters(tests, quick());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->chosen, 3u);
    EXPECT_EQ(found->n, 180u);
    ASSERT_EQ(found->left_out.size(), 1u);
    EXPECT_EQ(found->left_out[0].reason, "no hold of 1 s");
    EXPECT_GT(found->items[0].mean[1], found->items[1].mean[1]);
    EXPECT_GT(found->items[1].mean[1], found->items[2].mean[1]);
    int right = 0;
    for (int i = 0; i < 180; ++i)
        right += tests[static_cast<std::size_t>(i)].cluster == 2 - i / 60 ? 1 : 0;
    EXPECT_GE(right, 174);  // clouds 3 and more standard deviations apart
    EXPECT_FALSE(tests.back().cluster);
    EXPECT_GT(found->items[0].jaccard, 0.9);
}

TEST(FindClusters, SharesAddUpAndLieInTheirIntervals) {
    RandomStream random(12);
    std::vector<TestRow> tests = testing::three_clouds(40, 60, random);
    const auto found = find_clusters(tests, quick());
    ASSERT_TRUE(found);
    double sum = 0;
    for (const ClusterShare& share : found->shares) {
        sum += share.share;
        EXPECT_LE(share.ci95.low, share.share);
        EXPECT_GE(share.ci95.high, share.share);
        EXPECT_LT(share.ci95.high - share.ci95.low, 0.25);
    }
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(FindClusters, EllipsesHaveTheDeterminantOfTheCovariance) {
    RandomStream random(13);
    std::vector<TestRow> tests = testing::three_clouds(40, 60, random);
    const auto found = find_clusters(tests, quick());
    ASSERT_TRUE(found);
    for (const Cluster& cluster : found->items) {
        const double determinant = cluster.covariance[0] * cluster.covariance[3] -
                                   cluster.covariance[1] * cluster.covariance[2];
        EXPECT_NEAR(std::pow(cluster.semi_major * cluster.semi_minor, 2), determinant,
                    1e-12 * std::abs(determinant));
    }
}

TEST(FindClusters, TheSameForAnyNumberOfThreads) {
    RandomStream random(14);
    std::vector<TestRow> one = testing::three_clouds(40, 60, random), four = one;
    StudyOptions options = quick();
    const auto first = find_clusters(one, options);
    options.threads = 4;
    const auto second = find_clusters(four, options);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->posteriors, second->posteriors);
    EXPECT_EQ(first->items[1].jaccard, second->items[1].jaccard);
    EXPECT_EQ(first->choice.bootstrap_choices, second->choice.bootstrap_choices);
}

TEST(FindClusters, SaysWhyThereAreNone) {
    std::vector<TestRow> tests = {testing::used_row(1, 10, 4, 1)};
    const auto found = find_clusters(tests, quick());
    ASSERT_FALSE(found);
    EXPECT_THAT(found.error().found, ::testing::HasSubstr("1 tests with a hold"));
    StudyOptions odd = quick();
    odd.features = {"hardness"};
    EXPECT_FALSE(find_clusters(tests, odd));
}

}  // namespace
}  // namespace sneddon
