#include "analyse/peak.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

/// 100 points a second: loading to 300 uN in a second with h = 100 nm t^2, a hold of 2 s with
/// h = 100 nm + 3 nm t, and an unloading with h = 106 nm - 7 nm t - 5 nm t^2. 3 points in front.
struct Sharp {
    Curve curve;
    Cycle cycle;

    explicit Sharp(bool has_load = true, bool has_hold = true) {
        for (int i = 0; i < 3; ++i) add(-1 + 0.01 * i, -500, -500);
        cycle.load = {SegmentKind::load, 3, 3};
        if (has_load)
            for (int i = 0; i <= 100; ++i) add(0.01 * i, 3 * i, 0.01 * i * i);
        cycle.load.end = curve.size();
        cycle.hold = {SegmentKind::hold, curve.size(), curve.size()};
        if (has_hold)
            for (int i = 1; i <= 200; ++i) add(1 + 0.01 * i, 300, 100 + 0.03 * i);
        cycle.hold.end = curve.size();
        cycle.unload = {SegmentKind::unload, curve.size(), curve.size()};
        for (int i = 1; i <= 100; ++i)
            add(3 + 0.01 * i, 300 - 2.9 * i, 106 - 0.07 * i - 5e-4 * i * i);
        cycle.unload.end = cycle.end = curve.size();
        cycle.contact = 1;
    }
    void add(double time_s, double load_uN, double depth_nm) {
        curve.time_s.push_back(time_s);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(depth_nm);
    }
};

TEST(Peak, IsTheLastPointOfTheHoldOrOfTheLoadingOrTheFirstOfUnloading) {
    EXPECT_EQ(peak_point(Sharp().cycle), 303u);
    EXPECT_EQ(peak_point(Sharp(true, false).cycle), 103u);
    EXPECT_EQ(peak_point(Sharp(false, false).cycle), 3u);
    EXPECT_EQ(peak_point(Sharp(false, true).cycle), 202u);
}

TEST(Peak, ItsLoadIsByTheRule) {
    Sharp held;
    held.curve.load_uN[303] = 500;
    EXPECT_DOUBLE_EQ(peak_load_uN(held.curve, held.cycle, PeakLoadRule::last_of_hold), 500);
    EXPECT_DOUBLE_EQ(peak_load_uN(held.curve, held.cycle, PeakLoadRule::first_after_hold), 297.1);
    EXPECT_DOUBLE_EQ(peak_load_uN(held.curve, held.cycle, PeakLoadRule::mean_of_hold), 301);
    const Sharp sharp(true, false), alone(false, false);
    EXPECT_NEAR(peak_load_uN(sharp.curve, sharp.cycle, PeakLoadRule::mean_of_hold), 300, 1e-9);
    EXPECT_NEAR(peak_load_uN(alone.curve, alone.cycle, PeakLoadRule::mean_of_hold), 297.1, 1e-9);
}

// Lines and parabolas are their own fits; what lies outside of the second, the fifth of a second
// and the five points is disturbed.
TEST(Peak, ItsDepthIsThatOfALineOrAParabolaBeforeIt) {
    Sharp held, sharp(true, false), alone(false, false);
    for (std::size_t i = 104; i < 203; ++i) held.curve.depth_nm[i] += 9;  // before the last second
    EXPECT_NEAR(depth_at_peak_nm(held.curve, held.cycle), 106, 1e-9);
    held.curve.depth_nm[203] += 9;  // exactly one second before the end
    EXPECT_GT(std::abs(depth_at_peak_nm(held.curve, held.cycle) - 106), 0.1);
    for (std::size_t i = 3; i < 83; ++i) sharp.curve.depth_nm[i] += 9;
    EXPECT_NEAR(depth_at_peak_nm(sharp.curve, sharp.cycle), 100, 1e-9);
    sharp.curve.depth_nm[83] += 9;
    EXPECT_GT(std::abs(depth_at_peak_nm(sharp.curve, sharp.cycle) - 100), 0.1);
    for (std::size_t i = 8; i < alone.curve.size(); ++i) alone.curve.depth_nm[i] += 9;
    EXPECT_NEAR(depth_at_peak_nm(alone.curve, alone.cycle), 106 - 0.07 - 5e-4, 1e-9);
    alone.curve.depth_nm[7] += 9;
    EXPECT_GT(std::abs(depth_at_peak_nm(alone.curve, alone.cycle) - 105.93), 0.1);
}

