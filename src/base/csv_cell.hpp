// Text in a cell of a CSV file that spreadsheets open. Names of files and tests are anybody's.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// Quoted where RFC 4180 needs it. A text that a spreadsheet would take for a formula (it begins
/// with = + - @, a tab or a carriage return) gets an apostrophe first (OWASP, CSV injection), and
/// so does one that looks as if it had got it: reading gives the text back.
std::string csv_cell(std::string_view text);

/// What csv_cell was given, from a cell without its quotes.
std::string_view text_of_csv_cell(std::string_view cell);

}  // namespace sneddon
