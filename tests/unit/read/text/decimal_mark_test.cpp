#include "read/text/decimal_mark.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(DecimalMark, CommasAndPointsOfWordsDoNotCount) {
    EXPECT_EQ(find_decimal_mark("Fmax,Hmax\t1.5\t2.5\n", 0, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark("H2,O\t1.5\t2.5\n", 0, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark("e.g.\t1,5\t2,25\n", 0, '\t').mark, DecimalMark::comma);
    EXPECT_EQ(find_decimal_mark("1.5\t2,5\n", 0, '\t').mark, DecimalMark::mixed);
}

}  // namespace
}  // namespace sneddon
