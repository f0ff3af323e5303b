#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "segment/corners.hpp"
#include "segment/find_segments.hpp"
#include "segment/polyline.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

using testing::ClosedFormBuilder;

// As under a constant rate of strain: only the last percent of such a ramp are straight.
TEST(Corners, ABentRampMeetsItsPlateauWhereItEnds) {
    ClosedFormBuilder builder({});
    builder.part(
        10, [](double s) { return 300 * s * s; }, [](double s) { return 50 * s; });
    builder.part(
        10, [](double) { return 300.0; }, [](double s) { return 50 + s; });
    builder.part(
        10, [](double s) { return 300 * (1 - s); }, [](double s) { return 51 - 20 * s; });
    const Segmentation found = find_segments(builder.take());
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_NEAR(static_cast<double>(found.cycles[0].hold.begin), 3000, 3);
    EXPECT_NEAR(static_cast<double>(found.cycles[0].hold.end), 6001, 3);
}

/// 30 points in the air, a ramp of so many points, 60 points of hold, 60 of unloading.
sneddon::Test short_ramp(int points) {
    ClosedFormBuilder builder({.rate_Hz = 1});
    builder.part(
        30, [](double) { return 0.0; }, [](double s) { return 5 * s - 5; });
    builder.part(
        points, [](double s) { return 300 * s; }, [](double s) { return 50 * s; });
    builder.part(
        60, [](double) { return 300.0; }, [](double s) { return 50 + s; });
    builder.part(
        60, [](double s) { return 300 * (1 - s); }, [](double s) { return 51 - 20 * s; });
    return builder.take();
}

TEST(Corners, ARampOfFewPointsHasItsCornersToo) {
    for (const int points : {2, 3, 5, 7, 12}) {
        const Segmentation found = find_segments(short_ramp(points));
        ASSERT_EQ(found.cycles.size(), 1u) << points;
        EXPECT_NEAR(static_cast<double>(found.cycles[0].hold.begin), 30 + points, 1) << points;
        EXPECT_NEAR(static_cast<double>(found.cycles[0].load.begin), 30, 1) << points;
    }
}

// The last 5 % of the load at half the rate: still loading, though a hold may change as much. The
// line beside the corner takes in both rates, which moves the corner by some points of the 300.
// 60 uN between two points of the ramp: the last of them is no part of the marked hold.
TEST(Corners, AMarkedHoldAfterAFastRampIsAHold) {
    sneddon::Test test = short_ramp(5);
    test.mark_source = MarkSource::segment_column;
    test.marks = {{0, "air"}, {30, "load"}, {35, "hold"}, {95, "unload"}};
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.cycles[0].load.begin, 30u);
    EXPECT_EQ(found.cycles[0].hold.begin, 35u);
    EXPECT_EQ(found.cycles[0].unload.begin, 95u);
}

TEST(Corners, AMarkedLoadingOfOnePointIsLoading) {
    sneddon::Test test = short_ramp(1);
    test.mark_source = MarkSource::segment_column;
    test.marks = {{0, "air"}, {31, "load"}, {32, "hold"}, {91, "unload"}};
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.cycles[0].load.begin, 31u);
    EXPECT_EQ(found.cycles[0].hold.begin, 32u);
}

TEST(Corners, TheSlowEndOfARampIsNoHold) {
    ClosedFormBuilder builder({});
    builder.part(
        10, [](double s) { return 286 * s; }, [](double s) { return 45 * s; });
    builder.part(
        1, [](double s) { return 286 + 14 * s; }, [](double s) { return 45 + 2 * s; });
    builder.part(
        10, [](double) { return 300.0; }, [](double s) { return 47 + s; });
    builder.part(
        10, [](double s) { return 300 * (1 - s); }, [](double s) { return 48 - 20 * s; });
    const Segmentation found = find_segments(builder.take());
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_NEAR(static_cast<double>(found.cycles[0].hold.begin), 3300, 15);
}

