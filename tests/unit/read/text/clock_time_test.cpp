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

}  // namespace
}  // namespace sneddon
