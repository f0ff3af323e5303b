#include "model/days.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(DayNumber, CountsFrom1970) {
    EXPECT_EQ(day_number("1970-01-01"), 0);
    EXPECT_EQ(day_number("2000-03-01"), 11017);  // 30 years, 7 leap days, 31 + 29
    EXPECT_EQ(day_number("2025-01-06T08:00:00"), day_number("2025-01-06"));
    EXPECT_EQ(*day_number("2024-03-01") - *day_number("2024-02-28"), 2);
    EXPECT_EQ(*day_number("2023-03-01") - *day_number("2023-02-28"), 1);
}

TEST(DayNumber, IsNothingForWhatIsNoDay) {
    for (const char* text : {"", "2025", "2025-1-6", "2023-02-29", "2025-13-01", "2025-00-10",
                             "06.01.2025", "2025-01-061", "-025-01-06", "2025-0a-06"})
        EXPECT_FALSE(day_number(text).has_value()) << text;
}

}  // namespace
}  // namespace sneddon
