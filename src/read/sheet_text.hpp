// A sheet of a workbook as the text that "save as text with tabs" would give, for the readers of
// texts.
#pragma once

#include <optional>
#include <string>

#include "read/container/workbook.hpp"

namespace sneddon {

/// Rows that are empty are blank lines, three of them at most. Columns with hardly a cell beside
/// long ones (a note) are left out. Where cells are texts with decimal commas, all numbers get
/// commas. Nothing where the cells lie so far apart that the text would be far larger than they.
std::optional<std::string> sheet_text(const Workbook& book, const XlsCells& cells);

}  // namespace sneddon
