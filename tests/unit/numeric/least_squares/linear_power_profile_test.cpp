#include "numeric/least_squares/linear_power_profile.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/correlated_noise.hpp"

namespace sneddon {
namespace {

struct Study {
    std::vector<double> t, y;
    LinearPowerOptions options;
    LinearPowerFit fit;
    LinearPowerBasis basis;
};

Study noisy(double a, double sd, std::size_t n, double length, std::uint64_t seed,
            SignRule sign_rule = SignRule::any) {
    RandomStream random(seed);
    std::vector<double> t(n), y = testing::correlated_noise(n, sd, 0, random);
    for (std::size_t i = 0; i < n; ++i) {
        t[i] = length * static_cast<double>(i) / static_cast<double>(n - 1);
        y[i] += a * t[i] + 3 * std::pow(t[i], 0.3);
    }
    LinearPowerOptions options;
    options.sign_rule = sign_rule;
    auto basis = LinearPowerBasis::make(t);
    const auto fit = fit_linear_power(*basis, y, options);
    return {t, y, options, fit, *std::move(basis)};
}

// With little noise the likelihood is a parabola: the interval is c +- 1.96 standard errors, up to
// the curvature that is left (1 % of the width at this noise).
TEST(LinearPowerProfile, IsTheUsualIntervalWhereThereIsLittleNoise) {
    const auto s = noisy(0.03, 0.01, 1000, 60, 1);
    const auto interval = c_interval(s.basis, s.y, s.options, s.fit);
    const double half = 1.96 * s.fit.standard_error(LinearPowerParameter::c);
    EXPECT_NEAR(interval.lower, s.fit.c - half, 0.02 * half);
    EXPECT_NEAR(interval.upper, s.fit.c + half, 0.02 * half);
    EXPECT_FALSE(interval.is_lower_open || interval.is_upper_open);
}

TEST(LinearPowerProfile, IsOpenWhereTheDataDoNotTellTheExponent) {
    const auto s = noisy(0.05, 5, 60, 10, 2);
    const auto interval = c_interval(s.basis, s.y, s.options, s.fit);
    EXPECT_TRUE(interval.is_lower_open || interval.is_upper_open);
    EXPECT_FALSE(s.fit.is_separable);
}

TEST(LinearPowerProfile, ALinearPartAtItsBoundHasAOneSidedLimit) {
    const auto s = noisy(-0.01, 0.05, 600, 60, 3, SignRule::nonnegative);
    ASSERT_TRUE(s.fit.is_a_at_bound);
    const double limit = a_upper_limit(s.basis, s.y, s.options, s.fit);
    EXPECT_GT(limit, 0);
    EXPECT_LT(limit, 0.01);
    EXPECT_EQ(p_of_no_linear_part(s.basis, s.y, s.options, s.fit), 1);
}

// Inside the range the limit is near a + 1.645 standard errors.
TEST(LinearPowerProfile, TheLimitIsTheUsualOneInsideTheRange) {
    const auto s = noisy(0.03, 0.01, 1000, 60, 4);
    const double limit = a_upper_limit(s.basis, s.y, s.options, s.fit);
    const double reach = 1.645 * s.fit.standard_error(LinearPowerParameter::a);
    EXPECT_NEAR(limit, s.fit.a + reach, 0.02 * reach);
    EXPECT_LT(p_of_no_linear_part(s.basis, s.y, s.options, s.fit), 1e-10);
}

// True a = 0, 200 curves: the test at 5 % rejects about 5 % (10 +- 3), and half of the p are 1.
TEST(LinearPowerProfile, TheTestOfNoLinearPartKeepsItsLevel) {
    int rejected = 0, ones = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto s = noisy(0, 0.05, 300, 60, 100 + seed, SignRule::nonnegative);
        const double p = p_of_no_linear_part(s.basis, s.y, s.options, s.fit);
        rejected += p < 0.05;
        ones += p == 1;
    }
    EXPECT_GE(rejected, 2);
    EXPECT_LE(rejected, 20);
    EXPECT_NEAR(ones, 100, 30);
}

}  // namespace
}  // namespace sneddon
