#include "read/text/cell_rows.hpp"

#include <algorithm>
#include <bit>

#include "base/delimited.hpp"
#include "base/numbers/cell_ends.hpp"

namespace sneddon {

std::size_t CellRows::scan_numbers(std::size_t column, std::size_t row,
                                   const EnclosedDecimal& shape, double* values) const {
    const EnclosedDecimal number = shape;
    const char* const zero = base;
    const std::uint16_t* cell_end = ends + row * each + column;
    const std::size_t step = each, until = count;
    for (const char* cell = begin(row, column); row < until; ++row) {
        if (!number.scan(cell, zero + *cell_end, values[row])) return row;
        cell = zero + cell_end[step - 1] + 1;
        cell_end += step;
    }
    return until;
}

std::size_t CellRows::scan_mixed_numbers(std::size_t column, std::size_t row, char decimal_mark,
                                         const EnclosedDecimal* shapes, double* values) const {
    for (; row < count; ++row) {
        const char *const cell = begin(row, column), *const behind = end(row, column);
        const unsigned decimals = EnclosedDecimal::decimals_of(cell, behind, decimal_mark);
        if (!shapes[decimals].scan(cell, behind, values[row])) return row;
    }
    return row;
}

bool CellRowFinder::is_row(const CellRows& rows, std::size_t row) const {
    if (columns_ == 1 && rows.end(row, 0) == rows.begin(row, 0)) return false;  // a blank line
    const std::uint16_t* end = rows.ends + row * rows.each;
    for (const std::uint16_t* const last = end + columns_ - 1; end < last; ++end)
        if (rows.base[*end] != delimiter_) return false;
    if (rows.base[*end] == '\n') return rows.each == columns_;
    const auto line_end = static_cast<std::size_t>(rows.base + *end - text_.data());
    return line_end_length(text_, line_end) == rows.each - columns_ + 1;
}

CellRows CellRowFinder::rows_at(std::size_t position, std::size_t most) {
    while (next_ < found_ && base_ + ends_[next_] < position) ++next_;
    if (found_ - next_ < columns_ && until_ < text_.size()) look_from(position);
    CellRows rows{text_.data() + position, text_.data() + base_, ends_.data() + next_};
    const std::size_t there = found_ - next_;
    if (there < columns_) return rows;
    const std::size_t line_end = base_ + rows.ends[columns_ - 1];
    rows.each = columns_ + (line_end_length(text_, line_end) == 2 ? 1 : 0);
    most = std::min(most, (there + rows.each - columns_) / rows.each);
    while (rows.count < most && is_row(rows, rows.count)) ++rows.count;
    return rows;
}

void CellRowFinder::look_from(std::size_t position) {
    base_ = position;
    until_ = std::min(position + stretch, text_.size());
    next_ = 0;
    constexpr std::uint64_t not_zero = std::uint64_t{1} << 63;  // spares a branch
    std::size_t found = 0, at = base_;
    for (; at + block <= until_; at += block) {
        std::uint64_t ends = cell_ends(text_.data() + at, delimiter_);
        const auto offset = static_cast<unsigned>(at - base_);
        const std::size_t behind = found + ones_in(ends);
        // As many at a time as such a block mostly has: what is too much is written over.
        do {
            for (std::size_t i = 0; i < 8; ++i) {
                const auto next = static_cast<unsigned>(std::countr_zero(ends | not_zero));
                ends_[found + i] = static_cast<std::uint16_t>(offset + next);
                ends &= ends - 1;
            }
            found += 8;
        } while (found < behind);
        found = behind;
    }
    for (; at < until_; ++at)
        if (text_[at] == delimiter_ || is_line_end(text_[at]))
            ends_[found++] = static_cast<std::uint16_t>(at - base_);
    found_ = found;
}

}  // namespace sneddon
