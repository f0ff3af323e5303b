#include "read/text/units.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

struct Known {
    const char* text;
    Dimension dimension;
    double one_in_working_units;
};
class ParseUnitTest : public ::testing::TestWithParam<Known> {};

TEST_P(ParseUnitTest, ScalesToTheWorkingUnit) {
    const auto unit = parse_unit(GetParam().text);
    ASSERT_TRUE(unit.has_value());
    EXPECT_EQ(unit->dimension, GetParam().dimension);
    EXPECT_EQ(unit->times / unit->per, GetParam().one_in_working_units);
    EXPECT_TRUE(unit->times == 1 || unit->per == 1) << "a value is rounded once";
}

INSTANTIATE_TEST_SUITE_P(
    Units, ParseUnitTest,
    ::testing::Values(Known{"uN", Dimension::load, 1}, Known{" mN ", Dimension::load, 1e3},
                      Known{"nN", Dimension::load, 1e-3}, Known{"N", Dimension::load, 1e6},
                      Known{"\xB5m", Dimension::depth, 1e3}, Known{"nm", Dimension::depth, 1},
                      Known{"Å", Dimension::depth, 0.1}, Known{"㎛", Dimension::depth, 1e3},
                      Known{"m", Dimension::depth, 1e9}, Known{"s", Dimension::time, 1},
                      Known{"Sec", Dimension::time, 1}, Known{"ms", Dimension::time, 1e-3},
                      Known{"µs", Dimension::time, 1e-6}, Known{"min", Dimension::time, 60}));

TEST(ParseUnit, OnlyAWholeUnitCounts) {
    for (const char* text : {"", "V", "MN", "mn", "NM", "mN/nm", "nm^2", "uN ", "GPa", "?", "??",
                             "\xEF\xBF\xBD", "kg", "%"}) {
        const auto unit = parse_unit(text);
        EXPECT_EQ(unit.has_value(), std::string_view(text) == "uN ") << text;
    }
}

TEST(ParseUnit, SaysWhereTheMicroSignWasLost) {
    EXPECT_TRUE(parse_unit("?N")->is_micro_restored);
    EXPECT_TRUE(parse_unit("\xEF\xBF\xBDN")->is_micro_restored);
    EXPECT_FALSE(parse_unit("\xEF\xBD\xB5N")->is_micro_restored);
    EXPECT_FALSE(parse_unit("uN")->is_micro_restored);
}

INSTANTIATE_TEST_SUITE_P(PrefixesWrittenOut, ParseUnitTest,
                         ::testing::Values(Known{"micro N", Dimension::load, 1},
                                           Known{"micronewtons", Dimension::load, 1},
                                           Known{"milli-newton", Dimension::load, 1e3},
                                           Known{"Mikro_N", Dimension::load, 1},
                                           Known{"microN", Dimension::load, 1},
                                           Known{"kilonewton", Dimension::load, 1e9},
                                           Known{"micron", Dimension::depth, 1e3},
                                           Known{"MICRON", Dimension::depth, 1e3},
                                           Known{"micro m", Dimension::depth, 1e3},
                                           Known{"Nanometers", Dimension::depth, 1},
                                           Known{"milliseconds", Dimension::time, 1e-3}));

TEST(ParseUnit, APrefixThatNoUnitHasMakesItNone) {
    for (const char* text : {"mega N", "centimeter", "micro", "microV", "nano"})
        EXPECT_FALSE(parse_unit(text).has_value()) << text;
}

}  // namespace
}  // namespace sneddon
