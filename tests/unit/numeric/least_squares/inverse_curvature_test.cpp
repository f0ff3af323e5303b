#include "numeric/least_squares/inverse_curvature.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sneddon {
namespace {

// -(x'Ax)/2 + b'x with A = [0.5 0.2; 0.2 0.3]: the inverse is [0.3 -0.2; -0.2 0.5]/0.11, of a
// quadratic without an error of differences.
TEST(InverseCurvature, OfAQuadraticIsExact) {
    const auto found = inverse_curvature(
        2,
        [](const std::vector<double>& x) {
            return std::vector<double>{1 - 0.5 * x[0] - 0.2 * x[1], 2 - 0.2 * x[0] - 0.3 * x[1]};
        },
        0.1, 1e-6);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_NEAR(found[0], 0.3 / 0.11, 1e-12);
    EXPECT_NEAR(found[1], -0.2 / 0.11, 1e-12);
    EXPECT_NEAR(found[2], -0.2 / 0.11, 1e-12);
    EXPECT_NEAR(found[3], 0.5 / 0.11, 1e-12);
}

TEST(InverseCurvature, OfFlatDirectionsIsThatOfTheLeast) {
    const auto found = inverse_curvature(
        2,
        [](const std::vector<double>& x) {
            return std::vector<double>{-x[0], 0};
        },
        0.1, 0.25);
    EXPECT_NEAR(found[0], 1, 1e-12);
    EXPECT_NEAR(found[3], 4, 1e-12);
}

TEST(InverseCurvature, IsNoneWithoutAGradient) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(inverse_curvature(
                    1, [](const std::vector<double>&) { return std::vector<double>{nan}; }, 0.1, 1)
                    .empty());
}

}  // namespace
}  // namespace sneddon
