// Flags, refusals and empty values of one test.
#include "sneddon/analyse/analysis.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

AnalysisRecipe full_recipe() {
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};  // of the ideal tip, but given as a measured one
    recipe.area_function->kind = AreaFunction::Kind::polynomial;
    recipe.poisson_ratio = 0.3;
    return recipe;
}

CycleResult only_cycle(const sneddon::Test& test, const AnalysisRecipe& recipe) {
    const TestResult result = analyse(test, recipe);
    EXPECT_EQ(result.cycles.size(), 1u);
    return result.cycles.front();
}

bool has(const CycleResult& cycle, std::string_view code) {
    return std::ranges::count(cycle.flags, code, &Flag::code) > 0;
}

sneddon::Test clean_test() {
    return testing::closed_form_test({});
}

// Half of all fits to an elastic cone have m above 2, and 5 readings of 0.5 nm noise rise by
// chance.
TEST(Analysis, NoiseAloneIsNeitherAnUnusualExponentNorANose) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        testing::ClosedForm form;
        form.m = 2;
        form.noise_nm = 0.5;
        form.noise_uN = 0.05;
        form.seed = seed;
        const CycleResult cycle = only_cycle(testing::closed_form_test(form), full_recipe());
        EXPECT_FALSE(has(cycle, "SND-A002")) << seed << " " << cycle.values["m"_q];
        EXPECT_FALSE(has(cycle, "SND-A020")) << seed;
    }
}

TEST(Analysis, ACleanTestHasNoFlags) {
    const CycleResult cycle = only_cycle(clean_test(), full_recipe());
    EXPECT_TRUE(cycle.is_usable);
    EXPECT_TRUE(cycle.flags.empty()) << cycle.flags.front().text;
}

