#include "correct/corrections.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

// 1 s in the air, then a spherical end of 300 nm pressed at 30 uN/s to 300 uN, with the drift, the
// compliance, the offsets of depth and load and the noise that a test is given.
struct Truth {
    double h0_nm = 2.5, load_offset_uN = 0.4, drift_nm_per_s = 0, compliance_nm_per_uN = 0;
    double exponent = 2.0 / 3;  // of depth against load
    double noise_nm = 0.2, noise_uN = 0.1;
    double drift_hold_s = 0;
};

struct Made {
    sneddon::Test test;
    std::vector<Segment> segments;
    std::vector<Cycle> cycles;
};

Made make(const Truth& truth) {
    constexpr double rate_Hz = 300;
    Made made;
    RandomStream noise(3);
    Curve& curve = made.test.curve;
    const auto add = [&](double load_uN, double depth_nm) {
        const double t = static_cast<double>(curve.size()) / rate_Hz;
        curve.time_s.push_back(t);
        curve.load_uN.push_back(load_uN + truth.load_offset_uN + truth.noise_uN * noise.normal());
        curve.depth_nm.push_back(depth_nm + truth.h0_nm + truth.drift_nm_per_s * (t - 1) +
                                 truth.compliance_nm_per_uN * load_uN +
                                 truth.noise_nm * noise.normal());
    };
    const auto depth = [&](double load_uN) { return 44 * std::pow(load_uN / 300, truth.exponent); };
    for (int i = 0; i < 300; ++i) add(0, -20 + i / 15.0);
    for (int i = 0; i < 3000; ++i) add(i / 10.0, depth(i / 10.0));
    const double rest_uN = truth.drift_hold_s > 0 ? 30 : 0;
    const auto back = [&](double load_uN) { return 44 - 20 * (1 - load_uN / 300); };
    for (double load_uN = 300; load_uN > rest_uN; load_uN -= 0.1) add(load_uN, back(load_uN));
    const std::size_t unloaded = curve.size();
    for (int i = 0; i < truth.drift_hold_s * rate_Hz; ++i) add(rest_uN, back(rest_uN));
    const std::size_t end = curve.size();
    made.segments = {{SegmentKind::approach, 0, 300},
                     {SegmentKind::load, 300, 3300},
                     {SegmentKind::unload, 3300, unloaded}};
    if (truth.drift_hold_s > 0) made.segments.push_back({SegmentKind::drift_hold, unloaded, end});
    Cycle cycle;
    cycle.contact = 300;
    cycle.load = made.segments[1];
    cycle.hold = {SegmentKind::hold, 3300, 3300};
    cycle.unload = made.segments[2];
    cycle.end = end;
    made.cycles = {cycle};
    return made;
}

TestCorrection correct(const Made& made, const CorrectionRecipe& recipe) {
    return find_corrections(made.test, made.segments, made.cycles, noise_of(made.test.curve),
                            recipe);
}

const Correction& step(const TestCorrection& correction, std::string_view what) {
    return *std::ranges::find_if(correction.steps, [&](const Correction& each) {
        return each.what == what && !each.is_by_instrument;
    });
}

CorrectionRecipe known_tip() {
    CorrectionRecipe recipe;
    recipe.tip_radius_nm = 300;
    return recipe;
}

// Limits: 4 standard errors of 150 samples, of 0.2 nm and 0.1 uN each.
TEST(CorrectTest, FindsTheLoadOffsetAndHertzsZero) {
    const TestCorrection found = correct(make({}), known_tip());
    EXPECT_EQ(step(found, "tare").method, "air");
    EXPECT_NEAR(found.change.load_offset_uN, 0.4, 0.05);
    EXPECT_EQ(step(found, "zero").method, "hertz") << step(found, "zero").evidence;
    EXPECT_NEAR(found.change.zero_nm, 2.5, 0.2);
    EXPECT_GT(found.u_h0_nm, 0);
    EXPECT_NEAR(found.noise_depth_nm, 0.2, 0.02);
    EXPECT_NEAR(found.noise_load_uN, 0.1, 0.01);
}

TEST(CorrectTest, WithoutATipRadiusTheZeroOfTheFileStands) {
    const TestCorrection found = correct(make({}), {});
    EXPECT_EQ(step(found, "zero").method, "file");
    EXPECT_EQ(found.change.zero_nm, 0);
}

TEST(CorrectTest, ALoadingThatIsNotHertzsKeepsTheZeroOfTheFileAndSaysWhy) {
    Truth truth;
    truth.exponent = 1 / 1.36;
    truth.noise_nm = truth.noise_uN = truth.h0_nm = truth.load_offset_uN = 0;
    const TestCorrection found = correct(make(truth), known_tip());
    EXPECT_EQ(step(found, "zero").method, "file");
    EXPECT_NE(step(found, "zero").evidence.find("F^(4/3)"), std::string::npos)
        << step(found, "zero").evidence;
}

