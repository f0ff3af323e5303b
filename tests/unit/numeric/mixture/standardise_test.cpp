#include "numeric/mixture/standardise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

TEST(Standardise, GivesMeanZeroAndVarianceOne) {
    const auto z = standardise(cloud(three_groups(), 500, 1));
    const auto all = single_gaussian(z->points);
    for (std::size_t a = 0; a < 2; ++a) {
        EXPECT_NEAR(all.means[a], 0, 1e-15);
        EXPECT_NEAR(all.covariances[a * 3], 1, 1e-14);
    }
}

TEST(Standardise, DoesNotChangeABitWithThePowerOfTwoOfTheUnitOrTheOrderOfRows) {
    const auto points = cloud(three_groups(), 500, 2);
    Points scaled = points, reversed = points;
    for (double& x : scaled.columns[1]) x *= 0x1p40;
    for (auto& column : reversed.columns) std::ranges::reverse(column);
    const auto z = standardise(points);
    EXPECT_EQ(standardise(scaled)->points.columns, z->points.columns);
    auto back = standardise(reversed)->points.columns;
    for (auto& column : back) std::ranges::reverse(column);
    EXPECT_EQ(back, z->points.columns);
}

TEST(Standardise, AConstantColumnIsRefused) {
    const auto points = make_points(std::vector<std::vector<double>>{{1, 2, 3}, {.1, .1, .1}});
    EXPECT_EQ(standardise(*points).error().code, "SND-G023");
    EXPECT_EQ(standardise(*points).error().where, "column 2");
}

TEST(Whiten, GivesTheUnitCovariance) {
    const auto white = single_gaussian(*whiten(cloud(three_groups(), 500, 3)));
    EXPECT_NEAR(white.covariances[0], 1, 1e-13);
    EXPECT_NEAR(white.covariances[1], 0, 1e-13);
    EXPECT_NEAR(white.covariances[3], 1, 1e-13);
}

TEST(Whiten, DependentColumnsAreRefused) {
    const auto points = make_points(std::vector<std::vector<double>>{{1, 2, 4}, {2, 4, 8}});
    EXPECT_EQ(whiten(*points).error().code, "SND-G023");
}

}  // namespace
}  // namespace sneddon
