#include "numeric/mixture/shape/ridgeline.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

GaussianMixture two_circles(double distance) {
    return {2, {0.5, 0.5}, {0, 0, distance, 0}, {1, 0, 0, 1, 1, 0, 0, 1}};
}

// Two equal normal laws have two humps when their means are more than two sd apart.
TEST(Ridgeline, TwoEqualCirclesPartAtTwoStandardDeviations) {
    EXPECT_EQ(groups_of_one_hump(two_circles(1.98)), (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(groups_of_one_hump(two_circles(2.1)), (std::vector<std::size_t>{0, 1}));
}

// In the middle 2 phi(a/2) against phi(0) + phi(a) at a hump, which far apart is at the mean.
TEST(Ridgeline, TheValleyIsThatOfTheDensity) {
    const double a = 6;
    EXPECT_NEAR(valley_between(two_circles(a), 0, 1),
                2 * std::exp(-a * a / 8) / (1 + std::exp(-a * a / 2)), 1e-6);
}

// Nothing is between a wide and a narrow law of one centre, and the third is far away.
TEST(Ridgeline, AGroupIsAllThatShareAHump) {
    const GaussianMixture mixture{1, {0.3, 0.3, 0.1, 0.3}, {0, 9, 10, 0}, {1, 1, 1, 9}};
    EXPECT_EQ(groups_of_one_hump(mixture), (std::vector<std::size_t>{0, 1, 1, 0}));
}

}  // namespace
}  // namespace sneddon