TEST(CorrectTest, ASharpTipIsElasticForTooShort) {
    CorrectionRecipe recipe;
    recipe.tip_radius_nm = 5;
    const TestCorrection found = correct(make({}), recipe);
    EXPECT_EQ(step(found, "zero").method, "file");
    EXPECT_NE(step(found, "zero").evidence.find("elastic range"), std::string::npos);
}

TEST(CorrectTest, AContactThatMustHaveYieldedIsNotHertzs) {
    Truth truth;
    truth.exponent = 2.0 / 3;
    CorrectionRecipe recipe;
    recipe.tip_radius_nm = 60;
    const TestCorrection found = correct(make(truth), recipe);
    EXPECT_EQ(step(found, "zero").method, "file");
    EXPECT_NE(step(found, "zero").evidence.find("not elastic"), std::string::npos)
        << step(found, "zero").evidence;
}

TEST(CorrectTest, AHoldAtHighLoadIsNoMeasureOfTheDrift) {
    Truth truth;
    truth.drift_nm_per_s = 0.08;
    truth.drift_hold_s = 60;
    Made made = make(truth);
    for (std::size_t i = made.segments.back().begin; i < made.segments.back().end; ++i)
        made.test.curve.load_uN[i] += 70;
    EXPECT_EQ(step(correct(made, {}), "drift").method, "none");
}

TEST(CorrectTest, AZeroFarFromContactIsNotTaken) {
    Truth truth;
    truth.h0_nm = 5000;
    const TestCorrection found = correct(make(truth), {});
    EXPECT_EQ(step(found, "zero").method, "poly2");
    EXPECT_NEAR(found.change.zero_nm, 5000, 2);
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].code, "SND-C001");
}

TEST(CorrectTest, EveryMethodIsWithinTwoNanometres) {
    for (const ZeroRule rule : {ZeroRule::hertz, ZeroRule::poly2, ZeroRule::threshold}) {
        CorrectionRecipe recipe;
        recipe.zero = rule;
        EXPECT_NEAR(correct(make({}), recipe).change.zero_nm, 2.5, 2) << static_cast<int>(rule);
    }
}

TEST(CorrectTest, AHoldOfAMinuteGivesTheDrift) {
    Truth truth;
    truth.drift_nm_per_s = 0.08;
    truth.drift_hold_s = 60;
    const TestCorrection found = correct(make(truth), {});
    EXPECT_EQ(step(found, "drift").method, "hold");
    // 12,000 samples of 0.2 nm over 40 s: standard error 1.6e-4 nm/s.
    EXPECT_NEAR(found.change.drift_nm_per_s, 0.08, 8e-4);
    EXPECT_GE(found.u_drift_nm_per_s, 0.01);
    EXPECT_TRUE(found.flags.empty());
}

TEST(CorrectTest, ALargeDriftIsFlagged) {
    Truth truth;
    truth.drift_nm_per_s = 0.3;
    truth.drift_hold_s = 60;
    const TestCorrection found = correct(make(truth), {});
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].code, "SND-C002");
}

TEST(CorrectTest, WithoutAnyMeasurementTheDriftIsUncertain) {
    const TestCorrection found = correct(make({}), {});
    EXPECT_EQ(step(found, "drift").method, "none");
    EXPECT_EQ(found.change.drift_nm_per_s, 0);
    EXPECT_NEAR(found.u_drift_nm_per_s, 0.05 / std::sqrt(3.0), 1e-3);
}

TEST(CorrectTest, WhatTheInstrumentAppliedIsReportedAndNotAppliedAgain) {
    Truth truth;
    truth.drift_hold_s = 60;
    Made made = make(truth);
    made.test.applied = {0.001, 0.05, "told"};
    made.test.stated.frame_compliance_nm_per_uN = 0.001;
    made.test.stated.drift_nm_per_s = 0.05;
    const TestCorrection found = correct(made, {});
    EXPECT_EQ(found.change.frame_compliance_nm_per_uN, 0);
    EXPECT_EQ(found.change.drift_nm_per_s, 0);
    EXPECT_EQ(std::ranges::count_if(found.steps, &Correction::is_by_instrument), 2);
}

TEST(CorrectTest, AnotherValueReplacesWhatTheInstrumentApplied) {
    Made made = make({});
    made.test.applied = {0.001, 0.05, "told"};
    CorrectionRecipe recipe;
    recipe.frame_compliance = FrameComplianceRule::value;
    recipe.frame_compliance_nm_per_uN = 0.003;
    recipe.drift = DriftRule::value;
    recipe.drift_nm_per_s = 0.02;
    const TestCorrection found = correct(made, recipe);
    EXPECT_NEAR(found.change.frame_compliance_nm_per_uN, 0.002, 1e-15);
    EXPECT_NEAR(found.change.drift_nm_per_s, -0.03, 1e-15);
}

