// Simulated tests without noise, offsets, drift and roughness, with a purely elastic unloading:
// what the engine finds again of their truth. Room simulate shares no formula with room analyse.
//
// Without what is there to resist noise (h_max a line through the last second of the hold, robust
// ends of the works, a zero point from the contact), S and H_IT are exact to rounding, and the
// works are trapezoids between samples: 1e-6 at 10,000 points/s. At an instrument's 200 or 300
// points/s the trapezoids of loading reach 3e-5, for depth begins vertically at the contact.
//
// By default h_max lies beside the creep law's end, by what a line over 1 s makes of its curvature:
// b c (1 - c) t^(c-2)/12, up to 1.5e-3 nm. Creep has that error, H_IT has it times
// d ln A/d h_c <= 0.04/nm, the works times F_max.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "simulate/export_text.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

/// Largest errors over the tests: relative, depths in nm.
struct Errors {
    double S = 0, H = 0, W_total = 0, W_elast = 0, W_plast = 0, creep_nm = 0;
    double creep_beside_line_nm = 0;  ///< less what the line over the last second makes
};

/// No correction, h_max where the unloading fit has F_max, works between the samples as they are.
AnalysisRecipe for_silent_curves() {
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    recipe.peak_depth = PeakDepthRule::fitted;
    recipe.work_ends = WorkEndsRule::raw;
    return recipe;
}

/// What the least-squares line through the last second of b t^c has too much at its end: the end
/// of such a line is the mean of the curve with the weights 6 x - 2, 0 <= x <= 1 s.
double line_error_nm(const TestTruth& truth) {
    const double begin_s = truth.hold_s - 1;
    const auto antiderivative = [&](double t) {
        return 6 * std::pow(t, truth.c + 2) / (truth.c + 2) -
               (6 * begin_s + 2) * std::pow(t, truth.c + 1) / (truth.c + 1);
    };
    const double end_of_line = antiderivative(truth.hold_s) - antiderivative(begin_s);
    return truth.b_nm * (end_of_line - std::pow(truth.hold_s, truth.c));
}

/// Over `tests` of each load function; at the preset's own rate of samples if none is given.
Errors errors_of(const std::string& preset, AnalysisRecipe recipe, int tests = 6,
                 const std::string& points_per_s = "") {
    Settings settings = elastic_unloading(quiet_instrument);
    if (!points_per_s.empty()) settings.emplace_back("programme.points_per_s", points_per_s);
    const auto study = simulated_study(preset, tests, settings);
    recipe.area_function = calibrate_tip(study.plan.tip).area;
    Errors worst;
    const auto keep_larger = [](double& most, double error) {
        most = std::isfinite(error) ? std::max(most, std::abs(error)) : INFINITY;
    };
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const auto [test, truth] = simulated_curve(study, i);
        const QuantityValues found = analyse(test, recipe).cycles.at(0).values;
        keep_larger(worst.S, found["S_uN_per_nm"_q] / truth.S_elastic_uN_per_nm - 1);
        keep_larger(worst.H, found["H_IT_GPa"_q] / truth.H_end_GPa - 1);
        keep_larger(worst.W_total, found["W_total_pJ"_q] / truth.W_total_pJ - 1);
        keep_larger(worst.W_elast, found["W_elast_pJ"_q] / truth.W_elast_pJ - 1);
        keep_larger(worst.W_plast, found["W_plast_pJ"_q] / truth.W_plast_pJ - 1);
        if (!(truth.hold_s > 0)) continue;
        const double error_nm = found["creep_nm"_q] - truth.creep_nm;
        keep_larger(worst.creep_nm, error_nm);
        keep_larger(worst.creep_beside_line_nm, error_nm - line_error_nm(truth));
    }
    return worst;
}

class SimulatedTruth : public ::testing::TestWithParam<const char*> {};

TEST_P(SimulatedTruth, IsFoundToOnePartInAMillionWhereNothingSmooths) {
    const Errors worst = errors_of(GetParam(), for_silent_curves(), 1, "10000");
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 1e-11);
    EXPECT_LT(worst.W_total, 1e-6);
    EXPECT_LT(worst.W_elast, 1e-6);
    EXPECT_LT(worst.W_plast, 1e-6);
}

TEST_P(SimulatedTruth, AtTheRateOfAnInstrumentOnlyTheWorksAreCoarser) {
    const Errors worst = errors_of(GetParam(), for_silent_curves());
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 1e-11);
    EXPECT_LT(worst.W_total, 2e-5);
    EXPECT_LT(worst.W_elast, 2e-6);
    EXPECT_LT(worst.W_plast, 4e-5);
}

TEST_P(SimulatedTruth, ByDefaultHasTheErrorOfALineThroughTheEndOfTheHold) {
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    const Errors worst = errors_of(GetParam(), recipe);
    EXPECT_LT(worst.S, 1e-11);
    EXPECT_LT(worst.H, 3e-5);
    EXPECT_LT(worst.W_total, 4e-5);
    EXPECT_LT(worst.W_elast, 2e-4) << "little is elastic under the cone";
    EXPECT_LT(worst.W_plast, 4e-5);
    EXPECT_LT(worst.creep_nm, 2e-3);
    EXPECT_LT(worst.creep_beside_line_nm, 5e-5) << "the parabola at h_1, and 1 s of samples";
}

INSTANTIATE_TEST_SUITE_P(Presets, SimulatedTruth,
                         ::testing::Values("ideal-cone", "fused-silica", "zr50cu40al10"),
                         [](const auto& preset) {
                             std::string name = preset.param;
                             std::erase(name, '-');
                             return name;
                         });

// The zero point is then found from the first contact: 0.02 nm.
TEST(SimulatedTruthByDefault, HasTheErrorOfTheZeroPointInTheHardness) {
    for (const char* preset : {"fused-silica", "zr50cu40al10"}) {
        const Errors worst = errors_of(preset, {});
        EXPECT_LT(worst.S, 1e-11) << preset;
        EXPECT_LT(worst.H, 1e-3) << preset;
    }
}

}  // namespace
}  // namespace sneddon::testing
