#include "analyse/pop_ins/pop_ins.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "support/correlated_noise.hpp"

namespace sneddon {
namespace {

struct Loading {
    std::size_t samples = 3000;
    double F_max_uN = 300, h_max_nm = 50, exponent = 1.6;
    double noise_nm = 0.1, correlation = 0;
    std::uint64_t seed = 1;
};

Curve loading_curve(const Loading& loading) {
    RandomStream random(loading.seed);
    const auto noise =
        testing::correlated_noise(loading.samples, loading.noise_nm, loading.correlation, random);
    Curve curve;
    for (std::size_t i = 0; i < loading.samples; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(loading.samples);
        curve.time_s.push_back(static_cast<double>(i) / 300);
        curve.load_uN.push_back(loading.F_max_uN * share);
        curve.depth_nm.push_back(loading.h_max_nm * std::pow(share, 1 / loading.exponent) +
                                 noise[i]);
    }
    return curve;
}

/// Depth gained in `over` samples from sample `at` on.
void add_jump(Curve& curve, std::size_t at, double jump_nm, std::size_t over) {
    for (std::size_t i = at + 1; i < curve.size(); ++i)
        curve.depth_nm[i] +=
            jump_nm * std::min(1.0, static_cast<double>(i - at) / static_cast<double>(over));
}

PopInSearch search(const Curve& curve, PopInOptions options = {}) {
    return find_pop_ins(curve, {SegmentKind::load, 0, curve.size()}, options);
}

TEST(PopIns, AJumpIsFoundWithItsLoadAndItsSize) {
    Curve curve = loading_curve({});
    add_jump(curve, 1000, 3, 2);
    const PopInSearch found = search(curve);
    ASSERT_EQ(found.found.size(), 1u);
    const PopIn& pop_in = found.found.front();
    EXPECT_NEAR(pop_in.load_uN, 100, 0.2);  // two samples
    EXPECT_NEAR(pop_in.jump_nm, 3, 0.2);    // sd 0.1 nm sqrt(8/40) = 0.045 nm
    EXPECT_NEAR(pop_in.energy_pJ, 1e-3 * pop_in.load_uN * pop_in.jump_nm, 1e-12);
    EXPECT_NEAR(pop_in.depth_nm, 50 * std::pow(1.0 / 3, 1 / 1.6), 0.5);
    EXPECT_EQ(pop_in.kind, PopInKind::loading);
    EXPECT_GT(pop_in.p_detect, 0.999);
}

// 2 x 40 points with a sd of 0.2 nm: a jump of 0.49 nm is 5.5 sd. One of 0.75 nm lies 2.9 sd above
// it, and 3 points see nothing of it: 0.2 nm sqrt(2) each.
TEST(PopIns, AJumpOfThreeTimesTheNoiseIsFound) {
    int found_with = 0;
    double p = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Curve curve = loading_curve({.noise_nm = 0.2, .seed = seed});
        add_jump(curve, 1000, 0.75, 1);
        const PopInSearch found = search(curve);
        EXPECT_NEAR(found.limit_nm, 5.5 * 0.2 * std::sqrt(8.0 / 40), 0.13) << seed;
        if (found.found.size() == 1 && std::fabs(found.found.front().load_uN - 100) < 2)
            ++found_with;
        p += probability_to_detect(0.75, 100, found.limit_nm, found.noise_nm, found.from_uN);
    }
    EXPECT_GE(found_with, 38);
    EXPECT_NEAR(p, 39.9, 0.3);  // Phi(0.75/0.0894 - 5.5) = 0.998 each
}

TEST(PopIns, NothingIsFoundBelowTheLoadFromWhichOnWasSearched) {
    EXPECT_EQ(probability_to_detect(10, 3, 0.5, 0.1, 4), 0);
    EXPECT_EQ(probability_to_detect(0.5, 5, 0.5, 0.1, 4), 0.5);
}

TEST(PopIns, SeveralJumpsComeInTheOrderOfTime) {
    Curve curve = loading_curve({});
    add_jump(curve, 2000, 2, 1);
    add_jump(curve, 1500, 4, 1);
    const PopInSearch found = search(curve);
    ASSERT_EQ(found.found.size(), 2u);
    EXPECT_LT(found.found[0].load_uN, found.found[1].load_uN);
    EXPECT_NEAR(found.found[0].jump_nm, 4, 0.5);
}

TEST(PopIns, JumpsWithinFiveSamplesAreOne) {
    Curve curve = loading_curve({});
    add_jump(curve, 1500, 2, 1);
    add_jump(curve, 1504, 2, 1);
    const PopInSearch found = search(curve);
    ASSERT_EQ(found.found.size(), 1u);
    EXPECT_NEAR(found.found.front().jump_nm, 4, 0.6);
}

TEST(PopIns, ASpikeIsNone) {
    Curve curve = loading_curve({});
    curve.depth_nm[1500] += 5;
    EXPECT_TRUE(search(curve).found.empty());
}

TEST(PopIns, ABendOrAChangeOfRateIsNone) {
    Curve curve = loading_curve({.noise_nm = 0});
    for (std::size_t i = 1500; i < curve.size(); ++i)
        curve.depth_nm[i] += 0.05 * static_cast<double>(i - 1500);
    EXPECT_TRUE(search(curve, {5, 0}).found.empty());
}

TEST(PopIns, TheLimitFollowsTheNoiseAndNotTheJump) {
    Curve quiet = loading_curve({.noise_nm = 0.1}), loud = loading_curve({.noise_nm = 0.4});
    EXPECT_NEAR(search(quiet).limit_nm, 5.5 * 0.1 * std::sqrt(8.0 / 40), 0.06);
    EXPECT_NEAR(search(loud).limit_nm, 5.5 * 0.4 * std::sqrt(8.0 / 40), 0.24);
    add_jump(quiet, 1000, 0.5, 1);
    add_jump(loud, 1000, 0.5, 1);
    EXPECT_EQ(search(quiet).found.size(), 1u);
    EXPECT_EQ(search(loud).found.size(), 0u);
}

TEST(PopIns, LoadAndSizeDoNotDependOnTheLimit) {
    Curve curve = loading_curve({});
    add_jump(curve, 1000, 3, 4);
    const PopInSearch low = search(curve, {3.5, 0.05}), high = search(curve, {7.5, 0.75});
    ASSERT_EQ(low.found.size(), 1u);
    ASSERT_EQ(high.found.size(), 1u);
    EXPECT_EQ(low.found.front().load_uN, high.found.front().load_uN);
    EXPECT_EQ(low.found.front().jump_nm, high.found.front().jump_nm);
}

TEST(PopIns, AQuantisedDepthDoesNotPopIn) {
    Curve curve = loading_curve({.noise_nm = 0});
    for (double& depth : curve.depth_nm) depth = 0.6 * std::round(depth / 0.6);
    EXPECT_TRUE(search(curve).found.empty());
}

TEST(PopIns, MorePointsPerSecondMakeALowerLimit) {
    const double few = search(loading_curve({.samples = 3000, .noise_nm = 0.2})).limit_nm;
    const double many = search(loading_curve({.samples = 30000, .noise_nm = 0.2})).limit_nm;
    EXPECT_NEAR(many / few, std::sqrt(0.1), 0.05);
}

TEST(PopIns, TheEchoOfALargeJumpHidesNoSmallOne) {
    Curve curve = loading_curve({});
    add_jump(curve, 1000, 6, 1);
    add_jump(curve, 1027, 1, 1);  // at two thirds of a window: the echo is -2 nm
    const PopInSearch found = search(curve);
    ASSERT_EQ(found.found.size(), 2u);
    EXPECT_NEAR(found.found[0].jump_nm, 6, 0.3);
    EXPECT_NEAR(found.found[1].jump_nm, 1, 0.3);
}

TEST(PopIns, WhatDoesNotStayIsNone) {
    Curve curve = loading_curve({});
    for (std::size_t i = 1500; i < 1506; ++i) curve.depth_nm[i] += 2;
    EXPECT_TRUE(search(curve).found.empty());
}

// 100 here; 1,000 for every kind of noise in the long study (bench/coverage_study.cpp).
TEST(PopIns, NoiseAloneIsNone) {
    std::size_t alarms = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const double correlation = std::array{0.0, 0.5, 0.9, 0.95}[seed % 4];
        const Curve curve = loading_curve(
            {.samples = 1500, .noise_nm = 0.5, .correlation = correlation, .seed = seed});
        if (!search(curve).found.empty()) ++alarms;
    }
    EXPECT_LE(alarms, 1u);
}

