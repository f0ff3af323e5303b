#include "numeric/least_squares/levenberg_marquardt.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Rosenbrock's valley as residuals: the only minimum is (1, 1) with residuals of zero.
void rosenbrock(std::span<const double> p, std::span<double> r, std::span<double> j) {
    r[0] = 10 * (p[1] - p[0] * p[0]);
    r[1] = 1 - p[0];
    j[0] = -20 * p[0];
    j[1] = 10;
    j[2] = -1;
    j[3] = 0;
}

// A straight line through (0, 1), (1, 3), (2, 2).
void line(std::span<const double> p, std::span<double> r, std::span<double> j) {
    const double y[] = {1, 3, 2};
    for (std::size_t i = 0; i < 3; ++i) {
        const double x = static_cast<double>(i);
        r[i] = p[0] + p[1] * x - y[i];
        j[2 * i] = 1;
        j[2 * i + 1] = x;
    }
}

TEST(LevenbergMarquardt, FindsTheFloorOfRosenbrocksValley) {
    const auto result = levenberg_marquardt(rosenbrock, std::vector<double>{-1.2, 1}, 2);
    EXPECT_TRUE(result.is_converged()) << words(result.end);
    EXPECT_NEAR(result.parameters[0], 1, 1e-14);
    EXPECT_NEAR(result.parameters[1], 1, 1e-14);
    EXPECT_TRUE(std::isnan(result.standard_errors[0]));  // no degrees of freedom are left
}

// (J'J)^-1 ssr/(n - p) by hand: 1.5 * {5/6, -1/2; -1/2, 1/2}.
TEST(LevenbergMarquardt, CovarianceOfALineIsTheTextbooks) {
    const auto result = levenberg_marquardt(line, std::vector<double>{0, 0}, 3);
    EXPECT_EQ(result.end, LeastSquaresEnd::gradient_zero);
    EXPECT_NEAR(result.parameters[0], 1.5, 1e-14);
    EXPECT_NEAR(result.parameters[1], 0.5, 1e-14);
    EXPECT_NEAR(result.ssr, 1.5, 1e-14);
    EXPECT_NEAR(result.covariance[0], 1.25, 1e-13);
    EXPECT_NEAR(result.covariance[1], -0.75, 1e-13);
    EXPECT_NEAR(result.covariance[3], 0.75, 1e-13);
    EXPECT_LT(result.gradient_cosine, 1e-12);
}

// Steps out of the domain of the square root are turned down, not followed.
TEST(LevenbergMarquardt, StaysWhereTheModelIsFinite) {
    const auto root = [](std::span<const double> p, std::span<double> r, std::span<double> j) {
        r[0] = std::sqrt(p[0]) - 0.1;
        j[0] = 0.5 / std::sqrt(p[0]);
    };
    const auto result = levenberg_marquardt(root, std::vector<double>{4}, 1);
    EXPECT_TRUE(result.is_converged()) << words(result.end);
    EXPECT_NEAR(result.parameters[0], 0.01, 1e-13);
}

TEST(LevenbergMarquardt, AStartOutsideTheDomainIsSaid) {
    const auto log = [](std::span<const double> p, std::span<double> r, std::span<double> j) {
        r[0] = std::log(p[0]);
        j[0] = 1 / p[0];
    };
    const auto result = levenberg_marquardt(log, std::vector<double>{-1}, 1);
    EXPECT_EQ(result.end, LeastSquaresEnd::start_not_finite);
    EXPECT_FALSE(result.is_converged());
}

// Two parameters that only act through their sum: a fit exists, standard errors do not.
TEST(LevenbergMarquardt, DependentParametersHaveNoStandardErrors) {
    const auto sum = [](std::span<const double> p, std::span<double> r, std::span<double> j) {
        for (std::size_t i = 0; i < 3; ++i) {
            r[i] = p[0] + p[1] - static_cast<double>(i);
            j[2 * i] = j[2 * i + 1] = 1;
        }
    };
    const auto result = levenberg_marquardt(sum, std::vector<double>{0, 0}, 3);
    EXPECT_NEAR(result.parameters[0] + result.parameters[1], 1, 1e-9);  // the cosine test: 1e-10
    EXPECT_FALSE(result.standard_errors[0] < 1e6);
}

}  // namespace
}  // namespace sneddon
