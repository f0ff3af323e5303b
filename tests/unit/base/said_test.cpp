#include "base/said.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Said, APercentageHasItsDigits) {
    EXPECT_EQ(said_percent(12.34, 1), "12.3 %");
    EXPECT_EQ(said_percent(12.34, 0, Sign::always), "+12 %");
    EXPECT_EQ(said_percent(-0.4, 1), "-0.4 %");
}

TEST(Said, WhatIsRelativeToNearlyNothingHasNoDigits) {
    EXPECT_EQ(said_percent(5e5, 0), "more than 1000 %");
    EXPECT_EQ(said_percent(-4.47e5, 1, Sign::always), "below -1000 %");
    EXPECT_EQ(percent_cell(4.47e5), "> 1000 %");
    EXPECT_EQ(percent_cell(-4.47e5), "< -1000 %");
    EXPECT_EQ(percent_cell(0.01234), "+0.0123 %");
    EXPECT_EQ(percent_cell(123.4, 2, Sign::minus), "123 %");
    EXPECT_EQ(percent_cell(99.7, 2), "+100 %");
    EXPECT_EQ(percent_cell(999.7), "+1000 %");
    EXPECT_EQ(percent_cell(0, 2), "+0 %");
}

TEST(Said, WhatIsNoNumberIsSaidSo) {
    for (const double none : {nan, infinity, -infinity}) {
        EXPECT_EQ(said_percent(none, 0), "an unknown part");
        EXPECT_EQ(said_number(none, 2), "no number");
        EXPECT_EQ(said_digits(none, 3), "no number");
        EXPECT_EQ(said_with_u(none, 0.1, 1), "no number");
        EXPECT_EQ(said_with_u(1.25, none, 2), "1.25");
        EXPECT_EQ(said_with_u(1.25, none), "1.25");
        EXPECT_EQ(percent_cell(none), "");
    }
}

TEST(Said, AnUncertaintyStandsBehindPlusMinus) {
    EXPECT_EQ(said_with_u(-1.234, 0.3, 1), "-1.2 ± 0.3");
    EXPECT_EQ(said_with_u(1234.5, 6.78), "1234 ± 6.8");
}

}  // namespace
}  // namespace sneddon
