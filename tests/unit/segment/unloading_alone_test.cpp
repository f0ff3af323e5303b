#include "segment/unloading_alone.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

using enum RunKind;

/// Of a peak of 300 uN; what stood in the result before is replaced.
Segmentation assembled(const std::vector<LoadRun>& runs) {
    Segmentation result;
    result.segments = {{SegmentKind::approach, 0, 40}};
    LoadScale scale;
    scale.peak_uN = 300;
    assemble_unloading_alone(result, runs, scale);
    return result;
}

TEST(UnloadingAlone, IsACycleWithoutALoading) {
    const Segmentation found = assembled({{flat, 0, 5, 300, 300},
                                          {fall, 5, 20, 299, 50},
                                          {flat, 20, 30, 50, 50},
                                          {fall, 30, 40, 50, 1},
                                          {flat, 40, 50, 1, 1}});
    ASSERT_EQ(found.cycles.size(), 1u);
    const Cycle& cycle = found.cycles[0];
    EXPECT_TRUE(cycle.load.is_empty());
    EXPECT_EQ(cycle.contact, 0u);
    EXPECT_EQ(cycle.hold.kind, SegmentKind::hold);
    EXPECT_EQ(cycle.hold.begin, 0u);
    EXPECT_EQ(cycle.hold.end, 5u);
    EXPECT_EQ(cycle.unload.kind, SegmentKind::unload);
    EXPECT_EQ(cycle.unload.begin, 5u);
    EXPECT_EQ(cycle.unload.end, 40u);
    EXPECT_EQ(cycle.end, 40u);
    ASSERT_EQ(found.segments.size(), 2u);
    EXPECT_EQ(found.segments[0].kind, SegmentKind::hold);
    EXPECT_EQ(found.segments[1].kind, SegmentKind::unload);
    EXPECT_EQ(found.segments[1].end, 40u);
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].code, "SND-S012");
    EXPECT_EQ(found.flags[0].number, 299);
    EXPECT_EQ(found.flags[0].limit, 300);
    EXPECT_EQ(found.flags[0].text,
              "the file begins at 299 uN and the load only falls: works, hold and zero point are "
              "unknown");
}

TEST(UnloadingAlone, WithoutAHoldIsOneSegment) {
    const Segmentation found = assembled({{fall, 0, 40, 300, 1}});
    ASSERT_EQ(found.cycles.size(), 1u);
    ASSERT_EQ(found.segments.size(), 1u);
    EXPECT_EQ(found.segments[0].kind, SegmentKind::unload);
}

// From 270 uN on, to 100 uN at most.
TEST(UnloadingAlone, BeginsAtThePeakAndEndsBelowAThirdOfIt) {
    EXPECT_EQ(assembled({{fall, 0, 40, 270, 100}}).cycles.size(), 1u);
    EXPECT_TRUE(assembled({{fall, 0, 40, 269, 100}}).cycles.empty());
    EXPECT_TRUE(assembled({{fall, 0, 40, 270, 101}}).cycles.empty());
    EXPECT_EQ(assembled({{fall, 0, 40, 300, 200}, {fall, 40, 50, 200, 99}}).cycles.size(), 1u);
}

TEST(UnloadingAlone, IsNothingElse) {
    for (const std::vector<LoadRun>& runs : std::vector<std::vector<LoadRun>>{
             {},
             {{flat, 0, 40, 300, 300}},
             {{fall, 0, 20, 300, 1}, {rise, 20, 40, 1, 300}},
             {{flat, 0, 5, 300, 300}, {flat, 5, 9, 300, 300}, {fall, 9, 40, 300, 1}}}) {
        const Segmentation found = assembled(runs);
        EXPECT_TRUE(found.cycles.empty());
        EXPECT_TRUE(found.flags.empty());
        EXPECT_EQ(found.segments.size(), 1u);
    }
}

}  // namespace
}  // namespace sneddon
