#include "numeric/distribution/observation_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using F = DistributionFamily;

const std::vector<Observation> mixed = {
    Observation::value(4.1), Observation::value(4.4),  Observation::value(4.6),
    Observation::value(4.7), Observation::value(4.95), Observation::above(5),
    Observation::above(5),   Observation::below(4),    {4.5, 4.8}};

// The maximum of the same likelihood by mpmath 1.3 with 40 digits.
TEST(ObservationFit, IsThatOfHighPrecision) {
    struct Known {
        F family;
        double first, second, log_likelihood;
    };
    for (const auto& [family, first, second, log_likelihood] :
         {Known{F::normal, 4.63841010250247447, 0.497718960466219067, -8.66441440569659368},
          Known{F::gamma, 83.826931962759807, 0.0554562596475184345, -8.70357527456046606},
          Known{F::weibull2, 11.3286376908211248, 4.81901031829835471, -8.61866902391589563}}) {
        const auto fit = fit_observations(mixed, family);
        ASSERT_TRUE(fit.is_fitted()) << name(family);
        EXPECT_EQ(fit.n, 9u);
        EXPECT_NEAR(fit.distribution.parameters[0], first, 1e-8 * first) << name(family);
        EXPECT_NEAR(fit.distribution.parameters[1], second, 1e-8 * second) << name(family);
        EXPECT_NEAR(fit.log_likelihood, log_likelihood, 1e-11) << name(family);
        EXPECT_NEAR(fit.criteria.aic, 4 - 2 * log_likelihood, 1e-10);
    }
}

// Right-censored: rate = deaths / sum of times. Whole numbers of steps: each value x stands for
// [x, x + 1), a geometric law, whose rate is ln(1 + 1/mean).
TEST(ObservationFit, ClosedFormsOfTheExponential) {
    const std::vector<Observation> cut = {Observation::value(1), Observation::value(2.5),
                                          Observation::above(4), Observation::above(4)};
    EXPECT_NEAR(fit_observations(cut, F::exponential).distribution.parameters[0], 2 / 11.5, 1e-9);
    const std::vector<Observation> steps = {{0, 1}, {0, 1}, {1, 2}, {3, 4}, {7, 8}};
    EXPECT_NEAR(fit_observations(steps, F::exponential).distribution.parameters[0],
                std::log(1 + 5 / 11.0), 1e-9);
}

TEST(ObservationFit, OfExactValuesItIsThePlainFitInAnyOrder) {
    std::vector<Observation> values = {Observation::value(3), Observation::value(1),
                                       Observation::value(6), Observation::value(2)};
    const auto plain = fit_distribution(std::vector<double>{1, 2, 3, 6}, F::gamma);
    EXPECT_EQ(fit_observations(values, F::gamma).distribution.parameters,
              plain.distribution.parameters);
    std::vector<Observation> turned(mixed.rbegin(), mixed.rend());
    EXPECT_EQ(fit_observations(turned, F::normal).distribution.parameters,
              fit_observations(mixed, F::normal).distribution.parameters);
}

// Values rounded to one and a half standard deviations: the normal of the rounded values is too
// wide by sqrt(1 + step^2/12) (Sheppard), the one of the intervals is not.
TEST(ObservationFit, RoundingIsTakenOutOfTheScatter) {
    constexpr double step = 1.5;
    RandomStream random(8);
    std::vector<double> rounded(20000);
    std::vector<Observation> known;
    for (double& x : rounded) {
        x = step * std::round((10 + random.normal()) / step);
        known.push_back(Observation::rounded(x, step));
    }
    // The standard error of sigma is 1/sqrt(2 n) = 0.005, somewhat more with rounding.
    EXPECT_NEAR(fit_distribution(rounded, F::normal).distribution.parameters[1],
                std::sqrt(1 + step * step / 12), 0.03);
    EXPECT_NEAR(fit_observations(known, F::normal).distribution.parameters[1], 1, 0.03);
}

// Censored at the third quartile: parameters come back within 4 standard errors (about
// 1.5/sqrt(n) of the scale).
TEST(ObservationFit, FamiliesAreRecoveredBehindALimit) {
    for (const Distribution& truth :
         {Distribution{F::lognormal, {1, 0.4}}, Distribution{F::weibull2, {3, 5}},
          Distribution{F::weibull3, {2, 2, 1}}, Distribution{F::gamma, {4, 2}}}) {
        RandomStream random(5);
        std::vector<double> values(4000);
        for (double& x : values) x = random_value(truth, random);
        auto sorted = values;
        std::ranges::sort(sorted);
        const double limit = sorted[3000];
        std::vector<Observation> known;
        for (const double x : values)
            known.push_back(x < limit ? Observation::value(x) : Observation::above(limit));
        const auto fit = fit_observations(known, truth.family);
        ASSERT_TRUE(fit.is_fitted()) << name(truth.family);
        for (std::size_t j = 0; j < fit.k; ++j)
            EXPECT_NEAR(fit.distribution.parameters[j], truth.parameters[j],
                        0.12 * truth.parameters[j])
                << name(truth.family) << j;
    }
}

TEST(ObservationFit, PowerLawsHaveNoFormForIntervals) {
    EXPECT_EQ(fit_observations(mixed, F::power_law).state, DistributionFitState::not_for_intervals);
}

TEST(LogProbability, KeepsItsDigitsInBothTails) {
    const Distribution normal{F::normal, {0, 1}};
    // P(Z > 10) = 7.61985302416052e-24, P(Z > 11) = 1.91065957449868e-28, and the mirror image.
    const double upper = log_probability(normal, 10, 11), lower = log_probability(normal, -11, -10);
    EXPECT_NEAR(std::exp(upper) / 7.61966195820307e-24, 1, 1e-12);
    EXPECT_NEAR(upper, lower, 1e-12);
    EXPECT_NEAR(std::exp(log_probability(normal, -1, 1)), std::erf(std::sqrt(0.5)), 1e-15);
}

}  // namespace
}  // namespace sneddon
