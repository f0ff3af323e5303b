#include "study/creep/hold_curve.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// Ramp of 30 uN/s to 300 uN until `start_s`, then a hold of 10 s, at 300 points/s; depth 5 nm/s in
/// the ramp, then 2 t^0.5.
struct Ramp {
    std::vector<double> time_s, depth_nm, load_uN;
    Cycle cycle;

    Ramp(double start_s, double load_noise_uN) {
        RandomStream random(3);
        for (int i = 0; i < 6000; ++i) {
            const double t = i / 300.0;
            const double into = t - start_s;
            time_s.push_back(t);
            load_uN.push_back(std::min(300.0, 300 + 30 * into) + load_noise_uN * random.normal());
            depth_nm.push_back(50 + (into < 0 ? 5 * into : 2 * std::sqrt(into)));
        }
        const auto border = static_cast<std::size_t>(std::ceil(start_s * 300));
        cycle.load = {SegmentKind::load, 0, border};
        cycle.hold = {SegmentKind::hold, border, 6000};
        cycle.end = 6000;
    }
    HoldView view() const { return {time_s, depth_nm, load_uN, cycle}; }
};

TEST(HoldCurve, BeginsWhereTheRampMeetsTheHoldBetweenSamples) {
    for (const double start_s : {10.0, 10.0011, 10.0025}) {
        const Ramp ramp(start_s, 0);
        const auto curve = hold_curve(ramp.view());
        ASSERT_TRUE(curve);
        EXPECT_TRUE(curve->is_start_fitted);
        EXPECT_NEAR(curve->start_s, start_s, 1e-6);
        EXPECT_NEAR(curve->h_1_nm, 50, 1e-5);
    }
}

// Load noise of 0.1 uN over some 510 samples of a 30 uN/s ramp: about 0.3 ms, a tenth of a sample.
TEST(HoldCurve, NoiseMovesTheStartByLessThanASample) {
    const Ramp ramp(10.0017, 0.1);
    const auto curve = hold_curve(ramp.view());
    ASSERT_TRUE(curve);
    EXPECT_NEAR(curve->start_s, 10.0017, 0.5 / 300);
}

TEST(HoldCurve, IsTheDepthGainedOnTheHoldsOwnClock) {
    const Ramp ramp(10.0011, 0);
    const auto curve = hold_curve(ramp.view());
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->step_s, 1 / 300.0);
    EXPECT_EQ(curve->depth_nm[0], 0);
    for (std::size_t k = 30; k < curve->size(); k += 300) {
        const double t = static_cast<double>(k) / 300;
        EXPECT_NEAR(curve->depth_nm[k], 2 * std::sqrt(t), 2e-4) << k;  // linear between samples
    }
}

TEST(HoldCurve, WithoutARampOrAHoldThereIsNone) {
    Ramp ramp(10, 0);
    ramp.cycle.load = {};
    EXPECT_FALSE(hold_curve(ramp.view()));
    Ramp other(10, 0);
    other.cycle.hold.end = other.cycle.hold.begin + 3;
    EXPECT_FALSE(hold_curve(other.view()));
}

// Found by fuzz_hold: a ramp whose times all lie behind the hold had no points for the parabola.
TEST(HoldCurve, ARampThatIsTimedAfterTheHoldMakesNone) {
    Ramp ramp(10, 0);
    for (std::size_t i = 0; i < ramp.cycle.load.end; ++i) ramp.time_s[i] += 1000;
    EXPECT_FALSE(hold_curve(ramp.view()));
}

TEST(HoldCurve, ARampThatDoesNotLeadToTheHoldGivesTheFirstSample) {
    Ramp ramp(10, 0);
    for (std::size_t i = 2000; i < 3000; ++i) ramp.load_uN[i] = 299;  // a step before the hold
    for (std::size_t i = 0; i < 2000; ++i) ramp.load_uN[i] = 0.149 * static_cast<double>(i);
    const auto curve = hold_curve(ramp.view());
    ASSERT_TRUE(curve);
    EXPECT_FALSE(curve->is_start_fitted);
    EXPECT_EQ(curve->start_s, ramp.time_s[ramp.cycle.hold.begin]);
}

TEST(HoldCurves, KeepWhatFitsIntoTheBudget) {
    HoldCurve curve;
    curve.depth_nm.resize(1000);
    HoldCurves curves(2 * curve.bytes());
    for (const char* id : {"b", "a", "c"}) {
        curve.test_id = id;
        curves.add(curve);
    }
    curves.sort();
    EXPECT_EQ(curves.left_out(), 1u);
    ASSERT_NE(curves.find("a"), nullptr);
    EXPECT_EQ(curves.find("a")->test_id, "a");
    EXPECT_EQ(curves.find("c"), nullptr);
}

// One time of 1e9 s would ask for 10^11 points.
TEST(HoldCurve, ATimeFarOutsideOfTheHoldMakesNone) {
    Ramp ramp(10, 0);
    ramp.time_s[4000] = 1e9;
    EXPECT_FALSE(hold_curve(ramp.view()));
    ramp.time_s[4000] = ramp.time_s[3999] + 1e-4;
    EXPECT_TRUE(hold_curve(ramp.view()));
    // Of the ramp what is timed behind the start counts as hold.
    ramp.time_s[ramp.cycle.hold.begin - 1] = 1e9;
    EXPECT_FALSE(hold_curve(ramp.view()));
}

}  // namespace
}  // namespace sneddon
