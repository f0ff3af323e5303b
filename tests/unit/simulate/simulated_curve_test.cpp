#include <gtest/gtest.h>

#include <cmath>

#include "simulate/simulated_study.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

using testing::three_classes;
using testing::without_instrument;

class SimulateTest : public ::testing::Test {
  protected:
    static SimulatedStudy study_of(const SimulationPlan& plan) {
        auto study = draw_study(plan, 7);
        EXPECT_TRUE(study.ok());
        return std::move(study).value();
    }
};

TEST_F(SimulateTest, EndsTheHoldWhereTheTruthSays) {
    const SimulatedStudy study = study_of(without_instrument(three_classes()));
    for (const std::size_t index : {0u, 30u, 47u}) {
        const auto [test, truth] = simulated_curve(study, index);
        const auto& marks = test.marks;
        const std::size_t unloading = marks.back().first;
        EXPECT_NEAR(test.curve.depth_nm[unloading - 1], truth.h_max_nm, 1e-9);
        EXPECT_NEAR(truth.h_max_nm - truth.h_1_nm, truth.creep_nm, 1e-9);
        EXPECT_NEAR(test.curve.load_uN[unloading - 1], 300, 1e-12);
        EXPECT_NEAR(test.curve.load_uN.back(), 0, 1e-12);
    }
}

TEST_F(SimulateTest, MeetsTheDrawnHardnessUnlessTheContactStaysElastic) {
    const SimulatedStudy study = study_of(three_classes());
    int met = 0;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const TestTruth truth = simulated_curve(study, i).truth;
        if (truth.H_load_GPa == 60) continue;
        EXPECT_NEAR(truth.H_end_GPa / study.tests[i].H_end_GPa, 1, 1e-9);
        ++met;
    }
    EXPECT_GE(met, 40);
}

// Samples per segment: the first point alone, air, loading, hold, unloading, as TriboScan has it.
TEST_F(SimulateTest, HasTheSegmentsOfItsProgramme) {
    SimulationPlan plan = three_classes();
    plan.programme.preload_s = 2;
    plan.programme.preload_uN = 2;
    plan.programme.lift_s = 1;
    const SimulatedStudy study = study_of(plan);
    const auto made = simulated_curve(study, 30);
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < made.test.marks.size(); ++i)
        sizes.push_back((i + 1 < made.test.marks.size() ? made.test.marks[i + 1].first
                                                        : made.test.curve.size()) -
                        made.test.marks[i].first);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 60, 30, 30, 300, 1800, 300}));
}

TEST_F(SimulateTest, PeakLoadsCanBeThoseOfTheirLoadFunctions) {
    SimulationPlan plan = without_instrument(three_classes());
    plan.load_functions[1].peak_uN = 120;
    const SimulatedStudy study = study_of(plan);
    for (const std::size_t index : {0u, 30u}) {
        const auto [test, truth] = simulated_curve(study, index);
        const double peak = truth.load_function == 1 ? 120 : 300;
        EXPECT_EQ(truth.F_peak_uN, peak);
        EXPECT_NEAR(test.curve.load_uN[test.marks.back().first - 1], peak, 1e-12);
    }
}

// The frame that the instrument did not correct for is C F of the true load on every depth.
TEST_F(SimulateTest, DepthsHoldTheFrameThatIsLeft) {
    SimulationPlan plan = without_instrument(three_classes());
    const SimulatedStudy corrected = study_of(plan);
    plan.instrument.frame_left_nm_per_uN = 5e-4;
    const SimulatedStudy left = study_of(plan);
    const Curve without = simulated_curve(corrected, 30).test.curve;
    const auto [test, truth] = simulated_curve(left, 30);
    EXPECT_EQ(truth.frame_left_nm_per_uN, 5e-4);
    for (std::size_t i = 0; i < without.size(); i += 100)
        EXPECT_NEAR(test.curve.depth_nm[i] - without.depth_nm[i], 5e-4 * without.load_uN[i], 1e-9);
}

TEST_F(SimulateTest, VoltsHoldFrameComplianceAndDrift) {
    const SimulatedStudy study = study_of(three_classes());
    const auto [test, truth] = simulated_curve(study, 30);
    const Curve& curve = test.curve;
    for (const std::size_t i : {std::size_t{5}, curve.size() / 2, curve.size() - 1})
        EXPECT_NEAR(-curve.channels[0].values[i] * 5329.35,
                    curve.depth_nm[i] + 1.2e-3 * curve.load_uN[i] +
                        truth.drift_header_nm_per_s * curve.time_s[i],
                    1e-9);
}

TEST_F(SimulateTest, NeedsNoOtherTest) {
    const SimulatedStudy study = study_of(three_classes());
    const auto first = simulated_curve(study, 17);
    simulated_curve(study, 3);
    const auto again = simulated_curve(study, 17);
    EXPECT_EQ(first.test.curve.depth_nm, again.test.curve.depth_nm);
    EXPECT_EQ(first.test.curve.load_uN, again.test.curve.load_uN);
    EXPECT_NE(first.test.curve.depth_nm, simulated_curve(study, 18).test.curve.depth_nm);
}

TEST_F(SimulateTest, AddsTheInstrumentThatWasAskedFor) {
    SimulationPlan plan = without_instrument(three_classes());
    const auto clean = simulated_curve(study_of(plan), 30).test.curve;
    plan.instrument.tare_uN = 0.5;
    plan.instrument.zero_nm = 4;
    const auto made = simulated_curve(study_of(plan), 30);
    for (const std::size_t i : {std::size_t{0}, clean.size() - 1}) {
        EXPECT_NEAR(made.test.curve.load_uN[i] - clean.load_uN[i], made.truth.tare_uN, 1e-12);
        EXPECT_NEAR(made.test.curve.depth_nm[i] - clean.depth_nm[i], made.truth.zero_nm, 1e-12);
    }
    EXPECT_NE(made.truth.tare_uN, 0);
}

}  // namespace
}  // namespace sneddon
