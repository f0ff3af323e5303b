#include "analyse/propagation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

AnalysisRecipe recipe_with_area() {
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    recipe.area_function = AreaFunction{};
    recipe.poisson_ratio = 0.3;
    recipe.uncertainty.area_relative = 0.03;
    recipe.uncertainty.zero_nm = 0.3;
    recipe.uncertainty.drift_nm_per_s = 0.01;
    return recipe;
}

CycleResult analysed(const AnalysisRecipe& recipe, unsigned seed = 1) {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    form.seed = seed;
    return analyse(testing::closed_form_test(form), recipe).cycles.at(0);
}

double part(const CycleResult& cycle, std::string_view input, QuantityIndex quantity) {
    double square = 0;
    for (const Contribution& each : cycle.uncertainty.inputs)
        if (each.input == input) square += each.effect[quantity] * each.effect[quantity];
    return std::sqrt(square);
}

// 0.001 uN/nm over the 54 nm from contact to the peak.
TEST(Propagation, ATiltedBaselineMovesThePeakLoadByItsErrorOverTheDepth) {
    testing::ClosedForm form;
    const sneddon::Test test = testing::closed_form_test(form);
    const AnalysisRecipe recipe = recipe_with_area();
    const TestResult result = analyse(test, recipe);
    TestCorrection correction = result.correction;
    correction.steps.push_back({"baseline", 0.01, 0.001, "uN/nm", "air", "", true, false});
    const Cycle& cycle = result.cycles.at(0).parts;
    const Measured base = measure(test.curve, cycle, recipe);
    const StartWeights weights = start_weights(test.curve, cycle, base.F_max_uN);
    const auto inputs =
        uncertain_inputs(test.curve, cycle, correction, recipe, weights, base,
                         measure_drifted(test.curve, cycle, correction, recipe, weights, base));
    const UncertaintyBudget budget = propagate(inputs, base, recipe);
    const auto tilt = std::ranges::find(budget.inputs, "tilted baseline", &Contribution::input);
    ASSERT_NE(tilt, budget.inputs.end());
    EXPECT_NEAR(std::abs(tilt->effect["F_max_uN"_q]), 0.001 * 52, 0.001 * 3);
    EXPECT_GT(std::abs(tilt->effect["S_uN_per_nm"_q]), 0);
}

// The ideal tip has H = F/(24.5 h_c^2): dH/H = 2 dh_c/h_c, and works and stiffness do not move.
TEST(Propagation, AZeroErrorMovesHardnessByTheAreaAndNoWork) {
    const CycleResult cycle = analysed(recipe_with_area());
    const double H = cycle.values["H_IT_GPa"_q], h_c = cycle.values["h_c_nm"_q];
    EXPECT_NEAR(part(cycle, "zero point", "H_IT_GPa"_q) / H, 2 * 0.3 / h_c, 1e-4);
    EXPECT_NEAR(part(cycle, "zero point", "h_c_nm"_q), 0.3, 1e-9);
    for (const auto unmoved : {"W_plast_pJ"_q, "W_total_pJ"_q, "S_uN_per_nm"_q, "creep_nm"_q})
        EXPECT_EQ(part(cycle, "zero point", unmoved), 0) << unmoved.info().id;
}

// With all loads 1 % higher h_c = h - epsilon F/S stays, F, S and the works are 1 % higher, and H
// and E_r with them.
TEST(Propagation, AnErrorOfTheLoadCellIsOneOfAllForces) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.load_relative = 0.01;
    const CycleResult cycle = analysed(recipe);
    for (const auto moved :
         {"F_max_uN"_q, "S_uN_per_nm"_q, "H_IT_GPa"_q, "E_r_GPa"_q, "W_total_pJ"_q})
        EXPECT_NEAR(part(cycle, "load calibration", moved) / cycle.values[moved], 0.01, 1e-6)
            << moved.info().id;
    EXPECT_NEAR(part(cycle, "load calibration", "h_c_nm"_q), 0, 1e-6);
}

// With all depths 1 % larger A is 2 % larger: H is 2 % lower, E_r = S sqrt(pi/A)/2 as well. To
// first order; the step is 1 % itself.
TEST(Propagation, AnErrorOfTheDepthSensorIsOneOfAllDepths) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.depth_relative = 0.01;
    const CycleResult cycle = analysed(recipe);
    const auto share = [&](QuantityIndex quantity) {
        return part(cycle, "depth calibration", quantity) / cycle.values[quantity];
    };
    EXPECT_NEAR(share("h_max_nm"_q), 0.01, 1e-6);
    EXPECT_NEAR(share("h_c_nm"_q), 0.01, 1e-6);
    EXPECT_NEAR(share("W_total_pJ"_q), 0.01, 1e-6);
    EXPECT_NEAR(share("H_IT_GPa"_q), 0.02, 5e-4);
    EXPECT_NEAR(share("E_r_GPa"_q), 0.02, 5e-4);
    EXPECT_EQ(part(cycle, "depth calibration", "F_max_uN"_q), 0);
}

