#include "analyse/works.hpp"

#include <gtest/gtest.h>

#include "analyse/refused_works.hpp"

namespace sneddon {
namespace {

/// Loads of 0, 10, 20, 20, 20, 10, -4 uN at depths of 0, 1, 3, 4, 6, 5, 2 nm.
Curve small_curve() {
    Curve curve;
    curve.time_s = {0, 1, 2, 3, 4, 5, 6};
    curve.load_uN = {0, 10, 20, 20, 20, 10, -4};
    curve.depth_nm = {0, 1, 3, 4, 6, 5, 2};
    return curve;
}

// By hand, in uN nm: to the hold 5 + 30, over the hold 20 + 40, back 15 + 15 (the last load counts
// as none).
TEST(Works, AreTheAreasBetweenThePoints) {
    const Works works = mechanical_works(small_curve(), {0, 2, 4, 7});
    EXPECT_DOUBLE_EQ(works.W_load_pJ, 0.035);
    EXPECT_DOUBLE_EQ(works.W_hold_pJ, 0.060);
    EXPECT_DOUBLE_EQ(works.W_total_pJ, 0.095);
    EXPECT_DOUBLE_EQ(works.W_elast_pJ, 0.030);
    EXPECT_DOUBLE_EQ(works.W_plast_pJ, 0.065);
}

// h_1 0.1 nm behind its point, h_max 0.2 nm in front of its own: 2 and -4 uN nm.
TEST(Works, EndAtTheDepthsThatAreGiven) {
    const Works works = mechanical_works(small_curve(), {0, 2, 4, 7, 3.1, 5.8});
    EXPECT_DOUBLE_EQ(works.W_load_pJ, 0.037);
    EXPECT_DOUBLE_EQ(works.W_hold_pJ, 0.054);
    EXPECT_DOUBLE_EQ(works.W_total_pJ, 0.091);
    EXPECT_DOUBLE_EQ(works.W_elast_pJ, 0.026);
    EXPECT_DOUBLE_EQ(works.W_plast_pJ, 0.065);
}

TEST(Works, WithoutAHoldAreThoseOfLoadingAndUnloading) {
    const Works works = mechanical_works(small_curve(), {1, 4, 4, 6, nan, 6.5});
    EXPECT_DOUBLE_EQ(works.W_load_pJ, 0.030 + 0.060 + 0.010);
    EXPECT_DOUBLE_EQ(works.W_hold_pJ, 0);
    EXPECT_DOUBLE_EQ(works.W_total_pJ, 0.100);
    EXPECT_DOUBLE_EQ(works.W_elast_pJ, 0.015 + 0.010);
}

TEST(Works, AtANegativeLoadNoDepthCounts) {
    const Works works = mechanical_works(small_curve(), {0, 6, 6, 7, 100, 100});
    EXPECT_DOUBLE_EQ(works.W_total_pJ, 0.095 - 0.030);
}

/// So many spikes of the depth and of the load in a cycle of 390 readings.
std::optional<Flag> refused(std::size_t depths, std::size_t loads) {
    Cycle cycle;
    cycle.contact = 10;
    cycle.end = 400;
    Spikes spikes;
    spikes.depths = {{9, 1, 1}, {400, 1, 1}};  // outside
    spikes.loads = spikes.depths;
    for (std::size_t i = 0; i < depths; ++i) spikes.depths.push_back({10 + i, 1, 1});
    for (std::size_t i = 0; i < loads; ++i) spikes.loads.push_back({399 - i, 1, 1});
    return refused_works(spikes, cycle);
}

// Four of 390 are 1.03 %.
TEST(Works, AreRefusedForMoreThanAHundredthOfSpikes) {
    EXPECT_FALSE(refused(0, 0));
    EXPECT_FALSE(refused(2, 1));
    const auto flag = refused(2, 2);
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->code, "SND-A049");
    EXPECT_DOUBLE_EQ(flag->number, 4 / 390.0);
    EXPECT_EQ(flag->limit, 0.01);
    EXPECT_EQ(flag->text, "4 readings of 390 stand out from their neighbours: the works are empty");
}

TEST(Works, OfManyReadingsAreNotRefusedForFewSpikes) {
    Cycle cycle;
    Spikes spikes;
    for (std::size_t i = 0; i < 4; ++i) spikes.depths.push_back({i, 1, 1});
    cycle.end = 400;  // four are a hundredth
    EXPECT_FALSE(refused_works(spikes, cycle));
    cycle.end = 30;
    spikes.depths.pop_back();  // three are few
    EXPECT_FALSE(refused_works(spikes, cycle));
}

}  // namespace
}  // namespace sneddon
