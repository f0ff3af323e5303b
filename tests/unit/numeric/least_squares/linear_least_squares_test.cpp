#include "numeric/least_squares/linear_least_squares.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// y = 1, 3, 2 at x = 0, 1, 2: b = (1.5, 0.5), ssr = 1.5, se = sqrt(1.5 * (5/6, 1/2)), by hand.
TEST(FitLinear, MatchesALineByHand) {
    const auto fit =
        fit_linear(std::vector<double>{1, 1, 1, 0, 1, 2}, std::vector<double>{1, 3, 2});
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_DOUBLE_EQ(fit.coefficients[0], 1.5);
    EXPECT_DOUBLE_EQ(fit.coefficients[1], 0.5);
    EXPECT_DOUBLE_EQ(fit.ssr, 1.5);
    EXPECT_DOUBLE_EQ(fit.standard_errors[0], std::sqrt(1.5 * 5 / 6));
    EXPECT_DOUBLE_EQ(fit.standard_errors[1], std::sqrt(1.5 / 2));
}

TEST(FitLinear, AnExactFitWithoutFreedomHasNoStandardErrors) {
    const auto fit = fit_linear(std::vector<double>{1, 1, 0, 1}, std::vector<double>{4, 6});
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_DOUBLE_EQ(fit.coefficients[1], 2);
    EXPECT_TRUE(std::isnan(fit.standard_errors[0]));
}

TEST(FitLinear, DependentColumnsAreRefused) {
    EXPECT_FALSE(
        fit_linear(std::vector<double>{1, 2, 3, 2, 4, 6}, std::vector<double>{1, 3, 2}).is_fitted);
    EXPECT_FALSE(
        fit_linear(std::vector<double>{1, 1, 1, 0, 0, 0}, std::vector<double>{1, 3, 2}).is_fitted);
}

TEST(FitLinear, TooFewRowsAndNumbersThatAreNotFiniteAreRefused) {
    EXPECT_FALSE(fit_linear(std::vector<double>{1, 0}, std::vector<double>{1}).is_fitted);
    EXPECT_FALSE(fit_linear({}, {}).is_fitted);
    EXPECT_FALSE(fit_linear(std::vector<double>{1, NAN}, std::vector<double>{1, 2}).is_fitted);
    EXPECT_FALSE(fit_linear(std::vector<double>{1, 1}, std::vector<double>{1, INFINITY}).is_fitted);
}

TEST(FitPolynomial, RecoversACubicOfSmallIntegersExactly) {
    std::vector<double> x, y;
    for (int i = -4; i <= 4; ++i) {
        x.push_back(i);
        y.push_back(7 - 2 * i + 5 * i * i - 3 * i * i * i);
    }
    const auto fit = fit_polynomial(x, y, 3);
    ASSERT_TRUE(fit.is_fitted);
    const double expected[] = {7, -2, 5, -3};
    for (std::size_t j = 0; j < 4; ++j) EXPECT_NEAR(fit.coefficients[j], expected[j], 1e-14);
}

}  // namespace
}  // namespace sneddon
