#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "hysitron_text.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HysitronText;
using ::testing::IsEmpty;
using testing::read_text;
using Numbers = std::vector<double>;

Test only_test(const Result<FileContent>& content) {
    EXPECT_TRUE(content.ok()) << (content.ok() ? "" : message(content.error()));
    if (!content.ok() || content->tests.size() != 1u) return {};
    return content->tests[0];
}

std::string error_code(const std::string& text, const ReadOptions& options = {}) {
    const auto content = read_text(text, options);
    return content.ok() ? "no error" : content.error().code;
}

TEST(HysitronTxt, ReadsThreeColumnsByTheirHeads) {
    const auto content = read_text(HysitronText{}.text());
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->format, "hysitron-txt");
    EXPECT_EQ(content->companion, "");
    const auto test = only_test(content);
    EXPECT_EQ(test.curve.depth_nm, (Numbers{0, 1.5, 2.5, 2}));
    EXPECT_EQ(test.curve.load_uN, (Numbers{0.5, 100, 200, 50}));
    EXPECT_EQ(test.curve.time_s, (Numbers{0, 0.1, 0.2, 0.3}));
    EXPECT_THAT(test.curve.channels, IsEmpty());
    EXPECT_EQ(test.time_stamp, "2022-11-22T15:55:04");
    EXPECT_EQ(test.mark_source, MarkSource::none);
    EXPECT_THAT(test.marks, IsEmpty());
    EXPECT_THAT(test.reader_flags, IsEmpty());
}

TEST(HysitronTxt, TheOrderOfTheColumnsIsFree) {
    HysitronText made;
    made.heads = "Time (s)\tLoad (V)\tLoad (mN)\tDepth (V)\tDepth (um)";
    made.rows = "0\t7\t1\t8\t0.5\n1\t7\t2\t8\t0.25\n2\t7\t3\t8\t1\n3\t7\t4\t8\t2\n";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.time_s, (Numbers{0, 1, 2, 3}));
    EXPECT_EQ(test.curve.load_uN, (Numbers{1000, 2000, 3000, 4000}));
    EXPECT_EQ(test.curve.depth_nm, (Numbers{500, 250, 1000, 2000}));
    ASSERT_EQ(test.curve.channels.size(), 2u);
    EXPECT_EQ(test.curve.channels[0].name, "Load");
    EXPECT_EQ(test.curve.channels[0].unit, "V");
    EXPECT_EQ(test.curve.channels[1].values, (Numbers{8, 8, 8, 8}));
}

TEST(HysitronTxt, EveryLineEndReadsTheSame) {
    const auto expected = only_test(read_text(HysitronText{}.text()));
    for (const std::string_view end : {"\r\n", "\r"}) {
        std::string text;
        for (const char c : HysitronText{}.text()) c == '\n' ? text += end : text += c;
        EXPECT_EQ(only_test(read_text(text)).curve.load_uN, expected.curve.load_uN);
        EXPECT_THAT(only_test(read_text(text)).marks, IsEmpty());
    }
    // The mixture of a TI 990: LF in the head, LF CR before the points, lone CR behind the rows.
    const std::string ti990 =
        "Mon Apr 14 16:00:13 2025\n\n\rNumber of Points = 2\n\rDepth (nm)\tLoad (\xB5N)\tTime (s)\r"
        "-4.7\t2061.8\t0\r-4.6\t2050.8\t0.005\r";
    const auto test = only_test(read_text(ti990));
    EXPECT_EQ(test.curve.load_uN, (Numbers{2061.8, 2050.8}));
    EXPECT_EQ(test.time_stamp, "2025-04-14T16:00:13");
    EXPECT_THAT(test.reader_flags, IsEmpty());
    EXPECT_THAT(test.marks, IsEmpty());
}

class MicroSignTest : public ::testing::TestWithParam<const char*> {};

TEST_P(MicroSignTest, IsReadAsMicronewton) {
    HysitronText made;
    made.heads = fmt::format("Depth (nm)\tLoad ({}N)\tTime (s)", GetParam());
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.load_uN, (Numbers{0.5, 100, 200, 50}));
    ASSERT_FALSE(test.inferences.empty());
    EXPECT_EQ(test.inferences[0].what, "unit of load");
    EXPECT_EQ(test.inferences[0].value, "µN");
}

