#include "correct/zero_point.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// Loads of 10 uN a nanometre behind `zero_nm`, ten points a nanometre, one point a second; a peak
/// of `points`, then back.
struct Made {
    sneddon::Test test;
    Cycle first;
    std::vector<std::size_t> air;
    TestCorrection correction;

    explicit Made(double zero_nm, int points = 1000) {
        Curve& curve = test.curve;
        for (int i = -50; i < points; ++i) add(zero_nm + 0.1 * i, i > 0 ? i : 0);
        for (int i = points; i > 0; --i) add(zero_nm + 0.1 * points, i);
        first.contact = 20;
        first.load = {SegmentKind::load, 50, static_cast<std::size_t>(50 + points)};
        first.end = curve.size();
        correction.noise_depth_nm = 0.05;
        correction.noise_load_uN = 1;
    }
    void add(double depth_nm, double load_uN) {
        test.curve.time_s.push_back(static_cast<double>(test.curve.size()));
        test.curve.depth_nm.push_back(depth_nm);
        test.curve.load_uN.push_back(load_uN);
    }
    const Correction& by(ZeroRule rule) {
        CorrectionRecipe recipe;
        recipe.zero = rule;
        correct_zero(test, first, air, recipe, correction);
        return correction.steps.back();
    }
};

// A line has no term in F^(4/3) of Hertz's law, its parabola is itself, and 4 uN are 0.4 nm behind
// the zero. The distance of the two is the half width of a rectangle.
TEST(ZeroPoint, IsWrittenWithTheOtherEstimates) {
    Made made(2);
    const Correction& step = made.by(ZeroRule::poly2);
    EXPECT_EQ(step.what, "zero");
    EXPECT_EQ(step.unit, "nm");
    EXPECT_EQ(step.method, "poly2");
    EXPECT_NEAR(step.value, 2, 1e-9);
    EXPECT_TRUE(step.is_applied);
    EXPECT_FALSE(step.is_by_instrument);
    EXPECT_EQ(step.evidence, "poly2 over 100 samples to 12.4 nm; threshold 2.4 nm");
    EXPECT_NEAR(made.correction.change.zero_nm, 2, 1e-9);
    EXPECT_NEAR(made.correction.u_h0_nm, 0.4 / std::sqrt(3.0), 1e-6);
    EXPECT_DOUBLE_EQ(step.u, made.correction.u_h0_nm);
    ASSERT_EQ(made.correction.other_zeros.size(), 1u);
    EXPECT_EQ(made.correction.other_zeros[0].method, "threshold");
    EXPECT_NEAR(made.correction.other_zeros[0].h0_nm, 2.4, 1e-9);
}

// The five points above the threshold at 0.5 nm to the four-fold threshold at 1.7 nm: 1.2 nm.
TEST(ZeroPoint, ByThresholdHasTheNoiseOfTheDepth) {
    Made made(2);
    const Correction& step = made.by(ZeroRule::threshold);
    EXPECT_NEAR(step.value, 2.4, 1e-9);
    EXPECT_EQ(step.evidence, "threshold at 4 uN; poly2 2 nm");
    EXPECT_NEAR(step.u, std::hypot(0.05, 1.2 / std::sqrt(3.0), 0.4 / std::sqrt(3.0)), 1e-6);
}

TEST(ZeroPoint, OfTheFileStandsWhereNoOtherIsAskedFor) {
    Made made(2);
    const Correction& step = made.by(ZeroRule::automatic);
    EXPECT_EQ(step.method, "file");
    EXPECT_EQ(step.value, 0);
    EXPECT_FALSE(step.is_applied);
    EXPECT_EQ(step.evidence, "the zero of the file; poly2 2 nm; threshold 2.4 nm");
    EXPECT_NEAR(step.u, 2.4 / std::sqrt(3.0), 1e-6);
    EXPECT_EQ(made.correction.other_zeros.size(), 2u);
    EXPECT_EQ(Made(60).by(ZeroRule::file).evidence,  // though it is far from contact
              "the zero of the file stands; poly2 60 nm; threshold 60.4 nm");
    EXPECT_EQ(Made(60).by(ZeroRule::file).value, 0);
}

TEST(ZeroPoint, SaysWhatWasPassedOver) {
    const Correction step = Made(2).by(ZeroRule::stiffness);
    EXPECT_EQ(step.method, "file");
    EXPECT_EQ(step.evidence,
              "the zero of the file; poly2 2 nm; threshold 2.4 nm; stiffness: none was recorded");
    const Correction hertz = Made(2).by(ZeroRule::hertz);
    EXPECT_EQ(hertz.method, "file");
    EXPECT_THAT(hertz.evidence, HasSubstr("; hertz: the loading does not follow F^(2/3)"));
    EXPECT_THAT(Made(-30).by(ZeroRule::hertz).evidence,  // and not that it lies above the threshold
                HasSubstr("; hertz: the loading does not follow F^(2/3)"));
    Made far(100);
    far.first.load.end = 52;  // two points of loading: no law has points
    EXPECT_EQ(far.by(ZeroRule::threshold).evidence,
              "the zero of the file; threshold: the load does not leave its noise");
}

