#include "numeric/least_squares/shifted_power_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

std::vector<double> power_law(const std::vector<double>& x, double B, double x0, double m) {
    std::vector<double> y;
    for (const double value : x) y.push_back(value > x0 ? B * std::pow(value - x0, m) : 0);
    return y;
}

std::vector<double> evenly(double low, double high, int n) {
    std::vector<double> x;
    for (int i = 0; i < n; ++i) x.push_back(low + (high - low) * i / (n - 1));
    return x;
}

// Exact data: rounding times the condition of B, about 2,000.
TEST(ShiftedPowerFit, ExactDataGiveTheirOwnParameters) {
    for (const double m : {1.05, 1.35, 2.0, 3.5}) {
        const auto x = evenly(40, 60, 500);
        const auto fit = fit_shifted_power(x, power_law(x, 2.5, 28, m));
        ASSERT_TRUE(fit.is_fitted);
        EXPECT_NEAR(fit.m, m, 1e-10);
        EXPECT_NEAR(fit.x0, 28, 1e-9);
        EXPECT_NEAR(fit.B, 2.5, 1e-8);
    }
}

TEST(ShiftedPowerFit, AnExponentOutsideTheRangeIsReportedAtTheBound) {
    const auto x = evenly(40, 60, 500);
    const auto fit = fit_shifted_power(x, power_law(x, 1e-6, 20, 6.5));
    EXPECT_TRUE(fit.is_at_bound);
    EXPECT_EQ(fit.m, 5.0);
}

TEST(ShiftedPowerFit, FallingOrTooFewPointsGiveNoFit) {
    EXPECT_FALSE(fit_shifted_power(std::vector{1., 2., 3.}, std::vector{1., 2., 3.}).is_fitted);
    EXPECT_FALSE(
        fit_shifted_power(std::vector{1., 2., 3., 4.}, std::vector{4., 3., 2., 1.}).is_fitted);
}

}  // namespace
}  // namespace sneddon
