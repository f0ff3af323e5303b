#include "pipeline/tables/property_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <new>
#include <numeric>
#include <utility>

#include "analyse/impossible_values.hpp"
#include "base/nan.hpp"
#include "base/out_of_memory.hpp"
#include "pipeline/repeated_tests.hpp"
#include "read/open_input.hpp"
#include "read/tables/property_table.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array properties = {"H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q};

/// A hardness or a modulus that most rows have: a row without it is no test.
std::vector<const PropertyColumn*> needed_columns(const PropertyTable& table) {
    std::vector<const PropertyColumn*> needed;
    for (const PropertyColumn& column : table.columns) {
        if (std::ranges::count(properties, column.quantity) == 0) continue;
        const auto numbers = std::ranges::count_if(column.values, is_finite);
        if (2 * static_cast<std::size_t>(numbers) >= table.rows) needed.push_back(&column);
    }
    return needed;
}

std::string why_excluded(const std::vector<const PropertyColumn*>& needed, std::size_t i) {
    for (const PropertyColumn* column : needed) {
        const double value = column->values[i];
        if (!is_finite(value)) return fmt::format("no number in column {}", column->head);
        if (!(value > 0))
            return fmt::format("{} = {:.4g} in column {} is not above zero",
                               column->quantity.info().symbol, value, column->head);
    }
    return needed.empty() ? "no column with numbers for most rows" : "";
}

TestRow row_of(const PropertyTable& table, const InputFile& input, const std::string& short_name,
               const std::vector<const PropertyColumn*>& needed, std::size_t i) {
    TestRow row;
    row.source = RowSource::table;
    row.file = input.path;
    row.test = static_cast<int>(i + 1);
    row.test_id = table.rows > 1 ? fmt::format("{}#{}", short_name, i + 1) : short_name;
    if (!table.names.empty()) row.test_name = table.names[i];
    for (const PropertyColumn& column : table.columns)
        row.values[column.quantity] = column.values[i];
    if (!table.x_um.empty() && is_finite(table.x_um[i]) && is_finite(table.y_um[i]))
        row.position = StagePosition{table.x_um[i], table.y_um[i]};
    row.reason = why_excluded(needed, i);
    if (!row.reason.empty()) {
        row.status = Status::excluded;
        return row;
    }
    flag_hardness_and_modulus(row.values, row.flags);
    flag_reach(row.values, input.format, row.flags);
    return row;
}

/// Rows where another row of the table stands: the later of them says so.
void flag_same_places(std::vector<TestRow>& rows, std::size_t first) {
    std::vector<std::size_t> order;
    for (std::size_t i = first; i < rows.size(); ++i)
        if (rows[i].position && rows[i].status == Status::used) order.push_back(i);
    const auto place = [&](std::size_t i) {
        return std::tuple(rows[i].position->x_um, rows[i].position->y_um, i);
    };
    std::ranges::sort(order, {}, place);
    for (std::size_t i = 1; i < order.size(); ++i) {
        const StagePosition& before = *rows[order[i - 1]].position;
        TestRow& row = rows[order[i]];
        if (before.x_um != row.position->x_um || before.y_um != row.position->y_um) continue;
        row.flags.push_back({"SND-G061", nan, nan,
                             fmt::format("stands where {} stands", rows[order[i - 1]].test_id)});
    }
}

std::string without_ending(const std::string& short_name) {
    const std::size_t dot = short_name.rfind('.');
    const std::size_t slash = short_name.rfind('/');
    const bool has_ending =
        dot != short_name.npos && dot > 0 && (slash == short_name.npos || dot > slash);
    return has_ending ? short_name.substr(0, dot) : short_name;
}

/// What stands for the load function: the group that the table names, else the table.
std::string group_name(const PropertyTable& table, const std::string& short_name, std::size_t i) {
    if (table.groups.empty() || table.groups[i].empty()) return without_ending(short_name);
    return table.groups[i];
}

