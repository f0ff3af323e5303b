#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "correct/zero_point.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// What disturbs the law: three readings below, three above, so that they resemble their
/// neighbours.
struct Disturbed {
    double height_nm = 0.01;
    double bent = 0;  ///< nm/uN^(4/3)
    double step_uN = 1;
};

/// h = 3 nm + 0.4 nm (F/uN)^(2/3) for loads up to 1,000 uN: 10 to 60 uN are the window.
Loading hertzian(const Disturbed& disturbed = {}) {
    Loading made;
    made.F_max_uN = 1000;
    made.h_max_nm = 23;
    made.noise_depth_nm = 0.1;
    for (int i = 0; i * disturbed.step_uN <= 1000; ++i) {
        const double load_uN = i * disturbed.step_uN, x = std::cbrt(load_uN * load_uN);
        made.load_uN.push_back(load_uN);
        made.depth_nm.push_back(3 + 0.4 * x + disturbed.bent * x * x +
                                (i % 6 < 3 ? -1 : 1) * disturbed.height_nm);
    }
    return made;
}

/// Without the loads up to `from_uN`.
Loading beginning(Loading loading, double from_uN) {
    Loading made = loading;
    made.load_uN.clear();
    made.depth_nm.clear();
    for (std::size_t i = 0; i < loading.load_uN.size(); ++i) {
        if (loading.load_uN[i] < from_uN) continue;
        made.load_uN.push_back(loading.load_uN[i]);
        made.depth_nm.push_back(loading.depth_nm[i]);
    }
    return made;
}

// Least squares over 11 to 59 uN in rational arithmetic; the lag-one correlation of 0.323 makes the
// error 1.398 times as large.
TEST(HertzZero, IsTheLineOverDepthAgainstLoadToTwoThirds) {
    const ZeroEstimate found = hertz_zero(hertzian(), std::nullopt);
    ASSERT_TRUE(found.h0_nm) << found.evidence;
    EXPECT_NEAR(*found.h0_nm, 2.997846528810802, 1e-12);
    EXPECT_NEAR(found.u_nm, 0.007485168769971171, 1e-12);
    EXPECT_EQ(found.evidence, "hertz over 11 to 59 uN, 49 samples, residual 0.01 nm");
}

TEST(HertzZero, NothingBehindTheFirstLoadAboveTheWindowCounts) {
    Loading back = hertzian();
    for (const double load_uN : {50, 40, 30}) {
        back.load_uN.push_back(load_uN);
        back.depth_nm.push_back(20);
    }
    EXPECT_DOUBLE_EQ(*hertz_zero(back, std::nullopt).h0_nm,
                     *hertz_zero(hertzian(), std::nullopt).h0_nm);
}

// The window ends at its largest load, wherever that was.
TEST(HertzZero, TheLargestLoadOfTheWindowIsItsEnd) {
    Loading loading = hertzian();
    std::swap(loading.load_uN[58], loading.load_uN[59]);
    std::swap(loading.depth_nm[58], loading.depth_nm[59]);
    EXPECT_THAT(hertz_zero(loading, std::nullopt).evidence, HasSubstr("11 to 59 uN"));
}

// 15, 20 .. 55 uN are nine; 14.7, 19.6 .. 58.8 uN are ten.
TEST(HertzZero, TenPointsAreEnough) {
    const ZeroEstimate nine = hertz_zero(hertzian({.step_uN = 5}), std::nullopt);
    EXPECT_FALSE(nine.h0_nm);
    EXPECT_EQ(nine.u_nm, 0);
    EXPECT_EQ(nine.evidence, "hertz: 9 samples from 1 to 6 % of F_max are too few");
    EXPECT_TRUE(hertz_zero(hertzian({.step_uN = 4.9}), std::nullopt).h0_nm);
}

TEST(HertzZero, TheWindowSpansAFactorOfTwo) {
    const Loading half = hertzian({.step_uN = 0.5});
    EXPECT_TRUE(hertz_zero(beginning(half, 29), std::nullopt).h0_nm);
    EXPECT_FALSE(hertz_zero(beginning(half, 30), std::nullopt).h0_nm);
    Loading twice = beginning(hertzian(), 30);
    twice.load_uN.insert(twice.load_uN.begin(), 29.5);
    twice.depth_nm.insert(twice.depth_nm.begin(), 3 + 0.4 * std::cbrt(29.5 * 29.5));
    EXPECT_TRUE(hertz_zero(twice, std::nullopt).h0_nm);  // 59 = 2 x 29.5
}

