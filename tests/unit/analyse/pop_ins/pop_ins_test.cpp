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
    // Two medians of 8 samples: sd 1.25 * 0.1 nm * sqrt(2/8), here 5 of them.
    EXPECT_NEAR(pop_in.jump_nm, 3, 0.3);
    EXPECT_NEAR(pop_in.energy_pJ, 1e-3 * pop_in.load_uN * pop_in.jump_nm, 1e-12);
    EXPECT_NEAR(pop_in.depth_nm, 50 * std::pow(1.0 / 3, 1 / 1.6), 0.5);
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
    EXPECT_NEAR(search(quiet).limit_nm, 5 * 0.1 * std::sqrt(2), 0.05);
    EXPECT_NEAR(search(loud).limit_nm, 5 * 0.4 * std::sqrt(2), 0.2);
    add_jump(quiet, 1000, 1.5, 1);
    add_jump(loud, 1000, 1.5, 1);
    EXPECT_EQ(search(quiet).found.size(), 1u);
    EXPECT_EQ(search(loud).found.size(), 0u);
}

TEST(PopIns, LoadAndSizeDoNotDependOnTheLimit) {
    Curve curve = loading_curve({});
    add_jump(curve, 1000, 3, 4);
    const PopInSearch low = search(curve, {3, 0.3}), high = search(curve, {7.5, 0.75});
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

TEST(PopIns, AShortLoadingIsNotSearched) {
    const PopInSearch found = search(loading_curve({.samples = 60}));
    EXPECT_FALSE(found.is_searched);
    EXPECT_TRUE(std::isnan(found.limit_nm));
}

}  // namespace
}  // namespace sneddon
