#include "segment/find_segments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

using testing::closed_form_test;
using testing::ClosedForm;

void expect_near(std::size_t found, std::size_t expected, std::size_t tolerance) {
    EXPECT_LE(found > expected ? found - expected : expected - found, tolerance)
        << found << " instead of " << expected;
}

// Exact ramps and plateaus: the corners are found within one sample.
TEST(FindSegments, ATrapezoidHasLoadHoldAndUnload) {
    for (const double hold_s : {1.0, 10.0, 60.0}) {
        ClosedForm form;
        form.hold_s = hold_s;
        const Segmentation found = find_segments(closed_form_test(form));
        ASSERT_EQ(found.cycles.size(), 1u);
        const Cycle& cycle = found.cycles[0];
        expect_near(cycle.hold.begin, 3000, 1);
        expect_near(cycle.hold.end, 3000 + static_cast<std::size_t>(300 * hold_s) + 1, 1);
        EXPECT_EQ(cycle.unload.begin, cycle.hold.end);
    }
}

TEST(FindSegments, ATriangleHasNoHold) {
    ClosedForm form;
    form.hold_s = 0;
    const Segmentation found = find_segments(closed_form_test(form));
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_TRUE(found.cycles[0].hold.is_empty());
    expect_near(found.cycles[0].load.end, 3001, 1);
}

// Peers lose all such tests: their limit is a share of the largest rate, which is noise.
// The crossing of two fitted lines moves by noise/rate/sqrt(points): here below 0.1 s (30 samples).
TEST(FindSegments, NoiseOfOnePercentDoesNotHideTheHold) {
    for (const double noise : {0.0005, 0.01}) {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            ClosedForm form;
            form.noise_uN = noise * form.F_max_uN;
            form.seed = seed;
            const Segmentation found = find_segments(closed_form_test(form));
            ASSERT_EQ(found.cycles.size(), 1u) << noise << " " << seed;
            ASSERT_FALSE(found.cycles[0].hold.is_empty());
            expect_near(found.cycles[0].hold.begin, 3000, noise > 0.001 ? 30 : 5);
            expect_near(found.cycles[0].hold.end, 6001, noise > 0.001 ? 60 : 8);
        }
    }
}

// A spring adds 1.2 % of the peak load until contact: more than what counts as loading.
TEST(FindSegments, ATiltedLoadInTheAirIsNoLoading) {
    ClosedForm form;
    form.air_s = 5;
    form.noise_uN = 0.05;
    sneddon::Test test = closed_form_test(form);
    for (std::size_t i = 0; i < test.curve.size(); ++i)
        test.curve.load_uN[i] += 0.012 * 300 * std::min(static_cast<double>(i) / 1500, 1.0);
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_GE(found.cycles[0].load.begin, 1480u);
}

TEST(FindSegments, SlowUnloadingAfterFastLoadingIsNotAHold) {
    ClosedForm form;
    form.ramp_s = 1;
    form.hold_s = 2;
    form.unload_s = 200;
    form.rate_Hz = 50;
    const Segmentation found = find_segments(closed_form_test(form));
    ASSERT_EQ(found.cycles.size(), 1u);
    expect_near(found.cycles[0].hold.begin, 50, 1);
    expect_near(found.cycles[0].hold.end, 151, 2);
}

TEST(FindSegments, AirInFrontIsApproach) {
    ClosedForm form;
    form.air_s = 3;
    form.noise_uN = 0.1;
    const Segmentation found = find_segments(closed_form_test(form));
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.segments[0].kind, SegmentKind::approach);
    expect_near(found.cycles[0].load.begin, 900, 10);
    expect_near(found.cycles[0].hold.begin, 3900, 5);
}

TEST(FindSegments, AHoldDuringUnloadingIsADriftHold) {
    ClosedForm form;
    form.unload_to = 0.1;
    form.drift_hold_s = 60;
    form.noise_uN = 0.1;
    const Segmentation found = find_segments(closed_form_test(form));
    ASSERT_EQ(found.cycles.size(), 1u);
    ASSERT_EQ(found.segments.size(), 5u);
    EXPECT_EQ(found.segments[3].kind, SegmentKind::drift_hold);
    expect_near(found.segments[3].begin, 9000, 3);
    expect_near(found.segments[3].end, 9000 + 18000, 5);
    EXPECT_GT(found.cycles[0].end, found.cycles[0].unload.end);
}

/// Cycles to rising peaks, unloading to a tenth of each, as in partial-unload tests.
Test several_cycles(int cycles, double noise_uN) {
    testing::ClosedFormBuilder builder({.noise_uN = noise_uN});
    double from = 0;
    for (int i = 1; i <= cycles; ++i) {
        const double peak = 100.0 * i, low = 10.0 * i;
        builder.part(
            2, [&](double s) { return from + (peak - from) * s; },
            [&](double s) { return 20.0 * i * s; });
        builder.part(
            1, [&](double) { return peak; }, [&](double) { return 20.0 * i; });
        builder.part(
            2, [&](double s) { return peak + (low - peak) * s; },
            [&](double s) { return 20.0 * i - 5 * s; });
        from = low;
    }
    return builder.take();
}

