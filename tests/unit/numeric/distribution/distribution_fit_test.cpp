#include "sneddon/numeric/distribution_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;
using S = DistributionFitState;

std::vector<double> sample(const Distribution& distribution, std::size_t n, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> values(n);
    for (double& x : values) x = random_value(distribution, random);
    return values;
}

TEST(DistributionFit, ClosedFormsByHand) {
    const std::vector<double> x = {1, 2, 3, 6};
    const auto normal = fit_distribution(x, F::normal);
    EXPECT_DOUBLE_EQ(normal.distribution.parameters[0], 3);
    EXPECT_DOUBLE_EQ(normal.distribution.parameters[1], std::sqrt(14.0 / 4));
    EXPECT_NEAR(normal.log_likelihood, -2 * std::log(2 * M_PI * 3.5) - 2, 1e-14);
    EXPECT_DOUBLE_EQ(fit_distribution(x, F::exponential).distribution.parameters[0], 1.0 / 3);
    EXPECT_NEAR(fit_distribution(x, F::lognormal).distribution.parameters[0], std::log(36) / 4,
                1e-15);
    DistributionFitOptions options;
    options.xmin = 2;
    const auto power = fit_distribution(x, F::power_law, options);
    EXPECT_EQ(power.n, 3u);
    EXPECT_NEAR(power.distribution.parameters[0], 1 + 3 / std::log(1.5 * 3), 1e-14);
}

// At the optimum no parameter can be moved to a higher likelihood: the slope over the curvature is
// below 1e-6 of the parameter.
TEST(DistributionFit, IteratedFitsAreStationary) {
    for (const Distribution& truth :
         {Distribution{F::weibull2, {1.4, 2}}, Distribution{F::gamma, {3, 0.5}},
          Distribution{F::gamma, {300, 0.01}}, Distribution{F::weibull3, {2, 2, 1}}}) {
        const auto values = sample(truth, 200, 31);
        const auto fit = fit_distribution(values, truth.family);
        ASSERT_TRUE(fit.is_fitted());
        const auto likelihood = [&](std::size_t j, double change) {
            Distribution moved = fit.distribution;
            moved.parameters[j] += change;
            double sum = 0;
            for (const double x : values) sum += log_density(moved, x);
            return sum;
        };
        for (std::size_t j = 0; j < parameter_names(truth.family).size(); ++j) {
            const double step = 1e-4 * std::abs(fit.distribution.parameters[j]);
            const double up = likelihood(j, step), down = likelihood(j, -step);
            const double curvature = (up - 2 * fit.log_likelihood + down) / (step * step);
            EXPECT_LT(curvature, 0);
            // The difference formula itself is off by step^2 times the third derivative.
            EXPECT_NEAR((up - down) / (2 * step) / curvature, 0,
                        1e-6 * std::abs(fit.distribution.parameters[j]))
                << name(truth.family) << " " << j;
        }
    }
}

