// Columns of tests.csv in the form that a spreadsheet of some country opens.
#pragma once

#include <iosfwd>
#include <optional>

#include "results/export/shown_table.hpp"

namespace sneddon {

struct CsvForm {
    /// 1,5 for 1.5: then semicolons stand between the cells, and the bytes EF BB BF in front of all
    /// tell Excel that texts are UTF-8.
    bool has_decimal_comma = false;
    /// Significant digits, 1 to 17; absent: all that a number has.
    std::optional<int> digits;
    char delimiter() const { return has_decimal_comma ? ';' : ','; }
};

/// Quoting as in tests.csv (base/csv_cell.hpp); an empty cell is no number.
void write_chosen_csv(std::ostream& out, const ShownTable& table, const CsvForm& form);

}  // namespace sneddon
