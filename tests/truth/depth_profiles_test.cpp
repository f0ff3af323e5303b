// Simulated depth profiles against their truth: biases and intervals of hardness and modulus, and
// the size effect. bench/depth_profiles.cpp has the long tables.
#include <gtest/gtest.h>

#include <cmath>

#include "numeric/sum/moments.hpp"
#include "study/profiles/size_effect.hpp"
#include "support/profile_truth.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

std::vector<ProfiledTest> profiled(const SimulatedStudy& study) {
    const AnalysisRecipe recipe = recipe_of_plan(study.plan);
    std::vector<ProfiledTest> tests;
    for (std::size_t i = 0; i < study.tests.size(); ++i)
        tests.push_back(profiled_test(study, i, recipe));
    return tests;
}

struct Bias {
    double hardness, hardness_error, modulus, modulus_error;
};

Bias bias_at(const SimulatedStudy& study, const std::vector<ProfiledTest>& tests, double depth_nm) {
    std::vector<double> H, E_r;
    for (const ProfiledTest& test : tests) {
        const auto ratios = ratios_at(study.plan, test, depth_nm);
        if (!ratios) continue;
        H.push_back(ratios->hardness - 1);
        E_r.push_back(ratios->reduced_modulus - 1);
    }
    const double root_n = std::sqrt(static_cast<double>(H.size()));
    return {mean(H), standard_deviation(H) / root_n, mean(E_r), standard_deviation(E_r) / root_n};
}

TEST(DepthProfileTruth, HardnessAndModulusHaveNoBias) {
    for (const char* preset : {"csm", "csm-size-effect"}) {
        const SimulatedStudy study = simulated_study(preset, 60, {});
        const auto tests = profiled(study);
        // The segment of the loading begins where it leaves the noise, the profile at the surface.
        EXPECT_LT(tests.front().profile.cells.front().depth_nm, 10) << preset;
        // 1 % at 100 nm and 0.3 % from 300 nm, and three standard errors of these 60 tests.
        for (const auto& [depth_nm, most] :
             {std::pair(100.0, 0.01), std::pair(300.0, 0.003), std::pair(600.0, 0.003)}) {
            const Bias bias = bias_at(study, tests, depth_nm);
            EXPECT_NEAR(bias.hardness, 0, most + 3 * bias.hardness_error) << preset << depth_nm;
            EXPECT_NEAR(bias.modulus, 0, most + 3 * bias.modulus_error) << preset << depth_nm;
            EXPECT_LT(bias.hardness_error, 0.012) << "the test would say nothing";
        }
    }
}

TEST(DepthProfileTruth, IntervalsOfTheMeansHoldTheTruth) {
    const SimulatedStudy study = simulated_study("csm", 60, {});
    int H_held = 0, E_r_held = 0;
    for (const ProfiledTest& test : profiled(study)) {
        const auto is_held = [&](QuantityIndex at, double truth) {
            const double u =
                std::hypot(test.cycle.uncertainty.random[at], test.cycle.uncertainty.common[at]);
            return std::fabs(test.cycle.values[at] - truth) <= 1.96 * u;
        };
        H_held += is_held("H_profile_GPa"_q, test.true_mean_H_GPa);
        E_r_held += is_held("E_r_profile_GPa"_q, test.truth.E_r_GPa);
    }
    EXPECT_GE(H_held, 54);  // 90 % of 60
    EXPECT_GE(E_r_held, 54);
}

SizeEffect effect_of(const char* preset, std::uint64_t seed) {
    const auto tests =
        profiled(simulated_study(preset, 10, {{"material.sampling", "random"}}, seed));
    std::vector<const TestProfile*> profiles;
    for (const ProfiledTest& test : tests) profiles.push_back(&test.profile);
    return find_size_effect(profiles);
}

TEST(DepthProfileTruth, ASizeEffectIsFoundAndAConstantHardnessHasNone) {
    int H0_held = 0, h_star_held = 0, refused = 0;
    constexpr int studies = 12;
    for (std::uint64_t seed = 1; seed <= studies; ++seed) {
        const SizeEffect effect = effect_of("csm-size-effect", seed);
        EXPECT_EQ(effect.why_not, "") << seed;
        H0_held += effect.H0_ci95.low <= 1.5 && 1.5 <= effect.H0_ci95.high;
        h_star_held += effect.h_star_ci95.low <= 200 && 200 <= effect.h_star_ci95.high;
        refused += !effect_of("csm", seed).why_not.empty();
    }
    // 95 % intervals: fewer than 9 of 12 happen once in 6,000.
    EXPECT_GE(H0_held, 9);
    EXPECT_GE(h_star_held, 9);
    EXPECT_GE(refused, 11);
}