INSTANTIATE_TEST_SUITE_P(Disguises, MicroSignTest,
                         ::testing::Values("\xB5", "\xC2\xB5", "\xCE\xBC", "u", "\xEF\xBD\xB5",
                                           "\xC3\x82\xC2\xB5", "\xC3\x8E\xC2\xBC", "\x83\xCA",
                                           "\xA5\xEC", "\xA6\xCC", "?", "??", "\xEF\xBF\xBD",
                                           "\xEF\xBF\xBD\xEF\xBF\xBD", "\xE6"));

TEST(HysitronTxt, ALostMicroSignIsRestoredWhereNewtonsAreImpossible) {
    HysitronText made;
    made.heads = "Depth (nm)\tLoad (N)\tTime (s)";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.load_uN, (Numbers{0.5, 100, 200, 50}));
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R030"));
    EXPECT_THAT(test.inferences[0].evidence, HasSubstr("'Load (N)' with loads up to 200"));
}

TEST(HysitronTxt, ALostMicroSignIsAskedForWhereNewtonsArePossible) {
    HysitronText made;
    made.heads = "Depth (nm)\tLoad (N)\tTime (s)";
    made.rows = "0\t0\t0\n1\t0.001\t1\n2\t0.002\t2\n1\t0\t3\n";
    const auto refused = read_text(made.text());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R015");
    EXPECT_THAT(refused.error().fix, HasSubstr("--unit load=uN"));
    EXPECT_EQ(only_test(read_text(made.text(), {{{"load", "N"}}})).curve.load_uN,
              (Numbers{0, 1000, 2000, 0}));
    EXPECT_EQ(only_test(read_text(made.text(), {{{"load", "mN"}}})).curve.load_uN,
              (Numbers{0, 1, 2, 0}));
}

TEST(HysitronTxt, BlankLinesAreBoundariesOfSegments) {
    HysitronText made;
    made.rows = "0\t0\t0\n\n1\t1\t1\n2\t2\t2\n\n3\t3\t3\n\n";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.mark_source, MarkSource::blank_line);
    ASSERT_EQ(test.marks.size(), 3u);
    EXPECT_EQ(test.marks[0].first, 0u);
    EXPECT_EQ(test.marks[1].first, 1u);
    EXPECT_EQ(test.marks[2].first, 3u);
}

TEST(HysitronTxt, DoubledLineEndsAreNoBoundaries) {
    HysitronText made;
    made.points = "10";
    made.rows.clear();
    for (int i = 0; i < 10; ++i) made.rows += fmt::format("{0}\t{0}\t{0}\r\r\n", i);
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.size(), 10u);
    EXPECT_THAT(test.marks, IsEmpty());
    EXPECT_EQ(test.mark_source, MarkSource::none);
}

TEST(HysitronTxt, FewerRowsThanDeclaredAreUsedWithAFlag) {
    HysitronText made;
    made.points = "9";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.size(), 4u);
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R013"));
    EXPECT_THAT(test.inferences[0].evidence, HasSubstr("declares 9: 5 are missing"));
}

TEST(HysitronTxt, MoreRowsThanDeclaredAreUsedWithAFlag) {
    HysitronText made;
    made.points = "3";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.size(), 4u);
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R013"));
}

TEST(HysitronTxt, ARowCutOffAtTheEndIsLeftOutWithAFlag) {
    HysitronText made;
    made.rows = "0.00\t0.50\t0.00\n1.50\t100.00\t0.10\n2.50\t200.00\t0.20\n2.00\t50.00\t0.30\n";
    const std::string whole = made.text();
    for (std::size_t cut = 1; cut < 15; ++cut) {  // up to "2" of the last row
        const auto test = only_test(read_text(whole.substr(0, whole.size() - 1 - cut)));
        EXPECT_EQ(test.curve.load_uN, (Numbers{0.5, 100, 200})) << cut;
        EXPECT_THAT(test.reader_flags, ElementsAre("SND-R014", "SND-R013")) << cut;
    }
}

