// creep_nm and the creep law begin the hold by two rules: the standard's, where the ramp reaches
// F_max, and where a steady ramp would have ended (docs/methods/unloading.md). On a ramp that is
// steady to its end they must be the same point.
#include <gtest/gtest.h>

#include <vector>

#include "analyse/measured.hpp"
#include "numeric/sum/moments.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/correct/correction.hpp"
#include "study/creep/hold_curve.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon::testing {
namespace {

struct Starts {
    double standard_nm = 0, law_nm = 0;  ///< depth at the start of the hold
    bool is_start_fitted = false;
};

Starts starts_of(const Test& test) {
    const AnalysisRecipe recipe;
    const TestResult result = analyse(test, recipe);
    const Cycle& cycle = result.cycles.at(0).parts;
    const Curve curve = corrected_curve(test.curve, result.correction.change);
    const auto law = hold_curve({curve.time_s, curve.depth_nm, curve.load_uN, cycle});
    return {measure(curve, cycle, recipe).h_1_nm, law.value().h_1_nm, law->is_start_fitted};
}

std::vector<double> differences_nm(SimulationPlan plan) {
    plan.programme.points_per_s = 300;
    plan.grid.nx = 3;
    const SimulatedStudy study = draw_study(plan, 7).value();
    std::vector<double> found;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        if (!(study.tests[i].hold_s > 0)) continue;
        const Starts starts = starts_of(simulated_curve(study, i).test);
        EXPECT_TRUE(starts.is_start_fitted) << i;
        found.push_back(starts.standard_nm - starts.law_nm);
    }
    return found;
}

TEST(HoldStart, IsOneOnSilentHolds) {
    // The depths of the two parabolas are those of nearly the same points; 1e-7 nm was found.
    for (const double difference_nm : differences_nm(without_instrument(three_classes())))
        EXPECT_NEAR(difference_nm, 0, 1e-6);
}

// Noise of 0.2 nm and 0.1 uN moves one start against the other by some hundredths of an interval:
// less than half the noise of a point in any test, a tenth of it in the mean.
TEST(HoldStart, DiffersByLessThanTheNoise) {
    const std::vector<double> differences = differences_nm(three_classes());
    ASSERT_GE(differences.size(), 6u);
    for (const double difference_nm : differences) EXPECT_NEAR(difference_nm, 0, 0.1);
    EXPECT_NEAR(mean(differences), 0, 0.02);
}

}  // namespace
}  // namespace sneddon::testing
