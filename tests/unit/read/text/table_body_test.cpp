#include "read/text/table_body.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <string>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Numbers = std::vector<double>;

TableBody parsed(std::string_view text, TableShape shape) {
    return read_table_body(text, 0, shape);
}

TEST(TableBody, ReadsRowsUpToALineThatIsNone) {
    const TableBody body = parsed("1\t2\n3\t4\nend\n5\t6\n", {.columns = 2});
    EXPECT_EQ(body.rows, 2u);
    EXPECT_EQ(body.columns[1], (Numbers{2, 4}));
    ASSERT_TRUE(body.stopped_at.has_value());
    EXPECT_EQ(body.stopped_at->position, 8u);
    EXPECT_EQ(body.stopped_at->found, "'end' in column 1");
}

TEST(TableBody, SpacesAroundNumbersAndTrailingDelimitersAreNothing) {
    const TableBody body = parsed(" 1 ,2 ,\n3, 4\n", {.columns = 2, .delimiter = ','});
    EXPECT_FALSE(body.stopped_at.has_value());
    EXPECT_EQ(body.columns[0], (Numbers{1, 3}));
    EXPECT_EQ(body.columns[1], (Numbers{2, 4}));
}

TEST(TableBody, QuotedCellsMayHoldTheDelimiter) {
    const TableBody body =
        parsed("\"1,5\",\"2\"\n", {.columns = 2, .delimiter = ',', .decimal_mark = ','});
    EXPECT_EQ(body.columns[0], Numbers{1.5});
}

