#include "../../../src/pipeline/units_row.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(UnitsRow, UnitsAreKnownInTheirUsualClothes) {
    for (const char* cell : {"nm",      "mN",
                             "s",       "GPa",
                             "(nm)",    "[uN]",
                             " s ",     "\u00B5N",
                             "\u03BCm", "\u00B5m\u00B2",
                             "nm/s",    "1/s",
                             "s^-1",    "s\u207B\u00B9",
                             "N/m",     "N m",
                             "%",       "\u00B0C",
                             "pJ",      "min"})
        EXPECT_TRUE(is_unit_word(cell)) << cell;
}

TEST(UnitsRow, WordsAndNumbersAreNoUnits) {
    for (const char* cell : {"", "1", "12", "nan", "NaN", "NA", "n/a", "inf", "x", "depth", "nm/",
                             "/", "-", "N/A", "missing", "1e3", "()", "m m m x"})
        EXPECT_FALSE(is_unit_word(cell)) << cell;
}

TEST(UnitsRow, ARowIsOneWhenNothingElseIsInIt) {
    EXPECT_TRUE(is_units_row({"s", "nm", "uN"}));
    EXPECT_TRUE(is_units_row({"", "nm", "-"}));
    EXPECT_FALSE(is_units_row({"s", "nm", "3"}));
    EXPECT_FALSE(is_units_row({"s", "nan"}));
    EXPECT_FALSE(is_units_row({"", "-"}));
    EXPECT_FALSE(is_units_row({}));
}

}  // namespace
}  // namespace sneddon
