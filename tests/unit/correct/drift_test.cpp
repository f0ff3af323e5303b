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

/// A hold of a point a second at 10 uN during unloading from 40 uN, three readings below and three
/// above in turn.
struct Held {
    sneddon::Test test;
    std::vector<Segment> segments;

    explicit Held(int hold_s, double rate_nm_per_s = 0.05, double height_nm = 2) {
        for (int i = 0; i <= 40; ++i) add(i, i);
        add(20, 35);
        const std::size_t begin = test.curve.size();
        for (int i = 0; i <= hold_s; ++i)
            add(10, rate_nm_per_s * i + (i % 6 < 3 ? -height_nm : height_nm));
        segments = {{SegmentKind::load, 0, 41},
                    {SegmentKind::unload, 41, begin},
                    {SegmentKind::drift_hold, begin, test.curve.size()}};
    }
    void add(double load_uN, double depth_nm) {
        test.curve.time_s.push_back(static_cast<double>(test.curve.size()));
        test.curve.load_uN.push_back(load_uN);
        test.curve.depth_nm.push_back(depth_nm);
    }
    DriftEstimate estimate() const { return drift_of_hold(test.curve, segments); }
    TestCorrection corrected(DriftRule rule = DriftRule::automatic) const {
        CorrectionRecipe recipe;
        recipe.drift = rule;
        TestCorrection correction;
        correct_drift(test, segments, recipe, correction);
        return correction;
    }
};

// Least squares over seconds 20 to 100 in rational arithmetic; the lag-one correlation of 0.321
// makes the error 1.394 times as large.
TEST(Drift, OfAHoldIsTheLineBehindItsFirstTwentySeconds) {
    const DriftEstimate found = Held(100).estimate();
    ASSERT_TRUE(found.rate_nm_per_s);
    EXPECT_NEAR(*found.rate_nm_per_s, 0.0500903342366757, 1e-12);
    EXPECT_NEAR(found.u_nm_per_s, 0.013421562699316802, 1e-12);
    EXPECT_EQ(found.hold_s, 100);
    EXPECT_EQ(found.evidence,
              "hold of 100 s during unloading: line over 80 s, residual 2 nm, standard error 0.013 "
              "nm/s");
}

TEST(Drift, OfAShortHoldIsThatOfItsSecondHalf) {
    const DriftEstimate found = Held(30, 0.05, 0).estimate();
    EXPECT_NEAR(*found.rate_nm_per_s, 0.05, 1e-12);
    EXPECT_EQ(found.u_nm_per_s, 0.01);
    EXPECT_THAT(found.evidence, HasSubstr("hold of 30 s during unloading: line over 15 s"));
    EXPECT_THAT(Held(42).estimate().evidence, HasSubstr("line over 22 s"));
}

TEST(Drift, OfAHoldOfLessThanTenSecondsIsNone) {
    EXPECT_EQ(Held(9).estimate().evidence, "the hold during unloading lasts 9 s, 10 s are needed");
    EXPECT_FALSE(Held(9).estimate().rate_nm_per_s);
    EXPECT_EQ(Held(10).estimate().evidence, "hold of 10 s during unloading: 6 samples are too few");
    EXPECT_EQ(Held(10).estimate().hold_s, 10);
    EXPECT_FALSE(Held(17).estimate().rate_nm_per_s);  // nine samples
    EXPECT_TRUE(Held(18).estimate().rate_nm_per_s);   // ten
}

TEST(Drift, OfTheLongestHoldAtUpToAQuarterOfTheLoad) {
    Held held(100);
    held.segments.push_back({SegmentKind::drift_hold, 60, 100});
    held.segments.insert(held.segments.begin(), {SegmentKind::drift_hold, 50, 80});
    EXPECT_EQ(held.estimate().hold_s, 100);
    for (double& load_uN : held.test.curve.load_uN)
        if (load_uN == 10) load_uN = 10.01;  // of 40
    EXPECT_EQ(held.estimate().evidence, "no hold at low load during unloading");
    EXPECT_EQ(drift_of_hold(held.test.curve, {}).evidence, "no hold at low load during unloading");
}

