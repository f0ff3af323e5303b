#include "results/export/chosen_csv.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "base/csv_cell.hpp"
#include "base/markup.hpp"
#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// The shortest text of the number that has so many digits.
std::string cell_of(double number, const CsvForm& form) {
    if (!is_finite(number)) return "";
    if (form.digits)
        number = parse_number(fmt::format("{:.{}g}", number, *form.digits)).value_or(nan);
    std::string text = number_text(number);
    if (form.has_decimal_comma) std::ranges::replace(text, '.', ',');
    return text;
}

std::string cell_of(const ShownColumn& column, std::size_t row, const CsvForm& form) {
    if (column.texts != nullptr)
        return csv_cell(valid_utf8((*column.texts)[row]), form.delimiter());
    return column.numbers == nullptr ? "" : cell_of((*column.numbers)[row], form);
}

}  // namespace

void write_chosen_csv(std::ostream& out, const ShownTable& table, const CsvForm& form) {
    const auto write_line = [&](auto cell) {
        std::string line;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) line += form.delimiter();
            line += cell(table.columns[i]);
        }
        // An empty line would be no row.
        out << (line.empty() ? "\"\"" : line) << '\n';
    };
    if (form.has_decimal_comma) out << "\xEF\xBB\xBF";
    write_line([&](const ShownColumn& column) { return csv_cell(column.head, form.delimiter()); });
    for (std::size_t row = 0; row < table.rows; ++row)
        write_line([&](const ShownColumn& column) { return cell_of(column, row, form); });
}

}  // namespace sneddon
