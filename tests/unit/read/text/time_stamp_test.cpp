#include "read/text/time_stamp.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(ParseCtime, ReadsWhatCtimeWrites) {
    EXPECT_EQ(parse_ctime("Tue Nov 22 15:55:04 2022"), "2022-11-22T15:55:04");
    EXPECT_EQ(parse_ctime("Fri Jan  3 07:05:09 2020"), "2020-01-03T07:05:09");
    EXPECT_EQ(parse_ctime("Thu Feb 29 00:00:00 2024"), "2024-02-29T00:00:00");
    for (const char* text :
         {"", "Tue Nov 22 15:55:04", "Tue Nov 31 15:55:04 2022", "Tue Foo 22 15:55:04 2022",
          "Tue Nov 22 25:55:04 2022", "Thu Feb 29 00:00:00 2023", "Number of Points = 5"})
        EXPECT_EQ(parse_ctime(text), std::nullopt) << text;
}

struct Dated {
    const char *date, *time, *expected;
    DateOrder order;
};
class ParseDateTimeTest : public ::testing::TestWithParam<Dated> {};

TEST_P(ParseDateTimeTest, FindsDayAndMonth) {
    const auto& [date, time, expected, order] = GetParam();
    const auto found = parse_date_time(date, time);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->time_stamp, expected);
    EXPECT_EQ(found->order, order);
}

constexpr auto certain = DateOrder::certain, assumed = DateOrder::assumed_month_first;
INSTANTIATE_TEST_SUITE_P(
    Dates, ParseDateTimeTest,
    ::testing::Values(Dated{"12/2/2021", "10:54:08 AM", "2021-12-02T10:54:08", certain},
                      Dated{"11/24/2021", "3:10:20 PM", "2021-11-24T15:10:20", certain},
                      Dated{"1/2/2021", "12:00:01 AM", "2021-01-02T00:00:01", certain},
                      Dated{"1/2/2021", "12:00:01 pm", "2021-01-02T12:00:01", certain},
                      Dated{"24/11/2021", "15:10:20", "2021-11-24T15:10:20", certain},
                      Dated{"11/24/2021", "15:10:20", "2021-11-24T15:10:20", certain},
                      Dated{"2.12.2021", "15:10:20", "2021-12-02T15:10:20", certain},
                      Dated{"5/5/21", "15:10", "2021-05-05T15:10:00", certain},
                      Dated{"3/4/2021", "15:10:20", "2021-03-04T15:10:20", assumed},
                      Dated{"2021-12-02", "", "2021-12-02T00:00:00", certain}));

TEST(ParseDateTime, WhatIsNoDateIsNone) {
    for (const char* date : {"", "today", "13/13/2021", "1/2", "0/1/2021", "1/2/99999"})
        EXPECT_FALSE(parse_date_time(date, "")) << date;
    for (const char* time : {"13:00:00 PM", "0:00:00 AM", "24:00:00", "1:2:3:4", "10:00 XM", "x"})
        EXPECT_FALSE(parse_date_time("24/12/2021", time)) << time;
}

TEST(TimeStamp, OfDaysSince1970) {
    EXPECT_EQ(utc_time_stamp(0, 0), "1970-01-01T00:00:00");
    EXPECT_EQ(utc_time_stamp(30, 86399), "1970-01-31T23:59:59");
    EXPECT_EQ(utc_time_stamp(11016, 3661), "2000-02-29T01:01:01");
    EXPECT_EQ(utc_time_stamp(19151, 66056), "2022-06-08T18:20:56");
    EXPECT_EQ(utc_time_stamp(2932896, 0), "9999-12-31T00:00:00");
    EXPECT_EQ(utc_time_stamp(2932897, 0), "");
    EXPECT_EQ(utc_time_stamp(-1, 0), "");
}

}  // namespace
}  // namespace sneddon
