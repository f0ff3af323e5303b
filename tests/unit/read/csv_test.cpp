#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_text;
using Numbers = std::vector<double>;

struct Heads {
    std::string text;
    std::string delimiter = ",";
};

class CsvHeadsTest : public ::testing::TestWithParam<Heads> {};

TEST_P(CsvHeadsTest, AreUnderstood) {
    const auto& [heads, d] = GetParam();
    const std::string rows = fmt::format("0{0}0{0}0\n1{0}10{0}2\n2{0}20{0}4\n", d);
    const auto content = read_text(heads + "\n" + rows);
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "csv");
    const auto& curve = content->tests.at(0).curve;
    EXPECT_EQ(curve.time_s, (Numbers{0, 1, 2}));
    EXPECT_EQ(curve.depth_nm, (Numbers{0, 10, 20}));
    EXPECT_EQ(curve.load_uN, (Numbers{0, 2000, 4000}));
    EXPECT_THAT(content->tests.at(0).marks, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Styles, CsvHeadsTest,
    ::testing::Values(
        Heads{"Time (s),Depth (nm),Load (mN)"}, Heads{"Time [s],Depth [nm],Load [mN]"},
        Heads{"time_s,depth_nm,load_mN"}, Heads{"t/s,h/nm,P/mN"}, Heads{"t / s,h / nm,F / mN"},
        Heads{"\"Time (s)\",\"Depth (nm)\",\"Load (mN)\""}, Heads{"Time,Depth,Load\ns,nm,mN"},
        Heads{"Time,Depth,Load\n[s],[nm],[mN]"}, Heads{"Time s,Displacement nm,Force mN"},
        Heads{"Time, s;Depth, nm;Load, mN", ";"},
        Heads{"Zeit [s];Eindringtiefe [nm];Kraft [mN]", ";"},
        Heads{"Zeit in s;Weg in nm;Last in mN", ";"},
        Heads{"temps (s);profondeur (nm);charge (mN)", ";"},
        Heads{"temps (s);p\xE9n\xE9tration (nm);force (mN)", ";"},
        Heads{"時間 (s)\t変位 (nm)\t荷重 (mN)", "\t"}, Heads{"Time..s.,Depth..nm.,Load..mN."},
        Heads{"# made by hand\n# time_s,depth_nm,load_mN"},
        Heads{"Specimen 7, corner\n\nTime On Sample (s),Displacement Into Surface (nm),Load On "
              "Sample (mN)"},
        Heads{"sep=;\nTime (s);Depth (nm);Load (mN)", ";"},
        Heads{"Time (s),Indentation (nm),Indentation load (mN)"}));

TEST(Csv, WithoutUnitsTheOptionsToTypeAreInTheError) {
    const std::string text = "time,depth,load\n0,0,0\n1,10,2\n2,20,4\n";
    const auto refused = read_text(text);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R015");
    EXPECT_EQ(refused.error().where, "made.txt:1");
    EXPECT_THAT(refused.error().found, HasSubstr("'load', 'depth', 'time'"));
    EXPECT_THAT(refused.error().fix, HasSubstr("--unit load=uN --unit depth=nm --unit time=s"));
    const auto content = read_text(text, {{{"load", "mN"}, {"depth", "um"}, {"time", "ms"}}});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->tests[0].curve.load_uN, (Numbers{0, 2000, 4000}));
    EXPECT_EQ(content->tests[0].curve.depth_nm, (Numbers{0, 1e4, 2e4}));
    EXPECT_EQ(content->tests[0].curve.time_s, (Numbers{0, 1e-3, 2e-3}));
    EXPECT_EQ(content->tests[0].inferences[0].evidence, "--unit load=mN");
}

TEST(Csv, OnlyTheMissingUnitIsAskedFor) {
    const auto refused = read_text("time (s),depth (nm),load\n0,0,0\n1,1,1\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().fix, ::testing::EndsWith("unit): --unit load=uN"));
}

TEST(Csv, AUnitInTheHeadIsStrongerThanTheOption) {
    const auto content =
        read_text("time (s),depth (nm),load (mN)\n0,0,0\n1,1,1\n", {{{"load", "uN"}}});
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->tests[0].curve.load_uN, (Numbers{0, 1000}));
}

TEST(Csv, AnOptionThatIsNoUnitIsAnError) {
    const auto refused = read_text("time,depth,load\n0,0,0\n1,1,1\n", {{{"load", "kg"}}});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R016");
    EXPECT_EQ(refused.error().where, "--unit load=kg");
}

