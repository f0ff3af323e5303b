#include "read/text/units.hpp"

#include <gtest/gtest.h>

#include <string>

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

INSTANTIATE_TEST_SUITE_P(
    MoreUnits, ParseUnitTest,
    ::testing::Values(
        Known{"kN", Dimension::load, 1e9}, Known{"pm", Dimension::depth, 1e-3},
        Known{"mm", Dimension::depth, 1e6}, Known{"㎚", Dimension::depth, 1},
        Known{"um", Dimension::depth, 1e3}, Known{"us", Dimension::time, 1e-6},
        Known{"h", Dimension::time, 3600}, Known{"Minutes", Dimension::time, 60},
        Known{"microns", Dimension::depth, 1e3}, Known{"newton", Dimension::load, 1e6},
        Known{"Newtons", Dimension::load, 1e6}, Known{"metre", Dimension::depth, 1e9},
        Known{"metres", Dimension::depth, 1e9}, Known{"sec.", Dimension::time, 1},
        Known{"second", Dimension::time, 1}, Known{"sek", Dimension::time, 1},
        Known{"Sekunden", Dimension::time, 1}, Known{"Sekunde", Dimension::time, 1},
        Known{"pico m", Dimension::depth, 1e-3}, Known{"mili.N", Dimension::load, 1e3},
        Known{"piko-meter", Dimension::depth, 1e-3}, Known{"\xC2\xB5N", Dimension::load, 1},
        Known{"\xCE\xBCN", Dimension::load, 1}, Known{"\xC3\x82\xC2\xB5m", Dimension::depth, 1e3},
        Known{"\xC3\x8E\xC2\xBCm", Dimension::depth, 1e3}, Known{"\x83\xCAN", Dimension::load, 1},
        Known{"\xA5\xECN", Dimension::load, 1}, Known{"\xA6\xCCN", Dimension::load, 1},
        Known{"\xE6N", Dimension::load, 1}, Known{"MicroN", Dimension::load, 1}));

TEST(ParseUnit, LostMicroSignsAreTold) {
    for (const char* text : {"??N", "?m", "\xEF\xBF\xBD\xEF\xBF\xBDN"})
        EXPECT_TRUE(parse_unit(text)->is_micro_restored) << text;
    for (const char* text : {"\xE6N", "\xC2\xB5N", "mN", "micro N"})
        EXPECT_FALSE(parse_unit(text)->is_micro_restored) << text;
}

TEST(ParseUnit, ALongTextIsNone) {
    EXPECT_TRUE(parse_unit("micro" + std::string(26, '_') + "N"));
    EXPECT_FALSE(parse_unit("micro" + std::string(27, '_') + "N"));
}

TEST(Units, HaveNames) {
    EXPECT_EQ(name(Dimension::load), "load");
    EXPECT_EQ(name(Dimension::depth), "depth");
    EXPECT_EQ(name(Dimension::time), "time");
    EXPECT_EQ(working_unit(Dimension::load), "uN");
    EXPECT_EQ(working_unit(Dimension::depth), "nm");
    EXPECT_EQ(working_unit(Dimension::time), "s");
    EXPECT_EQ(parse_unit("uN")->name, "µN");
    for (const char* word : {"micro", "Mikro", "kilo", "hecto", "giga"})
        EXPECT_TRUE(is_prefix_word(word)) << word;
    for (const char* word : {"", "mic", "microN"}) EXPECT_FALSE(is_prefix_word(word)) << word;
}

}  // namespace
}  // namespace sneddon
