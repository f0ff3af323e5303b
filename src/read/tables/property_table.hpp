// A table of results as a set of tests: one row per indent, no curve.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

struct PropertyColumn {
    QuantityIndex quantity{0};
    std::string head;            ///< as the file names it
    std::vector<double> values;  ///< by row, in our unit; NaN where the cell is no number
};

struct PropertyTable {
    std::size_t rows = 0;
    std::vector<PropertyColumn> columns;
    std::vector<double> x_um, y_um;      ///< by row; empty: no positions
    std::vector<std::string> names;      ///< by row; empty: none
    std::vector<std::string> groups;     ///< by row; empty: none
    std::vector<std::size_t> summaries;  ///< rows that are no tests: Mean, Std. Dev. ...
    std::vector<Inference> meanings;     ///< every column: what it is taken for, or that it is not
    std::vector<std::string> doubts = {};  ///< what a user should know, a sentence each
};

/// Formats whose files are such tables: those of formats() that lie beside tests and hold a row per
/// indent.
bool is_property_format(std::string_view format);

/// `format` is one of them. Errors: SND-R010 (no row), R012 (a line that is no row), R019, R020
/// (decimal mark), R056 (no hardness and no modulus, or no unit: what to type), U062 (--column
/// names no column).
Result<PropertyTable> read_property_table(std::string_view bytes, std::string_view name,
                                          std::string_view format, const ReadOptions& options);

}  // namespace sneddon
