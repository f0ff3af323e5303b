#include "read/text/clock_time.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

TEST(ClockTime, IsSecondsSinceMidnight) {
    EXPECT_EQ(parse_clock_s("00:00:00.000"), 0);
    EXPECT_EQ(parse_clock_s("10:15:02.25"), 36902.25);
    EXPECT_EQ(parse_clock_s(" 0:01:00,5 "), 60.5);
    for (const char* cell : {"10:15", "1:60:00", "1:00:60", "1.5:00:00", "-1:00:00", "a:b:c", ""})
        EXPECT_FALSE(parse_clock_s(cell).has_value()) << cell;
}

TEST(ClockTime, GoesOnAtMidnight) {
    std::vector<double> time_s = {86399, std::nan(""), 86399.5, 0, 1};
    count_from_first_row(time_s);
    EXPECT_EQ(time_s[0], 0);
    EXPECT_TRUE(std::isnan(time_s[1]));
    EXPECT_EQ(time_s[2], 0.5);
    EXPECT_EQ(time_s[3], 1);
    EXPECT_EQ(time_s[4], 2);
}

TEST(ClockTime, HasItsLargestFields) {
    EXPECT_EQ(parse_clock_s("0:59:59.5"), 3599.5);
    EXPECT_EQ(parse_clock_s("100:00:00"), 360000);
    for (const char* cell :
         {"1:59.5:00", "1:-1:00", "1:00:-1", "1:60:00", "1:00:60.0", "::", "1::2", ":1:2", "1:2:"})
        EXPECT_FALSE(parse_clock_s(cell).has_value()) << cell;
}

// Back by half a day or less is a clock that was set, by more is midnight; and twice.
TEST(ClockTime, AStepBackOfMoreThanHalfADayIsMidnight) {
    std::vector<double> set = {50000, 6800};
    count_from_first_row(set);
    EXPECT_EQ(set[1], -43200);
    std::vector<double> nights = {50000, 6799, 50000, 1};
    count_from_first_row(nights);
    EXPECT_EQ(nights, (std::vector<double>{0, 43199, 86400, 122801}));
    std::vector<double> none = {std::nan(""), std::nan("")};
    count_from_first_row(none);
    EXPECT_TRUE(std::isnan(none[1]));
    std::vector<double> late = {std::nan(""), 7, 9};
    count_from_first_row(late);
    EXPECT_EQ(late[2], 2);
}

}  // namespace
}  // namespace sneddon
