#include "figure/plot/axis_ticks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sneddon {
namespace {

using ::testing::ElementsAre;

TEST(AxisTicks, StepsAreOneTwoOrFiveTimesAPowerOfTen) {
    EXPECT_THAT(axis_ticks(0, 300, 5).values, ElementsAre(0, 100, 200, 300));
    EXPECT_THAT(axis_ticks(0, 300, 7).values, ElementsAre(0, 50, 100, 150, 200, 250, 300));
    EXPECT_THAT(axis_ticks(-3, 7.5, 6).values, ElementsAre(-2, 0, 2, 4, 6));
    EXPECT_THAT(axis_ticks(1234, 1241, 5).values, ElementsAre(1234, 1236, 1238, 1240));
}

// Exactly the doubles that 0.1, 0.2, 0.3 are: 3 * 0.1 would be 0.30000000000000004.
TEST(AxisTicks, DecimalTicksAreTheNearestDoubles) {
    const AxisTicks ticks = axis_ticks(0, 0.5, 6);
    EXPECT_THAT(ticks.values, ElementsAre(0, 0.1, 0.2, 0.3, 0.4, 0.5));
    EXPECT_EQ(ticks.decimals, 1);
}

TEST(AxisTicks, ALimitThatIsATickIsOne) {
    EXPECT_THAT(axis_ticks(0, 0.6, 4).values, ElementsAre(0, 0.2, 0.4, 0.6));
}

TEST(AxisTicks, NeverMoreThanAskedForAndNoFewerThanAFifth) {
    for (int exponent = -12; exponent <= 12; ++exponent)
        for (const double high : {1.0, 1.3, 2.9, 5.0, 9.99})
            for (int most = 2; most <= 10; ++most) {
                const double scale = std::pow(10.0, exponent);
                const std::size_t n = axis_ticks(0.17 * scale, high * scale, most).values.size();
                EXPECT_LE(n, static_cast<std::size_t>(most));
                // Steps grow by 2.5 at most, so n is at least (most + 1)/2.5 - 2 (two ends).
                EXPECT_GE(static_cast<double>(n), (most + 1) / 2.5 - 2);
            }
}

TEST(AxisTicks, NoTicksWithoutARange) {
    EXPECT_TRUE(axis_ticks(1, 1, 5).values.empty());
    EXPECT_TRUE(axis_ticks(2, 1, 5).values.empty());
    EXPECT_TRUE(axis_ticks(0, std::numeric_limits<double>::infinity(), 5).values.empty());
    EXPECT_TRUE(axis_ticks(std::nan(""), 1, 5).values.empty());
}

TEST(AxisRange, BeginsAtZeroWhenTheValuesComeNearIt) {
    EXPECT_EQ(axis_range(0, 100).low, 0);
    EXPECT_EQ(axis_range(20, 100).low, 0);
    EXPECT_EQ(axis_range(0, 100).high, 104);
    EXPECT_EQ(axis_range(50, 100).low, 48);
    EXPECT_EQ(axis_range(-50, 50).low, -54);
}

TEST(AxisRange, IsNeverEmpty) {
    for (const double value : {0.0, 5.0, -3.0, 1e-9}) {
        const AxisRange range = axis_range(value, value);
        EXPECT_LT(range.low, value + 1e-30);
        EXPECT_GT(range.high, value);
    }
    EXPECT_LT(axis_range(std::nan(""), 1).low, axis_range(std::nan(""), 1).high);
}

}  // namespace
}  // namespace sneddon