// The cap of a cone of 70.3 degrees is 0.117 R deep, 6.06 nm are reached at 59 uN: R = 51.8 nm.
TEST(HertzZero, EndsWhereTheCapOfTheTipEnds) {
    EXPECT_THAT(hertz_zero(hertzian(), 52).evidence, HasSubstr("11 to 59 uN, 49 samples"));
    const ZeroEstimate found = hertz_zero(hertzian(), 50);
    EXPECT_THAT(found.evidence, HasSubstr("11 to 55 uN, 45 samples"));
    EXPECT_NEAR(*found.h0_nm, 2.999795525752433, 1e-12);
    EXPECT_NEAR(found.u_nm, 0.007946345243715765, 1e-12);
}

TEST(HertzZero, ATipThatEndsTooEarlyIsNamedWithItsLoad) {
    const ZeroEstimate found = hertz_zero(hertzian(), 5);
    EXPECT_FALSE(found.h0_nm);
    EXPECT_EQ(
        found.evidence,
        "hertz: the contact is on the cap of a 5 nm tip below 1.77 uN only: the elastic range "
        "is too short");
}

// Pressure over hardness is 1 where h_max is 33.598 nm.
TEST(HertzZero, AContactThatHasYieldedIsRefused) {
    Loading loading = hertzian();
    loading.h_max_nm = 33.58;
    EXPECT_TRUE(hertz_zero(loading, 52).h0_nm);
    loading.h_max_nm = 33.62;
    EXPECT_FALSE(hertz_zero(loading, 52).h0_nm);
    loading.h_max_nm = 43;
    EXPECT_EQ(
        hertz_zero(loading, 50).evidence,
        "hertz: the pressure of a 50 nm tip would be 1.6 times the hardness: the contact is not "
        "elastic");
    EXPECT_TRUE(hertz_zero(loading, std::nullopt).h0_nm);
}

TEST(HertzZero, ADepthThatDoesNotGrowIsNoContact) {
    Loading still = hertzian();
    for (double& depth_nm : still.depth_nm) depth_nm = 3;
    EXPECT_EQ(hertz_zero(still, std::nullopt).evidence,
              "hertz: the loading does not follow F^(2/3), depth does not grow with load");
}

// Residuals of 0.98 to 1.02 times their limit: 3 times the noise, or 0.05 nm.
TEST(HertzZero, ScatterBeyondTheNoiseIsNoHertzianLoading) {
    const double sd_over_height = 1.0185748;  // of 49 points about a line
    EXPECT_TRUE(hertz_zero(hertzian({.height_nm = 0.295 / sd_over_height}), std::nullopt).h0_nm);
    const ZeroEstimate found =
        hertz_zero(hertzian({.height_nm = 0.305 / sd_over_height}), std::nullopt);
    EXPECT_FALSE(found.h0_nm);
    EXPECT_EQ(found.evidence,
              "hertz: the loading does not follow F^(2/3), residual 0.31 nm, noise 0.1 nm");
    for (const double height_nm : {0.049, 0.051}) {
        Loading quiet = hertzian({.height_nm = height_nm / sd_over_height});
        quiet.noise_depth_nm = 0;
        EXPECT_EQ(hertz_zero(quiet, std::nullopt).h0_nm.has_value(), height_nm < 0.05);
    }
}

// A term that is 3.97 and 4.03 times its error, and one that is 8 times its error and moves the
// zero by 0.099 and 0.101 nm: by least squares in rational arithmetic.
TEST(HertzZero, ABendCountsWhereItIsClearAndMovesTheZero) {
    EXPECT_TRUE(hertz_zero(hertzian({.bent = 0.001434346}), std::nullopt).h0_nm);
    EXPECT_FALSE(hertz_zero(hertzian({.bent = 0.00147591}), std::nullopt).h0_nm);
    EXPECT_TRUE(hertz_zero(hertzian({.height_nm = 0.002, .bent = 0.00102489}), std::nullopt).h0_nm);
    EXPECT_FALSE(
        hertz_zero(hertzian({.height_nm = 0.002, .bent = 0.00104582}), std::nullopt).h0_nm);
    EXPECT_EQ(hertz_zero(hertzian({.bent = 0.002}), std::nullopt).evidence,
              "hertz: the loading does not follow F^(2/3), a term in F^(4/3) is 4.71 times its "
              "standard error and moves h_0 by 0.2 nm");
}

}  // namespace
}  // namespace sneddon