TEST(FindSegments, SeveralLoadingsAreSeveralCycles) {
    for (const double noise_uN : {0.0, 0.5}) {
        const Segmentation found = find_segments(several_cycles(5, noise_uN));
        ASSERT_EQ(found.cycles.size(), 5u) << noise_uN;
        for (const Cycle& cycle : found.cycles) EXPECT_FALSE(cycle.hold.is_empty());
        expect_near(found.cycles[2].hold.begin, 2 * 1500 + 600, 5);
    }
}

TEST(FindSegments, SegmentsFollowEachOtherWithoutGaps) {
    ClosedForm form;
    form.air_s = 1;
    form.unload_to = 0.1;
    form.drift_hold_s = 10;
    const auto test = closed_form_test(form);
    const Segmentation found = find_segments(test);
    std::size_t at = 0;
    for (const Segment& segment : found.segments) {
        EXPECT_EQ(segment.begin, at);
        at = segment.end;
    }
    EXPECT_EQ(at, test.curve.size());
}

TEST(FindSegments, ASpikeIsNotACycle) {
    ClosedForm form;
    auto test = closed_form_test(form);
    test.curve.load_uN[4000] *= 1.3;
    test.curve.load_uN[8000] = 400;
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    expect_near(found.cycles[0].hold.end, 6001, 1);
}

TEST(FindSegments, ALoadDropAtAPopInIsNotAnUnloading) {
    ClosedForm form;
    auto test = closed_form_test(form);
    for (std::size_t i = 1500; i < 1530; ++i) test.curve.load_uN[i] *= 0.94;
    EXPECT_EQ(find_segments(test).cycles.size(), 1u);
}

// The load falls by 40 % in 3 samples while the tip sinks in by 15 nm; with the depth along it, the
// same fall is an unloading.
TEST(FindSegments, ADeepLoadDropCountsAsTheDepthDoes) {
    for (const double sinks_nm : {15.0, -15.0}) {
        ClosedForm form;
        form.noise_nm = 0.1;
        auto test = closed_form_test(form);
        for (std::size_t i = 1500; i < test.curve.size(); ++i) {
            if (i < 3000) test.curve.load_uN[i] *= 0.6 + 0.4 * static_cast<double>(i - 1500) / 1500;
            test.curve.depth_nm[i] += sinks_nm;
        }
        EXPECT_EQ(find_segments(test).cycles.size(), sinks_nm > 0 ? 1u : 2u) << sinks_nm;
    }
}

TEST(FindSegments, AKickOnTheWayOutIsNoCycle) {
    for (const double gains_nm : {-10.0, 20.0}) {
        ClosedForm form;
        form.noise_nm = 0.1;
        auto test = closed_form_test(form);
        for (std::size_t i = 8800; i < 8830; ++i) {
            const double share = static_cast<double>(i - 8800) / 30;
            test.curve.load_uN[i] = 8 + 12 * share;
            test.curve.depth_nm[i] = 35 + gains_nm * share;
        }
        EXPECT_EQ(find_segments(test).cycles.size(), gains_nm < 0 ? 1u : 2u) << gains_nm;
    }
}

// Strain-rate controlled loading rises as an exponential: no piece of it is a hold.
TEST(FindSegments, ExponentialLoadingIsOneLoading) {
    testing::ClosedFormBuilder builder({});
    builder.part(
        40, [](double s) { return 300 * std::exp(4 * (s - 1)); }, [](double s) { return 50 * s; });
    builder.part(
        5, [](double) { return 300.0; }, [](double) { return 50.0; });
    builder.part(
        10, [](double s) { return 300 * (1 - s); }, [](double s) { return 50 - 20 * s; });
    const Segmentation found = find_segments(builder.take());
    ASSERT_EQ(found.cycles.size(), 1u);
    expect_near(found.cycles[0].hold.begin, 12000, 15);
    expect_near(found.cycles[0].hold.end, 13501, 2);
}

TEST(FindSegments, TheFilesOwnMarksAreTaken) {
    ClosedForm form;
    auto test = closed_form_test(form);
    test.mark_source = MarkSource::blank_line;
    test.marks = {{0, ""}, {2990, ""}, {6010, ""}};
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.cycles[0].hold.begin, 2990u);
    EXPECT_EQ(found.cycles[0].hold.end, 6010u);
    EXPECT_EQ(found.inferences.back().evidence, "blank lines of the file");
}

TEST(FindSegments, MarksThatSeparateNothingAreNotTaken) {
    auto test = closed_form_test({});
    test.mark_source = MarkSource::blank_line;
    test.marks = {{0, ""}, {1, ""}};
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    expect_near(found.cycles[0].hold.begin, 3000, 1);
    EXPECT_THAT(found.inferences.back().evidence, ::testing::HasSubstr("do not separate"));
}