/// Loading, 10 s of hold with creep, unloading.
struct WholeCycle {
    Curve curve;
    Cycle parts;
};

WholeCycle whole_cycle() {
    WholeCycle cycle;
    Curve& curve = cycle.curve = loading_curve({.exponent = 2});
    RandomStream random(7);
    const auto add = [&](double load_uN, double depth_nm) {
        curve.time_s.push_back(static_cast<double>(curve.size()) / 300);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(depth_nm + 0.1 * random.normal());
    };
    for (int i = 0; i < 3000; ++i) add(300, 50 + 0.4 * std::pow(i / 300.0, 0.3));
    for (int i = 0; i < 3000; ++i)
        add(300 * (1 - i / 3000.0), 20 + 31 * std::pow(1 - i / 3000.0, 1 / 1.5));
    cycle.parts.load = {SegmentKind::load, 0, 3000};
    cycle.parts.hold = {SegmentKind::hold, 3000, 6000};
    cycle.parts.unload = {SegmentKind::unload, 6000, 9000};
    return cycle;
}

std::vector<PopIn> events(const WholeCycle& cycle) {
    return find_sudden_events(cycle.curve, cycle.parts, {}).found;
}

TEST(PopIns, ABeginningHoldAndUnloadingAreNoEvents) {
    EXPECT_TRUE(events(whole_cycle()).empty());
}

