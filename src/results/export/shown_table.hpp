// A table as other programs get it: columns that lie somewhere, with what they mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "results/column_table.hpp"

namespace sneddon {

struct ShownColumn {
    std::string head;
    /// The one of both that is not nullptr; neither: the table has no such column, every cell is
    /// empty.
    const std::vector<double>* numbers = nullptr;
    const std::vector<std::string>* texts = nullptr;
};

struct ShownTable {
    std::string name;
    std::size_t rows = 0;
    std::vector<ShownColumn> columns;
};

/// All columns of a table, which must outlive what is returned.
ShownTable shown_table(const std::string& name, const ColumnTable& table);

/// Those of `heads`, in their order; all where it is empty.
ShownTable shown_columns(const std::string& name, const ColumnTable& table,
                         const std::vector<std::string>& heads);

}  // namespace sneddon