// E_IT = (1 - nu^2) / (1/E_r - ...): dE/E = 2 nu dnu / (1 - nu^2).
TEST(Propagation, AnErrorOfPoissonsRatioMovesTheModulusAlone) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.poisson_ratio = 0.02;
    const CycleResult cycle = analysed(recipe);
    EXPECT_NEAR(part(cycle, "Poisson's ratio", "E_IT_GPa"_q) / cycle.values["E_IT_GPa"_q],
                2 * 0.3 * 0.02 / (1 - 0.09), 5e-4);
    EXPECT_EQ(part(cycle, "Poisson's ratio", "H_IT_GPa"_q), 0);
    recipe.poisson_ratio.reset();
    EXPECT_EQ(part(analysed(recipe), "Poisson's ratio", "E_IT_GPa"_q), 0);
}

TEST(Propagation, AStatedRoughnessIsDepthThatTheZeroDoesNotSee) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.zero_nm.reset();
    EXPECT_EQ(part(analysed(recipe), "surface roughness", "h_c_nm"_q), 0);
    recipe.roughness_nm = 0.8;
    const CycleResult cycle = analysed(recipe);
    const double rms_nm = 0.8 * std::sqrt(std::acos(-1) / 2);
    EXPECT_NEAR(part(cycle, "surface roughness", "h_c_nm"_q), rms_nm, 1e-9);
    // Felt until the depth is 5 rms: F = 300 (5 nm/50 nm)^1.6 there, within the noise.
    const double load_uN = 300 * std::pow(5 * rms_nm / 50, 1.6);
    EXPECT_NEAR(part(cycle, "surface roughness", "W_plast_pJ"_q), 1e-3 * load_uN * rms_nm,
                1e-3 * rms_nm);
    EXPECT_EQ(part(cycle, "surface roughness", "W_elast_pJ"_q), 0);
    recipe.uncertainty.zero_nm = 1;  // all that is known of the zero, the surface included
    EXPECT_EQ(part(analysed(recipe), "surface roughness", "h_c_nm"_q), 0);
}

// 3,000 samples of the hold: 0.05 uN/sqrt(3000) of F_max.
TEST(Propagation, TheNoiseOfTheLoadIsThatOfTheMeanOfTheHold) {
    const CycleResult cycle = analysed(recipe_with_area());
    EXPECT_NEAR(part(cycle, "noise of the load", "F_max_uN"_q), 0.05 / std::sqrt(3000.0), 1e-4);
    EXPECT_EQ(part(cycle, "noise of the load", "W_plast_pJ"_q), 0);
    EXPECT_GT(cycle.uncertainty.random["F_max_uN"_q], 0);
}

// The load in the air, 300 samples of 0.05 uN: what its error does is what the same offset does.
TEST(Propagation, TheErrorOfTheTareMovesLoadAndWorks) {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    form.air_s = 1;
    AnalysisRecipe recipe = recipe_with_area();
    recipe.correction.tare = TareRule::air;
    const auto test = testing::closed_form_test(form);
    const CycleResult cycle = analyse(test, recipe).cycles.at(0);
    const double u = part(cycle, "load offset", "F_max_uN"_q);
    EXPECT_GT(u, 0.001);
    EXPECT_LT(u, 0.02);
    auto offset = test;
    for (double& load : offset.curve.load_uN) load += 1;
    recipe.correction.tare = TareRule::none;
    const QuantityValues before = analyse(test, recipe).cycles.at(0).values,
                         after = analyse(offset, recipe).cycles.at(0).values;
    for (const auto quantity : {"H_IT_GPa"_q, "W_total_pJ"_q, "W_elast_pJ"_q})
        EXPECT_NEAR(part(cycle, "load offset", quantity),
                    u * std::fabs(after[quantity] - before[quantity]),
                    0.05 * u * std::fabs(after[quantity] - before[quantity]))
            << quantity.info().id;
    EXPECT_NEAR(part(cycle, "load offset", "S_uN_per_nm"_q), 0, 1e-9);
}

// Creep over 10 s of hold: u = 0.01 nm/s times 10 s. Drift shears the loop by F dh = -F d dt.
TEST(Propagation, DriftGrowsWithTheTime) {
    const CycleResult cycle = analysed(recipe_with_area());
    EXPECT_NEAR(part(cycle, "drift", "creep_nm"_q), 0.1, 1e-3);
    EXPECT_NEAR(part(cycle, "drift", "h_max_nm"_q), 0.2, 1e-3);
    // W_plast changes by d times the integral of F dt: half, whole, half of 300 uN over 10 s each.
    EXPECT_NEAR(part(cycle, "drift", "W_plast_pJ"_q), 0.01 * 300 * 20 * 1e-3, 2e-3);
}

