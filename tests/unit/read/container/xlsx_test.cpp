#include "read/container/xlsx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "unit/read/container/xlsx_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::sheet_xml;
using testing::xlsx_bytes;
using testing::XlsxSheet;

std::string sheet_of(const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// "row,column=number" or "row,column='text'" of the first sheet, or what is wrong.
std::vector<std::string> cells_of_first(const std::string& bytes) {
    const auto book = XlsxBook::open(bytes, "a.xlsx");
    if (!book) return {book.error().code + " " + book.error().found};
    const auto cells = book->cells(book->sheets().at(0));
    if (!cells) return {cells.error().code + " " + cells.error().found};
    std::vector<std::string> said;
    for (const XlsCell& cell : cells->cells)
        said.push_back(fmt::format("{},{}=", cell.row, cell.column) +
                       (cell.text == 0 ? fmt::format("{}", cell.number)
                                       : fmt::format("'{}'", book->text(*cells, cell))));
    return said;
}

std::vector<std::string> cells_in(const std::string& rows, const std::string& texts = "") {
    return cells_of_first(xlsx_bytes({{"S", sheet_of(rows)}}, texts));
}

TEST(Xlsx, SheetsStandInTheOrderOfTheBook) {
    const std::string bytes =
        xlsx_bytes({{"A &amp; B", sheet_xml({{1.}})}, {"C", sheet_xml({{2.}})}});
    const auto book = XlsxBook::open(bytes, "a");
    ASSERT_TRUE(book.ok()) << message(book.error());
    ASSERT_EQ(book->sheets().size(), 2u);
    EXPECT_EQ(book->sheets()[0].name, "A & B");
    EXPECT_EQ(book->cells(book->sheets()[0])->cells.at(0).number, 1);
    EXPECT_EQ(book->cells(book->sheets()[1])->cells.at(0).number, 2);
    EXPECT_FALSE(book->counts_days_from_1904());
}

TEST(Xlsx, NumbersTextsAndResultsOfFormulas) {
    const std::string texts =
        "<sst><si><t>one</t></si><si><r><t>t</t></r><r><t xml:space='preserve'> wo</t></r>"
        "<rPh><t>reading</t></rPh></si><si/></sst>";
    EXPECT_THAT(
        cells_in("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                 "<row r='3'><c r='A3'><v>2.5E-3</v></c><c r='C3' t='str'><f>A1</f><v>x&lt;</v></c>"
                 "<c r='AA3' t='inlineStr'><is><t>in</t><rPh><t>no</t></rPh></is></c></row>",
                 texts),
        ElementsAre("0,0='one'", "0,1='t wo'", "2,0=0.0025", "2,2='x<'", "2,26='in'"));
}

TEST(Xlsx, EmptyLogicalAndErrorCellsAreLeftOut) {
    EXPECT_THAT(cells_in("<row><c/><c s='1'></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
                         "<c><v>7</v></c><c><v>seven</v></c></row>"),
                ElementsAre("0,4=7"));
}

TEST(Xlsx, WithoutPlacesTheyFollowEachOther) {
    EXPECT_THAT(cells_in("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
                         "<row r='9'><c><v>4</v></c><c r='D9'><v>5</v></c><c><v>6</v></c></row>"),
                ElementsAre("0,0=1", "0,1=2", "1,0=3", "8,0=4", "8,3=5", "8,4=6"));
}

TEST(Xlsx, PlacesOutsideOfASheetAreErrors) {
    EXPECT_THAT(cells_in("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
                ElementsAre("1048575,16383=1"));
    for (const char* rows :
         {"<row r='1048577'><c><v>1</v></c></row>", "<row r='1'><c r='XFE1'><v>1</v></c></row>",
          "<row r='1'><c r='A0'><v>1</v></c></row>", "<row r='1'><c r='1'><v>1</v></c></row>",
          "<row r='1'><c r='A1048577'><v>1</v></c></row>", "<row r='0'/>", "<row r='x'/>",
          "<row r='1'><c r='A'/></row>", "<c><v>1</v></c>", "<row r='1'><c r='A1x'/></row>"})
        EXPECT_THAT(cells_in(rows), ElementsAre(HasSubstr("SND-R041"))) << rows;
}

TEST(Xlsx, ATextThatIsNotInTheTableIsAnError) {
    for (const char* index : {"1", "-1", "x", "4294967296"})
        EXPECT_THAT(cells_in(fmt::format("<row><c t='s'><v>{}</v></c></row>", index),
                             "<sst><si><t>a</t></si></sst>"),
                    ElementsAre(HasSubstr("not in the table of texts")))
            << index;
}

TEST(Xlsx, DatesMayCountFrom1904) {
    for (const auto& [word, is_1904] : {std::pair("1", true), std::pair("true", true),
                                        std::pair("0", false), std::pair("false", false)}) {
        const auto book =
            XlsxBook::open(xlsx_bytes({{"S", sheet_xml({})}}, "",
                                      fmt::format("<workbookPr date1904='{}'/>", word)),
                           "a");
        ASSERT_TRUE(book.ok());
        EXPECT_EQ(book->counts_days_from_1904(), is_1904) << word;
    }
}

TEST(Xlsx, AnXmlBombIsRefused) {
    const std::string bomb =
        "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
        "<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>";
    EXPECT_THAT(cells_of_first(xlsx_bytes({{"S", bomb}})),
                ElementsAre(HasSubstr("declares a document type")));
    EXPECT_THAT(cells_of_first(xlsx_bytes({{"S", sheet_xml({})}}, bomb)),
                ElementsAre(HasSubstr("whose table of texts has")));
}

TEST(Xlsx, MissingPartsAreNamed) {
    const std::string whole = xlsx_bytes({{"S", sheet_xml({{1.}})}});
    std::string renamed = whole;
    for (std::size_t at = renamed.find("xl/worksheets/sheet1"); at != std::string::npos;
         at = renamed.find("xl/worksheets/sheet1"))
        renamed[at + 1] = 'L';
    EXPECT_THAT(cells_of_first(renamed),
                ElementsAre(HasSubstr("without its part 'xl/worksheets/sheet1.xml'")));
    const std::string none = testing::zip_bytes({{"xl/workbook.xml", "<workbook/>"}});
    EXPECT_THAT(cells_of_first(none), ElementsAre(HasSubstr("SND-R041")));
}

TEST(Xlsx, ALongTextIsCutAtALetter) {
    std::string letters;
    for (int i = 0; i < 400; ++i) letters += "\u00B5";
    const auto cells = cells_in("<row><c t='str'><v>x" + letters + "</v></c></row>");
    ASSERT_EQ(cells.size(), 1u);
    EXPECT_EQ(cells[0], "0,0='x" + letters.substr(0, 510) + "'");
}

TEST(Xlsx, DamagedSheetsAreErrorsOrCells) {
    const std::string xml = sheet_xml({{"Depth", "Load"}, {1., 2.}, {3., 4.}});
    for (std::size_t size = 0; size < xml.size(); ++size)
        EXPECT_LE(cells_of_first(xlsx_bytes({{"S", xml.substr(0, size)}})).size(), 6u);
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        std::string changed = xml;
        for (int k = 0; k < 4; ++k)
            changed[random() % changed.size()] = static_cast<char>(random());
        EXPECT_LE(cells_of_first(xlsx_bytes({{"S", changed}})).size(), 6u);
    }
}

}  // namespace
}  // namespace sneddon
