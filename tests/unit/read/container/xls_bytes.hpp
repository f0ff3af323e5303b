// Small workbooks (BIFF8) made in the test.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "unit/read/container/ole_bytes.hpp"

namespace sneddon::testing {

inline std::string record(std::uint32_t type, const std::string& body) {
    return u16(type) + u16(static_cast<std::uint32_t>(body.size())) + body;
}
inline std::string begin_record(std::uint32_t version = 0x600) {
    return record(0x809, u16(version) + u16(0x10) + std::string(12, '\0'));
}
inline std::string end_record() {
    return record(0x0A, "");
}
/// Row, column and a format.
inline std::string place(std::uint32_t row, std::uint32_t column) {
    return u16(row) + u16(column) + u16(15);
}
inline std::string number_record(std::uint32_t row, std::uint32_t column, double value) {
    return record(0x203, place(row, column) + f64(value));
}
inline std::string short_text(const std::string& text, std::size_t bytes_of_length) {
    std::string length = u16(static_cast<std::uint32_t>(text.size()));
    return length.substr(0, bytes_of_length) + std::string(1, '\0') + text;
}
inline std::string label_record(std::uint32_t row, std::uint32_t column, const std::string& text) {
    return record(0x204, place(row, column) + short_text(text, 2));
}

struct SheetBytes {
    std::string name;
    std::string cells;  ///< records
};

/// `globals`: records before the sheets.
inline std::string book_stream(const std::vector<SheetBytes>& sheets,
                               const std::string& globals = "", std::uint32_t version = 0x600) {
    const std::string begin = begin_record(version) + globals;
    std::size_t at = begin.size() + end_record().size();
    for (const SheetBytes& sheet : sheets) at += 12 + sheet.name.size();
    std::string places, content;
    for (const SheetBytes& sheet : sheets) {
        places += record(0x85, u32(static_cast<std::uint32_t>(at + content.size())) + u16(0) +
                                   short_text(sheet.name, 1));
        content += begin_record(version) + sheet.cells + end_record();
    }
    return begin + places + end_record() + content;
}

inline std::string book_bytes(const std::vector<SheetBytes>& sheets,
                              const std::string& globals = "") {
    return ole_bytes({{"Workbook", book_stream(sheets, globals)}});
}

using CellBytes = std::variant<const char*, double>;  ///< "" is an empty cell

inline std::string rows_of_cells(const std::vector<std::vector<CellBytes>>& rows) {
    std::string records;
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        for (std::uint32_t column = 0; column < rows[row].size(); ++column) {
            const CellBytes& cell = rows[row][column];
            if (const double* value = std::get_if<double>(&cell))
                records += number_record(row, column, *value);
            else if (const std::string text = std::get<const char*>(cell); !text.empty())
                records += label_record(row, column, text);
        }
    return records;
}

}  // namespace sneddon::testing