TEST(Propagation, TheFrameMovesBothWorksAndNotTheirDifference) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.frame_compliance_nm_per_uN = 1e-3;
    const CycleResult cycle = analysed(recipe);
    EXPECT_NEAR(part(cycle, "frame compliance", "h_max_nm"_q), 0.3, 1e-3);
    EXPECT_NEAR(part(cycle, "frame compliance", "W_plast_pJ"_q), 0, 1e-9);
    EXPECT_NEAR(part(cycle, "frame compliance", "W_elast_pJ"_q), 0.045, 1e-3);
    // 1/S less C: dS = C S^2.
    EXPECT_NEAR(part(cycle, "frame compliance", "S_uN_per_nm"_q), 1e-3 * 18.75 * 18.75, 0.01);
}

TEST(Propagation, TheAreaIsCommonAndWithoutItThereIsNoCommonPart) {
    const CycleResult with = analysed(recipe_with_area());
    const double H = with.values["H_IT_GPa"_q], E = with.values["E_r_GPa"_q];
    EXPECT_NEAR(part(with, "area function", "H_IT_GPa"_q) / H, 0.03, 1e-4);
    EXPECT_NEAR(part(with, "area function", "E_r_GPa"_q) / E, 0.015, 1e-4);
    EXPECT_GT(with.uncertainty.common["H_IT_GPa"_q], 0.029 * H);
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.area_relative.reset();
    const CycleResult without = analysed(recipe);
    for (const auto empty : {"A_p_nm2"_q, "H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q})
        EXPECT_TRUE(std::isnan(without.uncertainty.common[empty])) << empty.info().id;
    EXPECT_TRUE(std::isfinite(without.uncertainty.common["h_c_nm"_q]));
    EXPECT_TRUE(std::isfinite(without.uncertainty.random["H_IT_GPa"_q]));
}

TEST(Propagation, WithoutAnAnswerThereIsNoUncertainty) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.area_function.reset();
    const CycleResult cycle = analysed(recipe);
    EXPECT_TRUE(std::isnan(cycle.uncertainty.random["H_IT_GPa"_q]));
    EXPECT_TRUE(std::isnan(cycle.uncertainty.random["points"_q]));
    EXPECT_TRUE(std::isfinite(cycle.uncertainty.random["S_uN_per_nm"_q]));
}

// A count and a time that was set have none; what an effect is zero for has one, and it is 0.
TEST(Propagation, WhatIsNotUncertainHasNoUncertainty) {
    const CycleResult cycle = analysed(recipe_with_area());
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const bool has_one =
            quantity_table[i].uncertainty != UncertaintyIs::none && !std::isnan(cycle.values[{i}]);
        EXPECT_EQ(std::isnan(cycle.uncertainty.random[{i}]), !has_one) << quantity_table[i].id;
    }
    EXPECT_TRUE(std::isfinite(cycle.values["hold_s"_q]));
    EXPECT_TRUE(std::isnan(cycle.uncertainty.random["hold_s"_q]));
}

TEST(Propagation, TheNoiseIsFoundInTheResiduals) {
    const CycleResult cycle = analysed(recipe_with_area());
    EXPECT_NEAR(cycle.uncertainty.noise_nm, 0.1, 0.005);
    EXPECT_LT(cycle.uncertainty.noise_correlation, 0.06);
}

// Small inputs are linear; 4,000 draws give a standard deviation to 1.1 %.
// S at the first of half of the points: its scatter over 200 tests, whose own error is 5 %.
TEST(Propagation, TheNoiseOfASlopeAtTheBeginOfTheWindowIsItsScatter) {
    const AnalysisRecipe recipe = profile_recipe("nanosuite").value();
    constexpr unsigned tests = 200;
    double sum = 0, sum_of_squares = 0, u = 0;
    for (unsigned seed = 1; seed <= tests; ++seed) {
        const CycleResult cycle = analysed(recipe, seed);
        const double S = cycle.values["S_uN_per_nm"_q];
        sum += S / tests;
        sum_of_squares += S * S / tests;
        u += part(cycle, "unloading fit", "S_uN_per_nm"_q) / tests;
    }
    const double scatter = std::sqrt(sum_of_squares - sum * sum);
    EXPECT_NEAR(u / scatter, 1, 0.2);
}

