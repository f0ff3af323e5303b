// Tables as people and other programs write them: words, clocks, positions, several tests, lost
// signs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_text;
using Numbers = std::vector<double>;

sneddon::Test only_test(const std::string& text, const ReadOptions& options = {}) {
    const auto content = read_text(text, options);
    EXPECT_TRUE(content.ok()) << message(content.error());
    if (!content.ok()) return {};
    EXPECT_EQ(content->tests.size(), 1u);
    return content->tests.empty() ? sneddon::Test{} : content->tests[0];
}

std::string evidence_of(const sneddon::Test& test, std::string_view what) {
    for (const Inference& inference : test.inferences)
        if (inference.what == what) return inference.evidence;
    return "";
}

TEST(CsvColumns, ASegmentColumnOfOtherValuesInEachRowMarksNothing) {
    std::string text = "Segment,Depth (nm),Load (uN),Time (s)\n";
    for (int i = 0; i < 40; ++i) text += fmt::format("{},{},{},{}\n", i, i, 2 * i, i);
    EXPECT_TRUE(only_test(text).marks.empty());
}

TEST(CsvSigns, AMinusOfTypographyIsAMinus) {
    const auto test =
        only_test("t_s,h_nm,P_uN\n0,\u221220,0\n1,\u22121.5e\u22122,1\n2,3,1.5D+01\n");
    EXPECT_EQ(test.curve.depth_nm, (Numbers{-20, -0.015, 3}));
    EXPECT_EQ(test.curve.load_uN, (Numbers{0, 1, 15}));
    EXPECT_EQ(only_test("t_s;h_nm;P_uN\n0;\u22120,5;0\n1;1,5;1\n").curve.depth_nm,
              (Numbers{-0.5, 1.5}));
}

TEST(CsvWords, AColumnOfWordsIsNamedAndNoChannel) {
    const auto test = only_test(
        "Depth (nm),Load (uN),Time (s),popin,Stiffness "
        "(N/m)\n0,0,0,False,\n1,2,1,True,5\n2,4,2,False,6\n");
    EXPECT_EQ(test.curve.load_uN, (Numbers{0, 2, 4}));
    EXPECT_THAT(evidence_of(test, "column 'popin'"), HasSubstr("'False'"));
    ASSERT_EQ(test.curve.channels.size(), 1u);
    EXPECT_EQ(test.curve.channels[0].name, "Stiffness");
    EXPECT_THAT(test.marks, IsEmpty());
}

TEST(CsvWords, AWordInAColumnOfTheCurveIsNamedWithItsLine) {
    const auto refused = read_text("t_s,h_nm,P_uN\n0,about 3,0\n1,1,1\n2,2,2\n");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().where, "made.txt:2");
    EXPECT_THAT(refused.error().found, HasSubstr("'about 3' in column 2"));
}

TEST(CsvWords, BadAndStarsAreMissing) {
    const auto test = only_test("t_s,h_nm,P_uN\n0,Bad,0\n1,****,1\n2,2,2\n");
    EXPECT_TRUE(std::isnan(test.curve.depth_nm[0]) && std::isnan(test.curve.depth_nm[1]));
}

TEST(CsvWords, MarkersAreBordersAndEndEndsTheTable) {
    std::string text = "Segment,Depth,Load,Time\n,nm,uN,s\nLoad Segment Type,0,0,0\n";
    for (int i = 1; i < 40; ++i)
        text += fmt::format("{},{},{},{}\n", i == 20 ? "Unload Segment Type" : "", i, 2 * i, i);
    const auto test = only_test(text + "END,,,\nsomething else\n");
    EXPECT_EQ(test.curve.size(), 40u);
    EXPECT_EQ(test.mark_source, MarkSource::marker);
    ASSERT_EQ(test.marks.size(), 2u);
    EXPECT_EQ(test.marks[1].first, 20u);
    EXPECT_EQ(test.marks[1].label, "Unload Segment Type");
}

