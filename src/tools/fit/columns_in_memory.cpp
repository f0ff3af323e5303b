#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"
#include "tools/fit/fit_columns.hpp"

namespace sneddon {

Result<NumberColumns> columns_in_memory(const ColumnsInMemory& given, const std::string& where,
                                        const std::vector<std::string>& names,
                                        std::size_t fewest_rows) {
    NumberColumns found{where, names, std::vector<std::string>(names.size()), {}};
    for (const std::string& name : names) {
        const auto at = std::ranges::find(given.names, name);
        if (at == given.names.end())
            return Error{"SND-U021", where, "no column \"" + name + "\"",
                         "one of: " + joined(given.names, ", "), ""};
        const auto& column = given.columns[static_cast<std::size_t>(at - given.names.begin())];
        const auto no_number = std::ranges::find_if_not(column, is_finite);
        if (no_number != column.end())
            return Error{"SND-U022",
                         fmt::format("{}, row {}", where, no_number - column.begin() + 1),
                         number_text(*no_number).empty() ? "NaN" : number_text(*no_number),
                         "a finite number in column \"" + name + "\"", "remove or fill the row"};
        found.columns.push_back(column);
        if (column.size() != found.rows())
            return Error{"SND-U050", where,
                         fmt::format("{} values of \"{}\", {} of \"{}\"", found.rows(), names[0],
                                     column.size(), name),
                         "columns of one length", ""};
    }
    if (found.rows() < fewest_rows)
        return Error{"SND-U023", where, fmt::format("{} rows", found.rows()),
                     fmt::format("at least {} for this fit", fewest_rows), ""};
    return found;
}

Result<NumberColumns> columns_of(const std::string& file, const ColumnsInMemory& in_memory,
                                 const std::vector<std::string>& names, std::size_t fewest_rows) {
    return in_memory.are_given() ? columns_in_memory(in_memory, file, names, fewest_rows)
                                 : read_columns(file, names, fewest_rows);
}

}  // namespace sneddon
