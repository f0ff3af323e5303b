#include "base/text_table.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sneddon {
namespace {

TEST(TextTable, WidthCountsCharactersAndNotBytes) {
    EXPECT_EQ(width("µN"), 2u);
    EXPECT_EQ(width("nm²"), 3u);
    EXPECT_EQ(width(""), 0u);
}

TEST(TextTable, ColumnsAreAsWideAsTheirWidestCellAndLinesEndWithoutBlanks) {
    EXPECT_EQ(text_table({{"a", "n", ""}, {"µN", "120", "x"}}, " ", {1}),
              " a     n\n µN  120  x\n");
}

TEST(TextTable, RowsMayEndEarly) {
    EXPECT_EQ(text_table({{"a"}, {"b", "c"}}, ""), "a\nb  c\n");
}

TEST(TextTable, ShortNumbersHaveSixDigitsAndMissingOnesNone) {
    EXPECT_EQ(short_number(12345.678), "12345.7");
    EXPECT_EQ(short_number(1.0 / 3), "0.333333");
    EXPECT_EQ(short_number(5), "5");
    EXPECT_EQ(short_number(std::numeric_limits<double>::quiet_NaN()), "");
}

}  // namespace
}  // namespace sneddon
