#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/results_table.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct KnownColumn {
    std::string_view head;  ///< before the bracket
    std::string_view id;    ///< of our quantity
};
constexpr std::array known_columns = {
    KnownColumn{"hc", "h_c_nm"},     KnownColumn{"Pmax", "F_max_uN"},
    KnownColumn{"S", "S_uN_per_nm"}, KnownColumn{"heff", "h_max_nm"},
    KnownColumn{"Er", "E_r_GPa"},    KnownColumn{"H", "H_IT_GPa"},
    KnownColumn{"hf", "h_p_nm"},     KnownColumn{"m", "m"},
};

struct Column {
    enum class Kind { file, value, x_mm, y_mm, none } kind = Kind::none;
    std::string id, unit;
};

Column column_of(std::string_view head) {
    const std::size_t bracket = head.find('(');
    const std::string_view name = trimmed(head.substr(0, bracket));
    if (name == "File") return {Column::Kind::file, "", ""};
    if (name == "X") return {Column::Kind::x_mm, "", ""};
    if (name == "Y") return {Column::Kind::y_mm, "", ""};
    if (name == "hmax" || name.empty()) return {};
    if (name == "A" && bracket != std::string_view::npos)
        return {Column::Kind::value, "A_p_nm2", ""};
    if (name == "A") return {Column::Kind::value, "factor A of the power law", ""};
    for (const KnownColumn& known : known_columns)
        if (name == known.head) return {Column::Kind::value, std::string(known.id), ""};
    std::string unit;
    if (bracket != std::string_view::npos)
        unit = text_utf8(head.substr(bracket + 1, head.find(')', bracket) - bracket - 1));
    return {Column::Kind::value, text_utf8(name), unit};
}

VendorTableRow row_of(const std::vector<std::string_view>& cells,
                      const std::vector<Column>& columns) {
    VendorTableRow row;
    std::optional<double> x_mm, y_mm;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        const Column& column = columns[i];
        const auto number = parse_number(cells[i]);
        const bool is_number = number && is_finite(*number);
        if (column.kind == Column::Kind::file) row.file = text_utf8(unquoted(cells[i]));
        if (column.kind == Column::Kind::x_mm && is_number) x_mm = number;
        if (column.kind == Column::Kind::y_mm && is_number) y_mm = number;
        if (column.kind == Column::Kind::value && is_number)
            row.values.push_back({column.id, column.unit, *number, 1});
    }
    if (x_mm && y_mm) row.position = StagePosition{um_per_mm * *x_mm, um_per_mm * *y_mm};
    return row;
}

}  // namespace

Result<std::vector<VendorTableRow>> read_results_table(std::string_view bytes,
                                                       std::string_view name) {
    std::vector<VendorTableRow> rows;
    std::vector<Column> columns;
    for (LineCursor lines(bytes); !lines.is_at_end();) {
        const std::string_view line = lines.next();
        if (is_blank(line)) continue;
        const auto cells = cells_of(line, '\t');
        if (columns.empty()) {
            if (trimmed(cells[0]) != "File") continue;
            for (const std::string_view cell : cells) columns.push_back(column_of(trimmed(cell)));
            continue;
        }
        rows.push_back(row_of(cells, columns));
    }
    if (!rows.empty()) return rows;
    return Error{"SND-R010", std::string(name), "a results table without rows",
                 "a line of heads that begins with File, and rows", ""};
}

}  // namespace sneddon