// Ten points of a slow hold, five of a slow loading.
TEST(Peak, ItsFitsHaveEnoughPointsOfASlowCurveToo) {
    Sharp slow;
    for (double& time_s : slow.curve.time_s) time_s *= 100;
    DepthEstimator estimator = estimator_at_peak(slow.curve, slow.cycle);
    EXPECT_EQ(estimator.part.begin, 294u);
    EXPECT_EQ(estimator.part.end, 304u);
    EXPECT_EQ(estimator.degree, 1);
    EXPECT_DOUBLE_EQ(estimator.at_s, 300);
    estimator = estimator_at_hold_begin(slow.curve, slow.cycle, 300);
    EXPECT_EQ(estimator.part.begin, 99u);
    EXPECT_EQ(estimator.part.end, 104u);
    EXPECT_EQ(estimator.degree, 2);
    EXPECT_NEAR(estimator.at_s, 100, 1e-9);
    const Sharp sharp(true, false), alone(false, false);
    estimator = estimator_at_peak(sharp.curve, sharp.cycle);
    EXPECT_EQ(estimator.part.begin, 83u);
    EXPECT_EQ(estimator.part.end, 104u);
    EXPECT_EQ(estimator.degree, 2);
    EXPECT_DOUBLE_EQ(estimator.at_s, 1);
    estimator = estimator_at_peak(alone.curve, alone.cycle);
    EXPECT_EQ(estimator.part.begin, 3u);
    EXPECT_EQ(estimator.part.end, 8u);
    EXPECT_EQ(estimator.degree, 2);
    EXPECT_DOUBLE_EQ(estimator.at_s, 3.01);
}

// The load of the ramp reaches 301.5 uN half way to the first point of the hold, and no later than
// that, nor before its own last point.
TEST(HoldBegin, IsWhereTheRampMeetsThePeakLoad) {
    const Sharp made;
    const auto at_s = [&](double F_uN) {
        return estimator_at_hold_begin(made.curve, made.cycle, F_uN).at_s;
    };
    EXPECT_NEAR(at_s(301.5), 1.005, 1e-9);
    EXPECT_NEAR(at_s(310), 1.01, 1e-12);
    EXPECT_NEAR(at_s(290), 1.00, 1e-12);
    EXPECT_NEAR(depth_at_hold_begin_nm(made.curve, made.cycle,
                                       CreepStartRule::quadratic_before_hold, 301.5),
                100 * 1.005 * 1.005, 1e-9);
    Sharp flat;
    for (std::size_t i = 3; i < 104; ++i) flat.curve.load_uN[i] = 300;  // no ramp to extend
    EXPECT_NEAR(estimator_at_hold_begin(flat.curve, flat.cycle, 300).at_s, 1.01, 1e-12);
}

TEST(HoldBegin, IsNoneWithoutAHoldOrALoading) {
    for (const Sharp& made : {Sharp(true, false), Sharp(false, true), Sharp(false, false)})
        EXPECT_TRUE(std::isnan(depth_at_hold_begin_nm(made.curve, made.cycle,
                                                      CreepStartRule::quadratic_before_hold, 300)));
}

// With fewer than ten points in the last fifth of a second: the first at 99.5 % of 300 uN.
TEST(HoldBegin, OfACoarseRampIsTheFirstPointAtAShareOfThePeak) {
    for (const double slower : {2.0, 2.5}) {  // eleven and nine points
        Sharp made;
        for (double& time_s : made.curve.time_s) time_s *= slower;
        for (std::size_t i = 3; i < 102; ++i) made.curve.load_uN[i] = 298.4;
        made.curve.load_uN[102] = 298.5;
        const double begin_nm =
            depth_at_hold_begin_nm(made.curve, made.cycle, CreepStartRule::first_at_0995, 300);
        EXPECT_EQ(begin_nm == made.curve.depth_nm[102], slower > 2.2) << slower;
    }
}

// 300 uN/s over the ramp between 50 and 90 % of 300 uN; what lies outside runs at other rates.
TEST(HoldBegin, BeforeTheEndOfTheRampCountsByTheRateOfItsMiddle) {
    Sharp made;
    for (std::size_t i = 3; i < 53; ++i) made.curve.load_uN[i] = 149;  // below 150 uN
    for (std::size_t i = 94; i < 104; ++i)
        made.curve.load_uN[i] = 273 + static_cast<double>(i - 94);  // above 270 uN
    // 300 - 0.4 x 300 = 180 uN: point 60 of the ramp.
    EXPECT_DOUBLE_EQ(
        depth_at_hold_begin_nm(made.curve, made.cycle, CreepStartRule::before_end_of_ramp, 300),
        36);
}

TEST(WorkLimits, AreThoseOfTheCycleAndOfTheRule) {
    AnalysisRecipe recipe;
    const Sharp held, sharp(true, false);
    WorkLimits limits = work_limits(held.cycle, recipe, 99, 105);
    EXPECT_EQ(limits.contact, 1u);
    EXPECT_EQ(limits.hold_begin, 104u);
    EXPECT_EQ(limits.peak, 303u);
    EXPECT_EQ(limits.end, 404u);
    EXPECT_EQ(limits.h_1_nm, 99);
    EXPECT_EQ(limits.h_max_nm, 105);
    recipe.work_ends = WorkEndsRule::raw;
    limits = work_limits(sharp.cycle, recipe, 99, 105);
    EXPECT_EQ(limits.hold_begin, 103u);
    EXPECT_EQ(limits.peak, 103u);
    EXPECT_TRUE(std::isnan(limits.h_1_nm));
    EXPECT_TRUE(std::isnan(limits.h_max_nm));
}

}  // namespace
}  // namespace sneddon
