// Columns of numbers of a delimited table, by name: any numbers, no unit needed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/tools/fit_reports.hpp"

namespace sneddon {

struct NumberColumns {
    std::string file;
    std::vector<std::string> names;
    std::vector<std::string> units;  ///< under the heads, without brackets; "" where there is none
    std::vector<std::vector<double>> columns;  ///< of one length, finite

    std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
};

enum class IncompleteRows {
    are_errors,
    are_left_out,  ///< for tables in which an empty cell says that there is no value
};

/// Text with one line of heads, then rows; tab, semicolon or comma between the cells (what the
/// first line holds most of, outside of quotes). Heads are compared without their quotes. A table
/// that begins with numbers has the heads 1, 2, ... A decimal comma is understood where the comma
/// does not divide the cells. Empty lines, lines that start with # and a row of nothing but units
/// right under the heads are passed over.
/// Errors: SND-R001 (cannot be read), SND-U021 (no such column, or several of that name), SND-U022
/// (a cell of a named column is missing, text or not finite: rows are dropped only when asked for),
/// SND-U023 (fewer than `fewest_rows`).
Result<NumberColumns> read_columns(const std::string& file, const std::vector<std::string>& names,
                                   std::size_t fewest_rows = 1,
                                   IncompleteRows incomplete = IncompleteRows::are_errors);

/// The same from text in memory; `file` only names it in errors.
Result<NumberColumns> columns_of_text(std::string_view text, const std::string& file,
                                      const std::vector<std::string>& names,
                                      std::size_t fewest_rows = 1,
                                      IncompleteRows incomplete = IncompleteRows::are_errors);

/// The named ones of columns in memory. Errors: SND-U021, SND-U022, SND-U023, and SND-U050 (columns
/// of unequal length).
Result<NumberColumns> columns_in_memory(const ColumnsInMemory& given, const std::string& where,
                                        const std::vector<std::string>& names,
                                        std::size_t fewest_rows);

/// Of a fit's request: those in memory where they are given, else those of its file.
Result<NumberColumns> columns_of(const std::string& file, const ColumnsInMemory& in_memory,
                                 const std::vector<std::string>& names, std::size_t fewest_rows);

}  // namespace sneddon
