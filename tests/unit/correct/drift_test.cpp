#include "correct/drift.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

sneddon::Test stated_test(std::optional<double> applied_nm_per_s) {
    sneddon::Test test;
    for (int i = 0; i < 3; ++i) {
        test.curve.time_s.push_back(i);
        test.curve.depth_nm.push_back(i);
        test.curve.load_uN.push_back(i);
    }
    test.applied.drift_nm_per_s = applied_nm_per_s;
    test.stated.drift_nm_per_s = 0.02;
    return test;
}

TestCorrection corrected(std::optional<double> applied_nm_per_s, DriftRule rule) {
    CorrectionRecipe recipe;
    recipe.drift = rule;
    TestCorrection correction;
    correct_drift(stated_test(applied_nm_per_s), {}, recipe, correction);
    return correction;
}

TEST(Drift, TheAutomaticRuleLeavesWhatTheInstrumentHasSubtracted) {
    const TestCorrection found = corrected(0.05, DriftRule::automatic);
    EXPECT_EQ(found.change.drift_nm_per_s, 0);
    EXPECT_THAT(found.steps.back().evidence, HasSubstr("the instrument had subtracted it"));
}

TEST(Drift, AnotherRuleTakesBackWhatTheInstrumentHasSubtracted) {
    const TestCorrection found = corrected(0.05, DriftRule::header);
    EXPECT_DOUBLE_EQ(found.change.drift_nm_per_s, 0.02 - 0.05);
    EXPECT_THAT(found.steps.back().evidence, HasSubstr("taken back"));
}

TEST(Drift, NothingIsTakenBackWhereNothingWasSubtracted) {
    const TestCorrection found = corrected(std::nullopt, DriftRule::header);
    EXPECT_DOUBLE_EQ(found.change.drift_nm_per_s, 0.02);
    EXPECT_THAT(found.steps.back().evidence, Not(HasSubstr("taken back")));
}

// The last 9 s of 19 s hold ten points, the fewest of a line; before them the tip settles.
TEST(Drift, TheMonitorIsReadFromItsStatedPartOn) {
    sneddon::Test test = stated_test(std::nullopt);
    for (int second = 0; second < 20; ++second) {
        test.stated.monitor_time_s.push_back(second);
        test.stated.monitor_depth_nm.push_back(second < 10 ? 50 - second : 0.1 * second);
    }
    test.stated.drift_analysis_s = 9;
    CorrectionRecipe recipe;
    recipe.drift = DriftRule::monitor;
    TestCorrection found;
    correct_drift(test, {}, recipe, found);
    EXPECT_NEAR(found.change.drift_nm_per_s, 0.1, 1e-12);
    EXPECT_NEAR(found.steps.back().u, 0.01, 1e-9);  // no other measurement disagrees
}

// A hold of 100 s without a drift, a monitor with 0.1 nm/s: their distance is the width of a
// rectangle.
TEST(Drift, WhatTwoMeasurementsDisagreeByIsPartOfTheUncertainty) {
    sneddon::Test test;
    for (int second = 0; second < 200; ++second) {
        test.curve.time_s.push_back(second);
        test.curve.depth_nm.push_back(second < 100 ? second : 80);
        test.curve.load_uN.push_back(second < 100 ? second : 10);
    }
    for (int second = 0; second < 40; ++second) {
        test.stated.monitor_time_s.push_back(second);
        test.stated.monitor_depth_nm.push_back(0.1 * second);
    }
    const std::vector<Segment> segments = {{SegmentKind::load, 0, 100},
                                           {SegmentKind::drift_hold, 100, 200}};
    CorrectionRecipe recipe;
    recipe.drift = DriftRule::monitor;
    TestCorrection found;
    correct_drift(test, segments, recipe, found);
    EXPECT_NEAR(found.change.drift_nm_per_s, 0.1, 1e-12);
    EXPECT_NEAR(found.steps.back().u, std::hypot(0.01, 0.1 / std::sqrt(12.0)), 1e-9);
}

}  // namespace
}  // namespace sneddon
