#include "segment/cycles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

TEST(Cycles, WorkCountsFromTheLastPointWithoutLoad) {
    testing::ClosedForm form;
    form.air_s = 1;
    const sneddon::Test test = testing::closed_form_test(form);
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    ASSERT_EQ(found.cycles[0].load.begin, 300u);
    EXPECT_EQ(found.cycles[0].contact, 299u);
}

TEST(Cycles, TimeThatRunsBackIsNamedByItsPoint) {
    sneddon::Test test = testing::closed_form_test({});
    test.curve.time_s[500] = test.curve.time_s[498];
    const Segmentation found = find_segments(test);
    ASSERT_FALSE(found.flags.empty());
    EXPECT_EQ(found.flags[0].code, "SND-S002");
    EXPECT_EQ(found.flags[0].number, test.curve.time_s[500]);
    EXPECT_EQ(found.flags[0].limit, test.curve.time_s[499]);
    EXPECT_THAT(found.flags[0].text, ::testing::HasSubstr("sample 501"));  // counted from one
}

struct Piece {
    RunKind kind;
    double load_begin, load_end;
};

/// Ten points a piece; the load of every point is that at the begin of its piece.
Segmentation assembled(const std::vector<Piece>& pieces, int declared_cycles = 0) {
    std::vector<LoadRun> runs;
    Curve curve;
    for (const Piece& piece : pieces) {
        const std::size_t begin = curve.load_uN.size();
        runs.push_back({piece.kind, begin, begin + 10, piece.load_begin, piece.load_end});
        curve.load_uN.resize(begin + 10, piece.load_begin);
    }
    Segmentation result;
    assemble(result, runs, curve, declared_cycles);
    return result;
}

std::vector<SegmentKind> kinds_of(const Segmentation& found) {
    std::vector<SegmentKind> kinds;
    std::size_t at = 0;
    for (const Segment& segment : found.segments) {
        EXPECT_EQ(segment.begin, at);
        EXPECT_EQ(segment.end, at + 10);
        at = segment.end;
        kinds.push_back(segment.kind);
    }
    return kinds;
}

void expect_range(const Segment& segment, SegmentKind kind, std::size_t begin, std::size_t end) {
    EXPECT_EQ(segment.kind, kind);
    EXPECT_EQ(segment.begin, begin);
    EXPECT_EQ(segment.end, end);
}

using enum RunKind;
using Kinds = std::vector<SegmentKind>;

TEST(Assemble, AnIndentationIsApproachLoadHoldUnloadRetract) {
    const Segmentation found =
        assembled({{flat, 0, 0}, {rise, 1, 100}, {flat, 100, 100}, {fall, 100, 0}, {flat, 0, 0}});
    EXPECT_EQ(kinds_of(found), (Kinds{SegmentKind::approach, SegmentKind::load, SegmentKind::hold,
                                      SegmentKind::unload, SegmentKind::retract}));
    ASSERT_EQ(found.cycles.size(), 1u);
    const Cycle& cycle = found.cycles[0];
    EXPECT_EQ(cycle.contact, 9u);
    expect_range(cycle.load, SegmentKind::load, 10, 20);
    expect_range(cycle.hold, SegmentKind::hold, 20, 30);
    expect_range(cycle.unload, SegmentKind::unload, 30, 40);
    EXPECT_EQ(cycle.end, 40u);
}

TEST(Assemble, WithoutAHoldItsRangeIsEmptyAtThePeak) {
    const Segmentation found = assembled({{rise, 1, 100}, {fall, 100, 0}});
    ASSERT_EQ(found.cycles.size(), 1u);
    EXPECT_EQ(found.cycles[0].contact, 0u);
    expect_range(found.cycles[0].hold, SegmentKind::hold, 10, 10);
    expect_range(found.cycles[0].unload, SegmentKind::unload, 10, 20);
}

TEST(Assemble, AFileThatEndsAtThePeakHasNoCycle) {
    const Segmentation found = assembled({{rise, 1, 100}, {flat, 100, 100}});
    EXPECT_EQ(kinds_of(found), (Kinds{SegmentKind::load, SegmentKind::hold}));
    EXPECT_TRUE(found.cycles.empty());
    EXPECT_TRUE(assembled({{rise, 1, 100}}).cycles.empty());
    EXPECT_EQ(kinds_of(assembled({{flat, 0, 0}})), (Kinds{SegmentKind::approach}));
}

// A tenth of the block's peak, 10 uN of 100: below it a plateau is a pre-load.
TEST(Assemble, APreLoadIsApproach) {
    for (const double plateau_uN : {9.9, 10.0}) {
        const Segmentation found = assembled({{rise, 1, plateau_uN},
                                              {flat, plateau_uN, plateau_uN},
                                              {rise, plateau_uN, 50},
                                              {flat, 50, 50},
                                              {rise, 50, 100},
                                              {fall, 100, 0},
                                              {flat, 0, 0}});
        const bool is_preload = plateau_uN < 10;
        EXPECT_EQ(kinds_of(found),
                  is_preload ? (Kinds{SegmentKind::approach, SegmentKind::approach,
                                      SegmentKind::load, SegmentKind::hold, SegmentKind::load,
                                      SegmentKind::unload, SegmentKind::retract})
                             : (Kinds{SegmentKind::load, SegmentKind::hold, SegmentKind::load,
                                      SegmentKind::hold, SegmentKind::load, SegmentKind::unload,
                                      SegmentKind::retract}));
        ASSERT_EQ(found.cycles.size(), 1u);
        expect_range(found.cycles[0].load, SegmentKind::load, is_preload ? 20 : 0, 50);
    }
}