TEST(Csv, SeveralLoadColumnsAreNamed) {
    const auto refused = read_text("t (s),h (nm),Load A (mN),Load B (mN)\n0,0,0,0\n1,1,1,1\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R018");
    EXPECT_EQ(refused.error().found, "2 load columns: 'Load A (mN)', 'Load B (mN)'");
}

TEST(Csv, ColumnsThatAreNotTheMeasuredOneAreChannels) {
    const auto content = read_text(
        "t (s),h (nm),Load (mN),Load rate (mN/s),Load (V),Contact depth (nm),Stiffness (N/m)\n"
        "0,0,0,1,2,3,4\n1,1,1,1,2,3,4\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests[0].curve.channels.size(), 4u);
    EXPECT_EQ(content->tests[0].curve.channels[0].unit, "mN/s");
    EXPECT_EQ(content->tests[0].curve.channels[3].values, (Numbers{4, 4}));
}

TEST(Csv, WithoutATimeColumnPointsAreCountedAndItIsSaid) {
    const auto content =
        read_text("Depth,Load\n0,0\n10,2\n20,4\n", {{{"depth", "nm"}, {"load", "mN"}}});
    ASSERT_TRUE(content.ok()) << message(content.error());
    const auto& test = content->tests.at(0);
    EXPECT_EQ(test.curve.time_s, (Numbers{0, 1, 2}));
    EXPECT_EQ(test.curve.depth_nm, (Numbers{0, 10, 20}));
    EXPECT_EQ(test.curve.load_uN, (Numbers{0, 2000, 4000}));
    EXPECT_THAT(test.curve.channels, IsEmpty());
    EXPECT_THAT(test.reader_flags, ::testing::ElementsAre("SND-R032"));
}

TEST(Csv, AMinusBeforeTheUnitTurnsTheSign) {
    const std::string text = "Time (s),Depth (um),Load\n0,0,0\n1,-10,-2\n2,-20,-4\n";
    const auto content = read_text(text, {{{"depth", "-nm"}, {"load", "-mN"}}});
    ASSERT_TRUE(content.ok()) << message(content.error());
    const auto& test = content->tests.at(0);
    EXPECT_EQ(test.curve.depth_nm, (Numbers{0, 10000, 20000})) << "the unit of the head stands";
    EXPECT_EQ(test.curve.load_uN, (Numbers{0, 2000, 4000}));
    EXPECT_EQ(test.inferences.back().what, "sign of depth");
}

TEST(Csv, AUnitOfAColumnThatIsNotThereIsToldAsNotApplied) {
    const std::string text = "Depth,Load (mN)\n0,0\n10,2\n20,4\n";
    const auto with_time = read_text(text, {{{"depth", "nm"}, {"load", "mN"}, {"time", "ms"}}});
    ASSERT_TRUE(with_time.ok()) << message(with_time.error());
    EXPECT_THAT(with_time->tests.at(0).reader_flags, ::testing::Contains("SND-R031"));
    const auto without = read_text(text, {{{"depth", "nm"}, {"load", "mN"}}});
    EXPECT_THAT(without->tests.at(0).reader_flags, ::testing::Not(::testing::Contains("SND-R031")));
}

TEST(Csv, TheFirstCellThatCannotBeReadIsNamed) {
    const auto refused = read_text("Time (s),Depth (nm),Load (mN)\n\nabc,def,ghi\n0,1,2\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R003");
    EXPECT_THAT(refused.error().found, HasSubstr("'abc' in row 3, column 1, below 'Time (s)'"));
}

// "Time (cs)" is a time in a unit that is not known: it is asked for, not counted.
TEST(Csv, ATimeInAnUnknownUnitIsAskedFor) {
    const auto refused = read_text("Time (cs),Depth (nm),Load (mN)\n0,0,0\n1,10,2\n2,20,4\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R017");
}

TEST(Csv, NumbersWithoutHeadsAreRefused) {
    const auto refused = read_text("0\t1\t2\n1\t2\t3\n2\t3\t4\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R017");
    EXPECT_THAT(refused.error().found, HasSubstr("without heads"));
}

struct Comma {
    std::string text;
    Numbers load_uN;  // empty: refused
    std::string code;
};

class CsvDecimalCommaTest : public ::testing::TestWithParam<Comma> {};

TEST_P(CsvDecimalCommaTest, IsReadWhereCertainAndRefusedWhereAmbiguous) {
    const auto content = read_text(GetParam().text);
    if (GetParam().code.empty()) {
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_EQ(content->tests.at(0).curve.load_uN, GetParam().load_uN);
    } else {
        ASSERT_FALSE(content.ok());
        EXPECT_EQ(content.error().code, GetParam().code);
        EXPECT_FALSE(content.error().fix.empty());
    }
}

const std::string semicolon_heads = "t (s);h (nm);P (uN)\n";
INSTANTIATE_TEST_SUITE_P(
    Texts, CsvDecimalCommaTest,
    ::testing::Values(
        Comma{semicolon_heads + "0,0;1,5;0,416\n1;2;12,5\n", {0.416, 12.5}, ""},
        Comma{semicolon_heads + "0;1;0,416\n1;2;0,832\n", {0.416, 0.832}, ""},    // leading zero
        Comma{semicolon_heads + "0;1;1234,567\n1;2;2,000\n", {1234.567, 2}, ""},  // 4 digits before
        Comma{semicolon_heads + "0;1;1,234e1\n1;2;2\n", {12.34, 2}, ""},          // exponent
        Comma{semicolon_heads + "0;1;1,234\n1;2;-2,345\n", {}, "SND-R019"},       // 1.234 or 1234
        Comma{semicolon_heads + "0;1;1,234\n1;2;2,34\n", {1.234, 2.34}, ""},      // 2 digits decide
        Comma{semicolon_heads + "0;1.5;1,25\n1;2.5;2\n", {}, "SND-R019"},         // both marks
        Comma{semicolon_heads + "0;1;1,234.5\n1;2;2\n", {}, "SND-R020"},
        Comma{semicolon_heads + "0;1;1.234,5\n1;2;2\n", {}, "SND-R020"},
        Comma{semicolon_heads + "0;1;1,234,567\n1;2;2\n", {}, "SND-R020"},
        Comma{"t (s),h (nm),P (uN)\n0,0,1,5,0,4\n1,0,2,5,0,5\n",
              {},
              "SND-R019"},  // commas of both kinds
        Comma{"t (s),h (nm),P (uN)\n\"0,0\",\"1,5\",\"0,4\"\n\"1,0\",\"2\",\"0,5\"\n",
              {0.4, 0.5},
              ""}));

TEST(Csv, AnAmbiguousCommaSaysBothReadings) {
    const auto refused = read_text(semicolon_heads + "0;1;1,234\n1;2;2,345\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().found, HasSubstr("'1,234' can be 1.234 or 1234"));
}

TEST(Csv, BlankLinesAndCommentsBetweenRows) {
    const auto content =
        read_text("t_s,h_nm,P_uN\n0,0,0\n# peak\n1,1,1\n\n2,2,2\n,,\n3,3,3\n4,4,4\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    const auto& test = content->tests[0];
    EXPECT_EQ(test.curve.size(), 5u);
    EXPECT_EQ(test.mark_source, MarkSource::blank_line);
    ASSERT_EQ(test.marks.size(), 3u);
    EXPECT_EQ(test.marks[1].first, 2u);
    EXPECT_EQ(test.marks[2].first, 3u);
}

TEST(Csv, EmptyCellsAreMissing) {
    const auto content = read_text("t_s,h_nm,P_uN\n0,,0\n1,1,NaN\n2,2,2\n3,3\n4,4,1e308\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    const auto& curve = content->tests[0].curve;
    ASSERT_EQ(curve.size(), 5u);
    EXPECT_TRUE(std::isnan(curve.depth_nm[0]));
    EXPECT_TRUE(std::isnan(curve.load_uN[1]) && std::isnan(curve.load_uN[3]) &&
                std::isnan(curve.load_uN[4]));
}

TEST(Csv, ALoneHeadAndOneRowAreRefused) {
    EXPECT_EQ(read_text("time_s,depth_nm,load_uN\n").error().code, "SND-R010");
    EXPECT_EQ(read_text("time,depth,load\ns,nm,uN\n").error().code, "SND-R010");
    EXPECT_EQ(read_text("time_s,depth_nm,load_uN\n0,0,0\n").error().code, "SND-R011");
}

TEST(Csv, AWordBelowTheRowsIsAnErrorWithItsLine) {
    const auto refused = read_text("t_s,h_nm,P_uN\n0,0,0\n1,1,1\nMean,2,3\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().where, "made.txt:4");
    EXPECT_THAT(refused.error().found, HasSubstr("'Mean' in column 1"));
}

TEST(Csv, NewtonsInAPlainTableAreNewtons) {
    const auto content = read_text("t (s),h (m),P (N)\n0,0,0\n1,1e-9,0.001\n");
    ASSERT_TRUE(content.ok());
    EXPECT_DOUBLE_EQ(content->tests[0].curve.load_uN[1], 1000);
    EXPECT_DOUBLE_EQ(content->tests[0].curve.depth_nm[1], 1);
}

}  // namespace
}  // namespace sneddon
