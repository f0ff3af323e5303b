#include "analyse/peak.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sneddon {
namespace {

/// 10 points a second: 100 uN/s to 1,000 uN within 10 s, a hold of 10 s; the depth is the time in
/// nm.
struct Ramp {
    Curve curve;
    Cycle cycle;

    Ramp() {
        for (int i = 0; i <= 200; ++i) {
            curve.time_s.push_back(0.1 * i);
            curve.load_uN.push_back(std::min(10.0 * i, 1000.0));
            curve.depth_nm.push_back(0.1 * i);
        }
        cycle.load = {SegmentKind::load, 0, 101};
        cycle.hold = {SegmentKind::hold, 101, 201};
        cycle.end = 201;
    }
    double begin_nm(CreepStartRule rule) const {
        return depth_at_hold_begin_nm(curve, cycle, rule, 1000);
    }
};

TEST(HoldBegin, BeforeTheEndOfTheRampIsWhereItLacksWhatItAddsIn400Milliseconds) {
    EXPECT_DOUBLE_EQ(Ramp().begin_nm(CreepStartRule::before_end_of_ramp), 9.6);
}

TEST(HoldBegin, AtAShareOfThePeakLoadIsNearerToTheEndOfThisRamp) {
    EXPECT_DOUBLE_EQ(Ramp().begin_nm(CreepStartRule::first_at_0995), 10.0);
}

TEST(DepthAtPeak, CanBeThatOfTheFirstPointAfterTheHold) {
    Ramp ramp;
    ramp.curve.time_s.push_back(20.1);
    ramp.curve.load_uN.push_back(990);
    ramp.curve.depth_nm.push_back(19.5);
    ramp.cycle.unload = {SegmentKind::unload, 201, 202};
    ramp.cycle.end = 202;
    EXPECT_EQ(depth_at_peak_nm(ramp.curve, ramp.cycle, PeakDepthRule::first_after_hold), 19.5);
    EXPECT_NEAR(depth_at_peak_nm(ramp.curve, ramp.cycle, PeakDepthRule::end_of_hold), 20, 1e-9);
    const auto estimator =
        estimator_at_peak(ramp.curve, ramp.cycle, PeakDepthRule::first_after_hold);
    EXPECT_EQ(estimator.part.begin, 201u);
    EXPECT_EQ(estimator.part.size(), 1u);
}

}  // namespace
}  // namespace sneddon
