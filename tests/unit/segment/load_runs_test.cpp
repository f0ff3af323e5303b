#include "segment/load_runs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

using enum RunKind;

struct Corner {
    double time, load_uN;
};

/// Straight between the corners, read at whole seconds. Where a border is asked for, corners lie
/// half-way between two readings, so that the first reading behind one is beyond doubt. A depth of
/// a nanometre for 10 uN.
Curve through(const std::vector<Corner>& corners, double second = 1) {
    Curve curve;
    std::size_t at = 0;
    for (int i = 0; i <= static_cast<int>(corners.back().time); ++i) {
        while (at + 2 < corners.size() && i > corners[at + 1].time) ++at;
        const Corner &from = corners[at], &to = corners[at + 1];
        const double load_uN =
            from.load_uN + (to.load_uN - from.load_uN) * (i - from.time) / (to.time - from.time);
        curve.time_s.push_back(i * second);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(load_uN / 10);
    }
    return curve;
}

std::vector<LoadRun> runs_of(const Curve& curve, double noise_uN = 1e-3, double peak_uN = 300) {
    LoadScale scale;
    scale.noise_uN = noise_uN;
    scale.peak_uN = peak_uN;
    return find_runs(curve, without_spikes(curve.load_uN), scale);
}

struct Expected {
    RunKind kind;
    std::size_t begin, end;
};

void expect_runs(const std::vector<LoadRun>& found, const std::vector<Expected>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].kind, expected[i].kind) << i;
        EXPECT_EQ(found[i].begin, expected[i].begin) << i;
        EXPECT_EQ(found[i].end, expected[i].end) << i;
    }
}

std::vector<RunKind> kinds_of(const std::vector<LoadRun>& found) {
    std::vector<RunKind> kinds;
    for (const LoadRun& run : found) kinds.push_back(run.kind);
    return kinds;
}

using Kinds = std::vector<RunKind>;

TEST(LoadRuns, MeetAtTheCorners) {
    expect_runs(runs_of(through({{0, 0},
                                 {40.5, 0},
                                 {100.5, 300},
                                 {160.5, 300},
                                 {200.5, 30},
                                 {260.5, 30},
                                 {270.5, 0},
                                 {310, 0}})),
                {{flat, 0, 41},
                 {rise, 41, 101},
                 {flat, 101, 161},
                 {fall, 161, 201},
                 {flat, 201, 261},
                 {fall, 261, 271},
                 {flat, 271, 311}});
}

// The last reading before the corner is the last of loading.
TEST(LoadRuns, MeetAtThePeak) {
    expect_runs(runs_of(through({{0, 0}, {100.2, 300}, {180, 0}})),
                {{rise, 0, 101}, {fall, 101, 181}});
    expect_runs(runs_of(through({{0, 0}, {100.8, 300}, {180, 0}})),
                {{rise, 0, 102}, {fall, 102, 181}});
}

// A change of less than 5 % of the load is no ramp: 100 to 105.2 and to 105.4 uN.
TEST(LoadRuns, ARampChangesTheLoadByAtLeastATwentieth) {
    for (const double to_uN : {105.2, 105.4}) {
        const auto found = runs_of(through({{0, 0},
                                            {20.5, 100},
                                            {60.5, 100},
                                            {80.5, to_uN},
                                            {120.5, to_uN},
                                            {160.5, 300},
                                            {220, 0}}));
        EXPECT_EQ(kinds_of(found), to_uN < 105.3 ? (Kinds{rise, flat, rise, fall})
                                                 : (Kinds{rise, flat, rise, flat, rise, fall}));
    }
}

// 1 % of 300 uN; the plateau behind is there so that it is no tilt of the air.
TEST(LoadRuns, BelowOnePercentOfThePeakNothingIsARamp) {
    for (const double to_uN : {2.9, 3.1}) {
        const auto found = runs_of(
            through({{0, 0}, {20.5, 0}, {40.5, to_uN}, {80.5, to_uN}, {120.5, 300}, {180, 0}}));
        EXPECT_EQ(kinds_of(found),
                  to_uN < 3 ? (Kinds{flat, rise, fall}) : (Kinds{flat, rise, flat, rise, fall}));
    }
}

// Ten times 2 uN.
TEST(LoadRuns, ARampLeavesTheNoise) {
    for (const double change_uN : {19.0, 21.0}) {
        const auto found = runs_of(through({{0, 0},
                                            {20.5, 100},
                                            {160.5, 100},
                                            {180.5, 100 + change_uN},
                                            {320.5, 100 + change_uN},
                                            {360.5, 300},
                                            {420, 0}}),
                                   2);
        // Within 6 times the noise the step and its plateaus are one line.
        EXPECT_EQ(kinds_of(found),
                  change_uN < 20 ? (Kinds{rise, flat, rise, fall}) : (Kinds{rise, fall}));
    }
}

