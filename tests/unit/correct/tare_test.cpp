#include "correct/tare.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "correct/baseline.hpp"

namespace sneddon {
namespace {

/// `air` points over 2 nm each, then a load that grows as depth squared; the ramp is found from
/// `ramp_from` points of contact on.
struct Approach {
    Curve curve;
    Cycle cycle;

    Approach(int air, int ramp_from) {
        RandomStream random(7);
        for (int i = 0; i < air + 500; ++i) {
            const double contact_nm = i < air ? 0 : 1.0 * (i - air);
            curve.time_s.push_back(0.01 * i);
            curve.depth_nm.push_back((i < air ? 2.0 * (i - air) : contact_nm) +
                                     0.05 * random.normal());
            curve.load_uN.push_back(12 + 0.1 * contact_nm * contact_nm + 0.5 * random.normal());
        }
        const auto begin = static_cast<std::size_t>(air + ramp_from);
        cycle.load = {SegmentKind::load, begin, curve.size()};
        cycle.end = curve.size();
    }
    std::vector<std::size_t> points() const { return points_in_air(curve, cycle, 0.05); }
};

TEST(Tare, AContactBelowTheRampIsNoAirAndNoTiltedBaseline) {
    const Approach made(0, 60);
    EXPECT_TRUE(made.points().empty());
    EXPECT_FALSE(find_tare(made.curve, made.points(), {}).is_applied);
    EXPECT_FALSE(find_baseline(made.curve, made.cycle, 0.05));
}

// A load of 12 uN below 25,000 uN: 0.3 uN is a part in 80,000.
TEST(Tare, TheAirBeforeSuchAContactCounts) {
    for (const int air : {100, 400}) {
        const Approach made(air, 60);
        EXPECT_GE(made.points().size(), 50u);
        EXPECT_NEAR(find_tare(made.curve, made.points(), {}).value, 12, 0.3);
        EXPECT_FALSE(find_baseline(made.curve, made.cycle, 0.05));
    }
}

TEST(Tare, AirIsKeptWhole) {
    const Approach made(400, 0);
    EXPECT_GE(made.points().size(), 398u);
}

}  // namespace
}  // namespace sneddon
