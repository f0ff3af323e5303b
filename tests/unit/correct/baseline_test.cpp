#include "correct/baseline.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// 1,000 nm of air in 500 points with this slope of the load, then 500 uN over 100 nm.
struct Approach {
    Curve curve;
    Cycle cycle;

    explicit Approach(double slope_uN_per_nm) {
        RandomStream random(5);
        for (int i = 0; i < 1000; ++i) {
            const double depth_nm = i < 500 ? 2.0 * i : 1000 + 0.2 * (i - 500);
            const double contact_uN = i < 500 ? 0 : 1.0 * (i - 500);
            curve.time_s.push_back(0.01 * i);
            curve.depth_nm.push_back(depth_nm + 0.05 * random.normal());
            curve.load_uN.push_back(3 + slope_uN_per_nm * depth_nm + contact_uN +
                                    0.5 * random.normal());
        }
        cycle.load = {SegmentKind::load, 500, 1000};
        cycle.end = 1000;
    }
};

TEST(Baseline, ASlopeInTheAirIsFoundWithinItsError) {
    const Approach made(0.01);
    const auto found = find_baseline(made.curve, made.cycle);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->slope_uN_per_nm, 0.01, 4 * found->u_slope_uN_per_nm);
    EXPECT_LT(found->u_slope_uN_per_nm, 2e-4);
    EXPECT_NEAR(found->load_at_zero_uN, 3, 0.3);
}

TEST(Baseline, IsTakenOffInContactToo) {
    Approach made(0.01);
    take_off(*find_baseline(made.curve, made.cycle), made.curve);
    EXPECT_NEAR(made.curve.load_uN[100], 0, 3);
    EXPECT_NEAR(made.curve.load_uN[999], 499, 3);
}

TEST(Baseline, NoiseAndASlopeThatMovesNothingAreNone) {
    for (const double slope_uN_per_nm : {0.0, 0.001})
        EXPECT_FALSE(
            find_baseline(Approach(slope_uN_per_nm).curve, Approach(slope_uN_per_nm).cycle));
}

}  // namespace
}  // namespace sneddon
