// Workbooks and their archives, read back by the readers of instruments' workbooks.
#include "results/export/workbook_writer.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/nan.hpp"
#include "read/container/xlsx.hpp"
#include "read/container/zip_file.hpp"

namespace sneddon {
namespace {

ColumnTable table_of(std::size_t rows) {
    ColumnTable table;
    table.rows = rows;
    table.heads = {"test_id", "H_IT_GPa", "E_IT_GPa"};
    for (std::size_t i = 0; i < rows; ++i) {
        table.texts["test_id"].push_back("=a" + std::to_string(i) + " <&\"'> µ");
        table.numbers["H_IT_GPa"].push_back(1.0 / (static_cast<double>(i) + 3));
        table.numbers["E_IT_GPa"].push_back(i % 2 == 0 ? nan : 1e-300);
    }
    return table;
}

std::string book_of(const std::vector<ShownTable>& tables, std::size_t most_rows) {
    std::ostringstream out;
    EXPECT_TRUE(write_workbook(out, tables, most_rows));
    return out.str();
}

/// Cells of a sheet by row and column; a number as itself, of a text the text.
struct Cells {
    std::map<std::pair<std::size_t, std::size_t>, double> numbers;
    std::map<std::pair<std::size_t, std::size_t>, std::string> texts;
};

Cells cells_of(const XlsxBook& book, std::size_t sheet) {
    Cells cells;
    const auto read = book.cells(book.sheets().at(sheet));
    EXPECT_TRUE(read);
    if (!read) return cells;
    for (const XlsCell& cell : read->cells) {
        const std::pair<std::size_t, std::size_t> place(cell.row, cell.column);
        if (cell.text == 0)
            cells.numbers[place] = cell.number;
        else
            cells.texts[place] = book.text(*read, cell);
    }
    return cells;
}

TEST(WorkbookWriter, CellsAreThoseOfTheTableBitByBit) {
    const ColumnTable table = table_of(5);
    const std::string bytes = book_of({shown_table("tests", table)}, most_rows_of_sheet);
    const auto book = XlsxBook::open(bytes, "tests.xlsx");
    ASSERT_TRUE(book);
    ASSERT_EQ(book->sheets().size(), 1u);
    EXPECT_EQ(book->sheets()[0].name, "tests");
    const Cells cells = cells_of(*book, 0);
    EXPECT_EQ(cells.texts.at({0, 1}), "H_IT_GPa");
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(cells.texts.at({i + 1, 0}), table.text("test_id", i));
        EXPECT_EQ(cells.numbers.at({i + 1, 1}), (*table.number("H_IT_GPa"))[i]);
        EXPECT_EQ(cells.numbers.contains({i + 1, 2}), i % 2 == 1) << "NaN is an empty cell";
    }
    EXPECT_EQ(cells.numbers.at({2, 2}), 1e-300);
}

TEST(WorkbookWriter, RowsThatASheetCannotHoldAreOnFurtherOnes) {
    const ColumnTable table = table_of(7), none = table_of(0);
    const std::string bytes =
        book_of({shown_table("groups", none), shown_table("tests", table)}, 4);
    const auto book = XlsxBook::open(bytes, "tests.xlsx");
    ASSERT_TRUE(book);
    std::vector<std::string> names;
    for (const XlsSheet& sheet : book->sheets()) names.push_back(sheet.name);
    EXPECT_EQ(names, (std::vector<std::string>{"groups", "tests", "tests 2", "tests 3"}));
    const Cells last = cells_of(*book, 3);
    EXPECT_EQ(last.texts.at({0, 0}), "test_id") << "heads on every sheet";
    EXPECT_EQ(last.numbers.at({1, 1}), (*table.number("H_IT_GPa"))[6]);
    EXPECT_FALSE(last.texts.contains({2, 0}));
}

TEST(WorkbookWriter, ALongTextIsCutWhereASpreadsheetWouldCallTheFileDamaged) {
    ColumnTable table = table_of(1);
    table.texts["test_id"][0] = std::string(40000, 'x');
    const std::string bytes = book_of({shown_table("tests", table)}, most_rows_of_sheet);
    const auto zip = ZipFile::open(bytes, "tests.xlsx");  // the reader of workbooks cuts by itself
    ASSERT_TRUE(zip);
    const std::string sheet = *zip->unpack(*zip->find("xl/worksheets/sheet1.xml"));
    const std::size_t begin = sheet.find("xxx"), end = sheet.find("...</t>");
    ASSERT_NE(end, sheet.npos);
    EXPECT_LE(end + 3 - begin, 32767u);
    EXPECT_GT(end - begin, 31000u);
}

TEST(WorkbookWriter, TheSameTablesGiveTheSameBytes) {
    const ColumnTable table = table_of(100);
    EXPECT_EQ(book_of({shown_table("tests", table)}, 64),
              book_of({shown_table("tests", table)}, 64));
}

TEST(WorkbookWriter, ColumnsAreCountedInLetters) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
    EXPECT_EQ(column_letters(16383), "XFD") << "the last one of a sheet";
}

TEST(ZipWriter, EntriesAreUnpackedAsTheyWerePacked) {
    std::ostringstream out;
    ZipWriter writer(out);
    const std::string large(300000, 'a');
    writer.begin("empty.txt");
    writer.begin("folder/large.txt");
    for (const char end : {'b', 'c'}) writer.write(large + end);
    ASSERT_TRUE(writer.finish());
    const std::string bytes = out.str();
    EXPECT_LT(bytes.size(), 3000u) << "packed";
    const auto zip = ZipFile::open(bytes, "a.zip");
    ASSERT_TRUE(zip);
    ASSERT_EQ(zip->entries().size(), 2u);
    EXPECT_EQ(*zip->unpack(zip->entries()[0]), "");
    EXPECT_EQ(*zip->unpack(*zip->find("folder/large.txt")), large + "b" + large + "c");
}

}  // namespace
}  // namespace sneddon
