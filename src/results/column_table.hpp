// A CSV file of OUT by columns.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// A column whose cells are all numbers or empty is in `numbers`, any other in `texts`, and so is
/// one of tests.csv that holds names.
struct ColumnTable {
    std::vector<std::string> heads;  ///< in the order of the file
    std::map<std::string, std::vector<double>, std::less<>> numbers;
    std::map<std::string, std::vector<std::string>, std::less<>> texts;
    std::size_t rows = 0;

    /// nullptr when there is no such column.
    const std::vector<double>* number(std::string_view head) const;
    /// "" when there is no such column.
    std::string_view text(std::string_view head, std::size_t row) const;
};

ColumnTable parse_column_table(std::string_view csv);

}  // namespace sneddon
