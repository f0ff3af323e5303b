#include "sneddon/numeric/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;

const Distribution examples[] = {
    {F::normal, {3, 0.7}},   {F::lognormal, {0.5, 0.4}}, {F::exponential, {0.8}},
    {F::weibull2, {1.4, 2}}, {F::weibull3, {-1, 3, 4}},  {F::gamma, {2.5, 0.6}},
    {F::gamma, {0.7, 3}},    {F::power_law, {2.5, 1.2}},
};

TEST(Distribution, DensityIsTheSlopeOfTheCumulativeOne) {
    for (const auto& d : examples)
        for (const double x : {1.3, 2.0, 3.1, 4.4}) {
            const double step = 1e-5;
            EXPECT_NEAR(std::exp(log_density(d, x)),
                        (cdf(d, x + step) - cdf(d, x - step)) / (2 * step), 1e-8)
                << name(d.family) << " " << x;
            EXPECT_NEAR(cdf(d, x) + survival(d, x), 1, 1e-15);
        }
}

TEST(Distribution, GradientOfTheSurvivalFunctionIsTheLimitOfDifferences) {
    for (const auto& d : examples)
        for (const double x : {1.3, 2.9}) {
            const auto gradient = survival_gradient(d, x);
            for (std::size_t j = 0; j < parameter_names(d.family).size(); ++j) {
                Distribution up = d, down = d;
                up.parameters[j] += 1e-5;
                down.parameters[j] -= 1e-5;
                EXPECT_NEAR(gradient[j], (survival(up, x) - survival(down, x)) / 2e-5, 1e-8)
                    << name(d.family) << " " << parameter_names(d.family)[j];
            }
        }
}

// 1e5 values: shares below the quartile points are binomial with sd 0.0016 at most; 5 of them.
TEST(Distribution, RandomValuesFollowTheCumulativeOne) {
    for (const auto& d : examples) {
        RandomStream random(21);
        std::vector<double> values(100'000);
        for (double& x : values) x = random_value(d, random);
        for (const double x : {1.3, 2.0, 3.1}) {
            double below = 0;
            for (const double value : values) below += value <= x;
            EXPECT_NEAR(below / 1e5, cdf(d, x), 0.008) << name(d.family);
        }
    }
}

TEST(Distribution, FarTailsStayFinite) {
    EXPECT_NEAR(log_survival({F::normal, {0, 1}}, 40), -804.6084420137538, 1e-10);
    EXPECT_NEAR(log_survival({F::weibull2, {2, 1}}, 100), -1e4, 1e-8);
    EXPECT_TRUE(std::isfinite(log_survival({F::gamma, {2, 1}}, 5000)));
    EXPECT_EQ(log_cdf({F::exponential, {1}}, 0), -INFINITY);
    EXPECT_EQ(survival({F::power_law, {2, 3}}, 1), 1);
    EXPECT_EQ(log_density({F::power_law, {2, 3}}, 1), -INFINITY);
}

TEST(Distribution, ParametersOutsideTheirRangeGiveNaN) {
    EXPECT_TRUE(std::isnan(cdf({F::normal, {0, 0}}, 1)));
    EXPECT_TRUE(std::isnan(log_density({F::weibull2, {-1, 2}}, 1)));
    EXPECT_TRUE(std::isnan(survival_gradient({F::power_law, {1, 1}}, 2)[0]));
    EXPECT_TRUE(std::isnan(cdf({F::normal, {0, 1}}, NAN)));
}

TEST(Distribution, NamesGoBothWays) {
    for (const auto family : continuous_distribution_families)
        EXPECT_EQ(distribution_family(name(family)), family);
    EXPECT_EQ(distribution_family("weibull"), F::weibull2);
    EXPECT_FALSE(distribution_family("cauchy"));
    EXPECT_EQ(parameter_names(F::weibull3).size(), 3u);
    EXPECT_EQ(parameter_names(F::gamma)[1], "scale");
}

}  // namespace
}  // namespace sneddon
