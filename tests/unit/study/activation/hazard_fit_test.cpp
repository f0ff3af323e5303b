#include "study/activation/hazard_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/activation/drawn_pop_ins.hpp"

namespace sneddon {
namespace {

using testing::draw_pop_ins;
using testing::DrawnPopIns;

// 20 draws (hundreds: bench/activation_coverage.cpp). Binomial(20, 0.95) is below 16 with 0.3 %.
TEST(HazardFit, IntervalsHoldTheTruth) {
    constexpr int seeds = 20, least = 16;
    const DrawnPopIns truth;
    int b_held = 0, share_held = 0, power_held = 0;
    const auto holds = [](const Interval& interval, double value) {
        return interval.low <= value && value <= interval.high ? 1 : 0;
    };
    double mean = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto tests = draw_pop_ins(truth, seed);
        const HazardFit fit = fit_hazard(tests, {});
        ASSERT_TRUE(fit.is_fitted) << seed;
        mean += fit.b_per_GPa / seeds;
        b_held += holds(interval_of_b(tests, fit), truth.b_per_GPa);
        share_held += holds(interval_of_share(tests, fit), truth.share);
        const HazardFit free = fit_hazard(tests, {0, true});
        ASSERT_TRUE(free.is_fitted) << seed;
        power_held += holds(interval_of_rate_power(tests, free), 1);
    }
    EXPECT_GE(b_held, least);
    EXPECT_GE(share_held, least);
    EXPECT_GE(power_held, least);
    EXPECT_NEAR(mean, truth.b_per_GPa, 0.2);  // sd 0.25 of one draw: 3.5 standard errors
}

// 40 % of the pop-ins are below what can be seen: taken for tests without, they would give a share
// of 0.55 and a b that is 2 too large.
TEST(HazardFit, CountsWhatIsNotSeen) {
    DrawnPopIns truth;
    truth.tests = 2000;
    truth.seen_from_GPa = 2.3;
    const auto tests = draw_pop_ins(truth, 1);
    const HazardFit fit = fit_hazard(tests, {});
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_NEAR(fit.b_per_GPa, truth.b_per_GPa, 0.5);
    EXPECT_NEAR(fit.share, truth.share, 0.04);
    double expected = 0, with = 0;
    for (const LoadedTests& of_rate : tests) {
        expected += expected_with(of_rate, fit);
        with += static_cast<double>(of_rate.tau_GPa.size());
    }
    EXPECT_NEAR(expected / with, 1, 0.01);  // the best share makes them nearly equal
}

TEST(HazardFit, KnowsAllTestsCanPopIn) {
    DrawnPopIns truth;
    truth.share = 1;
    const auto tests = draw_pop_ins(truth, 3);
    const HazardFit fit = fit_hazard(tests, {});
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_GT(fit.share, 0.99);
    EXPECT_EQ(interval_of_share(tests, fit).high, 1);
    EXPECT_NEAR(fit.b_per_GPa, truth.b_per_GPa, 0.8);  // three standard errors
}

// A spread that time has no part in: the same tau at each rate.
TEST(HazardFit, TellsWhatDoesNotKnowOfTime) {
    DrawnPopIns truth;
    truth.rate_power = 0;
    const auto tests = draw_pop_ins(truth, 5);
    const HazardFit free = fit_hazard(tests, {0, true});
    ASSERT_TRUE(free.is_fitted);
    const Interval power = interval_of_rate_power(tests, free);
    EXPECT_LT(power.low, 0);
    EXPECT_GT(power.high, 0);
    EXPECT_LT(power.high, 0.5);
    EXPECT_NEAR(free.b_per_GPa, truth.b_per_GPa, 0.8);
}

TEST(HazardFit, DoesNotDependOnTheOrderOfTheRates) {
    auto tests = draw_pop_ins({}, 9);
    const HazardFit forth = fit_hazard(tests, {});
    std::swap(tests[0], tests[2]);
    const HazardFit back = fit_hazard(tests, {});
    EXPECT_NEAR(back.b_per_GPa / forth.b_per_GPa, 1, 1e-7);
    EXPECT_NEAR(back.share / forth.share, 1, 1e-7);
}

}  // namespace
}  // namespace sneddon
