#include "read/text/table_body.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace sneddon
