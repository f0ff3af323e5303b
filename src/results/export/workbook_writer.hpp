// A workbook for spreadsheets (ECMA-376 SpreadsheetML, .xlsx), row by row: the rows that are
// written are not held. Numbers are numbers, texts stand in their cells and are never formulas.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "results/export/shown_table.hpp"
#include "results/export/zip_writer.hpp"

namespace sneddon {

/// A spreadsheet holds no more (ECMA-376 gives none, every program has 2^20).
inline constexpr std::size_t most_rows_of_sheet = 1048576;

/// One sheet for each table, with its heads in bold in a first row that stays in sight; the rows
/// that one sheet cannot hold are on further ones, "tests 2", ... NaN is an empty cell. False where
/// a sheet has 4 GiB or more. The same tables give the same bytes.
bool write_workbook(std::ostream& out, const std::vector<ShownTable>& tables,
                    std::size_t most_rows = most_rows_of_sheet);

/// "A", ..., "Z", "AA": 0 is the first.
std::string column_letters(std::size_t column);

}  // namespace sneddon