// The running median of 5 that hides spikes rounds such a peak by two points.
TEST(Corners, APeakAfterAFewPointsIsFoundToo) {
    for (const int points : {2, 3, 5, 12}) {
        ClosedFormBuilder builder({.rate_Hz = 1});
        builder.part(
            30, [](double) { return 0.0; }, [](double s) { return 5 * s - 5; });
        builder.part(
            points, [](double s) { return 300 * s; }, [](double s) { return 50 * s; });
        builder.part(
            60, [](double s) { return 300 * (1 - s); }, [](double s) { return 50 - 20 * s; });
        const Segmentation found = find_segments(builder.take());
        ASSERT_EQ(found.cycles.size(), 1u) << points;
        EXPECT_NEAR(static_cast<double>(found.cycles[0].unload.begin), 30 + points, 2) << points;
    }
}

// Four points at the peak: what a controller makes of a corner.
TEST(Corners, AFlatTopOfFourPointsIsNoHold) {
    testing::ClosedForm form;
    form.rate_Hz = 20;
    form.hold_s = 0.2;
    const Segmentation found = find_segments(testing::closed_form_test(form));
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_TRUE(found.cycles[0].hold.is_empty());
}

/// 1,000 readings of a ramp to 500 uN at 0.5 uN a second, 400 of a plateau, and 1,000 back, with
/// the corners half-way between two readings; the runs are given with borders that are `off`
/// readings late.
struct Trapezoid {
    std::vector<double> time_s, load_uN;
    std::vector<LoadRun> runs;
    LoadScale scale;

    explicit Trapezoid(std::size_t off = 0) {
        for (int i = 0; i < 2400; ++i) {
            time_s.push_back(i);
            load_uN.push_back(i < 1000   ? 500 - 0.5 * (999.5 - i)
                              : i < 1400 ? 500
                                         : 500 - 0.5 * (i - 1399.5));
        }
        runs = {{RunKind::rise, 0, 1000 + off, 0.25, 500},
                {RunKind::flat, 1000 + off, 1400 + off, 500, 500},
                {RunKind::fall, 1400 + off, 2400, 500, 0.25}};
        scale.peak_uN = 500;
        scale.noise_uN = 1e-6;
    }
    void set() { set_corners(runs, time_s, load_uN, scale); }
};

void expect_exact(const Trapezoid& made) {
    EXPECT_EQ(made.runs[0].begin, 0u);
    EXPECT_EQ(made.runs[0].end, 1000u);
    EXPECT_EQ(made.runs[1].begin, 1000u);
    EXPECT_EQ(made.runs[1].end, 1400u);
    EXPECT_EQ(made.runs[2].begin, 1400u);
    EXPECT_EQ(made.runs[2].end, 2400u);
}

TEST(SetCorners, BordersMoveToWhereTheLinesCross) {
    for (const std::size_t off : {0u, 3u, 15u}) {
        Trapezoid made(off);
        made.set();
        expect_exact(made);
    }
}

// Only loads 5 to 30 uN off the plateau count of a ramp, and of a plateau the quarter behind its
// first twentieth: 20 to 120 readings behind the corner.
TEST(SetCorners, OnlyThePartsBesideTheCornerCount) {
    Trapezoid made;
    for (std::size_t i = 0; i < 1000; ++i) {
        const double below_uN = 500 - made.load_uN[i];
        if (below_uN > 30.5) made.load_uN[i] += 0.3 * (below_uN - 30.5);
        if (below_uN < 4.9) made.load_uN[i] += 0.7 * below_uN;
    }
    for (std::size_t i = 1000; i < 1020; ++i) made.load_uN[i] -= 1;
    for (std::size_t i = 1121; i < 1260; ++i) made.load_uN[i] += 3;
    made.set();
    EXPECT_EQ(made.runs[1].begin, 1000u);
}

// The same at the end of the plateau, where it turns into a rise.
TEST(SetCorners, TheEndOfAPlateauThatRisesIsACrossingToo) {
    Trapezoid made;
    for (std::size_t i = 1400; i < 2400; ++i) {
        const double above_uN = 0.5 * (static_cast<double>(i) - 1399.5);
        made.load_uN[i] = 500 + above_uN +
                          (above_uN < 9.9    ? -0.7 * above_uN
                           : above_uN > 60.1 ? -0.3 * (above_uN - 60)
                                             : 0);
    }
    for (std::size_t i = 1380; i < 1400; ++i) made.load_uN[i] -= 1;
    for (std::size_t i = 1130; i < 1279; ++i) made.load_uN[i] -= 3;
    made.runs[2] = {RunKind::rise, 1400, 2400, 500, 1000};
    made.scale.peak_uN = 1000;  // 10 to 60 uN count
    made.set();
    EXPECT_EQ(made.runs[2].begin, 1400u);
    EXPECT_EQ(made.runs[1].end, 1400u);
}