TEST(Assemble, HoldsDuringUnloadingAreDriftHolds) {
    const Segmentation found =
        assembled({{rise, 1, 100}, {fall, 100, 40}, {fall, 40, 20}, {flat, 20, 20}, {fall, 20, 5}});
    EXPECT_EQ(kinds_of(found), (Kinds{SegmentKind::load, SegmentKind::unload, SegmentKind::unload,
                                      SegmentKind::drift_hold, SegmentKind::unload}));
    ASSERT_EQ(found.cycles.size(), 1u);
    expect_range(found.cycles[0].unload, SegmentKind::unload, 10, 20);
    EXPECT_EQ(found.cycles[0].end, 50u);
}

// Above 1 % of the largest load at both ends the tip is still in the surface.
TEST(Assemble, BetweenCyclesATipIsLoadedOrAway) {
    struct Case {
        double begin_uN, end_uN;
        SegmentKind kind;
    };
    for (const Case& each :
         {Case{1.1, 1.1, SegmentKind::drift_hold}, Case{1.1, 1, SegmentKind::retract},
          Case{1, 1.1, SegmentKind::retract}, Case{0, 0, SegmentKind::retract}}) {
        const Segmentation found = assembled({{rise, 1, 100},
                                              {fall, 100, 2},
                                              {flat, each.begin_uN, each.end_uN},
                                              {rise, 2, 90},
                                              {fall, 90, 0}});
        EXPECT_EQ(kinds_of(found)[2], each.kind) << each.begin_uN << " " << each.end_uN;
        ASSERT_EQ(found.cycles.size(), 2u);
        // The last point at zero before the ramp, but none of the cycle before.
        EXPECT_EQ(found.cycles[1].contact, each.begin_uN > 0 ? 30u : 29u);
        EXPECT_EQ(found.cycles[1].load.begin, 30u);
        EXPECT_EQ(found.cycles[0].end, 20u);
    }
}

TEST(Assemble, ALoadBelowZeroIsNoContactAndTheCycleBeforeIsOutOfReach) {
    EXPECT_EQ(assembled({{flat, -2, -2}, {rise, 1, 100}, {fall, 100, 0}}).cycles[0].contact, 9u);
    EXPECT_EQ(assembled({{flat, 0.1, 0.1}, {rise, 1, 100}, {fall, 100, 0}}).cycles[0].contact, 10u);
    const Segmentation found =
        assembled({{rise, 1, 100}, {fall, -1, -1}, {rise, 1, 90}, {fall, 90, 0}});
    ASSERT_EQ(found.cycles.size(), 2u);
    EXPECT_EQ(found.cycles[1].contact, 20u);
}

/// Three unloadings between two drift holds.
Segmentation unloaded_thrice(int declared_cycles) {
    return assembled({{rise, 1, 100},
                      {flat, 100, 100},
                      {fall, 100, 50},
                      {flat, 50, 50},
                      {fall, 50, 20},
                      {flat, 20, 20},
                      {fall, 20, 0},
                      {flat, 0, 0}},
                     declared_cycles);
}

TEST(Assemble, DeclaredCyclesAreUnloadingsWhereThereAreAsMany) {
    for (const int declared : {0, 1, 2, 4}) {
        const Segmentation found = unloaded_thrice(declared);
        ASSERT_EQ(found.cycles.size(), 1u) << declared;
        EXPECT_EQ(found.cycles[0].end, 70u);
    }
    const Segmentation found = unloaded_thrice(3);
    ASSERT_EQ(found.cycles.size(), 3u);
    expect_range(found.cycles[0].hold, SegmentKind::hold, 10, 20);
    expect_range(found.cycles[0].unload, SegmentKind::unload, 20, 30);
    EXPECT_EQ(found.cycles[0].end, 30u);
    for (const std::size_t later : {1u, 2u}) {
        const std::size_t begin = 10 + 20 * later;
        EXPECT_EQ(found.cycles[later].contact, begin);
        expect_range(found.cycles[later].load, SegmentKind::load, begin, begin);
        expect_range(found.cycles[later].hold, SegmentKind::hold, begin, begin + 10);
        expect_range(found.cycles[later].unload, SegmentKind::unload, begin + 10, begin + 20);
        EXPECT_EQ(found.cycles[later].end, begin + 20);
    }
}

// Two loadings that are two cycles, as declared, stay as they are.
TEST(Assemble, AsManyCyclesAsDeclaredAreNotSplit) {
    const Segmentation found =
        assembled({{rise, 1, 100}, {fall, 100, 2}, {rise, 2, 90}, {fall, 90, 0}}, 2);
    ASSERT_EQ(found.cycles.size(), 2u);
    EXPECT_FALSE(found.cycles[1].load.is_empty());
}

}  // namespace
}  // namespace sneddon
