// The stiffness without the creep of the unloading against the simulator: the nose goes to 0.3 %,
// anelastic back-flow stays, and is as large as its own formula says.
#include <gtest/gtest.h>

#include <cmath>

#include "sneddon/analyse/analysis.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

Settings quiet_with(const std::string& back_flow) {
    Settings settings = quiet_instrument;
    settings.insert(settings.end(), {{"material.back_flow", back_flow}, {"material.nose", "1"}});
    return settings;
}

struct Found {
    double S_e = 0, S_fit = 0, expected = 0;  ///< relative to 2 E_r a
    bool has_hold = false;
};

std::vector<Found> found(const std::string& back_flow) {
    const SimulatedStudy study = simulated_study("zr50cu40al10", 8, quiet_with(back_flow));
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    std::vector<Found> all;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const auto [test, truth] = simulated_curve(study, i);
        const QuantityValues values = analyse(test, recipe).cycles.at(0).values;
        const double S = truth.S_elastic_uN_per_nm;
        // A part f of the creep flows back in proportion to the load that is taken off.
        const double flows_back =
            study.plan.material.back_flow * truth.creep_nm / study.plan.programme.peak_uN;
        all.push_back({values["S_e_uN_per_nm"_q] / S, values["S_uN_per_nm"_q] / S,
                       1 / (1 + S * flows_back), truth.hold_s > 0});
    }
    return all;
}

TEST(CreepInUnloading, IsTakenOutToThreeInAThousandUnderANoseAlone) {
    int seen = 0;
    for (const Found& each : found("0")) {
        if (!each.has_hold) {
            EXPECT_TRUE(std::isnan(each.S_e)) << "no hold, no rate";
            continue;
        }
        EXPECT_NEAR(each.S_e, 1, 3e-3);
        EXPECT_NE(each.S_fit, each.S_e);
        ++seen;
    }
    EXPECT_EQ(seen, 24);
}

TEST(CreepInUnloading, LeavesTheBackFlowAsLargeAsItIs) {
    for (const Found& each : found("0.5")) {
        if (!each.has_hold) continue;
        EXPECT_NEAR(each.S_e / each.expected, 1, 4e-3);
        EXPECT_LT(each.S_e, 1) << "what flows back passes for elastic";
    }
}

}  // namespace
}  // namespace sneddon::testing
