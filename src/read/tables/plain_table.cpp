#include "read/tables/plain_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/tables/stated_columns.hpp"
#include "read/tables/table_layout.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array properties = {"H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q};

bool is_property(const ColumnMeaning& column) {
    return column.quantity && std::ranges::count(properties, *column.quantity) > 0;
}

std::string key_of(const ColumnMeaning& column) {
    if (column.role == ColumnRole::x) return "X";
    if (column.role == ColumnRole::y) return "Y";
    if (*column.quantity == "H_IT_GPa"_q) return "H";
    return *column.quantity == "E_r_GPa"_q ? "E_r" : "E";
}

/// A hardness or a modulus in no unit is asked for: GPa and MPa differ by a thousand.
std::optional<Error> find_missing_unit(const std::vector<ColumnMeaning>& columns,
                                       const std::string& place) {
    std::string heads, cure;
    for (const ColumnMeaning& column : columns) {
        if (!is_property(column) || !column.lacks_unit) continue;
        heads += (heads.empty() ? "" : ", ") + column.head;
        cure += fmt::format("{}--column {}='{}:GPa'", cure.empty() ? "" : " ", key_of(column),
                            column.head);
    }
    if (!heads.empty())
        return Error{"SND-R056", place, fmt::format("no unit of {}", heads),
                     "units in the heads or in a row below them",
                     cure + ", with the unit that it is in"};
    if (std::ranges::none_of(columns, is_property))
        return Error{"SND-R056", place, "no column of a hardness or a modulus in its unit",
                     "a column such as 'Hardness (GPa)'",
                     "--column H='HEAD:GPa' --column E='HEAD:GPa'"};
    return std::nullopt;
}

std::string shown(const ColumnMeaning& column) {
    if (column.role == ColumnRole::x) return "x";
    if (column.role == ColumnRole::y) return "y";
    return std::string(column.quantity->info().symbol);
}

/// The first column of a quantity counts; each column says what became of it.
void settle(std::vector<ColumnMeaning>& columns, PropertyTable& table) {
    std::vector<std::string> without_unit;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnMeaning& column = columns[i];
        const std::string what = fmt::format("column {}", column.head);
        if (column.role == ColumnRole::unknown) {
            table.meanings.push_back({what, "not used", "no quantity of this name and unit"});
            continue;
        }
        if (column.lacks_unit) {
            without_unit.push_back(column.head);
            table.meanings.push_back(
                {what, "not used", "it would be " + shown(column) + ", but there is no unit"});
            column.role = ColumnRole::unknown;
            continue;
        }
        const auto before =
            std::find_if(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                         [&](const ColumnMeaning& other) {
                             return other.role == column.role && other.quantity == column.quantity;
                         });
        if (before != columns.begin() + static_cast<std::ptrdiff_t>(i)) {
            table.meanings.push_back(
                {what, "not used", fmt::format("{} is column {}", shown(column), before->head)});
            column.role = ColumnRole::unknown;
            continue;
        }
        table.meanings.push_back(
            {what, shown(column), column.unit.empty() ? "its name" : "in " + column.unit});
    }
    if (!without_unit.empty())
        table.doubts.push_back(
            fmt::format("{} has no unit and is not used: --column X='{}:um', or the like, says it",
                        joined(without_unit, ", "), without_unit.front()));
}

// Tail rows of NanoSuite and others, in English and German.
constexpr std::array<std::string_view, 14> summary_words = {
    "mean", "average", "std", "stdev",  "% cov",  "cov",  "minimum",
    "min",  "maximum", "max", "median", "mittel", "stab", "standard"};

bool says_summary(std::string_view word) {
    const std::string text = lower_ascii(trimmed(word));
    return std::ranges::any_of(summary_words,
                               [&](std::string_view begin) { return text.starts_with(begin); });
}

std::vector<std::size_t> summary_rows(const TableBody& body) {
    std::vector<std::size_t> rows;
    for (const WordFrom& from : body.words)
        if (says_summary(from.word) && (rows.empty() || rows.back() != from.row))
            rows.push_back(from.row);
    return rows;
}

std::vector<double> scaled(std::vector<double> values, const ResultUnit& unit) {
    if (unit.times == 1 && unit.per == 1) return values;
    for (double& value : values) value = value * unit.times / unit.per;
    return values;
}

/// A position in µm.
std::vector<double> place_um(std::vector<double> values, const ResultUnit& unit) {
    for (double& value : values) value = value * unit.times / unit.per / nm_per_um;
    return values;
}

void take_columns(const std::vector<ColumnMeaning>& columns, TableBody& body,
                  PropertyTable& table) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnMeaning& column = columns[i];
        if (column.role == ColumnRole::x)
            table.x_um = place_um(std::move(body.columns[i]), column.factor);
        if (column.role == ColumnRole::y)
            table.y_um = place_um(std::move(body.columns[i]), column.factor);
        if (column.role == ColumnRole::quantity)
            table.columns.push_back(
                {*column.quantity, column.head, scaled(std::move(body.columns[i]), column.factor)});
    }
    if (table.x_um.empty() || table.y_um.empty()) {
        table.x_um.clear();
        table.y_um.clear();
    }
}

}  // namespace

Result<PropertyTable> read_plain_table(const Source& source) {
    const Opening opening = open_bytes(source.text);
    auto layout = find_table_layout(opening);
    const std::string place =
        layout ? where(source, layout->head_position) : std::string(source.name);
    if (!layout)
        return Error{"SND-R056", place, "no line of heads with a hardness or a modulus above rows",
                     "a line such as 'X (um);Y (um);Hardness (GPa);Modulus (GPa)'", ""};
    std::vector<ColumnMeaning>& columns = layout->columns;
    if (auto error = apply_stated_columns(source.options, source.name, columns)) return *error;
    if (auto error = find_missing_unit(columns, place)) return *error;
    const auto mark = decide_decimal_mark(source, layout->body_position, layout->delimiter);
    if (!mark) return mark.error();
    TableShape shape;
    shape.columns = columns.size();
    shape.delimiter = layout->delimiter;
    shape.decimal_mark = *mark;
    shape.comment = '#';
    shape.short_rows = ShortRows::are_missing;
    shape.may_hold_words.assign(shape.columns, true);
    TableBody body = read_table_body(source.text, layout->body_position, shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);
    if (body.rows == 0)
        return Error{"SND-R010", place, "a table of results without a row",
                     "a row per indent below the heads", "export the table again"};
    PropertyTable table;
    table.rows = body.rows;
    table.summaries = summary_rows(body);
    settle(columns, table);
    if (*mark == ',')
        table.meanings.push_back({"decimal mark", "comma", "the numbers of the rows"});
    if (body.is_last_row_cut)
        table.doubts.push_back("the file ends in the middle of a row, which was left out");
    take_columns(columns, body, table);
    return table;
}

}  // namespace sneddon
