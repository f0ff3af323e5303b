#include "correct/square_law_zero.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double zero_nm = 1500;

/// 5,000 uN in 1,000 points of equal loads, h = zero + 245 nm (F/F_max)^exponent.
Loading loading(double exponent, unsigned seed, int points = 1000) {
    RandomStream random(seed);
    Loading made;
    made.noise_depth_nm = 0.05;
    made.noise_load_uN = 0.5;
    made.F_max_uN = 5000;
    made.h_max_nm = zero_nm + 245;
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        made.load_uN.push_back(5000 * share + 0.5 * random.normal());
        made.depth_nm.push_back(zero_nm + 245 * std::pow(share, exponent) + 0.05 * random.normal());
    }
    return made;
}

// Of 500 seeds: two standard uncertainties hold 95 %, within the central 99.9 % of Binomial(500,
// .95).
TEST(SquareLawZero, HasNoBiasAndItsUncertaintyHolds) {
    constexpr int seeds = 500;
    double sum = 0, u = 0;
    int near = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        const ZeroEstimate found = parabola_zero(loading(0.5, seed));
        ASSERT_TRUE(found.h0_nm);
        sum += *found.h0_nm - zero_nm;
        u += found.u_nm;
        if (std::abs(*found.h0_nm - zero_nm) < 2 * found.u_nm) ++near;
    }
    EXPECT_LT(std::abs(sum), 0.2 * u);  // of the mean u
    EXPECT_GE(near, 458);
    EXPECT_LE(near, 490);
}

TEST(SquareLawZero, TheRoundedEndOfTheTipDoesNotCount) {
    Loading blunt = loading(0.5, 1);
    for (std::size_t i = 0; i < 9; ++i) blunt.depth_nm[i] -= 3;  // below 1 % of F_max
    const auto found = square_law_zero(blunt), sharp = square_law_zero(loading(0.5, 1));
    ASSERT_TRUE(found && sharp);
    EXPECT_DOUBLE_EQ(*found->h0_nm, *sharp->h0_nm);
}

TEST(SquareLawZero, LoadsFromOnePercentOnCount) {
    Loading moved = loading(0.5, 1);
    moved.depth_nm[15] -= 3;  // at 1.5 % of F_max
    EXPECT_NE(*square_law_zero(moved)->h0_nm, *square_law_zero(loading(0.5, 1))->h0_nm);
}

// A threshold is late by what its load needs: 4.9 nm here, no doubt of the zero.
TEST(SquareLawZero, AThresholdThatIsLateAsTheLawSaysIsNoDisagreement) {
    const Loading made = loading(0.5, 1);
    sneddon::Test test;
    test.curve.depth_nm = made.depth_nm;
    test.curve.load_uN = made.load_uN;
    for (std::size_t i = 0; i < made.load_uN.size(); ++i)
        test.curve.time_s.push_back(0.01 * static_cast<double>(i));
    Cycle first;
    first.load = {SegmentKind::load, 0, made.load_uN.size()};
    TestCorrection correction;
    correction.noise_depth_nm = made.noise_depth_nm;
    correction.noise_load_uN = made.noise_load_uN;
    CorrectionRecipe recipe;
    recipe.zero = ZeroRule::poly2;
    correct_zero(test, first, {}, recipe, correction);
    EXPECT_NEAR(correction.change.zero_nm, zero_nm, 0.5);
    EXPECT_LT(correction.u_h0_nm, 0.5);
}

TEST(SquareLawZero, ALoadingOfHertzIsNoSquareLaw) {
    EXPECT_FALSE(square_law_zero(loading(2.0 / 3, 1)));
}

// The first 10 % of the depth are 1 % of the load: 4 of 400 points.
TEST(SquareLawZero, IsThatOfASlowInstrumentToo) {
    const ZeroEstimate found = parabola_zero(loading(0.5, 1, 400));
    ASSERT_TRUE(found.h0_nm);
    EXPECT_NEAR(*found.h0_nm, zero_nm, 3 * found.u_nm);
    EXPECT_LT(found.u_nm, 0.1);
}

TEST(SquareLawZero, RefutesTheLawOfHertz) {
    EXPECT_TRUE(square_law_zero(loading(0.5, 1))->is_hertz_refuted);
}

