#include "study/checks/spacing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

TEST(Spacing, FollowsTheCircleAroundTheTriangle) {
    TestRow a, b;
    a.position = StagePosition{0, 0};
    b.position = StagePosition{2, 0};
    a.values["A_p_nm2"_q] = b.values["A_p_nm2"_q] = 24.494 * 52.92 * 52.92;  // edge 398 nm
    a.values["h_max_nm"_q] = b.values["h_max_nm"_q] = 60;
    const NearestNeighbour nearest = nearest_neighbour({a, b}, {0, 1});
    EXPECT_DOUBLE_EQ(nearest.distance_um, 2);
    EXPECT_NEAR(nearest.five_diameters_um(), 2.30, 0.005);
    EXPECT_DOUBLE_EQ(nearest.ten_depths_um(), 0.6);
    EXPECT_EQ(nearest_neighbour({a}, {0}).distance_um, 0);
}

TEST(Spacing, ABrokenRuleIsLikelyByDepthAndByTwentyPercentOfTheDiameters) {
    EXPECT_EQ(verdict_of(spacing_need(1000, 101, 10)), Verdict::likely);
    EXPECT_EQ(verdict_of(spacing_need(1000, 81, 10)), Verdict::possible);
    EXPECT_EQ(verdict_of(spacing_need(1000, 50, 241)), Verdict::likely);
    EXPECT_EQ(verdict_of(spacing_need(1000, 50, 239)), Verdict::possible);
    EXPECT_EQ(verdict_of(spacing_need(1000, 50, 159)), Verdict::not_seen);
    EXPECT_EQ(verdict_of(spacing_need(1000, 50, std::nan(""))), Verdict::not_seen);
    EXPECT_TRUE(spacing_need(1000, 50, 201).is_broken());
    EXPECT_FALSE(spacing_need(1000, 100, 200).is_broken());
}

}  // namespace
}  // namespace sneddon
