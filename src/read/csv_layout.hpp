// Where the heads and the rows of a plain table stand, and what divides the cells.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/text/column_head.hpp"
#include "read/text/opening.hpp"

namespace sneddon {

struct CsvLayout {
    char delimiter = ',';
    std::vector<ColumnHead> heads;  ///< empty: numbers without heads
    std::size_t head_position = 0;
    std::size_t body_position = 0;
    std::size_t cells_in_first_row = 0;  ///< without the empty ones at its end
    bool is_narrow = false;              ///< with them, less than heads
    bool has_rows = false;
    std::optional<std::size_t> clock_column;  ///< its times are a clock's
    std::string clock_evidence;
};

/// Nothing where the text has no rows of numbers and no heads of a curve.
std::optional<CsvLayout> find_csv_layout(const Opening& opening);

bool has_curve_words(const std::vector<ColumnHead>& heads);

}  // namespace sneddon
