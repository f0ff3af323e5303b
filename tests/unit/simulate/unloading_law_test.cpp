#include "simulate/unloading_law.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

UnloadingParameters elastic() {
    UnloadingParameters is;
    is.peak_uN = 300;
    is.ramp_s = 10;
    is.hold_s = 10;
    is.h_max_nm = 54;
    is.creep_nm = 4;
    is.S_uN_per_nm = 18.75;
    is.m = 1.5;
    is.a_nm_per_s = 0.02;
    is.b_nm = 0.9;
    is.c = 0.4;
    return is;
}

double trapezoid_work_pJ(const UnloadingLaw& law, int steps) {
    const auto h = law.depths_nm(steps);
    double work = 0;
    for (int i = 0; i < steps; ++i)
        work += 300 * (1 - (i + 0.5) / steps) *
                (h[static_cast<std::size_t>(i)] - h[static_cast<std::size_t>(i) + 1]);
    return work * 1e-3;
}

// PHYSICS 4.4: h_p = 30 nm, W_elast = 2.88 pJ.
TEST(UnloadingLaw, IsThePowerLawWithoutBackFlowAndNose) {
    const UnloadingLaw law(elastic());
    EXPECT_NEAR(law.depth_nm(0), 30, 1e-12);
    EXPECT_NEAR(law.elastic_work_pJ(), 2.88, 1e-12);
    EXPECT_EQ(law.apparent_stiffness_uN_per_nm(), 18.75);
}

// Steps of 1e-4 of the load: the trapezoid's error is 1e-7 where the curve is steepest.
TEST(UnloadingLaw, HasTheWorkOfItsDepths) {
    UnloadingParameters is = elastic();
    is.back_flow = 0.5;
    is.nose = 1;
    for (const double hold_s : {0.0, 10.0}) {
        is.hold_s = hold_s;
        const UnloadingLaw law(is);
        EXPECT_NEAR(law.elastic_work_pJ() / trapezoid_work_pJ(law, 10000), 1, 1e-6) << hold_s;
    }
}

// Back-flow alone adds f creep/F to the compliance of the whole unloading: near F the slope is
// 1/(1/S + f creep/F), and a power law through 95 to 20 % sees that within 1 %.
TEST(UnloadingLaw, LooksSofterWithBackFlow) {
    UnloadingParameters is = elastic();
    is.back_flow = 0.5;
    const double expected = 1 / (1 / 18.75 + 0.5 * 4 / 300);
    EXPECT_NEAR(UnloadingLaw(is).apparent_stiffness_uN_per_nm() / expected, 1, 0.01);
}

TEST(UnloadingLaw, LooksStifferWithANose) {
    UnloadingParameters is = elastic();
    is.nose = 1;
    is.hold_s = 0;
    EXPECT_GT(UnloadingLaw(is).apparent_stiffness_uN_per_nm(), 18.75 * 1.005);
}

TEST(UnloadingLaw, HasANoseThatDoesNotDependOnTheSteps) {
    UnloadingParameters is = elastic();
    is.nose = 1;
    const UnloadingLaw law(is);
    EXPECT_NEAR(law.depths_nm(3000).back(), law.depths_nm(100).back(), 1e-6);
}

}  // namespace
}  // namespace sneddon
