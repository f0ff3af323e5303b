// Rows of cells: the delimiters and line ends of a text, found sixteen bytes at once before any
// number is made.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/numbers/enclosed_decimal.hpp"

namespace sneddon {

/// Rows that follow each other, each with an end for every cell and no other.
struct CellRows {
    const char *first = nullptr, *base = nullptr;
    const std::uint16_t* ends = nullptr;  ///< counted from base
    std::size_t each = 0;                 ///< of a row: of its cells, and the LF of CR LF
    std::size_t count = 0;

    /// The numbers of a column from `row` on, one by one into `values`, up to the first that is not
    /// of this shape: its row, or count. Bytes that EnclosedDecimal looks at must be there.
    std::size_t scan_numbers(std::size_t column, std::size_t row, const EnclosedDecimal& shape,
                             double* values) const;

    /// The same of numbers of any shape: `shapes` by their decimals.
    std::size_t scan_mixed_numbers(std::size_t column, std::size_t row, char decimal_mark,
                                   const EnclosedDecimal* shapes, double* values) const;

    const char* begin(std::size_t row, std::size_t column) const {
        return row + column == 0 ? first : base + ends[row * each + column - 1] + 1;
    }
    const char* end(std::size_t row, std::size_t column) const {
        return base + ends[row * each + column];
    }
};

class CellRowFinder {
  public:
    /// `columns`: one or more.
    CellRowFinder(std::string_view text, std::size_t columns, char delimiter)
        : text_(text), columns_(columns), delimiter_(delimiter) {}

    /// At most `most` rows from `position` on. Positions never fall from call to call.
    CellRows rows_at(std::size_t position, std::size_t most);
    /// The first `rows` of these are done with.
    void pass(const CellRows& these, std::size_t rows) {
        next_ = std::min(next_ + rows * these.each, found_);  // the last LF may be in no stretch
    }

  private:
    static constexpr std::size_t block = 64, stretch = 64 * block;

    void look_from(std::size_t position);
    bool is_row(const CellRows& rows, std::size_t row) const;

    std::string_view text_;
    std::size_t columns_;
    char delimiter_;
    std::size_t base_ = 0, until_ = 0;  ///< of the stretch that was looked through
    std::size_t next_ = 0, found_ = 0;
    std::array<std::uint16_t, stretch + block> ends_ = {};  ///< `found_` of them
};

}  // namespace sneddon
