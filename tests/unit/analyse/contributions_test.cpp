// What every uncertain input does to the works keeps their sums.
#include <gtest/gtest.h>

#include <cmath>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

/// Of a noisy test, with a hold or without.
std::vector<Contribution> contributions(double hold_s) {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    form.hold_s = hold_s;
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    recipe.poisson_ratio = 0.3;
    recipe.uncertainty.area_relative = 0.03;
    const TestResult result = analyse(testing::closed_form_test(form), recipe);
    return result.cycles.at(0).uncertainty.inputs;
}

const Contribution& named(const std::vector<Contribution>& inputs, std::string_view name) {
    for (const Contribution& one : inputs)
        if (one.input == name) return one;
    static const Contribution none;
    ADD_FAILURE() << "no input " << name;
    return none;
}

TEST(Contributions, TheTotalWorkIsThatOfLoadingAndHold) {
    for (const Contribution& one : contributions(10)) {
        const double sum = one.effect["W_load_pJ"_q] + one.effect["W_hold_pJ"_q];
        EXPECT_NEAR(one.effect["W_total_pJ"_q], sum, 1e-9) << one.input;
    }
}

TEST(Contributions, TheTotalWorkIsElasticOrPlastic) {
    for (const Contribution& one : contributions(10)) {
        const double sum = one.effect["W_elast_pJ"_q] + one.effect["W_plast_pJ"_q];
        EXPECT_NEAR(one.effect["W_total_pJ"_q], sum, 1e-9) << one.input;
    }
}

// A depth at the start of the hold is work of the loading that is none of the hold; one at the peak
// is work of the hold, or of the loading where there is no hold. 1e-3 pJ are 1 uN nm.
TEST(Contributions, ADepthAtABorderMovesTheWorksOnEitherSide) {
    const auto inputs = contributions(10);
    const Contribution& begin = named(inputs, "depth at the start of the hold");
    EXPECT_NEAR(begin.effect["W_load_pJ"_q], 1e-3 * 300 * begin.u, 2e-4 * begin.u * 300);
    EXPECT_NEAR(begin.effect["W_hold_pJ"_q], -begin.effect["W_load_pJ"_q], 1e-12);
    EXPECT_EQ(begin.effect["W_total_pJ"_q], 0);
    EXPECT_NEAR(begin.effect["creep_nm"_q], -begin.u, 1e-9);
    const Contribution& peak = named(inputs, "depth at the peak");
    EXPECT_NEAR(peak.effect["W_hold_pJ"_q], 1e-3 * 300 * peak.u, 2e-4 * peak.u * 300);
    EXPECT_EQ(peak.effect["W_load_pJ"_q], 0);
    EXPECT_NEAR(peak.effect["W_elast_pJ"_q], peak.effect["W_total_pJ"_q], 1e-12);
}

}  // namespace
}  // namespace sneddon
