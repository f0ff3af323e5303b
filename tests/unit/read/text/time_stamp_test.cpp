#include "read/text/time_stamp.hpp"

#include <gtest/gtest.h>

#include <vector>

#include <fmt/core.h>

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

TEST(ParseCtime, HasItsLimits) {
    EXPECT_EQ(parse_ctime("Thu Jan  1 00:00:00 1970"), "1970-01-01T00:00:00");
    EXPECT_EQ(parse_ctime("Fri Dec 31 23:59:60 9999"), "9999-12-31T23:59:60");
    EXPECT_EQ(parse_ctime("Tue Feb 29 12:30:30 2000"), "2000-02-29T12:30:30");
    EXPECT_EQ(parse_ctime("Tue Apr 30 12:30 2000"), "2000-04-30T12:30:00");
    for (const char* text :
         {"Wed Dec 31 23:59:59 1969", "Fri Dec 31 23:59:61 1999", "Fri Dec 31 23:60:00 1999",
          "Fri Dec 31 24:00:00 1999", "Mon Feb 29 12:00:00 2100", "Mon Feb 30 12:00:00 2000",
          "Mon Apr 31 12:00:00 2000", "Mon Apr 0 12:00:00 2000", "Mo Apr 1 12:00:00 2000",
          "Mon Apr 1 12 2000", "Mon Apr 1 12:00:00:00 2000", "Mon Apr 1 1x:00:00 2000",
          "Mon Apr 1 12:00:00 20000", "Mon Apr 1 12:00:00 2000 UTC"})
        EXPECT_EQ(parse_ctime(text), std::nullopt) << text;
    for (const auto& [month, last] : std::vector<std::pair<std::string, int>>{{"Jan", 31},
                                                                              {"Feb", 28},
                                                                              {"Mar", 31},
                                                                              {"Apr", 30},
                                                                              {"May", 31},
                                                                              {"Jun", 30},
                                                                              {"Jul", 31},
                                                                              {"Aug", 31},
                                                                              {"Sep", 30},
                                                                              {"Oct", 31},
                                                                              {"Nov", 30},
                                                                              {"Dec", 31}}) {
        EXPECT_TRUE(parse_ctime(fmt::format("Mon {} {} 1:02:03 2001", month, last))) << month;
        EXPECT_FALSE(parse_ctime(fmt::format("Mon {} {} 1:02:03 2001", month, last + 1))) << month;
    }
}

TEST(ParseDateTime, TheSecondFieldDecidesWhereTheFirstDoesNot) {
    const auto stamp = [](const char* date, const char* time = "") {
        const auto found = parse_date_time(date, time);
        return found ? found->time_stamp.substr(0, 10) : "none";
    };
    EXPECT_EQ(stamp("12/13/2021"), "2021-12-13");
    EXPECT_EQ(stamp("13/12/2021"), "2021-12-13");
    EXPECT_EQ(stamp("12/12/21"), "2021-12-12");
    EXPECT_EQ(stamp("12/12/99"), "2099-12-12");
    EXPECT_EQ(stamp("12/12/100"), "none");
    EXPECT_EQ(stamp("1-2-2021"), "2021-01-02");
    EXPECT_EQ(stamp("1.2.2021"), "2021-02-01");
    EXPECT_EQ(stamp(" 2021/2/1 "), "2021-02-01");
    EXPECT_EQ(stamp("1/2/2021", "1:00:00 PM"), "2021-01-02");
    EXPECT_EQ(stamp("13/2/2021", "1:00:00 PM"), "none");  // an American date
    EXPECT_EQ(parse_date_time("1/12/2021", "")->order, DateOrder::assumed_month_first);
    EXPECT_EQ(parse_date_time("1/13/2021", "")->order, DateOrder::certain);
    EXPECT_EQ(parse_date_time("1/2/2021", "12:30:00 PM")->time_stamp, "2021-01-02T12:30:00");
    EXPECT_EQ(parse_date_time("1/2/2021", "1:30 am")->time_stamp, "2021-01-02T01:30:00");
    EXPECT_FALSE(parse_date_time("1/2/2021", "1:30 am x"));
}

}  // namespace
}  // namespace sneddon
