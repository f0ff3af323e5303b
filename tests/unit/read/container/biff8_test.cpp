#include "read/container/biff8.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/read/container/xls_bytes.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// "row,column=number" or "row,column='text'" of the first sheet, or the error.
std::vector<std::string> cells_of(const std::string& bytes) {
    const auto book = XlsBook::open(bytes, "a.xls");
    if (!book) return {book.error().code + ": " + book.error().found};
    const auto cells = book->cells(book->sheets().at(0));
    if (!cells) return {cells.error().code + ": " + cells.error().found};
    std::vector<std::string> found;
    for (const XlsCell& cell : cells->cells) {
        std::string text = std::to_string(cell.row) + "," + std::to_string(cell.column) + "=";
        text += cell.text != 0 ? "'" + std::string(book->text(*cells, cell)) + "'"
                               : std::to_string(cell.number);
        found.push_back(text);
    }
    return found;
}

std::string rk_record(std::uint32_t row, std::uint32_t column, std::uint32_t rk) {
    return record(0x27E, place(row, column) + u32(rk));
}

TEST(Biff8, NumbersInAllTheirForms) {
    const std::string cells =
        number_record(0, 1, -2.5) + rk_record(1, 0, 0x3FF00000) + rk_record(1, 1, 12345u << 2 | 3) +
        rk_record(1, 2, static_cast<std::uint32_t>(-7) << 2 | 2) +
        record(0xBD,
               u16(2) + u16(3) + u16(1) + u32(5u << 2 | 2) + u16(1) + u32(0x40590001) + u16(4)) +
        record(0x06, place(3, 0) + f64(6.25) + std::string(8, '\0')) +
        record(0x205, place(4, 0) + u16(0x012A)) +  // #N/A
        record(0x201, place(4, 1));                 // empty
    EXPECT_THAT(cells_of(book_bytes({{"A", cells}})),
                ElementsAre("0,1=-2.500000", "1,0=1.000000", "1,1=123.450000", "1,2=-7.000000",
                            "2,3=5.000000", "2,4=1.000000", "3,0=6.250000"));
}

TEST(Biff8, TextsOfCellsAndOfFormulas) {
    const std::string text_follows("\0\0\0\0\0\0\xFF\xFF", 8), is_true("\1\0\1\0\0\0\xFF\xFF", 8);
    const std::string cells = label_record(0, 0, "END") +
                              record(0x06, place(0, 1) + text_follows + std::string(8, '\0')) +
                              record(0x207, short_text("made", 2)) +
                              record(0x06, place(0, 2) + is_true + std::string(8, '\0')) +
                              record(0x204, place(0, 3) + u16(1) + "\x01" + u16(0xB5));
    EXPECT_THAT(cells_of(book_bytes({{"A", cells}})),
                ElementsAre("0,0='END'", "0,1='made'", "0,3='µ'"));
}

// A table of texts that breaks inside a text goes on with letters of another width.
TEST(Biff8, TheTableOfTextsIsContinued) {
    const std::string rich = u16(2) + "\x08" + u16(1) + "ab" + u32(0);  // one run of letters
    const std::string globals = record(0xFC, u32(9) + u32(4) + rich + short_text("first", 2) +
                                                 u16(6) + std::string(1, '\0') + "lo") +
                                record(0x3C, "\x01" + u16('n') + u16('g') + u16(0x3B1)) +
                                record(0x3C, std::string(1, '\0') + "!" + short_text("last", 2));
    std::string cells;
    for (std::uint32_t i = 0; i < 4; ++i) cells += record(0xFD, place(i, 0) + u32(i));
    EXPECT_THAT(cells_of(book_bytes({{"A", cells}}, globals)),
                ElementsAre("0,0='ab'", "1,0='first'", "2,0='longα!'", "3,0='last'"));
    EXPECT_THAT(cells_of(book_bytes({{"A", record(0xFD, place(0, 0) + u32(4))}}, globals)),
                ElementsAre(HasSubstr("names a text that is not there")));
}

TEST(Biff8, ATableOfTextsThatDeclaresMoreIsAnError) {
    const std::string globals = record(0xFC, u32(9) + u32(0xFFFFFFFF) + short_text("first", 2));
    EXPECT_THAT(cells_of(book_bytes({{"A", ""}}, globals)),
                ElementsAre(HasSubstr("ends before its last text")));
}

TEST(Biff8, ASheetWithoutItsEndIsAnError) {
    const std::string stream = book_stream({{"A", number_record(0, 0, 1)}});
    const auto cut = ole_bytes({{"Workbook", stream.substr(0, stream.size() - 4)}});
    EXPECT_THAT(cells_of(cut), ElementsAre(HasSubstr("sheet 'A' has no end")));
}

TEST(Biff8, OldEncryptedAndOtherFilesAreNamed) {
    EXPECT_THAT(cells_of(ole_bytes({{"Workbook", book_stream({}, "", 0x500)}})),
                ElementsAre(HasSubstr("older than 1997")));
    EXPECT_THAT(cells_of(book_bytes({}, record(0x2F, u16(0)))),
                ElementsAre(HasSubstr("encrypted")));
    EXPECT_THAT(cells_of(ole_bytes({{"WordDocument", "text"}})),
                ElementsAre(HasSubstr("without a workbook")));
}

TEST(Biff8, DaysAreCountedFrom1904WhereTheBookSaysSo) {
    for (const std::uint32_t from_1904 : {0u, 1u}) {
        const auto book = XlsBook::open(book_bytes({}, record(0x22, u16(from_1904))), "a.xls");
        ASSERT_TRUE(book.ok());
        EXPECT_EQ(book->counts_days_from_1904(), from_1904 == 1);
    }
}

TEST(Biff8, CellsBehindTheLastColumnAreLeftOut) {
    const std::string cells = number_record(0, 255, 1) + number_record(0, 256, 2) +
                              label_record(65535, 60000, "far") +
                              record(0xBD, u16(2) + u16(255) + u16(1) + u32(5u << 2 | 2) + u16(1) +
                                               u32(5u << 2 | 2) + u16(256));
    EXPECT_THAT(cells_of(book_bytes({{"A", cells}})),
                ElementsAre("0,255=1.000000", "2,255=5.000000"));
}

// Sheets that share their bytes could cost the square of the file.
TEST(Biff8, NoTwoSheetsShareTheirCells) {
    std::string stream =
        book_stream({{"A", number_record(0, 0, 1)}, {"B", number_record(0, 0, 2)}});
    const std::size_t first = begin_record().size() + 4;
    const std::size_t second = first + 12 + 1;
    put(stream, second, stream.substr(first, 4));
    const auto book = XlsBook::open(ole_bytes({{"Workbook", stream}}), "a.xls");
    ASSERT_TRUE(book.ok());
    ASSERT_EQ(book->sheets().size(), 2u);
    EXPECT_TRUE(book->cells(book->sheets()[0]).ok());
    EXPECT_FALSE(book->cells(book->sheets()[1]).ok());
}

}  // namespace
}  // namespace sneddon
