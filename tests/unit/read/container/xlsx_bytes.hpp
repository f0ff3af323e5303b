// Small workbooks (.xlsx) made in the test.
#pragma once

#include <fmt/core.h>

#include <string>
#include <vector>

#include "unit/read/container/xls_bytes.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon::testing {

struct XlsxSheet {
    std::string name, xml;
};

/// "A1" of row 0, column 0.
inline std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

/// Texts are inline; an empty one is no cell.
inline std::string sheet_xml(const std::vector<std::vector<CellBytes>>& rows) {
    std::string xml = "<?xml version=\"1.0\"?><worksheet><sheetData>";
    for (std::size_t r = 0; r < rows.size(); ++r) {
        xml += fmt::format("<row r=\"{}\">", r + 1);
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const std::string place = cell_name(r, c);
            if (const auto* number = std::get_if<double>(&rows[r][c]))
                xml += fmt::format("<c r=\"{}\"><v>{}</v></c>", place, *number);
            else if (const std::string text = std::get<const char*>(rows[r][c]); !text.empty())
                xml +=
                    fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", place, text);
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

inline std::string xlsx_bytes(const std::vector<XlsxSheet>& sheets,
                              const std::string& shared_texts = "",
                              const std::string& properties = "") {
    const std::string kind = "http://x/relationships";
    std::string book = "<?xml version=\"1.0\"?><workbook>" + properties + "<sheets>";
    std::string relations = "<Relationships>";
    std::vector<ZipPart> parts = {{"[Content_Types].xml", "<Types/>"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        book += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", sheets[i].name,
                            i + 1, i + 1);
        // The parts are numbered backwards: their order says nothing.
        const std::string part = fmt::format("worksheets/sheet{}.xml", sheets.size() - i);
        relations += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"{}\"/>",
                                 i + 1, kind, part);
        parts.push_back({"xl/" + part, sheets[i].xml});
    }
    if (!shared_texts.empty()) {
        relations += fmt::format(
            "<Relationship Id=\"t\" Type=\"{}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>",
            kind);
        parts.push_back({"xl/sharedStrings.xml", shared_texts});
    }
    parts.push_back({"xl/workbook.xml", book + "</sheets></workbook>"});
    parts.push_back({"xl/_rels/workbook.xml.rels", relations + "</Relationships>"});
    return zip_bytes(parts);
}

inline std::string xlsx_of_rows(
    const std::vector<std::pair<std::string, std::vector<std::vector<CellBytes>>>>& sheets) {
    std::vector<XlsxSheet> made;
    for (const auto& [name, rows] : sheets) made.push_back({name, sheet_xml(rows)});
    return xlsx_bytes(made);
}

}  // namespace sneddon::testing
