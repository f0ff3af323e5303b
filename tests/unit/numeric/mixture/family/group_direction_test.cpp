#include "numeric/mixture/family/group_direction.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Two groups: the direction is S^-1 (mu_2 - mu_1) (Fisher 1936).
TEST(GroupDirection, OfTwoGroupsIsFishers) {
    const GaussianMixture mixture{2, {0.3, 0.7}, {0, 0, 3, 1}, {2, 1, 1, 2, 2, 1, 1, 2}};
    const auto direction = discriminant_direction(mixture);
    // (2 1; 1 2)^-1 (3, 1) = (5, -1)/3
    EXPECT_NEAR(direction[1] / direction[0], -0.2, 1e-12);
    EXPECT_NEAR(2 * direction[0] * direction[0] + 2 * direction[0] * direction[1] +
                    2 * direction[1] * direction[1],
                1, 1e-12);
    const auto points = make_points(std::vector<std::vector<double>>{{1, 2}, {5, 0}});
    EXPECT_NEAR(projected(*points, {2, -1})[0], -3, 1e-15);
    EXPECT_NEAR(projected(*points, {2, -1})[1], 4, 1e-15);
}

}  // namespace
}  // namespace sneddon