TEST(PopIns, WhatHappensAtThePeakIsSaidSo) {
    for (const std::size_t at : {2997u, 3000u, 3010u, 4500u}) {
        WholeCycle cycle = whole_cycle();
        add_jump(cycle.curve, at, 2, 1);
        const auto found = events(cycle);
        ASSERT_EQ(found.size(), 1u) << at;
        EXPECT_EQ(found.front().kind, PopInKind::at_peak) << at;
        EXPECT_NEAR(found.front().jump_nm, 2, 0.5) << at;
    }
}

TEST(PopIns, UnloadingHasPopInsAndPopOuts) {
    WholeCycle cycle = whole_cycle();
    add_jump(cycle.curve, 6600, 2, 1);
    add_jump(cycle.curve, 7200, -2, 1);
    const auto found = events(cycle);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, PopInKind::while_unloading);
    EXPECT_EQ(found[1].kind, PopInKind::pop_out);
    EXPECT_NEAR(found[1].jump_nm, -2, 0.2);
    EXPECT_NEAR(found[1].load_uN, 180, 1);
}

// The depth rises evenly; the load falls from the elastic to the plastic branch.
TEST(PopIns, WhereTheDepthIsControlledTheLoadDrops) {
    WholeCycle cycle;
    RandomStream random(3);
    for (int i = 0; i < 3000; ++i) {
        const double h_nm = 50 * i / 3000.0;
        cycle.curve.time_s.push_back(i / 300.0);
        cycle.curve.depth_nm.push_back(h_nm + 0.1 * random.normal());
        cycle.curve.load_uN.push_back(0.8 * std::pow(h_nm, 1.5) - (i > 1500 ? 4 : 0) +
                                      0.1 * random.normal());
    }
    cycle.parts.load = {SegmentKind::load, 0, 3000};
    const auto found = events(cycle);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().kind, PopInKind::load_drop);
    EXPECT_NEAR(found.front().load_drop_uN, 4, 0.3);
    EXPECT_NEAR(found.front().jump_nm, 4 / 6.0, 0.15);  // dF/dh = 1.2 sqrt(25 nm)
}

TEST(PopIns, AShortLoadingIsNotSearched) {
    const PopInSearch found = search(loading_curve({.samples = 60}));
    EXPECT_FALSE(found.is_searched);
    EXPECT_TRUE(std::isnan(found.limit_nm));
}

}  // namespace
}  // namespace sneddon