TEST(TableBody, BlankLinesStartBlocks) {
    const TableBody body = parsed("\n1\t1\n\n\n2\t2\n\t\n3\t3\n\n", {.columns = 2});
    EXPECT_EQ(body.rows, 3u);
    EXPECT_EQ(body.block_starts, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(body.first_row_position, 1u);
}

TEST(TableBody, ShortRowsAreErrorsOrMissingCells) {
    EXPECT_TRUE(parsed("1\t2\n3\n4\t5\n", {.columns = 2}).stopped_at.has_value());
    const TableBody body =
        parsed("1\t2\n3\n4\t5\n", {.columns = 2, .short_rows = ShortRows::are_missing});
    EXPECT_EQ(body.rows, 3u);
    EXPECT_TRUE(std::isnan(body.columns[1][1]));
}

TEST(TableBody, ACutRowAtTheEndIsLeftOut) {
    for (const char* text : {"1\t2\n3", "1\t2\n3\n", "1\t2\n-", "1\t2\n3.5e\n\n"}) {
        const TableBody body = parsed(text, {.columns = 2});
        EXPECT_EQ(body.rows, 1u) << text;
        EXPECT_TRUE(body.is_last_row_cut) << text;
        EXPECT_FALSE(body.stopped_at.has_value()) << text;
    }
    EXPECT_TRUE(parsed("1\t2\nend", {.columns = 2}).stopped_at.has_value());
}

TEST(TableBody, TakingTheLastRowOutTakesItsBlockToo) {
    TableBody body = parsed("1\t1\n2\t2\n\n3\t3\n", {.columns = 2});
    remove_last_row(body);
    EXPECT_EQ(body.rows, 2u);
    EXPECT_TRUE(body.block_starts.empty());
    EXPECT_EQ(body.columns[0], (Numbers{1, 2}));
}

TEST(TableBody, SentinelsAreMissingInEveryColumn) {
    const TableBody body = parsed("1e99\t-1e99\n9.9e98\t1.797e308\n", {.columns = 2});
    EXPECT_TRUE(std::isnan(body.columns[0][0]));
    EXPECT_TRUE(std::isnan(body.columns[1][0]));
    EXPECT_EQ(body.columns[0][1], 9.9e98);
    EXPECT_TRUE(std::isnan(body.columns[1][1]));
}

TEST(IsMissingWord, KnowsWhatProgramsWrite) {
    for (const char* word : {"nan", "NaN", "-nan", "N/A", "---", "------", "#NV", "1.#QNAN", "."})
        EXPECT_TRUE(is_missing_word(word)) << word;
    for (const char* word : {"", "1", "-1", "none of it", "x"})
        EXPECT_FALSE(is_missing_word(word)) << word;
}

TEST(TableBody, WhatIsWrongIsSaidWithItsPlace) {
    const auto found = [](std::string_view text, TableShape shape = {.columns = 2}) {
        const TableBody body = parsed(text, shape);
        return body.stopped_at ? body.stopped_at->found : std::string("nothing");
    };
    EXPECT_EQ(found("1\t2\n3\n4\t5\n"), "1 of 2 numbers");
    EXPECT_EQ(found("1\t2\t3\n"), "more than 2 numbers");
    EXPECT_EQ(found("1\tx y\n4\t5\n"), "'x y' in column 2");
    EXPECT_EQ(found("1\t" + std::string(60, 'x') + "\n4\t5\n"),
              "'" + std::string(40, 'x') + "...' in column 2");
    EXPECT_EQ(found("1\t2\n"), "nothing");
}

TEST(TableBody, BytesOfItsRowsAreKnown) {
    const TableBody body = read_table_body("ab\n1\t2\n3\t4\n\n", 3, {.columns = 2});
    EXPECT_EQ(body.first_row_position, 3u);
    EXPECT_EQ(body.last_row_position, 7u);
    EXPECT_TRUE(body.has_line_end_at_end);
    EXPECT_FALSE(parsed("1\t2\n3\t4", {.columns = 2}).has_line_end_at_end);
    EXPECT_EQ(read_table_body("1\t2\n", 99, {.columns = 2}).rows, 0u);
    EXPECT_EQ(parsed("1\t2\n", {.columns = 2, .expected_rows = 1000}).rows, 1u);
    EXPECT_LT(parsed("1\t2\n", {.columns = 2, .expected_rows = 100000}).columns[0].capacity(), 10u);
}

TEST(TableBody, CommentsArePassedOver) {
    const TableBody body = parsed("# x\n1\t2\n#3\t4\n5\t6\n#", {.columns = 2, .comment = '#'});
    EXPECT_EQ(body.columns[0], (Numbers{1, 5}));
    EXPECT_FALSE(body.stopped_at);
    EXPECT_TRUE(body.block_starts.empty());
}

TEST(TableBody, WordsOfTheColumnsThatMayHoldThemAreKeptWhereTheyChange) {
    const TableBody body = parsed("1\tup\n2\tup\n3\tdown\n4\t5\n6\tdown\n",
                                  {.columns = 2, .may_hold_words = {false, true}});
    EXPECT_EQ(body.rows, 5u);
    ASSERT_EQ(body.words.size(), 2u);
    EXPECT_EQ(body.words[0].word, "up");
    EXPECT_EQ(body.words[0].row, 0u);
    EXPECT_EQ(body.words[0].column, 1u);
    EXPECT_EQ(body.words[1].word, "down");
    EXPECT_EQ(body.words[1].row, 2u);
    EXPECT_EQ(body.word_cells, (std::vector<std::size_t>{0, 4}));
    EXPECT_TRUE(std::isnan(body.columns[1][0]));
    EXPECT_EQ(body.columns[1][3], 5);
    EXPECT_TRUE(parsed("x\t1\n2\t2\n", {.columns = 2, .may_hold_words = {false, true}}).stopped_at);
    EXPECT_TRUE(parsed("1\tx\n2\t2\n", {.columns = 2, .may_hold_words = {true}}).stopped_at);
}

// Rows of words are no rows; "end" alone ends the table; a blank line starts a block, words do not.
TEST(TableBody, ARowOfWordsAloneIsNone) {
    const TableShape words{.columns = 2, .may_hold_words = {true, true}};
    const TableBody body = parsed("1\t1\n\tup\n2\t2\n\n3\t3\nEND\n4\t4\n", words);
    EXPECT_EQ(body.rows, 3u);
    EXPECT_FALSE(body.stopped_at);
    EXPECT_EQ(body.block_starts, (std::vector<std::size_t>{2}));
}

TEST(TableBody, AClockIsSecondsInItsColumn) {
    const TableBody body = parsed("0:00:01.5\t2\n0:01:00\t3\n", {.columns = 2, .clock_column = 0});
    EXPECT_EQ(body.columns[0], (Numbers{1.5, 60}));
    EXPECT_TRUE(parsed("1\t0:00:01\n", {.columns = 2, .clock_column = 0}).stopped_at);
}

TEST(TableBody, MissingWordsAndOtherMinusSignsAreNumbers) {
    const TableBody body = parsed(
        "nan\t\xE2\x88\x92"
        "2\n-\t3\n\t\n***\t4\n",
        {.columns = 2});
    EXPECT_EQ(body.rows, 3u);
    EXPECT_TRUE(std::isnan(body.columns[0][0]));
    EXPECT_EQ(body.columns[1][0], -2);
    EXPECT_TRUE(std::isnan(body.columns[0][1]));
}

// A cell longer than 4,096 bytes is not looked through.
TEST(TableBody, ALongCellEndsTheTable) {
    EXPECT_FALSE(parsed("1\t\"" + std::string(4094, ' ') + "\"", {.columns = 2}).is_last_row_cut);
    EXPECT_TRUE(parsed("1\t1\n" + std::string(5000, '1'), {.columns = 2}).rows == 1);
}

// Doubled line ends from eight rows on, where half of the rows follow a blank line.
TEST(TableBody, DoubledLineEndsAreNoBlocks) {
    const auto rows = [](int count, int every) {
        std::string text;
        for (int i = 0; i < count; ++i) text += i % every == 0 ? "1\t2\n\n" : "1\t2\n";
        return text;
    };
    EXPECT_TRUE(parsed(rows(8, 1), {.columns = 2}).is_double_spaced);
    EXPECT_TRUE(parsed(rows(8, 1), {.columns = 2}).block_starts.empty());
    EXPECT_FALSE(parsed(rows(7, 1), {.columns = 2}).is_double_spaced);
    EXPECT_EQ(parsed(rows(7, 1), {.columns = 2}).block_starts.size(), 6u);
    EXPECT_TRUE(parsed(rows(9, 2), {.columns = 2}).is_double_spaced);   // 4 of 9
    EXPECT_FALSE(parsed(rows(8, 3), {.columns = 2}).is_double_spaced);  // 3 of 8
}

TEST(TableBody, MarksAreTheFirstRowsOfItsBlocks) {
    sneddon::Test test;
    mark_blocks(test, parsed("1\t1\n2\t2\n", {.columns = 2}));
    EXPECT_EQ(test.mark_source, MarkSource::none);
    EXPECT_TRUE(test.marks.empty());
    mark_blocks(test, parsed("1\t1\n\n2\t2\n\n3\t3\n", {.columns = 2}));
    EXPECT_EQ(test.mark_source, MarkSource::blank_line);
    ASSERT_EQ(test.marks.size(), 3u);
    EXPECT_EQ(test.marks[0].first, 0u);
    EXPECT_EQ(test.marks[2].first, 2u);
    EXPECT_TRUE(test.inferences.empty());
    TableBody doubled;
    doubled.is_double_spaced = true;
    mark_blocks(test, doubled);
    ASSERT_EQ(test.inferences.size(), 1u);
    EXPECT_EQ(test.inferences[0].what, "segments");
    EXPECT_EQ(test.inferences[0].value, "no marks");
}

TEST(TableBody, TakingARowOutKeepsTheBlocksBefore) {
    TableBody body = parsed("1\t1\n\n2\t2\n3\t3\n", {.columns = 2});
    remove_last_row(body);
    EXPECT_EQ(body.block_starts, (std::vector<std::size_t>{1}));
    EXPECT_TRUE(body.is_last_row_cut);
    EXPECT_EQ(body.columns[1], (Numbers{1, 2}));
    TableBody empty;
    remove_last_row(empty);
    EXPECT_EQ(empty.rows, 0u);
    EXPECT_FALSE(empty.is_last_row_cut);
}

TEST(IsMissingWord, HasAtMostSixteenLetters) {
    EXPECT_TRUE(is_missing_word(std::string(16, '-')));
    EXPECT_FALSE(is_missing_word(std::string(17, '-')));
    EXPECT_TRUE(is_missing_word("*.-"));
    EXPECT_FALSE(is_missing_word("-x"));
}

// Rows of one shape are read by what the row above says; every change of shape must be met.
TEST(TableBody, NumbersMayChangeTheirDecimalsAndLineEnds) {
    std::string text;
    Numbers first, second;
    for (int i = 0; i < 400; ++i) {
        const std::string a =
            std::to_string(i) + "." + std::string(1 + static_cast<std::size_t>(i / 7 % 8), '5');
        const std::string b = "-" + std::to_string(i * i) + (i % 50 == 3 ? "" : ".25");
        text += a + "\t" + b + (i % 11 == 0 ? "\r\n" : i % 13 == 0 ? "\r" : "\n");
        first.push_back(std::stod(a));
        second.push_back(std::stod(b));
    }
    const TableBody body = parsed(text, {.columns = 2});
    EXPECT_FALSE(body.stopped_at.has_value());
    EXPECT_EQ(body.columns[0], first);
    EXPECT_EQ(body.columns[1], second);
    EXPECT_EQ(body.first_row_position, 0u);
    EXPECT_TRUE(body.has_line_end_at_end);
}

TEST(TableBody, AColumnThatIsPassedOverMayHoldAnything) {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += std::to_string(i) + ".5\t" + (i % 3 ? "0.25" : "#corrupt\xFF 1,5") + "\t2.0\n";
    TableShape shape{.columns = 3};
    EXPECT_TRUE(parsed(text, shape).stopped_at.has_value());
    shape.is_passed_over = {false, true, false};
    const TableBody body = parsed(text, shape);
    EXPECT_FALSE(body.stopped_at.has_value());
    EXPECT_EQ(body.rows, 100u);
    EXPECT_EQ(body.columns[0].back(), 99.5);
    EXPECT_TRUE(body.columns[1].empty());
    EXPECT_EQ(body.columns[2], Numbers(100, 2.0));
    shape.is_passed_over = {false, false, true};
    EXPECT_EQ(parsed(text, shape).stopped_at->found, "'#corrupt\xC3\xBF 1,5' in column 2");
}

TEST(TableBody, RowsKeepTheirNumberOfCellsWhereTheLastIsPassedOver) {
    const TableShape shape{.columns = 3, .is_passed_over = {false, false, true}};
    const std::string rows = "1.5\t2.5\t3.5\n1.5\t2.5\t3.5\n";
    EXPECT_EQ(parsed(rows + "1.5\t2.5\n" + rows, shape).stopped_at->found, "2 of 3 numbers");
    EXPECT_EQ(parsed(rows + "1.5\t2.5\t3.5\t4.5\n" + rows, shape).stopped_at->found,
              "more than 3 numbers");
    EXPECT_EQ(parsed(rows + "x\t2.5\t3.5\n" + rows, shape).stopped_at->found, "'x' in column 1");
}

// Numbers of a known shape take a short way. A space before the first cell sends the row the long
// way, where fast_float reads it: the same table.
TEST(TableBody, RowsThatTakeTheShortWayAreAsThoseThatTakeTheLongOne) {
    for (const bool is_even : {true, false})
        for (const char* const line_end : {"\n", "\r\n", "\r"}) {
            RandomStream random(7);
            std::string text = "head of the table\n", longer = text;
            const std::size_t begin = text.size();
            for (int row = 0; row < 3000; ++row) {
                if (random.uniform() < 0.01) text += line_end, longer += line_end;
                longer += ' ';
                for (int c = 0; c < 4; ++c) {
                    const double size = std::pow(10.0, 6 * random.uniform()) - 1;
                    const int decimals = is_even ? 6 : static_cast<int>(random.uniform() * 8);
                    std::string cell =
                        fmt::format("{:.{}f}", random.uniform() < 0.5 ? size : -size, decimals);
                    if (random.uniform() < 0.01) cell = fmt::format("{:e}", size);
                    if (random.uniform() < 0.01) cell = "---";
                    text += cell + (c < 3 ? "\t" : line_end);
                    longer += cell + (c < 3 ? "\t" : line_end);
                }
            }
            const TableBody body = read_table_body(text, begin, {.columns = 4});
            const TableBody expected = read_table_body(longer, begin, {.columns = 4});
            ASSERT_EQ(body.rows, 3000u);
            ASSERT_EQ(expected.rows, 3000u);
            EXPECT_EQ(body.block_starts, expected.block_starts);
            EXPECT_EQ(body.first_row_position, begin);
            EXPECT_EQ(text.size() - body.last_row_position + 1,
                      longer.size() - expected.last_row_position);
            for (std::size_t c = 0; c < 4; ++c)
                for (std::size_t row = 0; row < body.rows; ++row)
                    ASSERT_EQ(std::bit_cast<std::uint64_t>(body.columns[c][row]),
                              std::bit_cast<std::uint64_t>(expected.columns[c][row]));
        }
}

}  // namespace
}  // namespace sneddon