TEST(ThresholdZero, IsAsUncertainAsItMayBeLate) {
    for (const double exponent : {0.5, 2.0 / 3, 1.0}) {
        const ZeroEstimate found = threshold_zero(loading(exponent, 1));
        EXPECT_LT(std::abs(*found.h0_nm - zero_nm), 2.5 * found.u_nm) << exponent;
    }
}

TEST(SquareLawZero, SaysHowLateAThresholdIs) {
    const auto found = square_law_zero(loading(0.5, 1));
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found->threshold_late_nm, 245 * std::sqrt(2.0 / 5000), 0.1);
}

/// h = 5 nm + 3 nm sqrt(F/uN), three readings below and three above in turn, for loads of 0, 1 ..
/// 1,000 uN: 11 to 200 uN count.
Loading exact(double height_nm = 0.05, double bent = 0) {
    Loading made;
    made.F_max_uN = 1000;
    made.noise_load_uN = 0.25;
    for (int i = 0; i <= 1000; ++i) {
        made.load_uN.push_back(i);
        made.depth_nm.push_back(5 + 3 * std::sqrt(1.0 * i) + bent * i +
                                (i % 6 < 3 ? -height_nm : height_nm));
    }
    return made;
}

// Least squares in rational arithmetic; White's error for the line's value at zero, times 1.4 for
// the lag-one correlation.
TEST(SquareLawZero, IsTheLineOverDepthAgainstTheRootOfTheLoad) {
    const auto found = square_law_zero(exact());
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found->h0_nm, 5.000473834190122, 1e-11);
    EXPECT_NEAR(found->u_nm, 0.017992548471973898, 1e-11);
    EXPECT_NEAR(*found->threshold_late_nm, 2.9998983813491713, 1e-11);  // 3 nm x sqrt(1 uN)
    EXPECT_TRUE(found->is_hertz_refuted);
    EXPECT_EQ(
        found->evidence,
        "poly2 with a double root: h over sqrt(F), 190 samples from 1 to 20 % of F_max, residual "
        "0.05 nm");
}

// A term in F that is 3.97 and 4.03 times its error; one of 6.6 errors that moves the zero by 0.099
// and 0.101 nm.
TEST(SquareLawZero, ABendCountsWhereItIsClearAndMovesTheZero) {
    EXPECT_TRUE(square_law_zero(exact(0.05, 0.002925)));
    EXPECT_FALSE(square_law_zero(exact(0.05, 0.0029802)));
    EXPECT_TRUE(square_law_zero(exact(0.01, 0.001326898)));
    EXPECT_FALSE(square_law_zero(exact(0.01, 0.001353176)));
}

// The bend of Hertz's law is 4.07 times its error, and 3.8 times in more noise.
TEST(SquareLawZero, DoesNotRefuteHertzsInNoise) {
    EXPECT_TRUE(square_law_zero(exact(1.0))->is_hertz_refuted);
    EXPECT_FALSE(square_law_zero(exact(1.1))->is_hertz_refuted);
}

/// Ten points from 1 to 20 % of 100 uN, or nine.
Loading coarse(int points) {
    Loading made;
    made.F_max_uN = 100;
    for (int i = 0; i < points; ++i) {
        made.load_uN.push_back(2 * (i + 1));
        made.depth_nm.push_back(std::sqrt(2.0 * (i + 1)));
    }
    for (const double load_uN : {30, 10, 5}) {  // behind the window nothing counts
        made.load_uN.push_back(load_uN);
        made.depth_nm.push_back(80);
    }
    return made;
}

TEST(SquareLawZero, TenPointsAreEnough) {
    EXPECT_FALSE(square_law_zero(coarse(9)));
    ASSERT_TRUE(square_law_zero(coarse(10)));  // 20 uN = 20 % is inside
    EXPECT_NEAR(*square_law_zero(coarse(10))->h0_nm, 0, 1e-12);
    Loading again = coarse(10);
    again.load_uN[4] = 0;  // once inside, a load below the limit counts, but none has no root
    EXPECT_FALSE(square_law_zero(again));
    again.load_uN[4] = 0.5;
    again.depth_nm[4] = std::sqrt(0.5);
    EXPECT_NEAR(*square_law_zero(again)->h0_nm, 0, 1e-12);
}

TEST(SquareLawZero, ADepthThatStandsHasNone) {
    Loading still = exact();
    for (double& depth_nm : still.depth_nm) depth_nm = 5;
    EXPECT_FALSE(square_law_zero(still));
}

}  // namespace
}  // namespace sneddon