TEST(DepthProfileTruth, WhatAFiniteOscillationTakesIsWhatTheFlagSays) {
    // Pharr, Strader and Oliver 2009: against the noiseless truth at the first averaged depth.
    Settings settings = quiet_instrument;
    settings.insert(settings.end(), {{"instrument.oscillation_noise_nm", "0"},
                                     {"programme.oscillation", "secant"}});
    for (const char* preset : {"csm", "csm-size-effect"}) {
        const SimulatedStudy study = simulated_study(preset, 1, settings);
        AnalysisRecipe recipe = recipe_of_plan(study.plan);
        recipe.depth_profile.from_nm = 100;
        recipe.depth_profile.to_nm = 500;
        const ProfiledTest test = profiled_test(study, 0, recipe);
        const auto& flags = test.cycle.flags;
        const auto flag = std::ranges::find(flags, "SND-A063", &Flag::code);
        ASSERT_NE(flag, flags.end()) << preset;
        const auto ratios = ratios_at(study.plan, test, 102);
        ASSERT_TRUE(ratios.has_value());
        // A tip is no h_c² there, and the cell is 7 nm wide: a tenth of the effect.
        EXPECT_NEAR(flag->number / (ratios->hardness - 1), 1, 0.1) << preset;
    }
}

CycleResult analysed_profile(const sneddon::Test& test, const AnalysisRecipe& recipe) {
    TestResult result = analyse(test, recipe);
    EXPECT_TRUE(add_depth_profile(test, recipe, result).has_value());
    return result.cycles.front();
}

bool has_flag(const CycleResult& cycle, const char* code) {
    return std::ranges::find(cycle.flags, code, &Flag::code) != cycle.flags.end();
}

// A spring of 1 uN/nm is 960 of 100,000 uN at the peak, 2 to 1 % of the load over the averaged
// depths. What is taken off is known to its slope in the air.
TEST(DepthProfileTruth, ATiltedBaselineIsTakenOff) {
    const SimulatedStudy study =
        simulated_study("csm", 1, {{"programme.lift_nm", "200"}, {"programme.air_s", "20"}});
    const AnalysisRecipe recipe = recipe_of_plan(study.plan);
    const SimulatedTest made = simulated_curve(study, 0);
    sneddon::Test tilted = made.test;
    for (std::size_t i = 0; i < tilted.curve.size(); ++i)
        tilted.curve.load_uN[i] += 1.0 * tilted.curve.depth_nm[i];
    const CycleResult level = analysed_profile(made.test, recipe);
    const CycleResult mended = analysed_profile(tilted, recipe);
    EXPECT_TRUE(has_flag(mended, "SND-C003"));
    AnalysisRecipe left = recipe;
    left.correction.tare = TareRule::none;
    const CycleResult tilt_left = analysed_profile(tilted, left);
    const double H = level.values["H_profile_GPa"_q];
    EXPECT_NEAR(mended.values["H_profile_GPa"_q] / H, 1, 0.002);
    EXPECT_GT(tilt_left.values["H_profile_GPa"_q] / H, 1.008) << "the test would say nothing";
}

// A single reading of the depth is mended, one of the stiffness flagged.
TEST(DepthProfileTruth, SingleReadingsAreMendedOrFlagged) {
    const SimulatedStudy study = simulated_study("csm", 1, {});
    const AnalysisRecipe recipe = recipe_of_plan(study.plan);
    const SimulatedTest made = simulated_curve(study, 0);
    const CycleResult clean = analysed_profile(made.test, recipe);
    EXPECT_FALSE(has_flag(clean, "SND-A022"));
    const auto at_700 = static_cast<std::size_t>(
        std::ranges::find_if(made.test.curve.depth_nm, [](double h) { return h > 700; }) -
        made.test.curve.depth_nm.begin());
    sneddon::Test shocked = made.test;
    shocked.curve.depth_nm[at_700] -= 200;  // H of this point would be nearly twice as large
    const CycleResult mended = analysed_profile(shocked, recipe);
    EXPECT_TRUE(has_flag(mended, "SND-A022"));
    EXPECT_NEAR(mended.values["H_profile_GPa"_q] / clean.values["H_profile_GPa"_q], 1, 1e-4);
    sneddon::Test jumped = made.test;
    for (Channel& channel : jumped.curve.channels)
        if (channel.name == "Harmonic Contact Stiffness") channel.values[at_700] *= 1.5;
    EXPECT_TRUE(has_flag(analysed_profile(jumped, recipe), "SND-A022"));
}

}  // namespace
}  // namespace sneddon::testing