TEST(HysitronTxt, AMissingLastLineEndAloneIsNoTruncation) {
    HysitronText made;
    made.rows = "0.0\t0.5\t0.0\n1.5\t100.0\t0.1\n2.5\t200.0\t0.2\n2.0\t50.0\t0.3";
    const std::string text = made.text();
    const auto test = only_test(read_text(text));
    EXPECT_EQ(test.curve.size(), 4u);
    EXPECT_THAT(test.reader_flags, IsEmpty());
}

TEST(HysitronTxt, AHeadWithoutRowsIsRefused) {
    HysitronText made;
    made.rows = "";
    EXPECT_EQ(error_code(made.text()), "SND-R010");
    made.rows = "\n\n";
    EXPECT_EQ(error_code(made.text()), "SND-R010");
    EXPECT_EQ(error_code("Tue Nov 22 15:55:04 2022\n\nNumber of Points = 4300\n"), "SND-R010");
}

TEST(HysitronTxt, OneSampleIsRefused) {
    HysitronText made;
    made.rows = "0\t0\t0\n";
    EXPECT_EQ(error_code(made.text()), "SND-R011");
}

TEST(HysitronTxt, AWordInTheTableIsAnErrorThatShowsTheLine) {
    HysitronText made;
    made.rows = "0\t0\t0\n1\tone\t1\n2\t2\t2\n";
    const auto content = read_text(made.text());
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R012");
    EXPECT_EQ(content.error().where, "made.txt:6");
    EXPECT_EQ(content.error().found, "'one' in column 2 in '1 one 1'");
    EXPECT_EQ(content.error().expected, "a row of 3 numbers");
}

TEST(HysitronTxt, RowsOfAnotherWidthAreErrors) {
    HysitronText made;
    made.rows = "0\t0\t0\n1\t1\n2\t2\t2\n";
    EXPECT_EQ(error_code(made.text()), "SND-R012");
    made.rows = "0\t0\t0\n1\t1\t1\t1\n2\t2\t2\n";
    EXPECT_EQ(error_code(made.text()), "SND-R012");
}

TEST(HysitronTxt, WhatIsNotAFiniteNumberIsMissing) {
    HysitronText made;
    made.points = "8";
    made.rows =
        "0\tNaN\t0\n1\t1e308\t1\n2\t\t2\n3\t---\t3\n4\t-1.0988e272\t4\n5\t1e999\t5\n6\t1e98\t6\n"
        "-1.#IND\t1\t7\n";
    const auto test = only_test(read_text(made.text()));
    ASSERT_EQ(test.curve.size(), 8u);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_TRUE(std::isnan(test.curve.load_uN[i])) << i;
    EXPECT_EQ(test.curve.load_uN[6], 1e98);
    EXPECT_TRUE(std::isnan(test.curve.depth_nm[7]));
    EXPECT_EQ(test.curve.depth_nm[3], 3);
}

TEST(HysitronTxt, AColumnWithoutAnyNumberIsRefused) {
    HysitronText made;
    made.points = "2";
    made.rows = "0\tNaN\t0\n1\t1.797e308\t1\n";
    EXPECT_EQ(error_code(made.text()), "SND-R021");
}

TEST(HysitronTxt, MissingAndDoubledColumnsAreNamed) {
    HysitronText made;
    made.heads = "Depth (nm)\tLoad (\xB5N)";
    made.rows = "0\t0\n1\t1\n";
    EXPECT_EQ(error_code(made.text()), "SND-R017");
    made.heads = "Depth (nm)\tLoad (\xB5N)\tLoad (mN)\tTime (s)";
    made.rows = "0\t0\t0\t0\n";
    const auto content = read_text(made.text());
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R018");
    EXPECT_EQ(content.error().found, "2 load columns: 'Load (µN)', 'Load (mN)'");
}

TEST(HysitronTxt, DecimalCommaBehindTabsIsRead) {
    HysitronText made;
    made.rows = "0,5\t1,25\t0\n1,5\t100\t0,1\n2,5\t200,125\t0,2\n2\t50\t0,3\n";
    const auto test = only_test(read_text(made.text()));
    EXPECT_EQ(test.curve.load_uN, (Numbers{1.25, 100, 200.125, 50}));
}

TEST(HysitronTxt, Utf16AndByteOrderMarksAreRead) {
    const std::string text = HysitronText{.heads = "Depth (nm)\tLoad (uN)\tTime (s)"}.text();
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide += c, wide += '\0';
    EXPECT_EQ(only_test(read_text(wide)).curve.load_uN, (Numbers{0.5, 100, 200, 50}));
    EXPECT_EQ(only_test(read_text("\xEF\xBB\xBF" + text)).curve.load_uN,
              (Numbers{0.5, 100, 200, 50}));
}

