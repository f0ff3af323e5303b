// Where the heads, the units and the rows of a table of results are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "read/tables/column_meaning.hpp"
#include "read/text/opening.hpp"

namespace sneddon {

struct TableLayout {
    char delimiter = '\t';
    std::size_t head_position = 0;  ///< of the line of heads
    std::size_t body_position = 0;  ///< of the first row
    std::vector<ColumnMeaning> columns;
};

/// Heads of which one at least is a hardness or a modulus and none a time, below lines that say
/// other things; a row of units or of types may follow, and then a row of numbers.
std::optional<TableLayout> find_table_layout(const Opening& opening);

/// Told by its first lines as before (recognised.hpp), or by its heads, whatever stands above them.
bool is_table_of_results(const Opening& opening);

}  // namespace sneddon
