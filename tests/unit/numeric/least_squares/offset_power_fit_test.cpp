#include "sneddon/numeric/offset_power_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

std::vector<double> evenly(double low, double high, std::size_t n) {
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = low + (high - low) * static_cast<double>(i) / static_cast<double>(n - 1);
    return x;
}

// Exact data: only rounding is left, 1e-16 times the condition of the problem (about 1e3).
TEST(OffsetPowerFit, ExactDataGiveTheirOwnParameters) {
    for (const double q : {0.25, 0.5, 2.0 / 3.0, 0.9}) {
        const auto x = evenly(0.2, 0.95, 751);
        std::vector<double> y;
        for (const double value : x) y.push_back(30 + 24 * std::pow(value, q));
        const auto fit = fit_offset_power(x, y);
        ASSERT_TRUE(fit.is_fitted);
        EXPECT_NEAR(fit.q, q, 1e-12);
        EXPECT_NEAR(fit.a, 30, 1e-10);
        EXPECT_NEAR(fit.b, 24, 1e-10);
        EXPECT_FALSE(fit.is_at_bound);
        EXPECT_LT(fit.ssr, 1e-22);
    }
}

// The sum of squares at the answer is smaller than at its neighbours on a 1e-5 grid.
TEST(OffsetPowerFit, NoisyDataEndAtAStationaryPoint) {
    const auto x = evenly(0.2, 0.95, 300);
    std::vector<double> y;
    for (std::size_t i = 0; i < x.size(); ++i)
        y.push_back(10 + 5 * std::pow(x[i], 0.7) +
                    0.05 * std::sin(1.7 * static_cast<double>(i * i % 97)));
    const auto best = fit_offset_power(x, y);
    for (const double shift : {-1e-5, 1e-5}) {
        const auto near = fit_offset_power(x, y, {best.q + shift, best.q + shift + 1e-12});
        EXPECT_GT(near.ssr, best.ssr);
    }
}

TEST(OffsetPowerFit, AnExponentOutsideTheRangeIsReportedAtTheBound) {
    const auto x = evenly(0.2, 0.95, 300);
    std::vector<double> y;
    for (const double value : x) y.push_back(1 + std::pow(value, 1.4));
    const auto fit = fit_offset_power(x, y);
    EXPECT_TRUE(fit.is_at_bound);
    EXPECT_EQ(fit.q, 1.0);
}

// Scaling y scales a and b and leaves q: the fit has no units inside.
TEST(OffsetPowerFit, IsFreeOfTheUnitOfY) {
    const auto x = evenly(0.3, 0.9, 200);
    std::vector<double> y, scaled;
    for (std::size_t i = 0; i < x.size(); ++i) {
        y.push_back(3 + 2 * std::pow(x[i], 0.6) +
                    0.01 * std::cos(static_cast<double>(i * 37 % 101)));
        scaled.push_back(1e-6 * y.back());
    }
    const auto fit = fit_offset_power(x, y), small = fit_offset_power(x, scaled);
    EXPECT_NEAR(small.q, fit.q, 1e-10);
    EXPECT_NEAR(small.a, 1e-6 * fit.a, 1e-14);
}

TEST(OffsetPowerFit, TooFewOrUselessPointsGiveNoFit) {
    EXPECT_FALSE(fit_offset_power(std::vector{1., 2., 3.}, std::vector{1., 2., 3.}).is_fitted);
    EXPECT_FALSE(
        fit_offset_power(std::vector{1., 1., 1., 1.}, std::vector{1., 2., 3., 4.}).is_fitted);
    EXPECT_FALSE(
        fit_offset_power(std::vector{0., 1., 2., 3.}, std::vector{1., 2., 3., 4.}).is_fitted);
}

}  // namespace
}  // namespace sneddon
