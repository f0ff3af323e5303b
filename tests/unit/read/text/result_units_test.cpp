#include "read/text/result_units.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

// A power may be written as a letter above the line, behind '^' or as a digit, with blanks or
// without, and micro as either of its letters.
TEST(ResultUnits, AreTheSameInEverySpelling) {
    for (const char* spelling : {"N/mm2", "N/mm^2", "N / mm^2", "N/mm\u00B2"}) {
        const auto unit = result_unit(ResultKind::pressure, spelling);
        ASSERT_TRUE(unit) << spelling;
        EXPECT_EQ(unit->times, 1);
        EXPECT_EQ(unit->per, 1000);  // working values are GPa
    }
    for (const char* spelling : {"uJ", "\u00B5J", "\u03BCJ", " uJ "}) {
        const auto unit = result_unit(ResultKind::work, spelling);
        ASSERT_TRUE(unit) << spelling;
        EXPECT_EQ(unit->times, 1e6);  // pJ
        EXPECT_EQ(unit->per, 1);
    }
}

TEST(ResultUnits, OfAnotherKindAreNone) {
    EXPECT_FALSE(result_unit(ResultKind::work, "N/mm2"));
    EXPECT_FALSE(result_unit(ResultKind::pressure, "uJ"));
    EXPECT_FALSE(result_unit(ResultKind::load, "nm"));
    EXPECT_FALSE(result_unit(ResultKind::length, "mN"));
    EXPECT_TRUE(result_unit(ResultKind::length, "nm"));
}

}  // namespace
}  // namespace sneddon