TEST(CorrectTest, WithoutAnyComplianceItsStepSaysZero) {
    const TestCorrection found = correct(make({}), {});
    EXPECT_EQ(step(found, "frame_compliance").value, 0);
    EXPECT_EQ(step(found, "frame_compliance").method, "none");
}

TEST(CorrectTest, TheStatedComplianceIsAppliedWhereTheInstrumentHadNot) {
    Made made = make({});
    made.test.stated.frame_compliance_nm_per_uN = 0.004;
    EXPECT_EQ(correct(made, {}).change.frame_compliance_nm_per_uN, 0.004);
}

TEST(CorrectTest, TheStepOfTheComplianceSaysWhereItIsFrom) {
    struct Case {
        FrameComplianceRule rule;
        bool is_applied_by_instrument, is_stated;
        double value;
        std::string method, evidence;
    };
    using enum FrameComplianceRule;
    for (const Case& each :
         std::vector<Case>{{none, false, true, 0, "none", "the depth of the file stands"},
                           {value, false, true, 0.003, "value", "given"},
                           {value, true, true, 0.003, "value",
                            "given; what the instrument had applied is taken back"},
                           {header, false, true, 0.004, "header", "as the file states it"},
                           {header, false, false, 0, "none", "the file states none"},
                           {automatic, true, true, 0, "none", "the instrument had applied it"}}) {
        Made made = make({});
        if (each.is_applied_by_instrument) made.test.applied = {0.001, {}, "told"};
        if (each.is_stated) made.test.stated.frame_compliance_nm_per_uN = 0.004;
        CorrectionRecipe recipe;
        recipe.frame_compliance = each.rule;
        recipe.frame_compliance_nm_per_uN = 0.003;
        const TestCorrection found = correct(made, recipe);
        const Correction& ours = step(found, "frame_compliance");
        EXPECT_EQ(ours.value, each.value) << each.evidence;
        EXPECT_TRUE(std::isnan(ours.u));
        EXPECT_EQ(ours.unit, "nm/uN");
        EXPECT_EQ(ours.method, each.method) << each.evidence;
        EXPECT_EQ(ours.evidence, each.evidence);
        EXPECT_EQ(ours.is_applied, each.value != 0);
        if (!each.is_applied_by_instrument) continue;
        const Correction& theirs = found.steps[1];
        EXPECT_EQ(theirs.value, 0.001);
        EXPECT_EQ(theirs.method, "instrument");
        EXPECT_EQ(theirs.evidence, "told");
        EXPECT_FALSE(theirs.is_applied);
        EXPECT_TRUE(theirs.is_by_instrument);
    }
}

// The drift counts from contact, which is given to what follows too.
TEST(CorrectTest, TheDriftCountsFromContact) {
    Made made = make({});
    made.cycles[0].contact = 150;
    const TestCorrection found = correct(made, {});
    EXPECT_DOUBLE_EQ(found.t_ref_s, 0.5);
    EXPECT_DOUBLE_EQ(found.change.t_ref_s, 0.5);
    ASSERT_EQ(found.steps.size(), 4u);
    EXPECT_EQ(found.steps[0].what, "tare");
    EXPECT_EQ(found.steps[1].what, "frame_compliance");
    EXPECT_EQ(found.steps[2].what, "drift");
    EXPECT_EQ(found.steps[3].what, "zero");
}

TEST(CorrectTest, TheMonitorGivesTheDriftOfItsEnd) {
    Made made = make({});
    for (int i = 0; i <= 400; ++i) {
        const double t = i / 10.0;
        made.test.stated.monitor_time_s.push_back(t);
        made.test.stated.monitor_depth_nm.push_back(t < 20 ? 5 * t : 100 + 0.07 * (t - 20));
    }
    made.test.stated.drift_analysis_s = 20;
    const TestCorrection found = correct(made, {});
    EXPECT_EQ(step(found, "drift").method, "monitor");
    EXPECT_NEAR(found.change.drift_nm_per_s, 0.07, 1e-9);
}

TEST(CorrectTest, WithoutCorrectionNothingChanges) {
    EXPECT_TRUE(correct(make({}), no_correction).change.is_none());
}

TEST(CorrectedCurve, AppliesEveryCorrectionOnce) {
    Curve curve;
    curve.time_s = {3};
    curve.load_uN = {10};
    curve.depth_nm = {100};
    CurveChange change;
    change.load_offset_uN = 2;
    change.frame_compliance_nm_per_uN = 0.5;
    change.drift_nm_per_s = 4;
    change.t_ref_s = 1;
    change.zero_nm = 7;
    const Curve corrected = corrected_curve(curve, change);
    EXPECT_EQ(corrected.load_uN[0], 8);
    EXPECT_EQ(corrected.depth_nm[0], 100 - 0.5 * 8 - 4 * 2 - 7);
    EXPECT_EQ(corrected.time_s, curve.time_s);
}

}  // namespace
}  // namespace sneddon
