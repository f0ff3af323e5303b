#include <gtest/gtest.h>

#include <cmath>

#include "simulate/simulated_study.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

using testing::three_classes;

TEST(DrawStudy, MeetsTheMomentsOfThePlanForEverySeed) {
    for (const std::uint64_t seed : {1u, 2u, 99u}) {
        const auto study = draw_study(three_classes(), seed);
        ASSERT_TRUE(study.ok());
        ASSERT_EQ(study->tests.size(), 48u);
        double H = 0;
        int in_class_0 = 0;
        for (const TestTruth& test : study->tests) {
            if (test.load_function != 1) continue;
            H += test.H_end_GPa / 24;
            in_class_0 += test.creep_class == 0;
        }
        EXPECT_NEAR(H, 4.2, 1e-9);
        EXPECT_EQ(in_class_0, 6);
    }
}

// Means of 24 tests with a spread of 0.3 + that of the classes: over 200 seeds their own spread is
// sd/sqrt(n), known to 5 %.
TEST(DrawStudy, ARandomSampleScattersAsItsSizeSays) {
    SimulationPlan plan = three_classes();
    plan.grid.nugget = 1;
    plan.material.sampling = Sampling::random;
    const int seeds = 200;
    double mean = 0, square = 0, in_class_0 = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto study = draw_study(plan, static_cast<std::uint64_t>(seed)).value();
        double H = 0;
        for (const TestTruth& test : study.tests) {
            if (test.load_function != 1) continue;
            H += test.H_end_GPa / 24;
            in_class_0 += test.creep_class == 0;
        }
        mean += H / seeds;
        square += H * H / seeds;
    }
    // H = 4.2 + offset - mean offset + 0.3 z, offsets -0.26, 0.04, 0.20 with shares 1/4, 1/4, 1/2.
    const double offset_mean = -0.065 + 0.01 + 0.1;
    const double offset_square = (0.26 * 0.26 + 0.04 * 0.04 + 2 * 0.2 * 0.2) / 4;
    const double sd = std::sqrt(0.3 * 0.3 + offset_square - offset_mean * offset_mean);
    const double expected = sd / std::sqrt(24.0);
    EXPECT_NEAR(mean, 4.2, 4 * expected / std::sqrt(seeds));
    EXPECT_NEAR(std::sqrt(square - mean * mean), expected, 0.2 * expected);
    EXPECT_NEAR(in_class_0 / (24.0 * seeds), 0.25, 0.025);
}

TEST(DrawStudy, CreepsAsItsLawSays) {
    const auto study = draw_study(three_classes(), 5);
    ASSERT_TRUE(study.ok());
    for (const TestTruth& test : study->tests) {
        if (test.hold_s == 0) {
            EXPECT_EQ(test.creep_nm, 0);
            continue;
        }
        const double law =
            test.a_nm_per_s * test.hold_s + test.b_nm * std::pow(test.hold_s, test.c);
        EXPECT_NEAR(law, test.creep_nm, 1e-12);
    }
}

TEST(DrawStudy, GridOfAnotherNumberOfTestsKeepsItsShape) {
    SimulationPlan plan = three_classes();
    plan.tests_per_load_function = 100;
    const auto study = draw_study(plan, 1);
    ASSERT_TRUE(study.ok());
    EXPECT_EQ(study->nx, 12);
    EXPECT_EQ(study->ny, 9);
    EXPECT_EQ(study->tests.size(), 200u);
}

TEST(DrawStudy, DriftRemembersTheTestBefore) {
    SimulationPlan plan = three_classes();
    plan.tests_per_load_function = 500;
    plan.instrument.drift_residual_nm_per_s = 0;
    const auto study = draw_study(plan, 1);
    ASSERT_TRUE(study.ok());
    double square = 0, lagged = 0;
    for (std::size_t i = 1; i < study->tests.size(); ++i) {
        square += std::pow(study->tests[i].drift_nm_per_s, 2);
        lagged += study->tests[i].drift_nm_per_s * study->tests[i - 1].drift_nm_per_s;
    }
    EXPECT_NEAR(lagged / square, 0.97, 0.02);
}

TEST(DrawStudy, RefusesWhatItCannotDraw) {
    SimulationPlan plan = three_classes();
    plan.tests_per_load_function = 5000;
    EXPECT_EQ(draw_study(plan, 1).error().code, "SND-U031");
    plan = three_classes();
    plan.load_functions[0].H_GPa = 0;
    EXPECT_EQ(draw_study(plan, 1).error().code, "SND-U031");
    EXPECT_EQ(draw_study(SimulationPlan{}, 1).error().code, "SND-U031");
}

}  // namespace
}  // namespace sneddon