// 100 nm of contact: 25 nm are the farthest that a zero of the file may be from where the load
// begins.
TEST(ZeroPoint, OfTheFileFarFromContactIsNone) {
    EXPECT_TRUE(Made(24.9).by(ZeroRule::automatic).method == "file");
    Made made(25.1);
    EXPECT_EQ(made.by(ZeroRule::automatic).method, "poly2");
    ASSERT_EQ(made.correction.flags.size(), 1u);
    EXPECT_EQ(made.correction.flags[0].code, "SND-C001");
    EXPECT_NEAR(made.correction.flags[0].number, 25.1, 1e-9);
    EXPECT_NEAR(made.correction.flags[0].limit, 25, 1e-9);
    EXPECT_EQ(made.correction.flags[0].text,
              "the zero of the file is 25.1 nm from where the load begins");
    EXPECT_EQ(
        made.correction.steps.back().evidence,
        "poly2 over 100 samples to 35.5 nm; threshold 25.5 nm; file: its zero is 25.1 nm from "
        "where the load begins, h_max is 100 nm");
    Made below(-30);
    EXPECT_EQ(below.by(ZeroRule::automatic).method, "poly2");
    EXPECT_EQ(below.correction.flags[0].text,
              "the zero of the file is 30 nm from where the load begins");
}

// Nine points of loading: no parabola, but a threshold.
TEST(ZeroPoint, OfTheFileIsComparedWithTheThresholdWhereThereIsNoParabola) {
    Made made(300, 15);
    made.test.curve.depth_nm.back() = 400;
    const Correction& step = made.by(ZeroRule::automatic);
    EXPECT_EQ(step.method, "threshold");
    EXPECT_NEAR(made.correction.flags[0].number, 300.4, 1e-9);
}

/// h = 3 nm + 0.4 nm (F/uN)^(2/3) in the air and in contact, which a threshold sees `early_nm` too
/// early.
Made hertzian(double early_nm) {
    Made made(0, 10);
    Curve& curve = made.test.curve;
    curve = {};
    for (int i = -50; i < 0; ++i) made.add(0.1 * i, 0);
    for (int i = 0; i <= 1000; ++i)
        made.add(3 + 0.4 * std::cbrt(1.0 * i * i) - (i < 11 ? early_nm : 0), i);
    made.first.contact = 50;
    made.first.load = {SegmentKind::load, 50, curve.size()};
    made.first.end = curve.size();
    return made;
}

// The threshold is at 4 uN: 0.4 x 4^(2/3) = 1.008 nm behind the zero of Hertz's law.
TEST(ZeroPoint, OfHertzAboveTheFirstLoadIsRefused) {
    Made within = hertzian(1.008 + 0.24);  // 5 times the noise of 0.05 nm
    EXPECT_EQ(within.by(ZeroRule::hertz).method, "hertz");
    Made above = hertzian(1.008 + 0.26);
    const Correction& step = above.by(ZeroRule::hertz);
    EXPECT_EQ(step.method, "file");
    EXPECT_THAT(step.evidence,
                HasSubstr("; hertz: its zero, 3 nm, is 0.26 nm above the first depth with load"));
}

TEST(ZeroPoint, WithAKnownTipIsHertzsFirst) {
    Made made = hertzian(0);
    CorrectionRecipe recipe;
    recipe.tip_radius_nm = 300;
    correct_zero(made.test, made.first, made.air, recipe, made.correction);
    EXPECT_EQ(made.correction.steps.back().method, "hertz");
    EXPECT_NEAR(made.correction.change.zero_nm, 3, 1e-9);
}

// Tare, compliance and drift are taken off before.
TEST(ZeroPoint, IsThatOfTheCorrectedLoading) {
    Made made(2), changed(2);
    CurveChange& change = changed.correction.change;
    change = {7, 0.02, 0.01, 30, 0};
    Curve& curve = changed.test.curve;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        curve.depth_nm[i] += 0.02 * curve.load_uN[i] + 0.01 * (curve.time_s[i] - 30);
        curve.load_uN[i] += 7;
    }
    const Correction expected = made.by(ZeroRule::poly2), found = changed.by(ZeroRule::poly2);
    EXPECT_NEAR(found.value, expected.value, 1e-9);
    EXPECT_NEAR(found.u, expected.u, 1e-9);
    EXPECT_EQ(found.evidence, expected.evidence);
}

/// A square law that touches zero at 100 nm, read every 5 nm: its parabola has too few points. The
/// threshold of 4 uN is 20 nm behind, and `moves_nm`.
Made square(double moves_nm) {
    Made made(0, 10);
    Curve& curve = made.test.curve;
    curve = {};
    for (int i = 0; i < 50; ++i) made.add(99, 0);
    for (int i = 0; i <= 60; ++i) {
        const double x = 5 * i, load_uN = 0.01 * x * x;
        made.add(100 + x + (load_uN < 9 ? moves_nm : 0), load_uN);
    }
    made.first.contact = 50;
    made.first.load = {SegmentKind::load, 50, curve.size()};
    made.first.end = curve.size();
    return made;
}

// A threshold up to 20 nm late is explained, with 5 times a noise of 0.05 nm and of 20 nm / 8. One
// that is early by more than the noise of the depth refutes the law.
TEST(ZeroPoint, AThresholdThatIsLateByTheLawIsNoDisagreement) {
    const double slack_nm = 5 * (0.05 + 20.0 / 8);
    for (const double moves_nm : {-20.2, 0.0, slack_nm - 0.1}) {
        Made made = square(moves_nm);
        const Correction& step = made.by(ZeroRule::poly2);
        EXPECT_LT(step.u, 0.1) << moves_nm;
        EXPECT_NEAR(step.value, 100, 1e-9);
    }
    EXPECT_NEAR(square(slack_nm + 0.1).by(ZeroRule::poly2).u,
                (20 + slack_nm + 0.1) / std::sqrt(3.0), 1e-6);
    EXPECT_THAT(square(-20.3).by(ZeroRule::poly2).evidence,
                HasSubstr("poly2: its zero, 100 nm, is 0.3 nm above the first depth with load"));
}

}  // namespace
}  // namespace sneddon