TEST(CsvWords, AResultInTheUnitsMakesACurveNoTableOfResults) {
    const auto content =
        read_text("Time,Depth,Load,Hardness\ns,nm,mN,GPa\n0,0,0,1.5\n1,1,2,1.5\n2,2,4,1.5\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 1u);
    EXPECT_EQ(content->tests[0].curve.load_uN, (Numbers{0, 2000, 4000}));
}

std::string three_tests(const std::string& head) {
    std::string text = head + ",Time (s),Depth (nm),Load (uN),X (um),Y (um)\n";
    for (int test = 1; test <= 3; ++test)
        for (int i = 0; i < 10; ++i)
            text += fmt::format("{:.1f},{},{},{},{},-3.25\n", test * 1.0, i, 10 * i + test, i,
                                12.5 * test);
    return text;
}

TEST(CsvTests, AColumnTestMakesSeveral) {
    for (const char* head : {"Test", "Indent", "No.", "\"#\""}) {
        const auto content = read_text(three_tests(head));
        ASSERT_TRUE(content.ok()) << message(content.error());
        ASSERT_EQ(content->tests.size(), 3u) << head;
        const auto& second = content->tests[1];
        EXPECT_EQ(second.number, 2);
        EXPECT_EQ(second.name, "2");
        EXPECT_EQ(second.curve.time_s.front(), 0);
        EXPECT_EQ(second.curve.depth_nm.back(), 92);
        ASSERT_TRUE(second.position.has_value());
        EXPECT_DOUBLE_EQ(second.position->x_um, 25);
        EXPECT_DOUBLE_EQ(second.position->y_um, -3.25);
    }
}

TEST(CsvTests, OtherColumnsAndCountedRowsMakeNone) {
    EXPECT_EQ(read_text(three_tests("Sample"))->tests.size(), 1u);
    std::string text = "No.,Time (s),Depth (nm),Load (uN)\n";
    for (int i = 0; i < 30; ++i) text += fmt::format("{0},{0},{0},{0}\n", i);
    EXPECT_EQ(read_text(text)->tests.size(), 1u);
}

TEST(CsvPosition, NeedsBothAxesAndAUnit) {
    const std::string rows = "\n3,4,0,0,0\n3,4,1,1,1\n";
    const std::string curve = ",t_s,h_nm,P_uN";
    const auto position = only_test("X (mm),Y Position (um)" + curve + rows).position;
    ASSERT_TRUE(position.has_value());
    EXPECT_DOUBLE_EQ(position->x_um, 3000);
    EXPECT_DOUBLE_EQ(position->y_um, 4);
    EXPECT_FALSE(only_test("X,Y" + curve + rows).position.has_value());
    EXPECT_FALSE(only_test("X (um),Z (V)" + curve + rows).position.has_value());
}

TEST(CsvClock, IsTheUnitOfTheTime) {
    const auto test =
        only_test("time,depth (nm),load (mN)\n10:00:00.000,0,0\n10:00:00.500,1,1\n10:01:00,2,2\n");
    EXPECT_EQ(test.curve.time_s, (Numbers{0, 0.5, 60}));
    EXPECT_THAT(evidence_of(test, "unit of time"), HasSubstr("10:00:00.000"));
}

TEST(CsvBlanks, MayDivideTheCells) {
    for (const char* head : {"# t_s h_nm P_uN", "time (s)  depth (nm)   load (uN)"}) {
        const auto test = only_test(std::string(head) + "\n0 0   0\n  1 1.5 2e0 \n2   3 4\n");
        EXPECT_EQ(test.curve.time_s, (Numbers{0, 1, 2})) << head;
        EXPECT_EQ(test.curve.depth_nm, (Numbers{0, 1.5, 3})) << head;
        EXPECT_EQ(test.curve.load_uN, (Numbers{0, 2, 4})) << head;
    }
}

TEST(CsvBlanks, InProseDivideNothing) {
    const auto content = read_text("The load was raised in time to a depth of\n10 20 30\n");
    EXPECT_TRUE(!content.ok() || content->tests.empty());
    EXPECT_FALSE(content.ok() && content->format == "csv");
}

TEST(CsvUnits, MoreNewtonsThanAnyInstrumentHasAreAskedFor) {
    const std::string text = "time (s),depth (nm),load (N)\n0,0,0\n1,1,5000\n";
    const auto refused = read_text(text);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R015");
    EXPECT_THAT(refused.error().fix, HasSubstr("--unit load=uN"));
    const auto test = only_test(text, {{{"load", "uN"}}});
    EXPECT_EQ(test.curve.load_uN, (Numbers{0, 5000}));
    EXPECT_THAT(evidence_of(test, "unit of load"), HasSubstr("--unit load=uN"));
    EXPECT_THAT(test.reader_flags, IsEmpty());
    EXPECT_EQ(read_text("t (s),h (m),P (mN)\n0,0,0\n1,250,1\n").error().code, "SND-R015");
    EXPECT_EQ(read_text(text, {{{"load", "N"}}}).error().code, "SND-R015");
}

TEST(CsvUnits, AreAskedForAtTheLineOfTheHeads) {
    const std::string rows = "0,0,0\n1,1,5000\n";
    for (const auto& [text, line] : {std::pair{"time (s),depth (nm),load (N)\n", 1},
                                     {"a note\n\ntime (s),depth (nm),load (N)\n", 3},
                                     {"a note\ntime,depth,load\ns,nm,N\n", 2}}) {
        const auto refused = read_text(text + rows);
        ASSERT_FALSE(refused.ok()) << text;
        EXPECT_EQ(refused.error().where, "made.txt:" + std::to_string(line));
    }
}

TEST(CsvUnits, AnOptionThatTheHeadOverrulesIsTold) {
    const std::string text = "time (s),depth (nm),load (mN)\n0,0,0\n1,1,1\n";
    const auto test = only_test(text, {{{"load", "uN"}}});
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R031"));
    EXPECT_THAT(evidence_of(test, "unit of load"), HasSubstr("--unit load=uN was not applied"));
    EXPECT_THAT(only_test(text, {{{"load", "mN"}}}).reader_flags, IsEmpty());
}

TEST(CsvUnits, ARowOfTypesIsNoRowOfUnits) {
    const std::string rows = "\n0,0,0,1\n1,10,2,1\n";
    const auto types =
        only_test("Time,Depth,Load,Flag\ns,nm,mN,None\nFloat,Float,Float,Integer" + rows);
    EXPECT_EQ(types.curve.load_uN, (Numbers{0, 2000}));
    EXPECT_EQ(types.curve.channels.at(0).unit, "");
    const auto asked = read_text("Time,Depth,Load,Flag\ns,nm,None,None" + rows);
    ASSERT_FALSE(asked.ok());
    EXPECT_EQ(asked.error().code, "SND-R015");
}

TEST(CsvUnits, AUnitThatIsNotKnownCanBeStated) {
    const std::string text = "time (s),depth (nm),load 10^-3 N\n0,0,0\n1,1,1\n";
    EXPECT_THAT(read_text(text).error().fix, HasSubstr("--unit load="));
    EXPECT_EQ(only_test(text, {{{"load", "mN"}}}).curve.load_uN, (Numbers{0, 1000}));
}

TEST(CsvPairs, TheZeroedPairAndNotTheRawOneIsTaken) {
    const auto nanosuite = only_test(
        "h (nm),P (mN),t (s),Raw Displacement (nm),Raw Load (mN)\n"
        "0,0,0,900,-1\n1,2,1,901,1\n");
    EXPECT_EQ(nanosuite.curve.load_uN, (Numbers{0, 2000}));
    EXPECT_THAT(evidence_of(nanosuite, "unit of load"), HasSubstr("rather than 'Raw Load (mN)'"));
    const auto inview = only_test(
        "Displacement,Force,Time,DEPTH,LOAD,HARDNESS,\nnm,mN,s,nm,mN,GPa,\n900,-1,0,0,0,,\n901,1,1,"
        "1,2,,\n");
    EXPECT_EQ(inview.curve.load_uN, (Numbers{0, 2000}));
    EXPECT_EQ(inview.curve.depth_nm, (Numbers{0, 1}));
    EXPECT_FALSE(read_text("Displacement (nm),Depth (nm),P (mN),t (s)\n0,0,0,0\n1,1,1,1\n").ok());
}

}  // namespace
}  // namespace sneddon
