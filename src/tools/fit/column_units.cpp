#include "tools/fit/column_units.hpp"

#include <fmt/core.h>

#include "read/text/column_head.hpp"

namespace sneddon {
namespace {

struct HeadUnit {
    std::string text;  ///< "" where the table names none
    std::optional<Unit> unit;
};

/// "h_s" is a symbol with an index, "h (s)" a depth in seconds.
bool is_index(const NumberColumns& table, std::size_t column, const Unit& unit, Dimension wanted) {
    const std::string& head = table.names[column];
    const bool has_brackets = head.ends_with(')') || head.ends_with(']');
    return unit.dimension != wanted && table.units[column].empty() && !has_brackets;
}

HeadUnit unit_of(const NumberColumns& table, std::size_t column, Dimension wanted) {
    const ColumnHead head =
        parse_column_head(table.units[column].empty()
                              ? table.names[column]
                              : fmt::format("{} ({})", table.names[column], table.units[column]));
    if (head.unit && is_index(table, column, *head.unit, wanted)) return {};
    return {head.unit_text, head.unit};
}

}  // namespace

std::optional<Error> to_working_units(NumberColumns& table, std::span<const Dimension> dimensions) {
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        const auto [text, unit] = unit_of(table, i, dimensions[i]);
        if (text.empty()) continue;
        if (!unit || unit->dimension != dimensions[i])
            return Error{"SND-U026", table.file,
                         fmt::format("the unit '{}' of the column \"{}\"", text, table.names[i]),
                         fmt::format("a unit of {}, such as {}", sneddon::name(dimensions[i]),
                                     working_unit(dimensions[i])),
                         "write the unit of the numbers into the head, or give the columns in the "
                         "order that --help names"};
        for (double& value : table.columns[i]) value = value * unit->times / unit->per;
    }
    return std::nullopt;
}

std::vector<FitFlag> unit_flags(const NumberColumns& table, std::span<const Dimension> dimensions) {
    std::string columns;
    for (std::size_t i = 0; i < dimensions.size(); ++i)
        if (unit_of(table, i, dimensions[i]).text.empty())
            columns += fmt::format("{}\"{}\" in {}", columns.empty() ? "" : ", ", table.names[i],
                                   working_unit(dimensions[i]));
    if (columns.empty()) return {};
    return {{"unit-assumed", "no unit in the head: taken as " + columns}};
}

}  // namespace sneddon