// The last 14 uN at 0.24 and 0.26 of the rate: 58 and 54 readings that are hold or ramp.
TEST(LoadRuns, ASlowEndOfARampIsPartOfItFromAQuarterOfItsRateOn) {
    for (const double share : {0.24, 0.26}) {
        const double end = 280 + std::floor(14 / share);
        const auto found = runs_of(
            through({{0, 0}, {280, 280}, {end, 294}, {end + 600, 294}, {end + 900, 0}}), 1e-3, 294);
        ASSERT_EQ(kinds_of(found), (Kinds{rise, flat, fall}));
        if (share < 0.25) {
            EXPECT_LE(found[1].begin, 305u);
        } else {
            EXPECT_GE(found[1].begin, 315u);
        }
    }
}

// Slower than a tenth of the ramp behind, and to less than 3 % of the peak.
TEST(LoadRuns, ATiltOfTheAirIsFlat) {
    struct Case {
        double rate, to_uN;
        bool is_air;
    };
    for (const Case& each : {Case{0.099, 8.9, true}, Case{0.105, 8.9, false},
                             Case{0.09375, 9.0, false}, Case{0.095, 9.1, false}}) {
        const double contact = std::floor(each.to_uN / each.rate);
        const auto found = runs_of(through({{0, each.to_uN - each.rate * contact},
                                            {contact, each.to_uN},
                                            {contact + (300 - each.to_uN), 300},
                                            {contact + 600, 0}}));
        EXPECT_EQ(kinds_of(found), each.is_air ? (Kinds{flat, rise, fall}) : (Kinds{rise, fall}))
            << each.rate << " " << each.to_uN;
    }
}

/// A load that goes back from 200 uN to `low_uN`, with a depth that gains `along_nm` on that way.
Curve reversal(double low_uN, double along_nm) {
    Curve curve = through({{0, 0}, {160.5, 200}, {200.5, low_uN}, {360.5, 300}, {600, 0}});
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double t = curve.time_s[i] / 4;
        curve.depth_nm[i] = t < 40   ? t / 2
                            : t < 50 ? 20 + along_nm * (t - 40) / 10
                            : t < 90 ? 20 + along_nm + (t - 50)
                                     : 60 + along_nm - (t - 90) / 4;
    }
    return curve;
}

// A tenth of the load, and a depth that goes back too.
TEST(LoadRuns, ADropOfALessThanATenthIsNoUnloading) {
    EXPECT_EQ(kinds_of(runs_of(reversal(182, -5))), (Kinds{rise, fall}));
    EXPECT_EQ(kinds_of(runs_of(reversal(178, -5))), (Kinds{rise, fall, rise, fall}));
    EXPECT_EQ(kinds_of(runs_of(reversal(100, -5))), (Kinds{rise, fall, rise, fall}));
    EXPECT_EQ(kinds_of(runs_of(reversal(100, 5))), (Kinds{rise, fall}));
}

TEST(LoadRuns, ADropOrATiltBeforeAFileEndsIsNoneEither) {
    EXPECT_EQ(kinds_of(runs_of(through({{0, 0}, {160, 200}, {200, 182}, {360, 300}}))),
              (Kinds{rise}));
    EXPECT_EQ(kinds_of(runs_of(through({{0, 0}, {90, 8.5}, {380, 300}}))), (Kinds{flat, rise}));
}

// Before and behind the drop the depth is noisy: it has to turn by 4.2 of its noise.
TEST(LoadRuns, TheDepthTurnsByMoreThanItsNoise) {
    const auto noisy = [](double along_nm) {
        Curve curve = reversal(100, along_nm);
        for (std::size_t i = 0; i < curve.size(); ++i)
            if (i < 140 || i > 370) curve.depth_nm[i] += 0.1 * static_cast<double>(i * i % 7);
        return curve;
    };
    const double noise_nm = noise_sigma(noisy(-1).depth_nm);
    ASSERT_GT(noise_nm, 0.05);
    EXPECT_EQ(kinds_of(runs_of(noisy(-4.2 * 0.9 * noise_nm))), (Kinds{rise, fall}));
    EXPECT_EQ(kinds_of(runs_of(noisy(-4.2 * 1.15 * noise_nm))), (Kinds{rise, fall, rise, fall}));
}

