#include "numeric/mixture/search/mixture_moves.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "../mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

/// Weight, mean and covariance of the components i and j of `split` together are those of
/// component i of `whole`.
void expect_moments_of(const GaussianMixture& split, std::size_t i, std::size_t j,
                       const GaussianMixture& whole) {
    ASSERT_EQ(split.components(), whole.components() + 1);
    EXPECT_DOUBLE_EQ(split.weights[i] + split.weights[j], whole.weights[i]);
    for (std::size_t a = 0; a < 2; ++a) {
        const double half = 0.5 * (split.mean(j)[a] - split.mean(i)[a]);
        EXPECT_NEAR(split.mean(i)[a] + half, whole.mean(i)[a], 1e-15);
        for (std::size_t b = 0; b < 2; ++b) {
            const double other = 0.5 * (split.mean(j)[b] - split.mean(i)[b]);
            const double within =
                0.5 * (split.covariance(i)[a * 2 + b] + split.covariance(j)[a * 2 + b]);
            EXPECT_NEAR(within + half * other, whole.covariance(i)[a * 2 + b], 1e-14);
        }
    }
}

TEST(MixtureMoves, SplitsKeepWeightMeanAndCovariance) {
    const auto mixture = three_groups();
    expect_moments_of(split_across(mixture, 1), 1, 3, mixture);
    expect_moments_of(split_in_place(mixture, 1), 1, 3, mixture);
    const auto in_place = split_in_place(mixture, 1);
    EXPECT_NEAR(in_place.covariance(1)[0] / in_place.covariance(3)[0], 0.25, 1e-14);
    EXPECT_NE(in_place.mean(1)[0], in_place.mean(3)[0]);
}

// 20 rows far away among 380 that the mixture describes: the new component sits on them.
TEST(MixtureMoves, TheRowsOfLeastDensityGetAComponent) {
    Points points = cloud(three_groups(), 380, 1);
    const Points far = cloud({2, {1}, {40, 40}, {1, 0, 0, 1}}, 20, 2);
    for (std::size_t a = 0; a < 2; ++a)
        points.columns[a].insert(points.columns[a].end(), far.columns[a].begin(),
                                 far.columns[a].end());
    points.rows += 20;
    const auto more = cover_unlikely_rows(three_groups(), points);
    ASSERT_EQ(more.components(), 4u);
    EXPECT_NEAR(more.weights[3], 0.05, 1e-12);
    EXPECT_NEAR(std::accumulate(more.weights.begin(), more.weights.end(), 0.0), 1, 1e-12);
    EXPECT_NEAR(more.mean(3)[0], 40, 1);
    EXPECT_NEAR(more.mean(3)[1], 40, 1);
}

TEST(MixtureMoves, EveryComponentGrowsAndEveryPairMoves) {
    const auto mixture = three_groups();
    const auto points = cloud(mixture, 100, 3);
    const auto larger = grown(mixture, points);
    EXPECT_EQ(larger.size(), 7u);
    for (const auto& start : larger) EXPECT_EQ(start.components(), 4u);
    const auto moved = relocated(mixture);
    EXPECT_EQ(moved.size(), 6u);
    for (const auto& start : moved) {
        EXPECT_EQ(start.components(), 3u);
        EXPECT_NEAR(std::accumulate(start.weights.begin(), start.weights.end(), 0.0), 1, 1e-12);
    }
}

TEST(MixtureMoves, WithoutOneTheOthersKeepTheirShares) {
    const auto rest = without(three_groups(), 1);
    ASSERT_EQ(rest.components(), 2u);
    EXPECT_NEAR(rest.weights[0] + rest.weights[1], 1, 1e-15);
    EXPECT_NEAR(rest.weights[0] / rest.weights[1],
                three_groups().weights[0] / three_groups().weights[2], 1e-14);
    EXPECT_EQ(rest.mean(1)[0], three_groups().mean(2)[0]);
}

}  // namespace
}  // namespace sneddon