TEST(Drift, TheAutomaticRuleAsksInTheOrderOfTrust) {
    const auto step = [](const Held& held) { return held.corrected().steps.back(); };
    Held sixty(60, 0.05, 0), less(59, 0.05, 0);
    EXPECT_EQ(step(sixty).method, "hold");
    EXPECT_EQ(step(less).method, "hold");
    sixty.test.stated.drift_nm_per_s = less.test.stated.drift_nm_per_s = 0.02;
    EXPECT_EQ(step(sixty).method, "hold");
    EXPECT_EQ(step(less).method, "header");
    EXPECT_EQ(step(less).evidence, "as the file states it");
    EXPECT_EQ(step(less).u, 0.01);
    for (int i = 0; i <= 40; ++i) {
        for (Held* held : {&sixty, &less}) {
            held->test.stated.monitor_time_s.push_back(i);
            held->test.stated.monitor_depth_nm.push_back(i < 20 ? 9 : 0.07 * i);
        }
    }
    EXPECT_EQ(step(sixty).method, "hold");
    EXPECT_EQ(step(less).method, "monitor");
    EXPECT_NEAR(step(less).value, 0.07, 1e-12);  // the second half, where the file names no part
    EXPECT_THAT(step(less).evidence,
                HasSubstr("drift measurement before the test: line over 20 s, residual"));
    EXPECT_NEAR(step(less).u, std::hypot(0.01, 0.02 / std::sqrt(12.0)), 1e-12);
    EXPECT_TRUE(step(less).is_applied);
    EXPECT_FALSE(step(less).is_by_instrument);
}

// The reading at the begin of the part counts, the one before it does not: of 10 s at a reading a
// second, 1 nm at the first is -4.5 nm s over 82.5 s2.
TEST(Drift, ThePartOfAMonitorBeginsWithTheReadingAtItsBegin) {
    StatedByFile stated;
    for (int second = 0; second < 20; ++second) {
        stated.monitor_time_s.push_back(second);
        stated.monitor_depth_nm.push_back(second < 10 ? 50 : second == 10 ? 1 : 0);
    }
    stated.drift_analysis_s = 9;
    const DriftEstimate found = drift_of_monitor(stated);
    ASSERT_TRUE(found.rate_nm_per_s);
    EXPECT_NEAR(*found.rate_nm_per_s, -4.5 / 82.5, 1e-15);  // sums of ten small numbers
}

// A part that is longer than the measurement is the measurement.
TEST(Drift, OfAMonitorThatIsAnalysedWholeIsTheLineThroughAllOfIt) {
    StatedByFile stated;
    for (int i = 0; i < 10; ++i) {
        stated.monitor_time_s.push_back(3 * i);
        stated.monitor_depth_nm.push_back(1.5 * i);
    }
    stated.drift_analysis_s = 100;
    const DriftEstimate found = drift_of_monitor(stated);
    ASSERT_TRUE(found.rate_nm_per_s);
    EXPECT_NEAR(*found.rate_nm_per_s, 0.5, 1e-12);
    EXPECT_EQ(found.u_nm_per_s, 0.01);
    EXPECT_EQ(found.hold_s, 0);
    EXPECT_THAT(found.evidence, HasSubstr("line over 27 s"));
}

TEST(Drift, SaysWhyThereIsNone) {
    const TestCorrection found = Held(9).corrected();
    EXPECT_EQ(found.steps.back().what, "drift");
    EXPECT_EQ(found.steps.back().unit, "nm/s");
    EXPECT_EQ(found.steps.back().method, "none");
    EXPECT_EQ(found.steps.back().value, 0);
    EXPECT_EQ(found.steps.back().u, 0.029);
    EXPECT_EQ(found.u_drift_nm_per_s, 0.029);
    EXPECT_EQ(found.steps.back().evidence,
              "the hold during unloading lasts 9 s, 10 s are needed; the file holds no drift "
              "measurement; the head states none");
    EXPECT_EQ(Held(9).corrected(DriftRule::order).steps.back().evidence,
              found.steps.back().evidence + "; no order of tests to smooth over");
    EXPECT_EQ(Held(9).corrected(DriftRule::header).steps.back().evidence, "the file states none");
    EXPECT_EQ(Held(9).corrected(DriftRule::header).steps.back().value, 0);
    EXPECT_EQ(Held(9).corrected(DriftRule::none).steps.back().evidence,
              "the depth of the file stands");
    EXPECT_EQ(Held(9).corrected(DriftRule::none).steps.back().u, 0.029);
}

