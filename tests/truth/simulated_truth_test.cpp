// Simulated tests without noise, offsets, drift and roughness, with a purely elastic unloading:
// what the engine finds again of their truth. Room simulate shares no formula with room analyse.
//
// Limits, with the analysis as it is by default and 200 or 300 samples a second:
//   S       the fit of an exact power law: rounding.
//   works   trapezoids between the samples (1e-6), and their robust ends: h_max is a line through
//           the last second of the hold, which lies up to 6e-4 nm beside the creep law's end; F_max
//           times that is 3e-5 of the work.
//   H_IT    the same error of h_max, times d ln A/d h_c = 0.04/nm.
//   creep   the same error of h_max; h_1, a parabola through the last 0.2 s of loading, is exact to
//           1e-5 nm.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sneddon/analyse/analyse_test.hpp"
#include "sneddon/simulate/export_text.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

/// Largest errors over the tests: relative, depths in nm.
struct Errors {
    double S = 0, H = 0, W_total = 0, W_elast = 0, W_plast = 0, h_max_nm = 0, creep_nm = 0;
};

Errors errors_of(const std::string& preset) {
    constexpr int tests = 6;
    const auto study = simulated_study(preset, tests, elastic_unloading(quiet_instrument));
    AnalysisRecipe recipe;
    recipe.area_function = calibrate_tip(study.plan.tip).area;
    Errors worst;
    const auto keep_larger = [](double& most, double error) {
        most = std::isfinite(error) ? std::max(most, std::abs(error)) : INFINITY;
    };
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const auto [test, truth] = simulate_test(study, i);
        const QuantityValues found = analyse_test(test, recipe).cycles.at(0).values;
        keep_larger(worst.S, found["S_uN_per_nm"_q] / truth.S_elastic_uN_per_nm - 1);
        keep_larger(worst.H, found["H_IT_GPa"_q] / truth.H_end_GPa - 1);
        keep_larger(worst.W_total, found["W_total_pJ"_q] / truth.W_total_pJ - 1);
        keep_larger(worst.W_elast, found["W_elast_pJ"_q] / truth.W_elast_pJ - 1);
        keep_larger(worst.W_plast, found["W_plast_pJ"_q] / truth.W_plast_pJ - 1);
        keep_larger(worst.h_max_nm, found["h_max_nm"_q] - truth.h_max_nm);
        if (truth.hold_s > 0) keep_larger(worst.creep_nm, found["creep_nm"_q] - truth.creep_nm);
    }
    return worst;
}

TEST(SimulatedTruth, IsFoundUnderAnIdealCone) {
    const Errors worst = errors_of("ideal-cone");
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 5e-5);
    EXPECT_LT(worst.W_total, 5e-5);
    EXPECT_LT(worst.W_elast, 2.5e-4);
    EXPECT_LT(worst.W_plast, 1e-5);
    EXPECT_LT(worst.h_max_nm, 2e-3);
    EXPECT_LT(worst.creep_nm, 2e-3);
}

TEST(SimulatedTruth, IsFoundInFusedSilica) {
    const Errors worst = errors_of("fused-silica");
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 1e-3) << "with a zero point from the contact: 0.02 nm of h_c";
    EXPECT_LT(worst.W_total, 5e-5);
    EXPECT_LT(worst.W_elast, 5e-5);
    EXPECT_LT(worst.W_plast, 5e-5);
    EXPECT_LT(worst.creep_nm, 3e-3);
}

TEST(SimulatedTruth, IsFoundInMetallicGlass) {
    const Errors worst = errors_of("zr50cu40al10");
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 1e-3) << "with a zero point from the contact: 0.02 nm of h_c";
    EXPECT_LT(worst.W_total, 5e-5);
    EXPECT_LT(worst.W_elast, 5e-5);
    EXPECT_LT(worst.W_plast, 5e-5);
    EXPECT_LT(worst.creep_nm, 1e-3);
}

}  // namespace
}  // namespace sneddon::testing
