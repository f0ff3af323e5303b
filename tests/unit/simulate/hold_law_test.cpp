#include "simulate/hold_law.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "simulate/simulated_study.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

/// Holds without an instrument; the last test is one of 60 s.
SimulatedStudy study_of(SimulatedHoldLaw law) {
    SimulationPlan plan = testing::without_instrument(testing::three_classes());
    plan.material.hold_law = law;
    plan.material.retardation_s = 7;
    auto study = draw_study(plan, 7);
    EXPECT_TRUE(study.ok());
    return std::move(study).value();
}

// 2 a dh/F summed along the curve from the contact law, apart from the law's own table: what the
// element and the dashpot of the truth give after the ramp.
TEST(HoldLaw, TheHoldGainsTheComplianceOfItsTruth) {
    for (const auto law : {SimulatedHoldLaw::kelvin, SimulatedHoldLaw::burgers}) {
        const SimulatedStudy study = study_of(law);
        const SimulatedTest made = simulated_curve(study, study.tests.size() - 1);
        const TestTruth& truth = made.truth;
        ASSERT_EQ(truth.hold_s, 60);
        EXPECT_EQ(truth.retardation_tau_s, 7);
        EXPECT_EQ(truth.flow_per_GPa_s > 0, law == SimulatedHoldLaw::burgers);
        EXPECT_TRUE(std::isnan(truth.c));
        const double peak = study.plan.programme.peak_uN, ramp = study.plan.programme.ramp_s;
        const TipShape tip(study.plan.tip);
        const ContactLaw contact(tip, truth.E_r_GPa, truth.H_load_GPa,
                                 study.plan.material.blending);
        TestTruth again = truth;
        again.a_nm_per_s = again.b_nm = again.c = 0;
        const HoldLaw hold(study.plan, contact, again);
        const auto response = [&](double t) {
            return truth.flow_per_GPa_s * t - truth.retardation_L_per_GPa * std::expm1(-t / 7);
        };
        double gained = 0, expected = 0, before = hold.depth_nm(0);
        EXPECT_NEAR(before, truth.h_1_nm, 1e-9);
        constexpr int steps = 6000;
        for (int i = 1; i <= steps; ++i) {
            const double depth = hold.depth_nm(60.0 * i / steps);
            const double radius = contact.radius_at_depth_nm(0.5 * (depth + before), peak);
            gained += 2e-3 * radius * (depth - before) / peak;
            before = depth;
        }
        EXPECT_NEAR(before, truth.h_max_nm, 1e-9);
        // The mean over the ramp by the midpoints of 2,000 parts.
        constexpr int parts = 2000;
        for (int i = 0; i < parts; ++i) {
            const double u = ramp * (i + 0.5) / parts;
            expected += (response(60 + u) - response(u)) / parts;
        }
        EXPECT_NEAR(gained / expected, 1, 1e-6);
    }
}

TEST(HoldLaw, ThePowerLawIsWhatItWas) {
    const SimulatedStudy study = study_of(SimulatedHoldLaw::power);
    const SimulatedTest made = simulated_curve(study, study.tests.size() - 1);
    EXPECT_TRUE(std::isnan(made.truth.retardation_L_per_GPa));
    EXPECT_NEAR(made.truth.a_nm_per_s * 60 + made.truth.b_nm * std::pow(60, made.truth.c),
                made.truth.creep_nm, 1e-9);
}

}  // namespace
}  // namespace sneddon
