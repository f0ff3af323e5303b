#include "numeric/least_squares/quasi_newton.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sneddon {
namespace {

/// f = -1/2 sum c_i (x_i - i)^2 with curvatures 1, 1/10, 1/100.
const std::vector<double> curvatures = {1, 0.1, 0.01};

std::vector<double> gradient_at(const std::vector<double>& x) {
    std::vector<double> gradient;
    for (std::size_t i = 0; i < x.size(); ++i)
        gradient.push_back(-curvatures[i] * (x[i] - static_cast<double>(i)));
    return gradient;
}

TEST(QuasiNewton, TheFirstStepIsTheGradient) {
    const std::vector<double> gradient = {1, -2, 3};
    EXPECT_EQ(QuasiNewton(5).step(gradient), gradient);
}

// Three independent steps determine a quadratic function of three coordinates: the next step then
// ends at its top.
TEST(QuasiNewton, AFewStepsReachTheTopOfAParabola) {
    QuasiNewton curvature(5);
    std::vector<double> x = {5, 5, 5};
    std::size_t steps = 0;
    for (; steps < 30; ++steps) {
        const auto before = gradient_at(x);
        const auto step = curvature.step(before);
        for (std::size_t i = 0; i < 3; ++i) x[i] += step[i];
        auto change = gradient_at(x);
        double left = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            left += change[i] * change[i];
            change[i] -= before[i];
        }
        if (left < 1e-20) break;
        curvature.learn(step, change);
    }
    EXPECT_LT(steps, 12u);  // the gradient alone would need 2000
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(x[i], static_cast<double>(i), 1e-7);
}

// What makes it a quasi-Newton step: the last change of the gradient belongs to the last step.
TEST(QuasiNewton, TheLastChangeOfTheGradientGivesTheLastStep) {
    QuasiNewton curvature(5);
    const std::vector<double> steps[] = {{1, 2, 3}, {2, -1, 1}};
    for (const auto& step : steps) {
        std::vector<double> change, fall;
        for (std::size_t i = 0; i < 3; ++i) {
            change.push_back(-curvatures[i] * step[i]);
            fall.push_back(-change[i]);
        }
        curvature.learn(step, change);
        const auto found = curvature.step(fall);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(found[i], step[i], 1e-12);
    }
}

TEST(QuasiNewton, NothingIsLearnedWhereTheFunctionCurvesUpwards) {
    QuasiNewton curvature(5);
    curvature.learn({1, 0, 0}, {2, 0, 0});
    const std::vector<double> gradient = {1, -2, 3};
    EXPECT_EQ(curvature.step(gradient), gradient);
}

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
