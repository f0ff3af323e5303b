#include "numeric/distribution/survival_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;

TEST(SurvivalFit, PositionsByHand) {
    EXPECT_DOUBLE_EQ(empirical_survival(4, PlottingPosition::hazen)[0], 0.875);
    EXPECT_DOUBLE_EQ(empirical_survival(4, PlottingPosition::mean)[0], 0.8);
    EXPECT_DOUBLE_EQ(empirical_survival(4, PlottingPosition::benard)[3], 1 - 3.7 / 4.4);
    EXPECT_DOUBLE_EQ(empirical_survival(4, PlottingPosition::at_least)[3], 0.25);
    EXPECT_DOUBLE_EQ(empirical_survival(4, PlottingPosition::above)[3], 0);
    for (const auto position : all_plotting_positions) EXPECT_FALSE(name(position).empty());
}

// Values placed exactly on the curve of a distribution are fitted by it without a residual.
TEST(SurvivalFit, PointsOnACurveGiveTheCurve) {
    const auto p = empirical_survival(40, PlottingPosition::hazen);
    std::vector<double> weibull, exponential, power;
    for (const double share : p) {
        weibull.push_back(2 * std::pow(-std::log(share), 1 / 1.5));
        exponential.push_back(-std::log(share) / 0.3);
        power.push_back(std::pow(share, -1 / 1.6));
    }
    const auto w = fit_survival(weibull, F::weibull2);
    ASSERT_TRUE(w.is_fitted);
    EXPECT_NEAR(w.distribution.parameters[0], 1.5, 1e-12);
    EXPECT_NEAR(w.distribution.parameters[1], 2, 1e-12);
    EXPECT_NEAR(w.r_squared, 1, 1e-15);
    EXPECT_NEAR(fit_survival(exponential, F::exponential).distribution.parameters[0], 0.3, 1e-13);
    const auto plot = weibull_plot(weibull);
    EXPECT_NEAR(plot.k, 1.5, 1e-13);
    EXPECT_NEAR(plot.lambda, 2, 1e-13);
    EXPECT_NEAR(plot.r_squared, 1, 1e-14);
}

TEST(SurvivalFit, LeastSquaresIsNeverWorseThanMaximumLikelihood) {
    RandomStream random(51);
    std::vector<double> values(150);
    for (double& x : values) x = random_value({F::gamma, {2, 1}}, random);
    for (const auto family : continuous_distribution_families) {
        const auto fit = fit_survival(values, family);
        ASSERT_TRUE(fit.is_fitted) << name(family);
        const auto likeliest = fit_distribution(values, family).distribution;
        EXPECT_GE(fit.r_squared, survival_r_squared(values, likeliest)) << name(family);
        EXPECT_NEAR(fit.r_squared, survival_r_squared(values, fit.distribution), 1e-14);
    }
}

// Far from zero the gamma distribution is the normal one, in least squares too.
TEST(SurvivalFit, GammaFarFromZeroIsTheNormal) {
    RandomStream random(5);
    std::vector<double> values;
    for (int i = 0; i < 200; ++i) values.push_back(1e6 + random.normal());
    const auto gamma = fit_survival(values, F::gamma), normal = fit_survival(values, F::normal);
    ASSERT_TRUE(gamma.is_fitted);
    const auto& p = gamma.distribution.parameters;
    EXPECT_NEAR(gamma.ssr / normal.ssr, 1, 1e-5);
    EXPECT_NEAR(p[0] * p[1], normal.distribution.parameters[0], 1e-5);
    EXPECT_NEAR(std::sqrt(p[0]) * p[1] / normal.distribution.parameters[1], 1, 1e-5);
}

TEST(SurvivalFit, WithoutALikeliestStartThereIsNoFit) {
    EXPECT_FALSE(fit_survival(std::vector<double>{1, 1, 1}, F::normal).is_fitted);
    EXPECT_TRUE(std::isnan(weibull_plot(std::vector<double>{1, -2, 3}).k));
    EXPECT_TRUE(std::isnan(weibull_plot(std::vector<double>{1, 2, 3}, PlottingPosition::above).k));
    EXPECT_TRUE(std::isnan(survival_r_squared({}, {F::normal, {0, 1}})));
}

}  // namespace
}  // namespace sneddon
