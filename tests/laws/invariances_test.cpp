// What must not change: laws that hold for any curve (PHYSICS 4.10).
#include <gtest/gtest.h>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

sneddon::Test noisy_test() {
    testing::ClosedForm form;
    form.noise_uN = 0.1;
    form.noise_nm = 0.2;
    form.c = 0.4;
    return testing::closed_form_test(form);
}

QuantityValues values_of(const sneddon::Test& test) {
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    return analyse(test, recipe).cycles.at(0).values;
}

// The areas under the curve do not know where depth zero is; hardness does.
TEST(Invariances, AShiftOfTheDepthLeavesTheWorks) {
    auto test = noisy_test();
    const QuantityValues before = values_of(test);
    for (double& depth_nm : test.curve.depth_nm) depth_nm += 7;
    const QuantityValues after = values_of(test);
    for (const auto work :
         {"W_load_pJ"_q, "W_hold_pJ"_q, "W_total_pJ"_q, "W_elast_pJ"_q, "W_plast_pJ"_q})
        EXPECT_NEAR(after[work] / before[work], 1, 1e-11) << work.info().id;
    EXPECT_NEAR(after["S_uN_per_nm"_q] / before["S_uN_per_nm"_q], 1, 1e-9);
    EXPECT_NEAR(after["h_c_nm"_q], before["h_c_nm"_q] + 7, 1e-8);
    EXPECT_LT(after["H_IT_GPa"_q], before["H_IT_GPa"_q]);
}

// Twice the load: twice the stiffness, work and hardness, the same depths.
TEST(Invariances, TheLoadScalesStiffnessAndWork) {
    auto test = noisy_test();
    const QuantityValues before = values_of(test);
    for (double& load_uN : test.curve.load_uN) load_uN *= 2;
    const QuantityValues after = values_of(test);
    for (const auto scaled :
         {"F_max_uN"_q, "S_uN_per_nm"_q, "W_total_pJ"_q, "W_elast_pJ"_q, "H_IT_GPa"_q})
        EXPECT_NEAR(after[scaled] / before[scaled], 2, 1e-9) << scaled.info().id;
    for (const auto same : {"m"_q, "h_p_nm"_q, "h_c_nm"_q, "creep_nm"_q, "eta_IT"_q})
        EXPECT_NEAR(after[same] / before[same], 1, 1e-9) << same.info().id;
}

TEST(Invariances, AShiftOfTheClockChangesNothing) {
    auto test = noisy_test();
    const QuantityValues before = values_of(test);
    for (double& time_s : test.curve.time_s) time_s += 1000;
    const QuantityValues after = values_of(test);
    for (const auto same : {"H_IT_GPa"_q, "creep_nm"_q, "W_total_pJ"_q, "hold_s"_q})
        EXPECT_NEAR(after[same] / before[same], 1, 1e-9) << same.info().id;
}

TEST(Invariances, WorksAddUp) {
    const QuantityValues v = values_of(noisy_test());
    EXPECT_NEAR(v["W_load_pJ"_q] + v["W_hold_pJ"_q], v["W_total_pJ"_q], 1e-12);
    EXPECT_NEAR(v["W_elast_pJ"_q] + v["W_plast_pJ"_q], v["W_total_pJ"_q], 1e-12);
}

}  // namespace
}  // namespace sneddon