TEST(Analysis, WithoutAnAreaFunctionTheHardnessIsEmptyAndFlagged) {
    AnalysisRecipe recipe = full_recipe();
    recipe.area_function.reset();
    const CycleResult cycle = only_cycle(clean_test(), recipe);
    EXPECT_TRUE(has(cycle, "SND-A004"));
    for (const auto empty : {"H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q, "A_p_nm2"_q})
        EXPECT_TRUE(std::isnan(cycle.values[empty])) << empty.info().id;
    EXPECT_TRUE(std::isfinite(cycle.values["h_c_nm"_q]));
    EXPECT_TRUE(std::isfinite(cycle.values["W_total_pJ"_q]));
    EXPECT_TRUE(cycle.is_usable);
}

TEST(Analysis, WithoutAPoissonRatioOnlyTheIndentationModulusIsEmpty) {
    AnalysisRecipe recipe = full_recipe();
    recipe.poisson_ratio.reset();
    const CycleResult cycle = only_cycle(clean_test(), recipe);
    EXPECT_TRUE(has(cycle, "SND-A005"));
    EXPECT_TRUE(std::isnan(cycle.values["E_IT_GPa"_q]));
    EXPECT_TRUE(std::isfinite(cycle.values["E_r_GPa"_q]));
}

TEST(Analysis, AnExponentAboveItsRangeIsFlaggedAtTheBound) {
    AnalysisRecipe recipe = full_recipe();
    recipe.m_max = 1.3;  // the truth is 1.5
    const CycleResult cycle = only_cycle(clean_test(), recipe);
    ASSERT_TRUE(has(cycle, "SND-A001"));
    EXPECT_EQ(cycle.values["m"_q], 1.3);
}

TEST(Analysis, AnUnusualExponentIsFlagged) {
    testing::ClosedForm form;
    form.m = 2.5;
    EXPECT_TRUE(has(only_cycle(testing::closed_form_test(form), full_recipe()), "SND-A002"));
}

TEST(Analysis, FewMissingSamplesAreCountedAndFlagged) {
    auto test = clean_test();
    for (const std::size_t i : {100u, 2000u, 4000u}) test.curve.depth_nm[i] = NAN;
    const CycleResult cycle = only_cycle(test, full_recipe());
    EXPECT_TRUE(has(cycle, "SND-A010"));
    EXPECT_EQ(cycle.values["points_missing"_q], 3);
    EXPECT_EQ(cycle.values["points"_q], static_cast<double>(test.curve.size() - 3));
    EXPECT_NEAR(cycle.values["S_uN_per_nm"_q], 18.75, 1e-7);
}

TEST(Analysis, MoreThanAHundredthMissingIsRefused) {
    auto test = clean_test();
    for (std::size_t i = 0; i < test.curve.size(); i += 50) test.curve.load_uN[i] = NAN;
    const CycleResult cycle = only_cycle(test, full_recipe());
    EXPECT_FALSE(cycle.is_usable);
    EXPECT_TRUE(has(cycle, "SND-A011"));
    EXPECT_FALSE(cycle.reason.empty());
}

TEST(Analysis, ASampleMissingInTheFitWindowIsFlaggedWithItsEffect) {
    auto test = clean_test();
    test.curve.depth_nm[7000] = NAN;
    const CycleResult cycle = only_cycle(test, full_recipe());
    EXPECT_TRUE(has(cycle, "SND-A012"));
    EXPECT_TRUE(cycle.is_usable);
    EXPECT_NEAR(cycle.values["S_uN_per_nm"_q], 18.75, 1e-7);
    EXPECT_EQ(cycle.values["points_missing"_q], 1);
}

// 2,250 samples in the window; the long hold keeps their share of the record below 1 %.
TEST(Analysis, MoreThanATenthOfTheFitWindowMissingIsRefused) {
    testing::ClosedForm form;
    form.hold_s = 300;
    for (const std::size_t missing : {100u, 400u}) {
        auto test = testing::closed_form_test(form);
        const std::size_t window = test.curve.size() - 2000;
        for (std::size_t i = 0; i < missing; ++i) test.curve.depth_nm[window + i] = NAN;
        const CycleResult cycle = only_cycle(test, full_recipe());
        EXPECT_TRUE(has(cycle, "SND-A012"));
        EXPECT_EQ(cycle.is_usable, missing == 100) << missing;
        EXPECT_EQ(cycle.reason.empty(), missing == 100);
        EXPECT_TRUE(std::isfinite(cycle.values["W_total_pJ"_q]));
        EXPECT_EQ(std::isnan(cycle.values["S_uN_per_nm"_q]), missing == 400);
    }
}

TEST(Analysis, ARecordWithoutUnloadingIsRefusedWithItsRawValues) {
    auto test = clean_test();
    for (auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        column->resize(4000);
    const CycleResult cycle = only_cycle(test, full_recipe());
    EXPECT_FALSE(cycle.is_usable);
    EXPECT_TRUE(has(cycle, "SND-S001"));
    EXPECT_EQ(cycle.values["points"_q], 4000);
    EXPECT_EQ(cycle.values["F_max_raw_uN"_q], 300);
}

TEST(Analysis, UnloadingThatStopsEarlyIsFlagged) {
    testing::ClosedForm form;
    form.unload_to = 0.1;
    const CycleResult cycle = only_cycle(testing::closed_form_test(form), full_recipe());
    ASSERT_TRUE(has(cycle, "SND-A013"));
}

TEST(Analysis, ACurveThatIsNoPowerLawIsFlagged) {
    testing::ClosedForm form;
    form.noise_nm = 0.05;
    auto test = testing::closed_form_test(form);
    for (std::size_t i = 7500; i < test.curve.size(); ++i) test.curve.depth_nm[i] -= 2;  // pop-out
    EXPECT_TRUE(has(only_cycle(test, full_recipe()), "SND-A009"));
}

TEST(Analysis, FewSamplesInTheWindowAreFlagged) {
    testing::ClosedForm form;
    form.rate_Hz = 5;
    EXPECT_TRUE(has(only_cycle(testing::closed_form_test(form), full_recipe()), "SND-A008"));
}

TEST(Analysis, AWindowWithoutSamplesGivesNoFit) {
    AnalysisRecipe recipe = full_recipe();
    recipe.window_low = 0.5;
    recipe.window_high = 0.5005;
    EXPECT_TRUE(has(only_cycle(clean_test(), recipe), "SND-A003"));
}

TEST(Analysis, ContactDepthsOutsideTheCalibratedRangeAreFlagged) {
    AnalysisRecipe recipe = full_recipe();
    recipe.area_function->h_c_min_nm = 10;
    EXPECT_FALSE(has(only_cycle(clean_test(), recipe), "SND-A006"));
    recipe.area_function->h_c_min_nm = 60;
    EXPECT_TRUE(has(only_cycle(clean_test(), recipe), "SND-A006"));
}

TEST(Analysis, AnAreaFunctionWithoutAreaLeavesTheHardnessEmpty) {
    AnalysisRecipe recipe = full_recipe();
    recipe.area_function->kind = AreaFunction::Kind::polynomial;
    recipe.area_function->coefficients = {-1};
    const CycleResult cycle = only_cycle(clean_test(), recipe);
    EXPECT_TRUE(has(cycle, "SND-A007"));
    EXPECT_TRUE(std::isnan(cycle.values["H_IT_GPa"_q]));
}

TEST(Analysis, ASpecimenStifferThanTheIndenterHasNoModulus) {
    AnalysisRecipe recipe = full_recipe();
    recipe.indenter_E_GPa = 50;
    const CycleResult cycle = only_cycle(clean_test(), recipe);
    EXPECT_TRUE(has(cycle, "SND-A014"));
    EXPECT_TRUE(std::isnan(cycle.values["E_IT_GPa"_q]));
}

TEST(Analysis, TheFilesOwnRuleForStiffnessCountsWhereTheRecipeLeavesItOpen) {
    sneddon::Test test = clean_test();
    AnalysisRecipe recipe = full_recipe();
    recipe.window = WindowRule::of_points;
    const auto lowest_load_uN = [&] { return only_cycle(test, recipe).fit.P_low_uN; };
    EXPECT_NEAR(lowest_load_uN(), 150, 0.2);  // half of the points of a steady unloading
    test.stated.unloading_points_share = 0.25;
    EXPECT_NEAR(lowest_load_uN(), 225, 0.2);
    recipe.window_points = 0.75;
    EXPECT_NEAR(lowest_load_uN(), 75, 0.2);
    test.stated.unloading_points_skipped = 300;  // of 3000
    EXPECT_NEAR(only_cycle(test, recipe).fit.P_high_uN, 270, 0.2);
    recipe.window_skip = 30;
    EXPECT_NEAR(only_cycle(test, recipe).fit.P_high_uN, 297, 0.2);
}

TEST(Analysis, WithoutAHoldThereIsNoCreep) {
    testing::ClosedForm form;
    form.hold_s = 0;
    const CycleResult cycle = only_cycle(testing::closed_form_test(form), full_recipe());
    EXPECT_TRUE(std::isnan(cycle.values["creep_nm"_q]));
    EXPECT_EQ(cycle.values["hold_s"_q], 0);
    EXPECT_NEAR(cycle.values["F_max_uN"_q], 300, 1e-6);
    EXPECT_NEAR(cycle.values["W_hold_pJ"_q], 0, 1e-9);
}

// A noisy sample at the peak moves the raw works by F times its error, the robust ones not. (Two of
// them: one alone would be left out as a spike.)
TEST(Analysis, RobustEndsKeepNoisySamplesOutOfTheWorks) {
    auto test = clean_test();
    AnalysisRecipe robust = full_recipe(), raw = full_recipe();
    raw.work_ends = WorkEndsRule::raw;
    const double truth = only_cycle(test, robust).values["W_elast_pJ"_q];
    for (const std::size_t i : {6000u, 6001u}) test.curve.depth_nm[i] += 1;
    EXPECT_NEAR(only_cycle(test, robust).values["W_elast_pJ"_q], truth, 0.01);
    EXPECT_NEAR(only_cycle(test, raw).values["W_elast_pJ"_q], truth + 0.3, 0.01);
}

TEST(Analysis, EveryCycleHasItsOwnResult) {
    testing::ClosedFormBuilder builder({});
    for (const double peak : {100.0, 200.0}) {
        builder.part(
            3, [&](double s) { return peak * s; }, [&](double s) { return 0.2 * peak * s; });
        builder.part(
            1, [&](double) { return peak; }, [&](double) { return 0.2 * peak; });
        builder.part(
            3, [&](double s) { return peak * (1 - s); },
            [&](double s) { return 0.2 * peak * (0.6 + 0.4 * std::pow(1 - s, 0.7)); });
    }
    builder.add(0, 24);
    const TestResult result = analyse(builder.take(), full_recipe());
    ASSERT_EQ(result.cycles.size(), 2u);
    EXPECT_NEAR(result.cycles[0].values["F_max_uN"_q], 100, 0.5);
    EXPECT_NEAR(result.cycles[1].values["F_max_uN"_q], 200, 0.5);
    EXPECT_EQ(result.cycles[1].cycle, 2);
    EXPECT_NEAR(result.cycles[0].values["F_max_raw_uN"_q], 100, 1e-9);
}

}  // namespace
}  // namespace sneddon