TEST(MonteCarlo, AgreesWithThePropagationWhereTheFormulasAreLinear) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.monte_carlo = 4000;
    const CycleResult cycle = analysed(recipe);
    for (const auto quantity :
         {"S_uN_per_nm"_q, "h_c_nm"_q, "H_IT_GPa"_q, "E_IT_GPa"_q, "W_plast_pJ"_q, "creep_nm"_q})
        EXPECT_NEAR(cycle.monte_carlo.over_linear[quantity], 1, 0.04) << quantity.info().id;
    // A normal distribution holds 95 % within 1.96 sd; 4,000 draws give its quantiles to 3 %.
    const auto H = "H_IT_GPa"_q;
    const double value = cycle.values[H], sd = cycle.monte_carlo.sd[H];
    EXPECT_NEAR((value - cycle.monte_carlo.low[H]) / sd, 1.96, 0.2);
    EXPECT_NEAR((cycle.monte_carlo.high[H] - value) / sd, 1.96, 0.2);
    EXPECT_EQ(std::ranges::count(cycle.flags, "SND-A033", &Flag::code), 0);
    const MonteCarloResult again = analysed(recipe).monte_carlo;
    EXPECT_EQ(again.sd["H_IT_GPa"_q], cycle.monte_carlo.sd["H_IT_GPa"_q]);
    EXPECT_NE(analysed(recipe, 2).monte_carlo.low["H_IT_GPa"_q],
              cycle.monte_carlo.low["H_IT_GPa"_q]);
}

// A zero that is known to 12 of 42 nm only: 1/h_c^2 bends, and the flag says so.
TEST(MonteCarlo, SaysWhereTheFormulasBend) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.uncertainty.monte_carlo = 2000;
    recipe.uncertainty.zero_nm = 10;
    const CycleResult cycle = analysed(recipe);
    EXPECT_GT(cycle.monte_carlo.over_linear["H_IT_GPa"_q], 1.1);
    EXPECT_EQ(std::ranges::count(cycle.flags, "SND-A033", &Flag::code), 1);
}

TEST(Flags, CreepThatIsNegativeBeyondItsUncertaintyIsFlagged) {
    for (const double creep_nm : {4.0, -2.0}) {
        testing::ClosedForm form;
        form.noise_nm = 0.1;
        form.creep_nm = creep_nm;
        const CycleResult cycle =
            analyse(testing::closed_form_test(form), recipe_with_area()).cycles.at(0);
        EXPECT_EQ(std::ranges::count(cycle.flags, "SND-A032", &Flag::code), creep_nm < 0 ? 1 : 0);
    }
}

std::size_t variant(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(sensitivity_variants, name) -
                                    sensitivity_variants.begin());
}

TEST(Sensitivity, OtherChoicesGiveWhatTheirOwnRecipeGives) {
    const AnalysisRecipe recipe = recipe_with_area();
    const CycleResult cycle = analysed(recipe);
    AnalysisRecipe other = recipe;
    other.window_high = 0.98;
    other.window_low = 0.5;
    EXPECT_DOUBLE_EQ(cycle.variants[variant("window 98-50 %")][0],
                     analysed(other).values["H_IT_GPa"_q]);
    other = recipe;
    other.fit_space = FitSpace::load_of_depth;
    EXPECT_DOUBLE_EQ(cycle.variants[variant("other fit space")][1],
                     analysed(other).values["E_r_GPa"_q]);
    other = recipe;
    other.epsilon = 0.7268;
    EXPECT_DOUBLE_EQ(cycle.variants[variant("epsilon 0.7268")][0],
                     analysed(other).values["H_IT_GPa"_q]);
    EXPECT_DOUBLE_EQ(cycle.variants[variant("epsilon 0.75")][0], cycle.values["H_IT_GPa"_q]);
    other = recipe;
    other.stiffness = StiffnessRule::creep_corrected;
    EXPECT_DOUBLE_EQ(cycle.variants[variant("S without creep")][1],
                     analysed(other).values["E_r_GPa"_q]);
    EXPECT_DOUBLE_EQ(cycle.variants[variant("S of the fit")][1], cycle.values["E_r_GPa"_q]);
    EXPECT_NE(cycle.variants[variant("S without creep")][1], cycle.values["E_r_GPa"_q]);
    // A zero moved by 0.3 nm: dH/H = 2 * 0.3/42, and no work.
    const double H = cycle.values["H_IT_GPa"_q];
    EXPECT_NEAR(cycle.variants[variant("zero +u")][0] / H, 1 + 0.6 / 42, 5e-4);
    EXPECT_DOUBLE_EQ(cycle.variants[variant("zero -u")][2], cycle.values["W_plast_pJ"_q]);
    EXPECT_NEAR(cycle.variants[variant("drift +u")][3], cycle.values["creep_nm"_q] - 0.1, 1e-3);
}

}  // namespace
}  // namespace sneddon