TEST(LoadRuns, AKickDuringUnloadingIsNoLoading) {
    Curve curve = through({{0, 0}, {60.5, 300}, {90.5, 100}, {95.5, 150}, {130, 0}});
    EXPECT_EQ(kinds_of(runs_of(curve)), (Kinds{rise, fall, rise, fall}));
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (i > 60) curve.depth_nm[i] = 30 - 0.1 * (static_cast<double>(i) - 60);
    EXPECT_EQ(kinds_of(runs_of(curve)), (Kinds{rise, fall}));
}

/// A stop of so many readings on the way up.
std::vector<LoadRun> with_stop(int readings, double second) {
    return runs_of(through(
        {{0, 0}, {30.5, 150}, {30.5 + readings, 150}, {60.5 + readings, 300}, {100, 0}}, second));
}

TEST(LoadRuns, AStopIsAHoldFromFiveReadingsAndATwentiethOfASecondOn) {
    const Kinds none = {rise, fall}, hold = {rise, flat, rise, fall};
    EXPECT_EQ(kinds_of(with_stop(3, 1)), none);
    EXPECT_EQ(kinds_of(with_stop(6, 1)), hold);
    EXPECT_EQ(kinds_of(with_stop(11, 0.0048)), none);  // 10 intervals: 0.048 s
    EXPECT_EQ(kinds_of(with_stop(11, 0.0052)), hold);  // 0.052 s
}

// Ramps of 10 uN a reading: 12 widths of a noise of 2.5 uN are 3 readings of each of them.
TEST(LoadRuns, AFlatTopThatNoiseCanMakeOfASharpOneIsNoHold) {
    const auto with_top = [](int readings, double noise_uN) {
        return kinds_of(runs_of(
            through({{0, 0}, {500.5, 5000}, {500.5 + readings, 5000}, {1000.5 + readings, 0}}),
            noise_uN, 5000));
    };
    EXPECT_EQ(with_top(6, 2.5), (Kinds{rise, fall}));
    EXPECT_EQ(with_top(9, 2.5), (Kinds{rise, flat, fall}));
    EXPECT_EQ(with_top(6, 1e-3), (Kinds{rise, flat, fall}));
}

// Each ramp hides by its own rate: at 5 and 20 uN a reading 30 uN are 6 and 1.5 readings.
TEST(LoadRuns, AFlatTopIsHiddenByEachRampByItsOwnRate) {
    for (const auto& [rise_s, fall_s] : {std::pair{1000.0, 250.0}, std::pair{250.0, 1000.0}})
        for (const int readings : {7, 10}) {
            const double top = rise_s + 0.5, end = top + readings;
            const auto found =
                runs_of(through({{0, 0}, {top, 5000}, {end, 5000}, {end + fall_s, 0}}), 2.5, 5000);
            EXPECT_EQ(kinds_of(found),
                      readings == 7 ? (Kinds{rise, fall}) : (Kinds{rise, flat, fall}))
                << rise_s << " " << readings;
        }
}

// A stop on the way is not the tip of anything, however short beside the noise.
TEST(LoadRuns, AStopOnTheWayIsNotMadeByNoise) {
    const auto up = through({{0, 0}, {500.5, 5000}, {506.5, 5000}, {1006.5, 10000}, {2006.5, 0}});
    EXPECT_EQ(kinds_of(runs_of(up, 2.5, 10000)), (Kinds{rise, flat, rise, fall}));
    const auto down =
        through({{0, 0}, {1000.5, 10000}, {1500.5, 5000}, {1506.5, 5000}, {2006.5, 0}});
    EXPECT_EQ(kinds_of(runs_of(down, 2.5, 10000)), (Kinds{rise, fall, flat, fall}));
}

// Two ramps of other rates are one loading, which ends at the load of its last point.
TEST(LoadRuns, OfARampInPiecesEndAtTheLastLoad) {
    const auto found = runs_of(through({{0, 0}, {50, 50}, {100, 300}, {200, 0}}));
    ASSERT_EQ(kinds_of(found), (Kinds{rise, fall}));
    EXPECT_NEAR(found[0].load_begin, 0, 6);
    EXPECT_NEAR(found[0].load_end, 300, 6);  // the median of five takes a point off a tip
    EXPECT_NEAR(found[1].load_end, 0, 6);
}

/// Marks at the corners of a trapezoid that is read every second.
std::vector<LoadRun> marked(const Curve& curve, const std::vector<SegmentMark>& marks,
                            double noise_uN = 1e-3) {
    LoadScale scale;
    scale.noise_uN = noise_uN;
    scale.peak_uN = 300;
    return runs_from_marks(curve.time_s, curve.load_uN, scale, marks);
}

