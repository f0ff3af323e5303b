#include <gtest/gtest.h>

#include <cmath>
#include <vector>

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

TEST(Polyline, PointsOfOneTimeAreMeasuredFromTheirFirst) {
    const std::vector<double> x{0, 0, 0, 1}, y{0, 5, 0, 0};
    const std::vector<std::size_t> expected{0, 1, 2, 3};
    const std::vector<double> alike{1, 1, 1}, kick{0, 5, 0};
    EXPECT_EQ(polyline_corners(alike, kick, 1), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(polyline_corners(x, y, 1), expected);
}

}  // namespace
}  // namespace sneddon
