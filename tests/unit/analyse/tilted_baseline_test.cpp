// A load that follows the depth in the air, a spring of 0.004 uN/nm, goes on in contact: taken off
// where the recipe levels the load by the air, else told and left.
#include <gtest/gtest.h>

#include <algorithm>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

constexpr double spring_uN_per_nm = 0.004;

/// 500 nm of air in 1,500 points, then 300 uN with a depth of 54 nm at the peak.
sneddon::Test on_a_spring(double spring) {
    testing::ClosedForm form;
    form.air_s = 5;
    form.noise_nm = 0.05;
    form.noise_uN = 0.3;
    sneddon::Test test = testing::closed_form_test(form);
    RandomStream random(9);
    for (std::size_t i = 0; i < test.curve.size(); ++i) {
        if (i < 1500)
            test.curve.depth_nm[i] =
                -500 * (1 - static_cast<double>(i) / 1500) + 0.05 * random.normal();
        test.curve.load_uN[i] += spring * test.curve.depth_nm[i];
    }
    return test;
}

TestResult analysed(TareRule rule, double spring = spring_uN_per_nm) {
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    recipe.correction.tare = rule;
    return analyse(on_a_spring(spring), recipe);
}

const Correction* baseline_of(const TestResult& result) {
    const auto& steps = result.correction.steps;
    const auto found = std::ranges::find(steps, "baseline", &Correction::what);
    return found == steps.end() ? nullptr : &*found;
}

// Of 1,500 points over 500 nm with 0.3 uN the slope is sure to 6e-5 uN/nm and the load at the
// surface to 0.02 uN: three of each. Left in, the spring is 0.22 uN at the peak.
TEST(TiltedBaseline, IsTakenOffWhereTheAirLevelsTheLoad) {
    const QuantityValues straight = analysed(TareRule::air, 0).cycles.at(0).values;
    for (const TareRule rule : {TareRule::automatic, TareRule::air}) {
        const TestResult result = analysed(rule);
        const Correction* step = baseline_of(result);
        ASSERT_TRUE(step);
        EXPECT_TRUE(step->is_applied);
        EXPECT_NEAR(step->value, spring_uN_per_nm, 2e-4);
        const QuantityValues& values = result.cycles.at(0).values;
        EXPECT_NEAR(values["F_max_uN"_q], 300, 0.06);
        // 0.06 uN over 54 nm.
        EXPECT_NEAR(values["W_total_pJ"_q], straight["W_total_pJ"_q], 3e-3);
    }
}

TEST(TiltedBaseline, IsToldAndLeftWhereTheRecipeTakesNothingOff) {
    const TestResult result = analysed(TareRule::none);
    const Correction* step = baseline_of(result);
    ASSERT_TRUE(step);
    EXPECT_FALSE(step->is_applied);
    const CycleResult& cycle = result.cycles.at(0);
    EXPECT_NEAR(cycle.values["F_max_uN"_q], 300 + 54 * spring_uN_per_nm, 0.02);
    EXPECT_NE(std::ranges::find(cycle.flags, "SND-C003", &Flag::code), cycle.flags.end());
}

TEST(TiltedBaseline, OfNoSpringThereIsNone) {
    for (const TareRule rule : {TareRule::air, TareRule::none}) {
        const TestResult result = analysed(rule, 0);
        EXPECT_FALSE(baseline_of(result));
        const auto& flags = result.cycles.at(0).flags;
        EXPECT_EQ(std::ranges::find(flags, "SND-C003", &Flag::code), flags.end());
    }
}

}  // namespace
}  // namespace sneddon
