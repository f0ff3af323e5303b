#include "read/text/column_head.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(ColumnHead, SplitsNameAndUnit) {
    const ColumnHead head = parse_column_head(" \"Load (\xB5N)\" ");
    EXPECT_EQ(head.text, "Load (µN)");
    EXPECT_EQ(head.name, "Load");
    EXPECT_EQ(head.unit_text, "µN");
    EXPECT_EQ(head.dimension, Dimension::load);
}

TEST(ColumnHead, TheUnitDecidesWhatANameIs) {
    EXPECT_EQ(parse_column_head("Depth (V)").dimension, std::nullopt);
    EXPECT_EQ(parse_column_head("Indentation load (mN)").dimension, Dimension::load);
    EXPECT_EQ(parse_column_head("Indentation (nm)").dimension, Dimension::depth);
    EXPECT_EQ(parse_column_head("Time at load (s)").dimension, Dimension::time);
    EXPECT_EQ(parse_column_head("Load (s)").dimension, std::nullopt) << "a load in seconds";
}

TEST(ColumnHead, OtherQuantitiesAboutLoadAndDepthAreNotMeasuredOnes) {
    for (const char* head : {"Load rate (mN/s)", "Harmonic Load (uN)", "Contact depth (nm)",
                             "Disp. Amp. (nm)", "FnRef (mN)", "Stiffness (N/m)", "Load Cell (nm)",
                             "Modulus (GPa)", "SegmentID", "Phase Shift (deg)", ""})
        EXPECT_EQ(parse_column_head(head).dimension, std::nullopt) << head;
}

TEST(ColumnHead, SymbolsCountOnlyAsTheWholeName) {
    EXPECT_EQ(parse_column_head("P (mN)").dimension, Dimension::load);
    EXPECT_EQ(parse_column_head("h").dimension, Dimension::depth);
    EXPECT_EQ(parse_column_head("t").dimension, Dimension::time);
    EXPECT_EQ(parse_column_head("P max (mN)").dimension, std::nullopt);
}

TEST(ColumnHead, AnUnknownUnitIsKeptAndMakesItNoColumnOfTheCurve) {
    const ColumnHead head = parse_column_head("Load (kgf)");
    EXPECT_EQ(head.unit_text, "kgf");
    EXPECT_FALSE(head.unit.has_value());
    EXPECT_FALSE(head.dimension.has_value());
}

TEST(ColumnHeads, ATrailingDelimiterIsNoColumn) {
    EXPECT_EQ(parse_column_heads("a\tb\t", '\t').size(), 2u);
    EXPECT_EQ(parse_column_heads("a\t\tb", '\t').size(), 3u);
}

}  // namespace
}  // namespace sneddon
