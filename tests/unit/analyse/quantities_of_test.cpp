// One function makes the quantities of a measurement: the values of a test, their uncertainties and
// other choices must be its answers, to the last bit.
#include "analyse/quantities_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analyse/measured_changes.hpp"
#include "analyse/propagation.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

AnalysisRecipe full_recipe(const std::string& profile) {
    AnalysisRecipe recipe = profile_recipe(profile).value();
    recipe.correction = no_correction;
    recipe.area_function = AreaFunction{};
    recipe.poisson_ratio = 0.3;
    recipe.uncertainty.drift_nm_per_s = 0.01;
    return recipe;
}

sneddon::Test noisy_test() {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return testing::closed_form_test(form);
}

bool is_same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Every quantity of the table that carries an uncertainty.
std::vector<QuantityIndex> stated() {
    std::vector<QuantityIndex> found;
    for (std::size_t i = 0; i < quantity_count; ++i)
        if (quantity_table[i].uncertainty == UncertaintyIs::stated) found.push_back({i});
    return found;
}

TEST(QuantitiesOf, AreTheValuesOfATestInEveryProfile) {
    const auto test = noisy_test();
    for (const std::string_view profile : profile_names()) {
        const AnalysisRecipe recipe = full_recipe(std::string(profile));
        const CycleResult cycle = analyse(test, recipe).cycles.at(0);
        const QuantityValues again =
            quantities_of(measure(test.curve, cycle.parts, recipe), recipe);
        for (const QuantityIndex quantity : stated())
            EXPECT_TRUE(is_same(cycle.values[quantity], again[quantity]))
                << profile << ": " << quantity.info().id;
    }
}

// A quantity that is to carry an uncertainty and whose formula stands elsewhere would have none.
TEST(QuantitiesOf, AreAllThatCarryAnUncertaintyAndNoOther) {
    const AnalysisRecipe recipe = full_recipe("sneddon");
    const auto test = noisy_test();
    const CycleResult cycle = analyse(test, recipe).cycles.at(0);
    const QuantityValues values = quantities_of(measure(test.curve, cycle.parts, recipe), recipe);
    for (std::size_t i = 0; i < quantity_count; ++i) {
        // Those of a depth profile are propagated with it (depth_profile/profile_means.hpp).
        if (quantity_table[i].id.find("_profile_") != std::string_view::npos) continue;
        const bool is_stated = quantity_table[i].uncertainty == UncertaintyIs::stated;
        EXPECT_EQ(std::isfinite(values[{i}]), is_stated) << quantity_table[i].id;
        EXPECT_EQ(std::isfinite(cycle.uncertainty.random[{i}]), is_stated) << quantity_table[i].id;
    }
}

TEST(QuantitiesOf, GiveTheEffectOfEveryInput) {
    const AnalysisRecipe recipe = full_recipe("sneddon");
    const auto test = noisy_test();
    const TestResult result = analyse(test, recipe);
    const CycleResult& cycle = result.cycles.at(0);
    const Measured measured = measure(test.curve, cycle.parts, recipe);
    const StartWeights weights = start_weights(test.curve, cycle.parts, measured.F_max_uN);
    const UncertainInputs inputs = uncertain_inputs(
        test.curve, cycle.parts, result.correction, recipe, weights, measured,
        measure_drifted(test.curve, cycle.parts, result.correction, recipe, weights, measured));
    ASSERT_EQ(inputs.list.size(), cycle.uncertainty.inputs.size());
    for (std::size_t k = 0; k < inputs.list.size(); ++k) {
        const UncertainInput& input = inputs.list[k];
        const QuantityValues high = quantities_of(changed(measured, input, input.u), recipe);
        const QuantityValues low = quantities_of(changed(measured, input, -input.u), recipe);
        for (const QuantityIndex quantity : stated())
            EXPECT_TRUE(is_same(cycle.uncertainty.inputs[k].effect[quantity],
                                (high[quantity] - low[quantity]) / 2))
                << input.name << " on " << quantity.info().id;
    }
}

TEST(QuantitiesOf, AreEmptyWhereNothingFollows) {
    Measured measured;
    measured.F_max_uN = 300;
    measured.h_peak_nm = 54;
    measured.h_1_nm = 50;
    const QuantityValues unfitted = quantities_of(measured, full_recipe("sneddon"));
    EXPECT_EQ(unfitted["creep_nm"_q], 4);
    EXPECT_EQ(unfitted["C_IT_percent"_q], 8);
    for (const auto empty : {"S_uN_per_nm"_q, "h_c_nm"_q, "H_IT_GPa"_q, "eta_IT"_q})
        EXPECT_TRUE(std::isnan(unfitted[empty])) << empty.info().id;
}