TEST(Drift, OfTheInstrumentIsAStepOfItsOwn) {
    Held held(100, 0.05, 0);
    held.test.applied.drift_nm_per_s = 0.06;
    held.test.applied.evidence = "told";
    const TestCorrection kept = held.corrected();
    ASSERT_EQ(kept.steps.size(), 2u);
    EXPECT_EQ(kept.steps[0].value, 0.06);
    EXPECT_EQ(kept.steps[0].u, 0.01);
    EXPECT_EQ(kept.steps[0].method, "instrument");
    EXPECT_EQ(kept.steps[0].evidence, "told");
    EXPECT_FALSE(kept.steps[0].is_applied);
    EXPECT_TRUE(kept.steps[0].is_by_instrument);
    EXPECT_EQ(kept.steps[1].u, 0.01);
    EXPECT_EQ(kept.steps[1].evidence, "the instrument had subtracted it");
    EXPECT_TRUE(kept.flags.empty());
    EXPECT_EQ(held.corrected(DriftRule::none).steps[1].u, 0.01);
    // What a hold shows comes on top of what was subtracted: 0.11 nm/s in all.
    const TestCorrection more = held.corrected(DriftRule::hold);
    EXPECT_NEAR(more.change.drift_nm_per_s, 0.05, 1e-12);
    EXPECT_THAT(more.steps[1].evidence, Not(HasSubstr("taken back")));
    ASSERT_EQ(more.flags.size(), 1u);
    EXPECT_EQ(more.flags[0].code, "SND-C002");
    EXPECT_NEAR(more.flags[0].number, 0.11, 1e-12);
    EXPECT_EQ(more.flags[0].limit, 0.1);
    EXPECT_EQ(more.flags[0].text, "drift of 0.11 nm/s");
}

// A given drift and a smooth one have their own uncertainty, whatever a hold and a monitor say.
TEST(Drift, DisagreementCountsOnlyForWhatWasMeasured) {
    Held held(100, 0.05, 0);
    for (int i = 0; i <= 40; ++i) {
        held.test.stated.monitor_time_s.push_back(i);
        held.test.stated.monitor_depth_nm.push_back(0.08 * i);
    }
    EXPECT_NEAR(held.corrected(DriftRule::hold).u_drift_nm_per_s,
                std::hypot(0.01, 0.03 / std::sqrt(12.0)), 1e-12);
    CorrectionRecipe recipe;
    recipe.drift = DriftRule::value;
    recipe.drift_nm_per_s = -0.2;
    TestCorrection given;
    correct_drift(held.test, held.segments, recipe, given);
    EXPECT_EQ(given.u_drift_nm_per_s, 0.01);
    EXPECT_EQ(given.steps.back().evidence, "given");
    EXPECT_EQ(given.steps.back().method, "value");
    EXPECT_EQ(given.flags[0].number, -0.2);
    recipe.drift = DriftRule::order;
    recipe.drift_of_order = DriftOfOrder{0.1, 0.02, 21};
    TestCorrection smooth;
    correct_drift(held.test, held.segments, recipe, smooth);
    EXPECT_EQ(smooth.u_drift_nm_per_s, 0.02);
    EXPECT_EQ(smooth.steps.back().method, "order");
    EXPECT_EQ(smooth.steps.back().evidence, "smooth over the order: line through 21 tests");
    EXPECT_TRUE(smooth.flags.empty());  // 0.1 nm/s is not above it
}

TEST(Drift, TheAutomaticOneIsWhatWouldBeTaken) {
    const Held held(100, 0.05, 0);
    EXPECT_NEAR(*automatic_drift(held.test, held.segments), 0.05, 1e-12);
    EXPECT_FALSE(automatic_drift(Held(9).test, {}));
}

}  // namespace
}  // namespace sneddon
