#include <gtest/gtest.h>

#include <cmath>

#include "results/column_table.hpp"

namespace sneddon {
namespace {

TEST(ColumnTable, NumbersAndTextsAreApart) {
    const ColumnTable table = parse_column_table("test_id,H_IT_GPa,note\n1,4.5,5\n2,,x\n");
    EXPECT_EQ(table.rows, 2u);
    EXPECT_EQ(table.text("test_id", 0), "1") << "a name is a text though it looks like a number";
    const auto* hardness = table.number("H_IT_GPa");
    ASSERT_NE(hardness, nullptr);
    EXPECT_EQ(hardness->at(0), 4.5);
    EXPECT_TRUE(std::isnan(hardness->at(1)));
    EXPECT_EQ(table.number("note"), nullptr);
    EXPECT_EQ(table.text("note", 0), "5") << "a column becomes text with all of its cells";
    EXPECT_EQ(table.text("note", 1), "x");
    EXPECT_EQ(table.text("nothing", 0), "");
}

TEST(ColumnTable, QuotedCellsKeepSeparatorsAndLines) {
    const ColumnTable table =
        parse_column_table("file,reason\n\"a,\"\"1\"\".txt\",\"two\nlines\"\nb,\"\"\n");
    EXPECT_EQ(table.rows, 2u);
    EXPECT_EQ(table.text("file", 0), "a,\"1\".txt");
    EXPECT_EQ(table.text("reason", 0), "two\nlines");
    EXPECT_EQ(table.text("reason", 1), "");
}

TEST(ColumnTable, TheMarkAgainstFormulasIsTakenOffAgain) {
    const ColumnTable table = parse_column_table("test_id,file\n'=1+1,'plain\n''-2,'-2\n");
    EXPECT_EQ(table.text("test_id", 0), "=1+1");
    EXPECT_EQ(table.text("file", 0), "'plain");
    EXPECT_EQ(table.text("test_id", 1), "'-2");
    EXPECT_EQ(table.text("file", 1), "-2");
}

TEST(ColumnTable, ShortAndLongRowsAndNoRows) {
    const ColumnTable table = parse_column_table("a,b\n1\n2,3,4\n5,6");
    EXPECT_EQ(table.rows, 3u);
    EXPECT_TRUE(std::isnan(table.number("b")->at(0)));
    EXPECT_EQ(table.number("b")->at(1), 3);
    EXPECT_EQ(table.number("b")->at(2), 6);
    EXPECT_EQ(parse_column_table("").rows, 0u);
    EXPECT_EQ(parse_column_table("a,b\n").heads, (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace sneddon
