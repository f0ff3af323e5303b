// Rows of numbers, parsed from the bytes of the file in one pass.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// Instruments write 1.1e308 or 1.797e308 where they have no value; no load or depth is near it.
inline constexpr double no_value_from = 1e99;

/// A head that declares more rows is wrong: no file holds so many, and an integer holds it still.
inline constexpr double most_declared_rows = 1e12;

enum class ShortRows {
    are_errors,   ///< every row has every column
    are_missing,  ///< cells left out at the end are empty
};

struct TableShape {
    std::size_t columns = 0;
    char delimiter = '\t';
    char decimal_mark = '.';
    char comment = '\0';  ///< lines that begin with it are passed over; 0 = there are none
    ShortRows short_rows = ShortRows::are_errors;
    std::size_t expected_rows = 0;  ///< 0 = unknown; only to reserve memory
    /// By column: cells that are no numbers are words, not errors. Empty: in no column.
    std::vector<bool> may_hold_words = {};
    std::optional<std::size_t> clock_column = {};  ///< cells like 10:15:02.25 are seconds
    /// By column: nobody needs its numbers, so that only the ends of its cells are looked for,
    /// whatever is in them, and it stays empty. Empty: no such column.
    std::vector<bool> is_passed_over = {};
};

/// The line where the rows of numbers end before the file does.
struct NotARow {
    std::size_t position = 0;  ///< of its first byte
    std::string found;         ///< what is wrong with it
};

/// A column says this word from this row on: again, or in no other word.
struct WordFrom {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string_view word;  ///< bytes of the text
};

struct TableBody {
    /// Finite numbers, or NaN for an empty cell, a word like "nan" or "---", or |x| >= 1e99.
    std::vector<std::vector<double>> columns;
    std::size_t rows = 0;
    /// Rows that follow a blank line, without the first row.
    std::vector<std::size_t> block_starts;
    /// Every row was followed by a blank line: doubled line ends, and block_starts is empty.
    bool is_double_spaced = false;
    std::size_t first_row_position = 0;
    std::size_t last_row_position = 0;
    bool has_line_end_at_end = true;
    /// The last line was not a whole row, and not ended: left out.
    bool is_last_row_cut = false;
    std::vector<WordFrom> words;  ///< of the columns that may hold them, where a word changes
    std::vector<std::size_t> word_cells;  ///< how many words a column holds
    std::optional<NotARow> stopped_at;
};

/// Rows from `position` to the end of the text or the first line that is not a row.
TableBody read_table_body(std::string_view text, std::size_t position, const TableShape& shape);

/// Takes the last row out again.
void remove_last_row(TableBody& body);

/// "nan", "---", "N/A", "#NV" ...: a cell that says that there is no number.
bool is_missing_word(std::string_view cell);

/// Blank lines between blocks of rows are segment boundaries; doubled line ends are not.
void mark_blocks(Test& test, const TableBody& body);

}  // namespace sneddon
