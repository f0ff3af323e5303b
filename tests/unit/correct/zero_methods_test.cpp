#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "correct/zero_point.hpp"

namespace sneddon {
namespace {

/// A parabola that crosses zero at 20 nm with a slope, so that it has two clear roots.
Loading crossing(unsigned seed) {
    RandomStream random(seed);
    Loading made;
    made.noise_depth_nm = 0.05;
    made.noise_load_uN = 1;
    made.F_max_uN = 5000;
    made.h_max_nm = 1020;
    for (int i = 0; i <= 2000; ++i) {
        const double depth_nm = 0.5 * i, from_nm = depth_nm - 20;
        const double load_uN = from_nm > 0 ? 4 * from_nm + 0.001 * from_nm * from_nm : 0;
        made.depth_nm.push_back(depth_nm);
        made.load_uN.push_back(load_uN + random.normal());
    }
    return made;
}

// Whatever the shape of the window, the stated u is the scatter of the answer within a fifth: of
// 300 seeds the scatter itself is known to 4 %.
TEST(ZeroMethods, TheUncertaintyOfTheParabolaIsTheScatterOfItsRoot) {
    constexpr int seeds = 300;
    double squares = 0, u = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        const ZeroEstimate found = parabola_zero(crossing(seed));
        ASSERT_TRUE(found.h0_nm);
        squares += (*found.h0_nm - 20) * (*found.h0_nm - 20) / seeds;
        u += found.u_nm / seeds;
    }
    EXPECT_NEAR(u / std::sqrt(squares), 1, 0.2);
}

// 41 points in the window and noise of 0.5 nm: a parabola there may begin a nanometre away, and
// that is noise.
TEST(ZeroMethods, ACoarseLoadingOfHertzIsNotDoubtedForItsNoise) {
    int found = 0;
    for (unsigned seed = 1; seed <= 100; ++seed) {
        RandomStream random(seed);
        Loading made;
        made.noise_depth_nm = 0.5;
        made.F_max_uN = 300;
        made.h_max_nm = 45;
        for (int i = 0; i <= 800; ++i) {
            const double load_uN = 300 * i / 800.0;
            made.load_uN.push_back(load_uN);
            made.depth_nm.push_back(std::cbrt(load_uN * load_uN) + 0.5 * random.normal());
        }
        if (hertz_zero(made, std::nullopt).h0_nm) ++found;
    }
    EXPECT_GE(found, 98);  // a limit of 4 standard errors is passed by less than one in a thousand
}

// With too few points for any method the zero of the file stands, and nothing disagrees with it.
TEST(ZeroMethods, AFileWithoutAnyEstimateHasNoSpread) {
    sneddon::Test test;
    for (int i = 0; i < 6; ++i) {
        test.curve.time_s.push_back(i);
        test.curve.depth_nm.push_back(i);
        test.curve.load_uN.push_back(i < 4 ? i : 6 - i);
    }
    Cycle first;
    first.load = {SegmentKind::load, 0, 4};
    TestCorrection correction;
    correct_zero(test, first, {}, {}, correction);
    EXPECT_EQ(correction.change.zero_nm, 0);
    EXPECT_EQ(correction.u_h0_nm, 0);
}

// Ten points of stiffness in the air, then a rise in the last four points of loading: too few.
TEST(ZeroMethods, AStiffnessThatRisesAfterTheLoadingIsNoContact) {
    Curve curve;
    Channel stiffness;
    stiffness.name = "Stiffness";
    std::vector<std::size_t> air;
    Cycle first;
    first.load = {SegmentKind::load, 10, 40};
    for (std::size_t i = 0; i < 60; ++i) {
        if (i < 10) air.push_back(i);
        curve.time_s.push_back(static_cast<double>(i));
        curve.depth_nm.push_back(static_cast<double>(i));
        curve.load_uN.push_back(static_cast<double>(i));
        stiffness.values.push_back(i >= 36 ? 100 : i % 2 == 0 ? 1 : 1.1);
    }
    curve.channels = {stiffness};
    EXPECT_FALSE(stiffness_zero(curve, {}, first, air).h0_nm);
    first.load.end = 41;
    const ZeroEstimate found = stiffness_zero(curve, {}, first, air);
    ASSERT_TRUE(found.h0_nm);
    EXPECT_DOUBLE_EQ(*found.h0_nm, 36);
}

}  // namespace
}  // namespace sneddon
