#include <gtest/gtest.h>

#include <cmath>

#include "base/nan.hpp"
#include "correct/zero_point.hpp"

namespace sneddon {
namespace {

/// One point a nanometre; a threshold of 4 uN.
Loading loading_of(const std::vector<double>& load_uN) {
    Loading made;
    made.load_uN = load_uN;
    for (std::size_t i = 0; i < load_uN.size(); ++i)
        made.depth_nm.push_back(static_cast<double>(i));
    made.noise_load_uN = 1;
    made.noise_depth_nm = 0.3;
    return made;
}

// 4 uN lie a quarter of the way from 3 to 7 uN. 16 uN are passed four points behind the fifth above
// 4 uN, eight behind the first: u is that over sqrt(3), with the noise of the depth.
TEST(ThresholdZero, LiesBetweenTwoPoints) {
    const ZeroEstimate found =
        threshold_zero(loading_of({0, 0, 3, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18}));
    ASSERT_TRUE(found.h0_nm);
    EXPECT_DOUBLE_EQ(*found.h0_nm, 2.25);
    EXPECT_DOUBLE_EQ(found.u_nm, std::hypot(0.3, 8 / std::sqrt(3.0)));
    EXPECT_EQ(found.evidence, "threshold at 4 uN");
}

// All loads and their noise in a half of the unit: the same depths.
TEST(ThresholdZero, GoesWithTheNoiseOfTheLoad) {
    Loading half = loading_of({0, 0, 1.5, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 8, 8.5, 9});
    half.noise_load_uN = 0.5;
    const ZeroEstimate found = threshold_zero(half);
    ASSERT_TRUE(found.h0_nm);
    EXPECT_DOUBLE_EQ(*found.h0_nm, 2.25);
    EXPECT_DOUBLE_EQ(found.u_nm, std::hypot(0.3, 8 / std::sqrt(3.0)));
}

TEST(ThresholdZero, IsPassedByFivePointsInARow) {
    EXPECT_EQ(threshold_zero(loading_of({0, 5, 5, 5, 5, 0})).evidence,
              "threshold: the load does not leave its noise");
    EXPECT_FALSE(threshold_zero(loading_of({0, 5, 5, 5, 5, 4, 5, 5, 5, 5})).h0_nm);
    EXPECT_DOUBLE_EQ(*threshold_zero(loading_of({0, 5, 0, 8, 8, 8, 8, 8})).h0_nm, 2.5);
}

TEST(ThresholdZero, OfALoadThatBeginsAboveItIsTheFirstDepth) {
    EXPECT_DOUBLE_EQ(*threshold_zero(loading_of({8, 8, 8, 8, 8})).h0_nm, 0);
    EXPECT_DOUBLE_EQ(threshold_zero(loading_of({8, 8, 8, 8, 8})).u_nm, 0.3);
}

// The fifth point itself may lie above 16 uN; a depth that goes back makes nothing late.
TEST(ThresholdZero, ASteepLoadIsLateByItsFivePoints) {
    EXPECT_DOUBLE_EQ(threshold_zero(loading_of({0, 8, 8, 8, 8, 17, 20})).u_nm,
                     std::hypot(0.3, 4 / std::sqrt(3.0)));
    Loading back = loading_of({0, 8, 8, 8, 8, 8, 20});
    back.depth_nm[6] = -2;
    EXPECT_DOUBLE_EQ(threshold_zero(back).u_nm, 0.3);
}

struct Recorded {
    Curve curve;
    Cycle first;
    std::vector<std::size_t> air;
};

/// Stiffness that alternates between 1 and 3 in twelve points of air, 100 from point 20 on.
Recorded recorded(const std::string& name) {
    Recorded made;
    Channel channel;
    channel.name = name;
    for (std::size_t i = 0; i < 40; ++i) {
        if (i < 12) made.air.push_back(i);
        made.curve.time_s.push_back(2.0 * static_cast<double>(i));
        made.curve.depth_nm.push_back(3.0 * static_cast<double>(i));
        made.curve.load_uN.push_back(10.0 * static_cast<double>(i));
        channel.values.push_back(i >= 20 ? 100 : i % 2 == 0 ? 1 : 3);
    }
    made.curve.channels = {channel};
    made.first.load = {SegmentKind::load, 12, 40};
    return made;
}

ZeroEstimate zero_of(const Recorded& made, const CurveChange& change = {}) {
    return stiffness_zero(made.curve, change, made.first, made.air);
}

// The sd of six 1 and six 3 is sqrt(12/11): the level is 2 + 4 x 1.0445.
TEST(StiffnessZero, IsWhereTheStiffnessLeavesItsLevelInTheAir) {
    CurveChange change;
    change.load_offset_uN = 5;
    change.frame_compliance_nm_per_uN = 0.01;
    change.drift_nm_per_s = 0.1;
    change.t_ref_s = 10;
    const ZeroEstimate found = zero_of(recorded("Dynamic Stiffness (N/m)"), change);
    ASSERT_TRUE(found.h0_nm);
    EXPECT_DOUBLE_EQ(*found.h0_nm, 60 - 0.01 * 195 - 0.1 * 30);
    EXPECT_EQ(found.u_nm, 0);
    EXPECT_EQ(found.evidence, "stiffness above 6.18");
}

TEST(StiffnessZero, IsPassedByFivePointsInARow) {
    Recorded made = recorded("stiffness");
    made.curve.channels[0].values[23] = 6.1;  // three points, then from 24 on
    EXPECT_DOUBLE_EQ(*zero_of(made).h0_nm, 72);
    made.curve.channels[0].values[23] = 6.2;
    EXPECT_DOUBLE_EQ(*zero_of(made).h0_nm, 60);
}

TEST(StiffnessZero, SaysWhatIsMissing) {
    EXPECT_EQ(zero_of(recorded("phase")).evidence, "stiffness: none was recorded");
    Recorded made = recorded("stiffness");
    made.curve.channels[0].values[0] = made.curve.channels[0].values[1] = nan;
    EXPECT_TRUE(zero_of(made).h0_nm);  // ten points are enough
    made.curve.channels[0].values[2] = nan;
    EXPECT_EQ(zero_of(made).evidence, "stiffness: none was recorded in the air");
    Recorded quiet = recorded("stiffness");
    for (double& value : quiet.curve.channels[0].values) value = value > 3 ? 3 : value;
    EXPECT_EQ(zero_of(quiet).evidence, "stiffness: it does not leave its level in the air");
}

}  // namespace
}  // namespace sneddon
