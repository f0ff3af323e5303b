#include "numeric/distribution/profile_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/distribution/observation_fit.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;

std::array<ParameterInterval, 3> intervals_of(const std::vector<double>& values, F family) {
    return profile_intervals(exact_observations(values), fit_distribution(values, family));
}

void expect_interval(const ParameterInterval& found, double low, double high) {
    EXPECT_NEAR(found.low, low, 1e-6 * std::abs(low));
    EXPECT_NEAR(found.high, high, 1e-6 * std::abs(high));
}

// n ln(1 + (mean - mu)^2/s^2) = 3.8415 and its like: roots by mpmath 1.3 with 40 digits.
TEST(ProfileIntervals, IsThatOfHighPrecision) {
    const auto normal = intervals_of({1, 2, 3, 6}, F::normal);
    expect_interval(normal[0], 0.6242323320184099, 5.37576766798159);
    expect_interval(normal[1], 1.064650321223354, 4.587907740457015);
    expect_interval(intervals_of({1, 2, 3, 6}, F::exponential)[0], 0.1034833436260606,
                    0.7743578017257396);
    const auto gamma = intervals_of({4.1, 4.4, 4.6, 4.7, 4.95, 5.2, 5.9}, F::gamma);
    expect_interval(gamma[0], 23.09331049994334, 198.9103604926786);
    expect_interval(gamma[1], 0.02426702688138363, 0.211038725671835);
}

// The tail from xmin = 1 on; its exponent by mpmath.
TEST(ProfileIntervals, OfADiscretePowerLawGivenWhereItBegins) {
    const std::vector<double> x = {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 11, 18};
    DistributionFitOptions options;
    options.xmin = 2;
    const auto fit = fit_distribution(x, F::discrete_power_law, options);
    const auto found = profile_intervals(exact_observations(x), fit);
    expect_interval(found[0], 1.498908154421229, 2.778815397475907);
    EXPECT_TRUE(std::isnan(found[1].low));
}

// 200 sets of 60: 95 % intervals hold the truth in 182 to 197, the central 99 % of a binomial.
TEST(ProfileIntervals, CoversTheTruth) {
    for (const Distribution& truth :
         {Distribution{F::weibull2, {3, 5}}, Distribution{F::gamma, {0.8, 2}},
          Distribution{F::weibull3, {2, 2, 1}}}) {
        std::array<int, 3> covered{};
        int sets = 0;
        for (std::uint64_t seed = 1; sets < 200; ++seed) {
            RandomStream random(seed);
            std::vector<double> values(60);
            for (double& x : values) x = random_value(truth, random);
            const auto fit = fit_distribution(values, truth.family);
            if (!fit.is_fitted()) continue;
            ++sets;
            const auto found = profile_intervals(exact_observations(values), fit);
            for (std::size_t j = 0; j < fit.k; ++j)
                covered[j] +=
                    !(found[j].low > truth.parameters[j]) && !(found[j].high < truth.parameters[j]);
        }
        for (std::size_t j = 0; j < parameter_names(truth.family).size(); ++j) {
            EXPECT_GE(covered[j], 182) << name(truth.family) << j;
            EXPECT_LE(covered[j], 198) << name(truth.family) << j;
        }
    }
}

// Far from zero shape and scale of a gamma are one direction; the interval of the shape is that of
// 1/cv^2 of a normal.
TEST(ProfileIntervals, OfAGammaFarFromZero) {
    RandomStream random(2);
    std::vector<double> values(400);
    for (double& x : values) x = 300 + 0.02 * random.normal();
    const auto gamma = intervals_of(values, F::gamma), normal = intervals_of(values, F::normal);
    const double mean = fit_distribution(values, F::normal).distribution.parameters[0];
    EXPECT_NEAR(gamma[0].low * std::pow(normal[1].high / mean, 2), 1, 1e-3);
    EXPECT_NEAR(gamma[0].high * std::pow(normal[1].low / mean, 2), 1, 1e-3);
}

TEST(ProfileIntervals, OfCensoredValuesIsWiderThanOfWholeOnes) {
    RandomStream random(6);
    std::vector<Observation> whole, cut;
    for (int i = 0; i < 100; ++i) {
        const double x = 5 + random.normal();
        whole.push_back(Observation::value(x));
        cut.push_back(x < 5 ? Observation::value(x) : Observation::above(5));
    }
    const auto wide = profile_intervals(cut, fit_observations(cut, F::normal))[1];
    const auto narrow = profile_intervals(whole, fit_observations(whole, F::normal))[1];
    EXPECT_GT(wide.high - wide.low, 1.2 * (narrow.high - narrow.low));
    EXPECT_LT(wide.low, 1);
    EXPECT_GT(wide.high, 1);
}

}  // namespace
}  // namespace sneddon