std::string used_columns(const PropertyTable& table) {
    std::string text;
    for (const PropertyColumn& column : table.columns)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", column.quantity.info().symbol);
    return text + (table.x_um.empty() ? ", no positions" : ", x and y");
}

void add_rows(const PropertyTable& table, const std::string& short_name, InputFile& input,
              AnalysedTests& tests, std::vector<Warning>& warnings) {
    const auto needed = needed_columns(table);
    const std::size_t first = tests.rows.size();
    tests.rows.reserve(first + table.rows);
    tests.column_hashes.resize(first, 0);
    std::size_t used = 0;
    std::string first_reason;
    for (std::size_t i = 0; i < table.rows; ++i) {
        if (std::ranges::binary_search(table.summaries, i)) continue;
        TestRow row = row_of(table, input, short_name, needed, i);
        row.load_function = group_name(table, short_name, i);
        used += row.status == Status::used;
        if (row.status != Status::used && first_reason.empty()) first_reason = row.reason;
        tests.rows.push_back(std::move(row));
    }
    // No curve, so that no two can be one.
    tests.column_hashes.resize(tests.rows.size(), column_hash({}, 1));
    flag_same_places(tests.rows, first);
    const std::size_t rows = tests.rows.size() - first;
    input.tests = rows;
    input.columns = table.meanings;
    input.is_companion = false;
    input.status = used > 0 ? Status::used : Status::refused;
    input.reason = used == rows
                       ? ""
                       : fmt::format("{} of {} rows are left out: {}", count_text(rows - used),
                                     count_text(rows), first_reason);
    if (used == 0) input.code = "SND-R056";
    std::string text = fmt::format(
        "{}: {} rows of a table, with {}; the program that wrote it computed them, and "
        "its choices of tip, window and correction cannot be told",
        input.path, count_text(rows), used_columns(table));
    if (used < rows)
        text += fmt::format("; {} left out, the first: {}", count_text(rows - used), first_reason);
    if (!table.summaries.empty())
        text += fmt::format("; {} lines of statistics are no tests",
                            count_text(table.summaries.size()));
    for (const std::string& doubt : table.doubts) text += "; " + doubt;
    warnings.push_back({"SND-G062", text, {}});
}

void refuse(InputFile& input, const Error& error) {
    input.is_companion = false;
    input.status = Status::refused;
    input.reason = message(error);
    input.code = error.code;
}

void take(const StudyPlan& plan, std::size_t i, AnalysedTests& tests,
          std::vector<Warning>& warnings) {
    InputFile& input = tests.inputs[i];
    ReadOptions reading{plan.recipe.units, plan.threads};
    reading.columns = plan.columns_of(i);
    try {
        const auto file = open_path(input.path);
        if (!file) return refuse(input, file.error());
        auto table = read_property_table(file->bytes(), input.path, input.format, reading);
        if (!table) return refuse(input, table.error());
        add_rows(*table, plan.short_names[i], input, tests, warnings);
    } catch (const std::bad_alloc&) {
        refuse(input, out_of_memory(input.path));
    }
}

/// A table in a workbook says which; what else an "excel" companion may be has no rows.
bool may_be_table(const InputFile& input) {
    const bool is_other_book =
        input.format == "excel" && !input.reason.starts_with("table of results");
    return input.is_companion && is_property_format(input.format) && !is_other_book;
}

}  // namespace

std::vector<Warning> take_property_tables(const StudyPlan& plan, AnalysedTests& tests) {
    std::vector<bool> has_curves(plan.studies.facts.size());
    for (std::size_t i = 0; i < tests.inputs.size(); ++i)
        if (tests.inputs[i].tests > 0) has_curves[plan.studies.of_input[i]] = true;
    std::vector<Warning> warnings;
    for (std::size_t i = 0; i < tests.inputs.size(); ++i)
        if (!has_curves[plan.studies.of_input[i]] && may_be_table(tests.inputs[i]))
            take(plan, i, tests, warnings);
    return warnings;
}

}  // namespace sneddon