TEST(DistributionFit, RecoversTheTruthOfALargeSample) {
    const Distribution truths[] = {{F::normal, {3, 0.7}},    {F::lognormal, {0.5, 0.4}},
                                   {F::exponential, {0.8}},  {F::weibull2, {1.4, 2}},
                                   {F::weibull3, {5, 2, 3}}, {F::gamma, {2.5, 0.6}}};
    for (const auto& truth : truths) {
        const auto fit = fit_distribution(sample(truth, 20'000, 32), truth.family);
        ASSERT_TRUE(fit.is_fitted()) << name(truth.family);
        // Standard errors are 1-2 % of the parameter at most (loc and k of weibull3).
        for (std::size_t j = 0; j < parameter_names(truth.family).size(); ++j)
            EXPECT_NEAR(fit.distribution.parameters[j] / truth.parameters[j], 1, 0.06)
                << name(truth.family) << " " << j;
    }
}

// ln L of the optimum in 40 digits (mpmath); the shape is 1.1e12, 1.1e6 and 113. The mean of seven
// values stands to a rounding, 1e-10 of their scatter; so does ln L.
TEST(DistributionFit, GammaKeepsItsDigitsFarFromZero) {
    const std::vector<double> steps = {-1.5, -0.75, -0.25, 0.0, 0.25, 0.5, 1.75};
    struct Far {
        double offset, shape, log_likelihood;
    };
    for (const auto& [offset, shape, log_likelihood] :
         {Far{1e6, 1120000201598.8744, -9.5359187038596891},
          Far{1e3, 1120200.4744995406, -9.5352908241481587},
          Far{10, 112.89744123079551, -9.4872725134989188}}) {
        std::vector<double> values;
        for (const double step : steps) values.push_back(offset + step);
        const auto fit = fit_distribution(values, F::gamma);
        ASSERT_TRUE(fit.is_fitted());
        EXPECT_NEAR(fit.distribution.parameters[0] / shape, 1, 1e-12) << offset;
        EXPECT_NEAR(fit.log_likelihood / log_likelihood, 1, 1e-10) << offset;
    }
}

TEST(DistributionFit, ScalesWithTheUnit) {
    const auto values = sample({F::weibull3, {5, 2, 3}}, 150, 33);
    auto scaled = values;
    for (double& x : scaled) x *= 1e6;
    for (const auto family : continuous_distribution_families) {
        const auto fit = fit_distribution(values, family), big = fit_distribution(scaled, family);
        ASSERT_TRUE(fit.is_fitted());
        EXPECT_NEAR(big.log_likelihood + static_cast<double>(fit.n) * std::log(1e6),
                    fit.log_likelihood, 1e-8)
            << name(family);
    }
}

TEST(DistributionFit, DoesNotDependOnTheOrderOfTheValues) {
    auto values = sample({F::gamma, {2, 1}}, 101, 34);
    const auto fit = fit_distribution(values, F::gamma);
    std::ranges::reverse(values);
    const auto again = fit_distribution(values, F::gamma);
    EXPECT_EQ(fit.distribution.parameters, again.distribution.parameters);
    EXPECT_EQ(fit.log_likelihood, again.log_likelihood);
}

// A shape below one makes the likelihood unbounded at loc -> smallest value; left-skewed values run
// to the Gumbel limit. Neither has an answer.
TEST(DistributionFit, Weibull3SaysNoneWhereThereIsNoOptimum) {
    EXPECT_EQ(fit_distribution(sample({F::weibull2, {0.7, 1}}, 116, 35), F::weibull3).state,
              S::no_interior_optimum);
    auto skewed = sample({F::exponential, {1}}, 116, 36);
    for (double& x : skewed) x = -x;
    EXPECT_EQ(fit_distribution(skewed, F::weibull3).state, S::no_interior_optimum);
    EXPECT_FALSE(words(S::no_interior_optimum).empty());
}

TEST(DistributionFit, ThePowerLawFindsWhereItBegins) {
    auto values = sample({F::power_law, {2.5, 10}}, 2000, 37);
    RandomStream random(38);
    for (int i = 0; i < 1000; ++i) values.push_back(10 * random.uniform());
    const auto fit = fit_distribution(values, F::power_law);
    ASSERT_TRUE(fit.is_fitted());
    EXPECT_NEAR(fit.distribution.parameters[0], 2.5, 0.15);
    EXPECT_GT(fit.distribution.parameters[1], 9);
    EXPECT_LT(fit.distribution.parameters[1], 14);
}

TEST(DistributionFit, ValuesWithoutAnAnswerSayWhy) {
    const auto state = [](std::vector<double> values, F family) {
        return fit_distribution(values, family).state;
    };
    EXPECT_EQ(state({}, F::normal), S::too_few_values);
    EXPECT_EQ(state({1, 2, 3}, F::weibull3), S::too_few_values);
    EXPECT_EQ(state({1, NAN, 3}, F::normal), S::value_not_finite);
    EXPECT_EQ(state({1, 0, 3}, F::lognormal), S::value_not_positive);
    EXPECT_EQ(state({-1, 2, 3}, F::weibull2), S::value_not_positive);
    EXPECT_EQ(state({-0.5, 2, 3}, F::exponential), S::value_negative);
    EXPECT_EQ(state({0, 2, 3}, F::exponential), S::fitted);
    EXPECT_EQ(state({2, 2, 2}, F::gamma), S::values_all_equal);
    for (const auto family : continuous_distribution_families)
        EXPECT_FALSE(fit_distribution(std::vector<double>{5, 5, 5, 5}, family).is_fitted());
}

// The exponent is 1 + n/sum ln(x/xmin): of values that are all xmin there is none.
TEST(DistributionFit, APowerLawOfItsFirstValueAloneIsNone) {
    DistributionFitOptions options;
    options.xmin = 2;
    const std::vector<double> beginning = {1, 2, 2, 2}, above = {1, 2, 2, 4};
    EXPECT_EQ(fit_distribution(beginning, DistributionFamily::power_law, options).state,
              DistributionFitState::values_all_equal);
    const DistributionFit fit = fit_distribution(above, DistributionFamily::power_law, options);
    ASSERT_TRUE(fit.is_fitted());
    EXPECT_NEAR(fit.distribution.parameters[0], 1 + 3 / std::log(2), 1e-14);
}

}  // namespace
}  // namespace sneddon
