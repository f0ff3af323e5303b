// Text in a cell of a CSV file that spreadsheets open. Names of files and tests are anybody's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon {

/// Quoted where RFC 4180 needs it, or where the text has the delimiter. A text that a spreadsheet
/// would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe
/// first (OWASP, CSV injection), and so does one that looks as if it had got it: reading gives the
/// text back.
std::string csv_cell(std::string_view text, char delimiter = ',');

/// What csv_cell was given, from a cell without its quotes.
std::string_view text_of_csv_cell(std::string_view cell);

/// Cells of a CSV file (RFC 4180), one after the other, without their quotes; what text_of_csv_cell
/// then takes away stays. A cell with quotes may hold commas, line ends and doubled quotes, which
/// cells_of (delimited.hpp) leaves as they are: instruments write none.
class CsvCells {
  public:
    explicit CsvCells(std::string_view csv) : csv_(csv) {}
    bool is_at_end() const { return at_ >= csv_.size(); }
    bool is_line_end() const { return is_line_end_; }  ///< behind the last cell
    std::string_view next();                           ///< until the next call

  private:
    std::string_view next_quoted();
    void close();

    std::string_view csv_;
    std::size_t at_ = 0;
    bool is_line_end_ = false;
    std::string quoted_;
};

}  // namespace sneddon
