#include "model/steady_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

constexpr double step_s = 0.01;

std::vector<double> clock_of(std::size_t points) {
    std::vector<double> time_s;
    for (std::size_t i = 0; i < points; ++i) time_s.push_back(static_cast<double>(i) * step_s);
    return time_s;
}

TEST(SteadyTime, AGoodClockIsNotTouched) {
    std::vector<double> time_s = clock_of(500);
    time_s[100] = time_s[99];                                 // a border of two segments
    for (std::size_t i = 300; i < 500; ++i) time_s[i] += 20;  // a gap
    const std::vector<double> written = time_s;
    const TimeRepair repair = make_steady(time_s);
    EXPECT_EQ(time_s, written);
    EXPECT_FALSE(repair.is_spread);
    EXPECT_EQ(repair.lone, 0u);
}

TEST(SteadyTime, RoundedTimesAreFoundAgainWithinTheirStep) {
    const std::vector<double> exact = clock_of(500);
    std::vector<double> time_s = exact;
    for (double& each : time_s) each = std::round(each * 10) / 10;
    const TimeRepair repair = make_steady(time_s);
    EXPECT_TRUE(repair.is_spread);
    EXPECT_EQ(repair.repeated, 449u);  // 51 different times
    EXPECT_TRUE(std::ranges::is_sorted(time_s, std::less_equal<>()));
    for (std::size_t i = 0; i < exact.size(); ++i) EXPECT_NEAR(time_s[i], exact[i], 0.06) << i;
}

TEST(SteadyTime, TimesRoundedInOnePartOnlyMeetTheOthers) {
    const std::vector<double> exact = clock_of(500);
    std::vector<double> time_s = exact;
    for (std::size_t i = 0; i < 205; ++i) time_s[i] = std::round(time_s[i] * 10) / 10;
    make_steady(time_s);
    for (std::size_t i = 205; i < 500; ++i) EXPECT_EQ(time_s[i], exact[i]);
    EXPECT_LT(time_s[204], time_s[205]);
}

TEST(SteadyTime, ALoneTimeBecomesTheMeanOfItsNeighbours) {
    for (const double corrupt : {1e9, -5.0, 9e98}) {
        std::vector<double> time_s = clock_of(500);
        time_s[250] = corrupt;
        const TimeRepair repair = make_steady(time_s);
        EXPECT_EQ(repair.lone, 1u);
        EXPECT_EQ(repair.first_lone_s, corrupt);
        EXPECT_DOUBLE_EQ(time_s[250], 250 * step_s);
    }
    std::vector<double> time_s = clock_of(500);
    time_s.back() = 1e7;
    EXPECT_EQ(make_steady(time_s).lone, 1u);
    EXPECT_DOUBLE_EQ(time_s.back(), 499 * step_s);
}

TEST(SteadyTime, AClockThatRestartsIsNoLoneTime) {
    std::vector<double> time_s = clock_of(500);
    for (std::size_t i = 250; i < 500; ++i) time_s[i] -= 2.5;
    EXPECT_EQ(make_steady(time_s).lone, 0u);
    EXPECT_EQ(time_s[250], 0);
}

TEST(SteadyTime, AStandingClockHasNoStep) {
    std::vector<double> time_s(100, 3.0);
    EXPECT_FALSE(make_steady(time_s).is_spread);
    EXPECT_EQ(time_s[50], 3.0);
}

}  // namespace
}  // namespace sneddon
