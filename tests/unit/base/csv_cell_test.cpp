#include "base/csv_cell.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sneddon {
namespace {

/// A reader of RFC 4180 for one cell.
std::string unquoted(const std::string& cell) {
    if (!cell.starts_with('"')) return cell;
    std::string text;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        if (cell[i] == '"') ++i;
    }
    return text;
}

TEST(CsvCell, PlainTextIsLeftAlone) {
    for (const char* text : {"", "a1.txt", "hold 60 s", "5-3", "a=b", "'quoted'", "µN"})
        EXPECT_EQ(csv_cell(text), text);
}

TEST(CsvCell, SeparatorsAndQuotesAreQuoted) {
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"a\""), "\"say \"\"a\"\"\"");
    EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
}

TEST(CsvCell, AFormulaBecomesText) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("+1"), "'+1");
    EXPECT_EQ(csv_cell("-2.txt"), "'-2.txt");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("\t=1"), "'\t=1");
    EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(CsvCell, ReadingGivesTheTextBack) {
    for (const std::string text :
         {"", "a", "'", "'a", "=1", "'=1", "''=1", "-", "'-", "\r\n", "@,\"", "'\t", "\"", "it's"})
        EXPECT_EQ(text_of_csv_cell(unquoted(csv_cell(text))), text) << text;
}

std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows;
    CsvCells cells(csv);
    for (bool is_new = true; !cells.is_at_end(); is_new = cells.is_line_end()) {
        if (is_new) rows.emplace_back();
        rows.back().emplace_back(cells.next());
    }
    return rows;
}

TEST(CsvCells, LinesCommasAndQuotesInsideOfQuotes) {
    using Rows = std::vector<std::vector<std::string>>;
    EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(rows_of("\"a,\nb\",\"say \"\"c\"\"\""), (Rows{{"a,\nb", "say \"c\""}}));
    EXPECT_EQ(rows_of(",\n\n"), (Rows{{"", ""}, {""}}));
    EXPECT_EQ(rows_of(""), Rows{});
    EXPECT_EQ(rows_of("\"never closed, "), (Rows{{"never closed, "}}));
}

}  // namespace
}  // namespace sneddon
