// Sheets of results, a row for each indent, that instruments' programs or people put into
// workbooks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/results_table.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// The text of a sheet is such a table: "table of results (ASMEC)"; "" if it is none.
std::string name_of_results(std::string_view sheet_text);

/// All rows of all such sheets. Errors: those of the workbook; SND-R010 (no such row).
Result<std::vector<VendorTableRow>> read_workbook_results(std::string_view bytes,
                                                          std::string_view name);

}  // namespace sneddon
