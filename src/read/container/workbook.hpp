// A workbook of either kind: .xls (biff8.hpp) or .xlsx (xlsx.hpp).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "read/container/biff8.hpp"
#include "read/container/xlsx.hpp"

namespace sneddon {

class Workbook {
  public:
    /// `bytes` must outlive the book. Errors: those of both kinds.
    static Result<Workbook> open(std::string_view bytes, std::string_view name);

    const std::vector<XlsSheet>& sheets() const;
    bool counts_days_from_1904() const;
    Result<XlsCells> cells(const XlsSheet& sheet) const;
    std::string_view text(const XlsCells& cells, const XlsCell& cell) const;

  private:
    using Book = std::variant<XlsBook, XlsxBook>;
    explicit Workbook(Book book) : book_(std::move(book)) {}
    Book book_;
};

/// The names of its sheets; empty where the bytes are no workbook or a damaged one.
std::vector<std::string> sheet_names(std::string_view bytes);

}  // namespace sneddon
