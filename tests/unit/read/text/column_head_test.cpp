#include "read/text/column_head.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

struct Worth {
    const char* head;
    double in_working_units;  // 0: no known unit
};
class PrefixOfHead : public ::testing::TestWithParam<Worth> {};

TEST_P(PrefixOfHead, BelongsToTheUnitBehindIt) {
    const ColumnHead head = parse_column_head(GetParam().head);
    const double worth = head.unit ? head.unit->times / head.unit->per : 0;
    EXPECT_EQ(worth, GetParam().in_working_units);
    EXPECT_EQ(head.dimension.has_value(), worth != 0);
    EXPECT_FALSE(head.unit_text.empty());
}

INSTANTIATE_TEST_SUITE_P(Heads, PrefixOfHead,
                         ::testing::Values(Worth{"load_micro_N", 1}, Worth{"Load micro N", 1},
                                           Worth{"Load micro (N)", 1},
                                           Worth{"load (micronewtons)", 1},
                                           Worth{"Load in milli N", 1e3}, Worth{"load u N", 1},
                                           Worth{"depth_micro_m", 1e3}, Worth{"depth_m", 1e9},
                                           Worth{"load mega N", 0}, Worth{"load 10^-6 N", 0},
                                           Worth{"load x1000 (N)", 0}, Worth{"load 1e-3 N", 0}));

TEST(ColumnHeads, TheUnitAloneDecidesWhereWordsSayNothing) {
    auto heads = parse_column_heads("时间(s),压入深度(nm),载荷(mN)", ',');
    claim_by_unit_alone(heads);
    EXPECT_EQ(heads[0].dimension, Dimension::time);
    EXPECT_EQ(heads[1].dimension, Dimension::depth);
    EXPECT_EQ(heads[2].dimension, Dimension::load);
    EXPECT_TRUE(heads[2].is_by_unit_alone);
}

TEST(ColumnHeads, TheUnitAloneDecidesNothingBetweenTwoOrForAnotherLength) {
    for (const char* line : {"a (s),b (nm),c (nm),d (mN)", "time (s),X (um),load (mN)",
                             "time (s),contact depth (nm),load (mN)", "a (s),b (nm)"}) {
        auto heads = parse_column_heads(line, ',');
        claim_by_unit_alone(heads);
        EXPECT_EQ(std::ranges::count(heads, true, &ColumnHead::is_by_unit_alone), 0) << line;
    }
}

}  // namespace
}  // namespace sneddon