TEST(HysitronTxt, ADeclaredNumberBeyondTheFileCostsNoMemory) {
    HysitronText made;
    made.points = "999999999999999999999999";
    EXPECT_EQ(only_test(read_text(made.text())).curve.size(), 4u);
    made.points = "900000000000";
    EXPECT_EQ(only_test(read_text(made.text())).curve.size(), 4u);
}

// A text in the layout of the program from random numbers with six decimals reads back equal.
TEST(HysitronTxt, WhatWasWrittenIsReadBack) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        RandomStream random(seed);
        Numbers depth, load, time;
        std::vector<std::size_t> first_rows = {0};
        HysitronText made;
        made.heads = "Depth (nm)\tLoad (\xB5N)\tTime (s)\tDepth (V)\tLoad (V)";
        made.rows.clear();
        const std::size_t rows = 2 + random.index(400);
        for (std::size_t i = 0; i < rows; ++i) {
            if (i > 0 && random.index(97) == 0) made.rows += "\n", first_rows.push_back(i);
            std::string cells;
            for (Numbers* column : {&depth, &load, &time}) {
                const std::string cell = fmt::format("{:.6f}", 1e4 * random.normal());
                column->push_back(*parse_number(cell));
                cells += cell + "\t";
            }
            made.rows += fmt::format("{}{:.6f}\t{:.6f}\n", cells, random.normal(), random.normal());
        }
        made.points = std::to_string(rows);
        const auto test = only_test(read_text(made.text()));
        EXPECT_EQ(test.curve.depth_nm, depth) << seed;
        EXPECT_EQ(test.curve.load_uN, load) << seed;
        EXPECT_EQ(test.curve.time_s, time) << seed;
        EXPECT_THAT(test.reader_flags, IsEmpty());
        ASSERT_EQ(test.marks.size(), first_rows.size() == 1 ? 0 : first_rows.size());
        for (std::size_t i = 0; i < test.marks.size(); ++i)
            EXPECT_EQ(test.marks[i].first, first_rows[i]);
    }
}

TEST(HysitronTxt, MayBeSavedAgainWithSemicolonsOrCommas) {
    HysitronText made;
    const Numbers load = only_test(read_text(made.text())).curve.load_uN;
    for (const char delimiter : {';', ','}) {
        std::string text = made.text();
        std::ranges::replace(text, '\t', delimiter);
        EXPECT_EQ(only_test(read_text(text)).curve.load_uN, load) << delimiter;
    }
    std::string german = made.text();
    std::ranges::replace(german, '.', ',');
    std::ranges::replace(german, '\t', ';');
    EXPECT_EQ(only_test(read_text(german)).curve.load_uN, load);
}

// Nobody asks for the volts of the load when a curve is analysed.
TEST(HysitronTxt, ACorruptCellThatNobodyAsksForIsNoRefusal) {
    HysitronText made;
    made.heads = "Depth (nm)\tLoad (\xB5N)\tTime (s)\tDepth (V)\tLoad (V)";
    made.rows = "0.5\t1.5\t0.0\t0.1\t0.2\n1.5\t2.5\t0.1\t0.1\t#\n2.5\t3.5\t0.2\t0.1\t0.2\n";
    made.points = "3";
    EXPECT_EQ(error_code(made.text()), "SND-R012");
    ReadOptions analysis;
    analysis.is_for_analysis = true;
    const auto test = only_test(read_text(made.text(), analysis));
    EXPECT_EQ(test.curve.load_uN, (Numbers{1.5, 2.5, 3.5}));
    ASSERT_EQ(test.curve.channels.size(), 1u);
    EXPECT_EQ(test.curve.channels[0].name, "Depth");
    made.rows = "0.5\t1.5\t0.0\t0.1\t0.2\n1.5\t2.5\t0.1\t#\t0.2\n2.5\t3.5\t0.2\t0.1\t0.2\n";
    EXPECT_EQ(error_code(made.text(), analysis), "SND-R012");
}

}  // namespace
}  // namespace sneddon
