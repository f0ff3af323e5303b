#include "simulate/loading_law.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

double trapezoid_work_pJ(LoadingLaw law, int steps) {
    double work = 0, before = 0;
    for (int i = 1; i <= steps; ++i) {
        const double depth = law.depth_nm(300.0 * i / steps);
        work += 300.0 * (i - 0.5) / steps * (depth - before);
        before = depth;
    }
    return work * 1e-3;
}

// A jump between two samples is seen at the load between them: up to half a step of the load times
// the jump, 300/20000/2 uN times 1 nm = 8e-6 pJ.
TEST(LoadingLaw, HasTheWorkOfItsDepths) {
    const TipShape tip(SimulatedTip{});
    const ContactLaw contact(tip, 45, 4.5, 6);
    for (const double popin_uN : {nan, 80.0}) {
        LoadingLaw law(contact, 45, 300, popin_uN);
        EXPECT_NEAR(law.work_pJ(300), trapezoid_work_pJ(law, 20000), 2e-5) << popin_uN;
    }
}

// A cone alone: P is proportional to h^2, W = P h/3.
TEST(LoadingLaw, HasTheWorkOfACone) {
    SimulatedTip given;
    given.radius_nm = 0;
    const TipShape tip(given);
    const ContactLaw contact(tip, 45, 4.5, 6);
    LoadingLaw law(contact, 45, 0, nan);
    const double depth = law.depth_nm(300);
    EXPECT_NEAR(law.work_pJ(300) / (300 * depth / 3 * 1e-3), 1, 1e-10);
    EXPECT_NEAR(law.depth_nm(75) / depth, 0.5, 1e-12);
}

TEST(LoadingLaw, IsHertzBeforeThePopInAndJumpsThere) {
    const TipShape tip(SimulatedTip{});
    const ContactLaw contact(tip, 48, 4.5, 6);
    LoadingLaw law(contact, 48, 300, 75);
    EXPECT_NEAR(law.depth_nm(74), std::cbrt(std::pow(0.75 * 74 / (48e-3 * std::sqrt(300)), 2)),
                1e-12);
    EXPECT_GT(law.popin_jump_nm(), 0.1);
    EXPECT_NEAR(law.depth_nm(75) - law.depth_nm(75 - 1e-9), law.popin_jump_nm(), 1e-6);
}

TEST(LoadingLaw, IsTheSameTheOtherWayRound) {
    const TipShape tip(SimulatedTip{});
    const ContactLaw contact(tip, 48, 5, 6);
    LoadingLaw there(contact, 48, 300, 75), back(contact, 48, 300, 75);
    for (const double load : {10.0, 70.0, 150.0, 300.0})
        EXPECT_NEAR(back.load_uN(there.depth_nm(load)), load, 1e-7);
    // At the depth of the pop-in the load falls by what the plastic branch carries less.
    const double depth = std::pow(0.75 * 75 / (48e-3 * std::sqrt(300.0)), 2.0 / 3);
    LoadingLaw plastic(contact, 48, 300, nan);
    EXPECT_NEAR(back.popin_drop_uN(), 75 - plastic.load_uN(depth), 1e-7);
    EXPECT_GT(back.popin_drop_uN(), 1);
}

}  // namespace
}  // namespace sneddon