Measured fitted_by_hand() {
    Measured measured;
    measured.F_max_uN = 300;
    measured.h_peak_nm = 54;
    measured.h_1_nm = 50;
    measured.is_fitted = true;
    measured.h_p_nm = 30;
    measured.k_nm = 24;
    measured.m = 1.5;
    return measured;
}

// 300 uN, m = 1.5, k = 24 nm: S = 18.75 uN/nm, h_c = 54 - 0.75 * 16 = 42 nm, A = 24.5 * 42^2.
TEST(QuantitiesOf, FollowByHand) {
    Measured measured = fitted_by_hand();
    measured.W_total_pJ = 6;
    measured.W_elast_pJ = 3;
    measured.poisson_ratio = 0.3;
    const QuantityValues values = quantities_of(measured, full_recipe("sneddon"));
    EXPECT_DOUBLE_EQ(values["S_uN_per_nm"_q], 18.75);
    EXPECT_DOUBLE_EQ(values["h_r_nm"_q], 38);
    EXPECT_DOUBLE_EQ(values["h_c_nm"_q], 42);
    EXPECT_DOUBLE_EQ(values["A_p_nm2"_q], 43218);
    EXPECT_DOUBLE_EQ(values["H_IT_GPa"_q], 300e3 / 43218);
    EXPECT_DOUBLE_EQ(values["P_per_S2_per_GPa"_q], 0.3 / (18.75 * 18.75));
    EXPECT_DOUBLE_EQ(values["eta_IT"_q], 0.5);
    const double E_r = 1e3 * std::sqrt(std::acos(-1.0)) * 18.75 / (2 * std::sqrt(43218.0));
    EXPECT_DOUBLE_EQ(values["E_r_GPa"_q], E_r);
    const double indenter = (1 - 0.07 * 0.07) / 1141;
    EXPECT_DOUBLE_EQ(values["E_IT_GPa"_q], (1 - 0.3 * 0.3) / (1 / E_r - indenter));
}

// 1/S_e = 0.03 + 0.6/30 = 0.05 nm/uN: S = 20 in place of 18.75, h_c = 54 - 0.75 * 15.
TEST(QuantitiesOf, TakeTheStiffnessWithoutCreepWhereTheRecipeSaysSo) {
    Measured measured = fitted_by_hand();
    measured.start = {0.6, 30, 0.03};
    AnalysisRecipe recipe = full_recipe("sneddon");
    EXPECT_DOUBLE_EQ(quantities_of(measured, recipe)["S_e_uN_per_nm"_q], 20);
    EXPECT_DOUBLE_EQ(quantities_of(measured, recipe)["S_uN_per_nm"_q], 18.75);
    recipe.stiffness = StiffnessRule::creep_corrected;
    const QuantityValues corrected = quantities_of(measured, recipe);
    EXPECT_DOUBLE_EQ(corrected["S_uN_per_nm"_q], 20);
    EXPECT_DOUBLE_EQ(corrected["h_c_nm"_q], 54 - 0.75 * 15);
    measured.start = {};
    const QuantityValues none = quantities_of(measured, recipe);
    for (const auto empty : {"S_uN_per_nm"_q, "h_c_nm"_q, "H_IT_GPa"_q, "E_r_GPa"_q})
        EXPECT_TRUE(std::isnan(none[empty])) << empty.info().id;
    EXPECT_EQ(none["m"_q], 1.5);
}

TEST(QuantitiesOf, AreEmptyWithAReasonWithoutAHoldWhereThatIsAskedFor) {
    testing::ClosedForm form;
    form.hold_s = 0;
    AnalysisRecipe recipe = full_recipe("sneddon");
    recipe.stiffness = StiffnessRule::creep_corrected;
    const CycleResult cycle = analyse(testing::closed_form_test(form), recipe).cycles.at(0);
    EXPECT_TRUE(std::isnan(cycle.values["H_IT_GPa"_q]));
    EXPECT_TRUE(std::isfinite(cycle.values["W_total_pJ"_q]));
    EXPECT_EQ(std::ranges::count(cycle.flags, "SND-A055", &Flag::code), 1);
}

// Half of a drift error without a fit is no error of the fit but none at all.
TEST(QuantitiesOf, HaveNoContactWhereADriftedCurveHasNoFit) {
    Measured measured, up, down;
    measured.is_fitted = up.is_fitted = true;
    add_difference(measured, up, down, 0.5);
    EXPECT_FALSE(measured.is_fitted);
}

}  // namespace
}  // namespace sneddon
