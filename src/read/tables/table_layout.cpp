#include "read/tables/table_layout.hpp"

#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "read/recognised/recognised.hpp"
#include "read/text/column_head.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::array delimiters = {'\t', ';', ','};

Cells cells_without_end(std::string_view line, char delimiter) {
    Cells cells = cells_of(line, delimiter);
    while (cells.size() > 1 && unquoted(cells.back()).empty()) cells.pop_back();
    return cells;
}

bool is_number_cell(std::string_view cell) {
    return parse_number(cell).has_value() || parse_number(cell, ',').has_value();
}

std::size_t numbers_in(const Cells& cells) {
    return static_cast<std::size_t>(std::ranges::count_if(
        cells, [](std::string_view cell) { return is_number_cell(unquoted(cell)); }));
}

bool is_row(const Cells& cells, std::size_t heads) {
    const bool is_as_wide = 2 * cells.size() >= heads;
    const auto missing = static_cast<std::size_t>(
        std::ranges::count_if(cells, [](auto cell) { return is_missing_word(unquoted(cell)); }));
    return is_as_wide && numbers_in(cells) + missing >= 2;
}

std::string_view without_brackets(std::string_view unit) {
    unit = unquoted(unit);
    if (unit.size() > 2 && (unit.front() == '[' || unit.front() == '('))
        unit = unit.substr(1, unit.size() - 2);
    return unit;
}

/// A line of units, or of the types of a database.
bool is_line_of_units(const Cells& cells) {
    return numbers_in(cells) == 0 && std::ranges::any_of(cells, [](std::string_view cell) {
               const std::string_view unit = without_brackets(cell);
               return is_result_unit(unit) || is_missing_word(unit);
           });
}

bool is_property(const ColumnMeaning& column) {
    return column.quantity && (*column.quantity == "H_IT_GPa"_q ||
                               *column.quantity == "E_r_GPa"_q || *column.quantity == "E_IT_GPa"_q);
}

bool names_a_time(std::string_view head) {
    return parse_column_head(head).dimension == Dimension::time;
}

std::vector<ColumnMeaning> meanings_of(const Cells& heads, const Cells& units) {
    std::vector<ColumnMeaning> columns;
    for (std::size_t i = 0; i < heads.size(); ++i)
        columns.push_back(meaning_of_column(unquoted(heads[i]),
                                            i < units.size() ? without_brackets(units[i]) : ""));
    return columns;
}

/// The next line with a word in it; lines.size() when there is none.
std::size_t next_line(const Opening& opening, std::size_t line) {
    do ++line;
    while (line < opening.lines.size() && is_blank(opening.lines[line]));
    return line;
}

std::optional<TableLayout> layout_at(const Opening& opening, std::size_t line, char delimiter) {
    const Cells heads = cells_without_end(opening.lines[line], delimiter);
    if (heads.size() < 2 || numbers_in(heads) > 0) return std::nullopt;
    std::size_t body = next_line(opening, line);
    Cells units;
    if (body < opening.lines.size()) {
        const Cells below = cells_of(opening.lines[body], delimiter);
        if (is_line_of_units(below)) {
            units = below;
            body = next_line(opening, body);
        }
    }
    if (body >= opening.lines.size() ||
        !is_row(cells_of(opening.lines[body], delimiter), heads.size()))
        return std::nullopt;
    TableLayout layout;
    layout.delimiter = delimiter;
    layout.columns = meanings_of(heads, units);
    if (std::ranges::none_of(layout.columns, is_property)) return std::nullopt;
    if (std::ranges::any_of(heads, names_a_time)) return std::nullopt;
    const auto position_of = [&](std::size_t at) {
        return static_cast<std::size_t>(opening.lines[at].data() - opening.bytes.data());
    };
    layout.head_position = position_of(line);
    layout.body_position = position_of(body);
    return layout;
}

}  // namespace

std::optional<TableLayout> find_table_layout(const Opening& opening) {
    if (!opening.is_text) return std::nullopt;
    for (std::size_t line = 0; line < opening.lines.size(); ++line)
        for (const char delimiter : delimiters)
            if (auto layout = layout_at(opening, line, delimiter)) return layout;
    return std::nullopt;
}

bool is_table_of_results(const Opening& opening) {
    return is_results_table(opening) || find_table_layout(opening).has_value();
}

}  // namespace sneddon