// All of the quarter counts: with its last 40 readings 1 uN higher, its line is 0.4 uN above the
// plateau in its middle and 0.0144 uN a reading steep, and meets the ramp 1.25 readings earlier; at
// the other end of the plateau, which turns into a rise, 1.18.
TEST(SetCorners, AllOfTheQuarterOfAPlateauCounts) {
    Trapezoid begin;
    for (std::size_t i = 1080; i < 1120; ++i) begin.load_uN[i] += 1;
    begin.set();
    EXPECT_EQ(begin.runs[1].begin, 999u);
    Trapezoid end;
    for (std::size_t i = 1280; i < 1320; ++i) end.load_uN[i] += 1;
    for (std::size_t i = 1400; i < 2400; ++i)
        end.load_uN[i] = 500 + 0.5 * (static_cast<double>(i) - 1399.5);
    end.runs[2] = {RunKind::rise, 1400, 2400, 500, 1000};
    end.scale.peak_uN = 1000;
    end.set();
    EXPECT_EQ(end.runs[1].end, 1399u);
}

// 3 and 20 widths of a noise of 10 uN: loads 30 to 200 uN off the plateau.
TEST(SetCorners, NoiseMovesThePartOfARampThatCounts) {
    Trapezoid made;
    made.scale.noise_uN = 10;
    for (std::size_t i = 0; i < 1000; ++i) {
        const double below_uN = 500 - made.load_uN[i];
        if (below_uN > 201) made.load_uN[i] += 0.3 * (below_uN - 201);
        if (below_uN < 29) made.load_uN[i] += 0.7 * below_uN;
    }
    made.set();
    EXPECT_EQ(made.runs[1].begin, 1000u);
}

// A ramp so steep that fewer than four readings lie in that part: its last eight readings.
TEST(SetCorners, ASteepRampCountsWithItsLastEightReadings) {
    std::vector<double> time_s, load_uN;
    for (int i = 0; i < 100; ++i) {
        time_s.push_back(i);
        load_uN.push_back(i < 20 ? (i < 12 ? 0 : 50 * (i - 11.5)) : 425);
    }
    std::vector<LoadRun> runs = {{RunKind::rise, 0, 22, 0, 425},
                                 {RunKind::flat, 22, 100, 425, 425}};
    runs[0].end = runs[1].begin = 20;
    set_corners(runs, time_s, load_uN, {1e-6, 425});
    EXPECT_EQ(runs[1].begin, 20u);
}

// The first point of the fall is the last of those below the plateau by five of its residuals.
TEST(SetCorners, APlateauEndsWithItsLastPointThatIsOnIt) {
    Trapezoid made;
    for (std::size_t i = 1000; i < 1400; ++i) made.load_uN[i] += i % 2 == 0 ? 0.01 : -0.01;
    for (std::size_t i = 1397; i < 1400; ++i) made.load_uN[i] = 499.9;
    made.set();
    EXPECT_EQ(made.runs[2].begin, 1397u);
    Trapezoid within;
    for (std::size_t i = 1000; i < 1400; ++i) within.load_uN[i] += i % 2 == 0 ? 0.01 : -0.01;
    for (std::size_t i = 1397; i < 1400; ++i) within.load_uN[i] = 499.96;
    within.set();
    EXPECT_EQ(within.runs[2].begin, 1400u);
}

// A dip of 3.5 uN is less than 1 % of the peak and no end of the plateau, one of 6 uN is.
TEST(SetCorners, APlateauEndsWhereItFallsClearly) {
    for (const double dip_uN : {3.5, 6.0}) {
        Trapezoid made;
        for (std::size_t i = 1240; i < 1260; ++i) made.load_uN[i] -= dip_uN;
        made.set();
        EXPECT_EQ(made.runs[2].begin, dip_uN > 5 ? 1240u : 1400u);
    }
}

// Falling by 0.5 uN a point, behind a plateau with readings above and below in turn: a fall that is
// visible from its fourth point on begins there, one that is from its fifth on where the lines
// cross.
TEST(SetCorners, AFallIsVisibleWithinThreePoints) {
    for (const double height_uN : {0.325, 0.375}) {
        Trapezoid made;
        for (std::size_t i = 1000; i < 1400; ++i)
            made.load_uN[i] += i % 2 == 0 ? height_uN : -height_uN;
        made.set();
        EXPECT_EQ(made.runs[2].begin, height_uN < 0.35 ? 1403u : 1400u);
    }
}

