#include "results/export/workbook_writer.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/markup.hpp"
#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view xml_head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                      "\n";
constexpr std::string_view main_namespace =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr std::string_view relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// Rows [begin, end) of a table.
struct Sheet {
    std::string name;
    const ShownTable* table;
    std::size_t begin, end;
};

std::vector<Sheet> sheets_of(const std::vector<ShownTable>& tables, std::size_t most_rows) {
    const std::size_t rows_under_heads = most_rows - 1;
    std::vector<Sheet> sheets;
    for (const ShownTable& table : tables) {
        std::size_t begin = 0, part = 1;
        do {
            const std::size_t end = std::min(begin + rows_under_heads, table.rows);
            sheets.push_back({part == 1 ? table.name : fmt::format("{} {}", table.name, part),
                              &table, begin, end});
            begin = end;
            ++part;
        } while (begin < table.rows);
    }
    return sheets;
}

/// A cell holds 32,767 characters; a longer text makes Excel call the file damaged.
std::string text_of_cell(std::string_view text) {
    constexpr std::size_t most = 32000;
    if (text.size() <= most) return escaped_markup(text);
    return escaped_markup(valid_utf8(text.substr(0, most - 3))) + "...";
}

void add_text(std::string& line, std::string_view place, std::string_view text, int style) {
    if (text.empty()) return;
    line += fmt::format(R"(<c r="{}" t="inlineStr"{}><is><t xml:space="preserve">)", place,
                        style == 0 ? "" : fmt::format(R"( s="{}")", style));
    line += text_of_cell(text);
    line += "</t></is></c>";
}

void add_number(std::string& line, std::string_view place, double number) {
    if (is_finite(number))
        line += fmt::format(R"(<c r="{}"><v>{}</v></c>)", place, number_text(number));
}

std::string head_row(const Sheet& sheet) {
    std::string line = R"(<row r="1">)";
    for (std::size_t i = 0; i < sheet.table->columns.size(); ++i)
        add_text(line, column_letters(i) + "1", sheet.table->columns[i].head, 1);
    return line + "</row>";
}

std::string body_row(const Sheet& sheet, std::size_t row, const std::vector<std::string>& letters) {
    const std::string number = std::to_string(row - sheet.begin + 2);
    std::string line = fmt::format(R"(<row r="{}">)", number);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const ShownColumn& column = sheet.table->columns[i];
        if (column.texts != nullptr)
            add_text(line, letters[i] + number, (*column.texts)[row], 0);
        else if (column.numbers != nullptr)
            add_number(line, letters[i] + number, (*column.numbers)[row]);
    }
    return line + "</row>";
}

void write_sheet(ZipWriter& zip, const Sheet& sheet, bool is_first) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < sheet.table->columns.size(); ++i)
        letters.push_back(column_letters(i));
    const std::string corner =
        fmt::format("{}{}", letters.empty() ? "A" : letters.back(), sheet.end - sheet.begin + 1);
    zip.write(fmt::format(
        R"({}<worksheet {}><dimension ref="A1:{}"/><sheetViews><sheetView{} workbookViewId="0">)"
        R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"
        R"(</sheetView></sheetViews><cols><col min="1" max="{}" width="16" customWidth="1"/></cols>)"
        "<sheetData>",
        xml_head, main_namespace, corner, is_first ? R"( tabSelected="1")" : "",
        std::max<std::size_t>(letters.size(), 1)));
    zip.write(head_row(sheet));
    for (std::size_t row = sheet.begin; row < sheet.end; ++row)
        zip.write(body_row(sheet, row, letters));
    zip.write(fmt::format(R"(</sheetData><autoFilter ref="A1:{}"/></worksheet>)", corner));
}

void write_types(ZipWriter& zip, const std::vector<Sheet>& sheets) {
    constexpr std::string_view kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    std::string text = fmt::format(
        R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/>)"
        R"(<Override PartName="/xl/workbook.xml" ContentType="{}.sheet.main+xml"/>)"
        R"(<Override PartName="/xl/styles.xml" ContentType="{}.styles+xml"/>)",
        xml_head, kind, kind);
    for (std::size_t i = 1; i <= sheets.size(); ++i)
        text += fmt::format(
            R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}.worksheet+xml"/>)",
            i, kind);
    zip.begin("[Content_Types].xml");
    zip.write(text + "</Types>");
}

std::string relation(std::size_t id, std::string_view what, std::string_view target) {
    return fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", id, relations,
                       what, target);
}

void write_relations(ZipWriter& zip, const std::string& name, const std::string& list) {
    zip.begin(name);
    zip.write(fmt::format(R"({}<Relationships xmlns="{}">{}</Relationships>)", xml_head,
                          package_relations, list));
}

void write_book(ZipWriter& zip, const std::vector<Sheet>& sheets) {
    std::string names, targets;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        names += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)",
                             escaped_markup(sheets[i].name), i + 1, i + 1);
        targets += relation(i + 1, "worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
    }
    zip.begin("xl/workbook.xml");
    zip.write(fmt::format(R"({}<workbook {} xmlns:r="{}"><sheets>{}</sheets></workbook>)", xml_head,
                          main_namespace, relations, names));
    write_relations(zip, "xl/_rels/workbook.xml.rels",
                    targets + relation(sheets.size() + 1, "styles", "styles.xml"));
}

/// Style 0 is plain, style 1 bold.
void write_styles(ZipWriter& zip) {
    zip.begin("xl/styles.xml");
    zip.write(fmt::format(
        R"({}<styleSheet {}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>)"
        R"(<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
        R"(<fills count="2"><fill><patternFill patternType="none"/></fill>)"
        R"(<fill><patternFill patternType="gray125"/></fill></fills>)"
        R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
        R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
        R"(<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
        R"(<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>)"
        R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>)"
        R"(</styleSheet>)",
        xml_head, main_namespace));
}

}  // namespace

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

bool write_workbook(std::ostream& out, const std::vector<ShownTable>& tables,
                    std::size_t most_rows) {
    const std::vector<Sheet> sheets = sheets_of(tables, most_rows);
    ZipWriter zip(out);
    write_types(zip, sheets);
    write_relations(zip, "_rels/.rels", relation(1, "officeDocument", "xl/workbook.xml"));
    write_book(zip, sheets);
    write_styles(zip);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        zip.begin(fmt::format("xl/worksheets/sheet{}.xml", i + 1));
        write_sheet(zip, sheets[i], i == 0);
    }
    return zip.finish();
}

}  // namespace sneddon
