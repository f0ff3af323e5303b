#include "numeric/distribution/goodness_of_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;

std::vector<double> sample(const Distribution& distribution, std::size_t n, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> values(n);
    for (double& x : values) x = random_value(distribution, random);
    return values;
}

// Exponential with rate 1 at x = ln 2 and ln 4: F = 1/2 and 3/4.
TEST(GoodnessOfFit, DistancesByHand) {
    const auto d =
        goodness_of_fit(std::vector<double>{std::log(4), std::log(2)}, {F::exponential, {1}});
    EXPECT_NEAR(d.ks, 0.5, 1e-15);  // F - 0 at the first value
    EXPECT_NEAR(d.cvm, 1.0 / 24 + 0.0625, 1e-15);
    EXPECT_NEAR(d.ad,
                -2 - 0.5 * (std::log(0.5) + std::log(0.25) + 3 * (std::log(0.75) + std::log(0.5))),
                1e-14);
}

TEST(GoodnessOfFit, NoValuesHaveNoDistance) {
    EXPECT_TRUE(std::isnan(goodness_of_fit({}, {F::normal, {0, 1}}).ks));
    const DistributionFit none;
    EXPECT_TRUE(std::isnan(goodness_of_fit_p(std::vector<double>{1, 2}, none).ks));
}

TEST(GoodnessOfFit, PDoesNotDependOnTheThreads) {
    const auto values = sample({F::weibull2, {1.4, 1}}, 60, 41);
    const auto fit = fit_distribution(values, F::gamma);
    GoodnessOfFitOptions options;
    options.replicates = 99;
    const auto one = goodness_of_fit_p(values, fit, options);
    options.threads = 3;
    const auto three = goodness_of_fit_p(values, fit, options);
    EXPECT_EQ(one.ks, three.ks);
    EXPECT_EQ(one.ad, three.ad);
    EXPECT_EQ(one.cvm, three.cvm);
    EXPECT_EQ(one.replicates, 99u);
}

TEST(GoodnessOfFit, AWrongFamilyIsRejectedAndTheRightOneIsNot) {
    const auto values = sample({F::lognormal, {0, 1}}, 200, 42);
    GoodnessOfFitOptions options;
    options.replicates = 199;
    const auto wrong = goodness_of_fit_p(values, fit_distribution(values, F::normal), options);
    EXPECT_LE(wrong.ad, 0.01);
    EXPECT_LE(wrong.ks, 0.01);
    const auto right = goodness_of_fit_p(values, fit_distribution(values, F::lognormal), options);
    EXPECT_GT(right.ad, 0.05);
}

// 100 samples of the fitted family: p below 0.1 about 10 times (sd 3), where tables for known
// parameters would give none at 5 %.
// Replicates end where no exceedance in 199 has a chance below 1e-4 at p = 0.05 (0.95^199 = 4e-5;
// 0.95^99 = 6e-3), and as early where nearly all exceed.
TEST(GoodnessOfFit, ReplicatesEndWhereEveryVerdictIsClear) {
    GoodnessOfFitOptions options;
    options.replicates = 999;
    options.stops_when_clear = true;
    std::vector<double> even;
    for (int i = 0; i < 100; ++i) even.push_back((i + 0.5) / 100);
    std::vector<double> quantiles, skewed;
    for (const double p : even) {
        quantiles.push_back(standard_normal_quantile(p));
        skewed.push_back(-std::log(p) * std::log(p) * std::log(p));
    }
    const auto p_of = [&](const std::vector<double>& values) {
        return goodness_of_fit_p(values, fit_distribution(values, DistributionFamily::normal),
                                 options);
    };
    const GoodnessOfFitP of_others = p_of(skewed), of_its_own = p_of(quantiles);
    EXPECT_EQ(of_others.replicates, 199u);
    EXPECT_EQ(of_others.ad, 1.0 / 200);
    EXPECT_EQ(of_its_own.replicates, 99u);
    EXPECT_EQ(of_its_own.ks, 1);
    options.stops_when_clear = false;
    options.replicates = 299;
    EXPECT_EQ(p_of(skewed).replicates, 299u);
}

TEST(GoodnessOfFit, PIsUniformUnderTheRightFamily) {
    GoodnessOfFitOptions options;
    options.replicates = 49;
    int low = 0, high = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto values = sample({F::weibull2, {2, 1}}, 50, 500 + seed);
        options.seed = seed;
        const double p =
            goodness_of_fit_p(values, fit_distribution(values, F::weibull2), options).ad;
        low += p <= 0.1;
        high += p > 0.5;
    }
    EXPECT_GE(low, 2);
    EXPECT_LE(low, 22);
    EXPECT_NEAR(high, 50, 20);
}

TEST(GoodnessOfFit, APowerLawIsJudgedWithItsOwnBeginning) {
    auto values = sample({F::power_law, {2.5, 10}}, 150, 43);
    RandomStream random(44);
    for (int i = 0; i < 50; ++i) values.push_back(10 * random.uniform());
    GoodnessOfFitOptions options;
    options.replicates = 99;
    EXPECT_GT(goodness_of_fit_p(values, fit_distribution(values, F::power_law), options).ks, 0.05);
}

}  // namespace
}  // namespace sneddon
