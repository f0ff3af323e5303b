#include "segment/signs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "segment/load_runs.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

std::optional<Flag> wrong_sign_of(const Curve& curve) {
    return find_wrong_sign(curve, without_spikes(curve.load_uN));
}

Curve sound_curve() {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return testing::closed_form_test(form).curve;
}

TEST(Signs, OfAnIndentationAreRight) {
    EXPECT_FALSE(wrong_sign_of(sound_curve()).has_value());
    EXPECT_FALSE(wrong_sign_of(Curve{}).has_value());
}

TEST(Signs, ADepthThatRunsDownIsNamed) {
    Curve curve = sound_curve();
    for (double& depth : curve.depth_nm) depth = 100 - depth;
    const auto flag = wrong_sign_of(curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S010");
}

// Only from the begin of loading to the peak counts: long air before it, and next to nothing
// behind.
TEST(Signs, ADepthThatRunsDownIsNamedWhereTheFileEndsAtThePeak) {
    testing::ClosedFormBuilder builder({});
    builder.part(
        10, [](double) { return 0.0; }, [](double s) { return 100 * s; });
    builder.part(
        1, [](double s) { return 300 * s; }, [](double s) { return 100 - 50 * s; });
    builder.add(300, 50);
    const auto flag = wrong_sign_of(builder.take().curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S010");
}

TEST(Signs, ANegativeLoadIsNamedAndAdhesionIsNot) {
    Curve curve = sound_curve();
    Curve pulled = curve;
    for (std::size_t i = pulled.size() - 50; i < pulled.size(); ++i) pulled.load_uN[i] = -500;
    EXPECT_FALSE(wrong_sign_of(pulled).has_value());
    for (double& load : curve.load_uN) load = -load;
    const auto flag = wrong_sign_of(curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S011");
}

/// A loading of so many points, the load twice the point's number, the depth as given.
Curve loading(int points, double (*depth_nm)(int)) {
    Curve curve;
    for (int i = 0; i < points; ++i) {
        curve.time_s.push_back(i);
        curve.load_uN.push_back(2 * i);
        curve.depth_nm.push_back(depth_nm(i));
    }
    return curve;
}

TEST(Signs, ThatAreWrongAreSaidInNumbers) {
    Curve curve = loading(41, [](int i) { return 100.0 - i; });
    const auto depth = wrong_sign_of(curve);
    ASSERT_TRUE(depth);
    EXPECT_NEAR(depth->number, -1, 1e-12);
    EXPECT_EQ(depth->limit, -0.5);
    EXPECT_EQ(
        depth->text,  // from 5 % of 80 uN
        "the depth falls while the load rises, from 98 to 60 nm: the sign of the depth is the "
        "other way; --unit depth=-nm turns it");
    for (double& load_uN : curve.load_uN) load_uN = 2 - load_uN;
    const auto load = wrong_sign_of(curve);
    ASSERT_TRUE(load);
    EXPECT_EQ(load->number, -78);
    EXPECT_EQ(load->limit, 0);
    EXPECT_EQ(load->text,
              "the load goes down to -78 uN and up to 2 uN: its sign is the other way; --unit "
              "load=-uN turns it");
}

TEST(Signs, EightPointsOfLoadingAreEnough) {
    const auto falls = [](int i) { return -1.0 * i; };
    EXPECT_TRUE(wrong_sign_of(loading(8, falls)));
    EXPECT_FALSE(wrong_sign_of(loading(7, falls)));
    Curve late = loading(40, falls);  // five points of loading behind 35 in the air
    for (std::size_t i = 0; i < 35; ++i) late.load_uN[i] = 0;
    EXPECT_FALSE(wrong_sign_of(late));
    EXPECT_TRUE(wrong_sign_of(loading(400, falls)));
}

// Adhesion pulls by up to three times the peak.
TEST(Signs, ALoadIsNegativeFromThreeTimesThePeakOn) {
    for (const double pull_uN : {-299.0, -300.0, -301.0}) {
        Curve curve;
        for (int i = 0; i < 20; ++i) {
            curve.time_s.push_back(i);
            curve.depth_nm.push_back(i);
            curve.load_uN.push_back(i < 10 ? 100 : pull_uN);
        }
        EXPECT_EQ(wrong_sign_of(curve).has_value(), pull_uN < -300);
    }
    Curve below;
    below.time_s = below.depth_nm = std::vector<double>(20, 0.0);
    below.load_uN = std::vector<double>(20, -0.5);
    EXPECT_TRUE(wrong_sign_of(below));
    Curve still;
    still.time_s = still.depth_nm = still.load_uN = std::vector<double>(20, 0.0);
    EXPECT_FALSE(wrong_sign_of(still));
}

// A depth that falls by 0.9 and 1.1 of 1/sqrt(3) of the sd about it: r = -0.46 and -0.54.
TEST(Signs, ADepthFallsFromACorrelationOfMinusAHalfOn) {
    for (const double share : {0.9, 1.1}) {
        Curve curve = loading(400, [](int) { return 0.0; });
        const double sd_of_index = std::sqrt((380.0 * 380 - 1) / 12);
        for (std::size_t i = 0; i < 400; ++i)
            curve.depth_nm[i] = -share * static_cast<double>(i) / sd_of_index / std::sqrt(3.0) +
                                (i / 4 % 2 == 0 ? 1 : -1);
        EXPECT_EQ(wrong_sign_of(curve).has_value(), share > 1) << share;
    }
}

}  // namespace
}  // namespace sneddon
