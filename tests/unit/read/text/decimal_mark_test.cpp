#include "read/text/decimal_mark.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sneddon {
namespace {

TEST(DecimalMark, CommasAndPointsOfWordsDoNotCount) {
    EXPECT_EQ(find_decimal_mark("Fmax,Hmax\t1.5\t2.5\n", 0, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark("H2,O\t1.5\t2.5\n", 0, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark("e.g.\t1,5\t2,25\n", 0, '\t').mark, DecimalMark::comma);
    EXPECT_EQ(find_decimal_mark("1.5\t2,5\n", 0, '\t').mark, DecimalMark::mixed);
}

TEST(DecimalMark, IsDecidedByTheFirstNumberThatCan) {
    struct Case {
        const char* text;
        DecimalMark mark;
        const char* evidence;
    };
    for (const Case& each : {Case{"1\t2\n", DecimalMark::point, ""},
                             Case{"1\t2.5\n3.5\t4\n", DecimalMark::point, "2.5"},
                             Case{"1,234\t2\n", DecimalMark::ambiguous, "1,234"},
                             Case{"123,456\t2\n", DecimalMark::ambiguous, "123,456"},
                             Case{"-1,234\t2\n", DecimalMark::ambiguous, "-1,234"},
                             Case{"+12,345\t7,891\n", DecimalMark::ambiguous, "+12,345"},
                             Case{"1234,567\t2\n", DecimalMark::comma, "1234,567"},
                             Case{"0,416\t2\n", DecimalMark::comma, "0,416"},
                             Case{",416\t2\n", DecimalMark::comma, ",416"},
                             Case{"12,5\t2\n", DecimalMark::comma, "12,5"},
                             Case{"1,2345\t2\n", DecimalMark::comma, "1,2345"},
                             Case{"1,234e-3\t2\n", DecimalMark::comma, "1,234e-3"},
                             Case{"1,234E3\t2\n", DecimalMark::comma, "1,234E3"},
                             Case{"1,234\t12,5\t9,5\n", DecimalMark::comma, "12,5"},
                             Case{"12,5\t1,234\n", DecimalMark::comma, "12,5"},
                             Case{"1,234.5\t2\n", DecimalMark::grouped, "1,234.5"},
                             Case{"1.234,5\t2\n", DecimalMark::grouped, "1.234,5"},
                             Case{"1,234,567\t1,2,3\n", DecimalMark::grouped, "1,234,567"},
                             Case{"1.5\t2,5\n", DecimalMark::mixed, "2,5' and '1.5"},
                             Case{"1,234\t2.5\n", DecimalMark::mixed, "1,234' and '2.5"},
                             Case{"\"1,5\"\t2\n", DecimalMark::comma, "1,5"},
                             Case{"\xE2\x88\x92"
                                  "1,5\t2\n",
                                  DecimalMark::comma, "1,5"},
                             Case{",\t.\t-\t2\n", DecimalMark::point, ""}}) {
        const DecimalMarkFound found = find_decimal_mark(each.text, 0, '\t');
        EXPECT_EQ(found.mark, each.mark) << each.text;
        EXPECT_EQ(found.evidence, each.evidence) << each.text;
    }
}

TEST(DecimalMark, IsLookedForFromItsPlaceAndInFrontOfZeros) {
    EXPECT_EQ(find_decimal_mark("1,5\n2.5\n", 4, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark(std::string("1\t2\n\0"
                                            "1,5\n",
                                            9),
                                0, '\t')
                  .mark,
              DecimalMark::point);
}

// After 4,000 numbers nothing else can change, but where all that is known is ambiguous.
TEST(DecimalMark, AnAmbiguousTableIsReadToItsEnd) {
    std::string points, ambiguous;
    for (int i = 0; i < 4001; ++i) {
        points += "1.5\n";
        ambiguous += "1,234\n";
    }
    EXPECT_EQ(find_decimal_mark(points + "2,5\n", 0, '\t').mark, DecimalMark::point);
    EXPECT_EQ(find_decimal_mark(points.substr(0, 3990 * 4) + "2,5\n", 0, '\t').mark,
              DecimalMark::mixed);
    EXPECT_EQ(find_decimal_mark(ambiguous + "2,5\n", 0, '\t').mark, DecimalMark::comma);
}

}  // namespace
}  // namespace sneddon
