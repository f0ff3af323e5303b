// An Excel workbook of 1997 to 2003 (BIFF8, [MS-XLS]): sheets and their cells. Formulas are read as
// the results that the program which wrote them put beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct XlsCell {
    double number = 0;
    std::uint32_t text = 0;  ///< 0: a number; else one more than its place among the texts
    std::uint32_t row = 0;
    std::uint16_t column = 0;
};

struct XlsSheet {
    std::string name;
    std::size_t begin = 0, end = 0;  ///< bytes of the stream; of an .xlsx, the place of its part
};

/// Cells that are empty, logical or errors ("#N/A") are left out.
struct XlsCells {
    std::vector<XlsCell> cells;      ///< in the order of the file
    std::vector<std::string> texts;  ///< of this sheet alone, behind those of the book
};

class XlsBook {
  public:
    /// From the bytes of an OLE file with a stream "Workbook"; `name` is for messages.
    /// Errors: SND-R033 (damaged), SND-R004 (another kind of compound file or book).
    static Result<XlsBook> open(std::string_view bytes, std::string_view name);

    const std::vector<XlsSheet>& sheets() const { return sheets_; }
    bool counts_days_from_1904() const { return counts_days_from_1904_; }
    /// Errors: SND-R033.
    Result<XlsCells> cells(const XlsSheet& sheet) const;
    /// Empty for a number.
    std::string_view text(const XlsCells& cells, const XlsCell& cell) const;

  private:
    XlsBook(std::string stream, std::string_view name) : stream_(std::move(stream)), name_(name) {}

    Error broken(std::string_view what) const;
    std::optional<Error> read_globals();
    void end_sheets_where_others_begin();

    std::string stream_, name_;
    std::vector<XlsSheet> sheets_;
    std::vector<std::string> texts_;
    bool counts_days_from_1904_ = false;
};

}  // namespace sneddon
