// tests.csv can have 10^6 rows: one pass, a column becomes text at its first cell that is no
// number.
#include "results/column_table.hpp"

#include <algorithm>

#include "base/csv_cell.hpp"
#include "base/nan.hpp"
#include "results/columns.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct ColumnCells {
    std::vector<double> numbers;
    std::vector<std::string> texts;
    bool is_text = false;
};

bool holds_names(std::string_view head) {
    return std::ranges::any_of(first_columns, [&](const Column& column) {
        return column.kind == ColumnKind::text && column.head == head;
    });
}

void become_text(ColumnCells& column) {
    column.is_text = true;
    for (const double number : column.numbers) column.texts.push_back(number_text(number));
    column.numbers = {};
}

void add_cell(ColumnCells& column, std::string_view cell) {
    if (column.is_text) {
        column.texts.emplace_back(text_of_csv_cell(cell));
        return;
    }
    if (cell.empty()) {
        column.numbers.push_back(nan);
        return;
    }
    if (const auto number = parse_number(cell)) {
        column.numbers.push_back(*number);
        return;
    }
    become_text(column);
    column.texts.emplace_back(text_of_csv_cell(cell));
}

}  // namespace

const std::vector<double>* ColumnTable::number(std::string_view head) const {
    const auto found = numbers.find(head);
    return found == numbers.end() ? nullptr : &found->second;
}

std::string_view ColumnTable::text(std::string_view head, std::size_t row) const {
    const auto found = texts.find(head);
    return found == texts.end() ? std::string_view() : std::string_view(found->second[row]);
}

ColumnTable parse_column_table(std::string_view csv) {
    ColumnTable table;
    CsvCells cells(csv);
    std::vector<ColumnCells> columns;
    while (!cells.is_at_end()) {
        table.heads.emplace_back(text_of_csv_cell(cells.next()));
        columns.emplace_back().is_text = holds_names(table.heads.back());
        if (cells.is_line_end()) break;
    }
    while (!cells.is_at_end()) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool has_cell = i == 0 || !cells.is_line_end();
            add_cell(columns[i], has_cell ? cells.next() : std::string_view());
        }
        while (!cells.is_line_end() && !cells.is_at_end()) cells.next();
        ++table.rows;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].is_text)
            table.texts[table.heads[i]] = std::move(columns[i].texts);
        else
            table.numbers[table.heads[i]] = std::move(columns[i].numbers);
    }
    return table;
}

}  // namespace sneddon