// An instrument that counts the unloading after a drift hold as a cycle is taken at its word.
TEST(FindSegments, DeclaredCyclesSplitAtTheDriftHold) {
    ClosedForm form;
    form.unload_to = 0.1;
    form.drift_hold_s = 60;
    auto test = closed_form_test(form);
    test.declared_cycles = 2;
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 2u);
    EXPECT_TRUE(found.cycles[1].load.is_empty());
    EXPECT_FALSE(found.cycles[1].hold.is_empty());
    EXPECT_EQ(found.cycles[0].end, found.cycles[1].hold.begin);
}

TEST(FindSegments, NoiseAloneHasNoCycle) {
    testing::ClosedFormBuilder builder({.noise_uN = 1});
    builder.part(
        20, [](double) { return 0.0; }, [](double) { return 0.0; });
    EXPECT_TRUE(find_segments(builder.take()).cycles.empty());
}

TEST(FindSegments, AFileThatEndsInTheHoldHasNoCycle) {
    auto test = closed_form_test({});
    for (auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        column->resize(5000);
    const Segmentation found = find_segments(test);
    EXPECT_TRUE(found.cycles.empty());
    EXPECT_EQ(found.segments.back().end, 5000u);
}

TEST(FindSegments, TimeRunningBackIsFlagged) {
    auto test = closed_form_test({});
    EXPECT_TRUE(find_segments(test).flags.empty());
    test.curve.time_s[100] = 0;
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].code, "SND-S002");
}

TEST(FindSegments, TheEvidenceSaysWhereTheSegmentsAreFrom) {
    const auto evidence = [](MarkSource source, std::vector<SegmentMark> marks) {
        auto test = closed_form_test({});
        test.mark_source = source;
        test.marks = std::move(marks);
        const Segmentation found = find_segments(test);
        EXPECT_EQ(found.inferences.size(), 1u);
        EXPECT_EQ(found.inferences[0].what, "segments");
        EXPECT_EQ(found.inferences[0].value, "1 cycle(s)");
        return found.inferences[0].evidence;
    };
    const std::vector<SegmentMark> good = {{0, ""}, {3000, ""}, {6000, ""}};
    EXPECT_EQ(evidence(MarkSource::blank_line, good), "blank lines of the file");
    EXPECT_EQ(evidence(MarkSource::segment_column, good), "segment column of the file");
    EXPECT_EQ(evidence(MarkSource::segment_table, good), "segment table of the file's head");
    EXPECT_EQ(evidence(MarkSource::marker, good), "markers of the file");
    EXPECT_EQ(evidence(MarkSource::none, {}), "found from the load, noise 0.0003 uN");
    EXPECT_EQ(
        evidence(MarkSource::marker, {{0, ""}}),
        "markers of the file do not separate loading from unloading; found from the load, noise "
        "0.0003 uN");
}

// A fall and then a rise, as of a retract before an approach that ends the file: no unloading.
TEST(FindSegments, MarksOfAFallAndThenARiseSeparateNothing) {
    testing::ClosedFormBuilder builder({});
    builder.part(
        1, [](double s) { return 300 * (1 - s); }, [](double s) { return 50 - 20 * s; });
    builder.part(
        1, [](double s) { return 300 * s; }, [](double s) { return 30 + 30 * s; });
    auto test = builder.take();
    test.mark_source = MarkSource::marker;
    test.marks = {{0, ""}, {300, ""}};
    EXPECT_THAT(find_segments(test).inferences.back().evidence,
                ::testing::HasSubstr("do not separate"));
}

TEST(FindSegments, TenPointsWithALoadAreEnough) {
    sneddon::Test test;
    for (int i = 0; i < 10; ++i) {
        test.curve.time_s.push_back(i);
        test.curve.depth_nm.push_back(i < 5 ? i : 9 - i);
        test.curve.load_uN.push_back(i < 5 ? 10 * i : 10 * (9 - i));
    }
    EXPECT_EQ(find_segments(test).inferences.size(), 1u);
    for (double& load_uN : test.curve.load_uN) load_uN = 0;
    EXPECT_TRUE(find_segments(test).inferences.empty());
    for (auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        column->pop_back();
    test.curve.load_uN = {0, 10, 20, 30, 40, 30, 20, 10, 0};
    EXPECT_TRUE(find_segments(test).inferences.empty());
}

TEST(FindSegments, AFileOfTheUnloadingAloneIsACycle) {
    auto test = closed_form_test({});
    for (auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        column->erase(column->begin(), column->begin() + 6000);
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.flags.back().code, "SND-S012");
    EXPECT_EQ(found.inferences.back().value, "1 cycle(s)");
}

// A standing time is no time that runs back, and the first step back is the one that is named.
TEST(FindSegments, TheFirstStepBackInTimeIsNamed) {
    auto test = closed_form_test({});
    test.curve.time_s[1] = test.curve.time_s[0];
    EXPECT_TRUE(find_segments(test).flags.empty());
    test.curve.time_s[1] = -1;
    test.curve.time_s[700] = 0;
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].text, "time runs back at sample 2");
}

}  // namespace
}  // namespace sneddon
