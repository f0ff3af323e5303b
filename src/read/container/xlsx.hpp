// An Excel workbook since 2007 (.xlsx: a zip archive of XML, ECMA-376): sheets and their cells, in
// the words of biff8.hpp. Formulas are read as the results that stand beside them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/container/biff8.hpp"
#include "read/container/xlsx_cells.hpp"
#include "read/container/zip_file.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// A zip archive with the parts of a workbook.
bool is_xlsx_file(std::string_view bytes);

class XlsxBook {
  public:
    /// `bytes` must outlive the book. Errors: SND-R040 (zip), SND-R041 (the XML in it).
    static Result<XlsxBook> open(std::string_view bytes, std::string_view name);
    /// The same without the texts of its cells: its sheets are there.
    static Result<XlsxBook> open_names(std::string_view bytes, std::string_view name);

    const std::vector<XlsSheet>& sheets() const { return sheets_; }
    bool counts_days_from_1904() const { return counts_days_from_1904_; }
    /// Errors: SND-R040, R041.
    Result<XlsCells> cells(const XlsSheet& sheet) const;
    /// Empty for a number.
    std::string_view text(const XlsCells& cells, const XlsCell& cell) const;

  private:
    XlsxBook(ZipFile zip, std::string_view name) : zip_(std::move(zip)), name_(name) {}

    Error broken(std::string_view what) const;
    Result<std::string> part(std::string_view path) const;
    std::optional<Error> read_sheets();
    std::optional<Error> read_texts();

    ZipFile zip_;
    std::string name_;
    std::vector<XlsSheet> sheets_;
    std::vector<std::string> parts_;  ///< of the sheets, in their order
    std::string texts_part_;
    XlsxTexts texts_;
    bool counts_days_from_1904_ = false;
};

}  // namespace sneddon