TEST(MarkedRuns, GoFromMarkToMark) {
    const Curve curve = through({{0, 0}, {40.5, 0}, {100.5, 300}, {160.5, 300}, {200, 0}});
    const auto found = marked(curve, {{7, ""}, {41, ""}, {101, ""}, {101, ""}, {161, ""}});
    expect_runs(found, {{flat, 0, 41}, {rise, 41, 101}, {flat, 101, 161}, {fall, 161, 201}});
    EXPECT_EQ(found[1].load_begin, curve.load_uN[41]);
    EXPECT_EQ(found[1].load_end, curve.load_uN[100]);
    EXPECT_TRUE(marked(curve, {}).empty());
}

// A tenth of 300 uN and ten times the noise of 1 uN: 40 uN there and back.
TEST(MarkedRuns, OfAMarkThatRisesAndFallsAreNone) {
    for (const double back_uN : {39.0, 41.0}) {
        const Curve curve = through({{0, 0}, {30, 300}, {40, 300 - back_uN}, {60, 0}});
        std::vector<SegmentMark> marks = {{0, ""}, {41, ""}};
        const auto found = marked(curve, marks, 1);
        EXPECT_EQ(found.empty(), back_uN > 40) << back_uN;
    }
}

// A segment of one or two points shows its change against the point before.
TEST(MarkedRuns, OfFewPointsAreMeasuredFromThePointBefore) {
    Curve curve;
    curve.load_uN = {0, 0, 150, 300, 300, 300, 150, 0};
    curve.time_s = {0, 1, 2, 3, 4, 5, 6, 7};
    const auto two = marked(curve, {{0, ""}, {2, ""}, {4, ""}, {6, ""}});
    expect_runs(two, {{flat, 0, 2}, {rise, 2, 4}, {flat, 4, 6}, {fall, 6, 8}});
    EXPECT_EQ(two[1].load_begin, 0);
    EXPECT_EQ(two[2].load_begin, 300);
    const auto second = marked(curve, {{0, ""}, {1, ""}, {3, ""}});
    ASSERT_EQ(second.size(), 3u);
    EXPECT_EQ(second[1].load_begin, 0);
    curve.load_uN[0] = -30;
    EXPECT_EQ(marked(curve, {{0, ""}, {1, ""}, {3, ""}})[1].load_begin, -30);
    EXPECT_EQ(marked(curve, {{0, ""}, {2, ""}, {4, ""}})[0].load_begin, -30);
    curve.load_uN[0] = 0;
    const auto three = marked(curve, {{0, ""}, {3, ""}, {6, ""}});
    EXPECT_EQ(three[0].load_begin, 0);
    EXPECT_EQ(three[1].load_begin, 300);  // three points: the first of them
    EXPECT_EQ(three[1].kind, flat);
}

TEST(LoadScale, IsThePeakWithoutSpikesAndTheNoise) {
    const std::vector<double> load_uN = {0, 10, 0, 900, 0, 10, 0, 10, 0, 10};
    const std::vector<double> smooth_uN = {0, 10, 20, 50, 20, 10, 0, 10, 0, 10};
    // Second differences of -20 and 20, and three of the spike: their median deviation is 20.
    const LoadScale scale = load_scale(smooth_uN, noise_sigma(load_uN));
    EXPECT_EQ(scale.peak_uN, 50);
    EXPECT_NEAR(scale.noise_uN, 1.4826022185 * 20 / std::sqrt(6.0), 10);
    const std::vector<double> straight = {0, 1, 2, 3, 4, 5};
    EXPECT_DOUBLE_EQ(load_scale(straight, noise_sigma(straight)).noise_uN, 5e-6);
    const std::vector<double> below = {-4, -3, -2};
    EXPECT_DOUBLE_EQ(load_scale(below, noise_sigma(below)).noise_uN, 2e-6);
}

TEST(WithoutSpikes, IsTheMedianOfFive) {
    EXPECT_EQ(without_spikes(std::vector<double>{9, 1, 2, 3, 4, 5, -9}),
              (std::vector<double>{9, 1, 3, 3, 3, 5, -9}));
    for (int order = 0; order < 120; ++order) {
        std::vector<double> five = {1, 2, 3, 4, 5};
        for (int i = 0; i < order; ++i) std::next_permutation(five.begin(), five.end());
        EXPECT_EQ(without_spikes(five)[2], 3) << order;
    }
    EXPECT_EQ(without_spikes(std::vector<double>{1, 9, 1, 1}), (std::vector<double>{1, 9, 1, 1}));
}

}  // namespace
}  // namespace sneddon
