#include "numeric/least_squares/pure_power_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

struct Points {
    std::vector<double> x, y;

    Points(double b, double q, double offset) {
        for (int i = 0; i < 40; ++i) {
            x.push_back(0.2 + 0.02 * i);
            y.push_back(offset + b * std::pow(x.back(), q));
        }
    }
};

TEST(PurePowerFit, FindsFactorAndExponentOfAPower) {
    const Points points(250, 0.55, 0);
    const PurePowerFit fit = fit_pure_power(points.x, points.y, 0.2, 1);
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_FALSE(fit.is_at_bound);
    EXPECT_NEAR(fit.q, 0.55, 1e-12);
    EXPECT_NEAR(fit.b, 250, 1e-9);
    EXPECT_LT(fit.ssr, 1e-18);
}

TEST(PurePowerFit, HasTheLeastSumOfSquaresWhereThePointsAreNoPower) {
    const Points points(250, 0.55, -60);
    const PurePowerFit fit = fit_pure_power(points.x, points.y, 0.2, 1);
    for (const double step : {-1e-4, 1e-4}) {
        double ssr = 0;
        for (std::size_t i = 0; i < points.x.size(); ++i)
            ssr += std::pow(points.y[i] - fit.b * std::pow(points.x[i], fit.q + step), 2);
        EXPECT_GT(ssr, fit.ssr);
    }
}

TEST(PurePowerFit, StopsAtABound) {
    const Points points(250, 0.55, 0);
    const PurePowerFit low = fit_pure_power(points.x, points.y, 0.6, 1);
    EXPECT_TRUE(low.is_at_bound);
    EXPECT_EQ(low.q, 0.6);
    const PurePowerFit high = fit_pure_power(points.x, points.y, 0.2, 0.5);
    EXPECT_TRUE(high.is_at_bound);
    EXPECT_EQ(high.q, 0.5);
}

TEST(PurePowerFit, IsNoneOfValuesThatAreNotPositive) {
    const std::vector<double> x = {0.2, 0.4, 0.6}, y = {-1, 2, 3}, same = {1, 1, 1};
    EXPECT_FALSE(fit_pure_power(x, y, 0.2, 1).is_fitted);
    EXPECT_FALSE(fit_pure_power(same, x, 0.2, 1).is_fitted);
    EXPECT_FALSE(fit_pure_power(std::span(x).first(2), std::span(x).first(2), 0.2, 1).is_fitted);
}

}  // namespace
}  // namespace sneddon