// A plateau so rough that the first 20 uN of the fall are hidden: the crossing of the lines is
// nearer.
TEST(SetCorners, WhereNoiseHidesTheBeginOfTheFallTheCrossingCounts) {
    Trapezoid made;
    for (std::size_t i = 1000; i < 1400; ++i) made.load_uN[i] += i % 2 == 0 ? 4 : -4;
    made.set();
    EXPECT_NEAR(static_cast<double>(made.runs[2].begin), 1400, 1);
}

// The peak of two ramps: the reading nearest to the crossing belongs to the loading.
TEST(SetCorners, APeakBelongsToTheLoading) {
    for (const double peak_s : {99.8, 100.0, 100.2, 100.45, 100.55}) {
        std::vector<double> time_s, load_uN;
        for (int i = 0; i < 300; ++i) {
            time_s.push_back(i);
            load_uN.push_back(i < peak_s ? 5 * i : 5 * peak_s - 3 * (i - peak_s));
        }
        std::vector<LoadRun> runs = {{RunKind::rise, 0, 104, 0, 490},
                                     {RunKind::fall, 104, 300, 490, 0}};
        set_corners(runs, time_s, load_uN, {1e-6, 500});
        EXPECT_NEAR(static_cast<double>(runs[0].end), peak_s < 100.5 ? 101 : 102, 1) << peak_s;
        EXPECT_EQ(runs[0].end, runs[1].begin);
    }
}

// Every run keeps a point, whatever the lines say.
TEST(SetCorners, EveryRunKeepsAPoint) {
    std::vector<double> time_s, load_uN;
    for (int i = 0; i < 40; ++i) {
        time_s.push_back(i);
        load_uN.push_back(i < 20 ? 10 * i : 200);
    }
    std::vector<LoadRun> runs = {{RunKind::rise, 0, 24, 0, 200},
                                 {RunKind::flat, 24, 26, 200, 200},
                                 {RunKind::rise, 26, 40, 200, 200}};
    set_corners(runs, time_s, load_uN, {1e-6, 200});
    for (const LoadRun& run : runs) EXPECT_LT(run.begin, run.end);
    EXPECT_EQ(runs[0].end, runs[1].begin);
    EXPECT_EQ(runs[1].end, runs[2].begin);
}

TEST(Polyline, HasACornerWhereTheDistanceIsMoreThanTheTolerance) {
    const std::vector<double> x{0, 1, 2, 4}, y{0, 0, 3, 4};  // the chord is at 1 and 2
    EXPECT_EQ(polyline_corners(x, y, 1), (std::vector<std::size_t>{0, 3}));
    EXPECT_EQ(polyline_corners(x, y, 0.99), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(polyline_corners({}, {}, 1), std::vector<std::size_t>{});
    const std::vector<double> one{7};
    EXPECT_EQ(polyline_corners(one, one, 1), std::vector<std::size_t>{0});
    const std::vector<double> two{7, 8};
    EXPECT_EQ(polyline_corners(two, two, 1), (std::vector<std::size_t>{0, 1}));
}

// The farthest point is the first corner: of 5 and 6 above the chord the second.
TEST(Polyline, IsCutAtTheFarthestPoint) {
    const std::vector<double> x{0, 1, 2, 3, 4, 5, 6}, y{10, 12, 15, 15, 16, 10, 10};
    // From 10 to 16 in four: 11.5, 13 and 14.5 are the chord, 15 is 2 above it.
    EXPECT_EQ(polyline_corners(x, y, 1.6), (std::vector<std::size_t>{0, 2, 4, 5, 6}));
}

TEST(Polyline, PointsOfOneTimeAreMeasuredFromTheirFirst) {
    const std::vector<double> x{0, 0, 0, 1}, y{0, 5, 0, 0};
    const std::vector<std::size_t> expected{0, 1, 2, 3};
    const std::vector<double> alike{1, 1, 1}, kick{0, 5, 0};
    EXPECT_EQ(polyline_corners(alike, kick, 1), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(polyline_corners(x, y, 1), expected);
}

}  // namespace
}  // namespace sneddon
