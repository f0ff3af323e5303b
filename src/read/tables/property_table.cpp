#include "read/tables/property_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/container/gz_file.hpp"
#include "read/container/workbook.hpp"
#include "read/results_table.hpp"
#include "read/sheet_text.hpp"
#include "read/tables/plain_table.hpp"
#include "read/text/result_units.hpp"
#include "read/workbook_results.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 5> formats_of_tables = {
    "results-table", "hysitron-results", "antonpaar-results", "femtotools-map", "excel"};

/// "S_300mN_12" of a list by Anton Paar: the group of the test.
std::string group_of(const std::string& name) {
    const std::size_t line = name.rfind('_');
    return line == name.npos ? "" : name.substr(0, line);
}

std::string stem_of(const std::string& name) {
    return name.substr(0, name.rfind('.'));
}

PropertyColumn& column_of(PropertyTable& table, QuantityIndex quantity, std::size_t rows) {
    const auto known = std::ranges::find(table.columns, quantity, &PropertyColumn::quantity);
    if (known != table.columns.end()) return *known;
    table.columns.push_back(
        {quantity, std::string(quantity.info().id), std::vector<double>(rows, nan)});
    table.meanings.push_back({"column " + std::string(quantity.info().id),
                              std::string(quantity.info().symbol),
                              "as the vendor's table names it"});
    return table.columns.back();
}

/// A report by Anton Paar has X and Y among its results.
bool take_place(const VendorValue& value, std::size_t row, PropertyTable& table) {
    if (value.id != "X" && value.id != "Y") return false;
    const auto unit = result_unit(ResultKind::length, value.unit);
    if (!unit) return false;
    (value.id == "X" ? table.x_um : table.y_um)[row] =
        value.value * unit->times / unit->per / nm_per_um;
    return true;
}

/// What a vendor's own reader gave: the values that are ours, by their quantities.
PropertyTable table_of(const std::vector<VendorTableRow>& rows) {
    PropertyTable table;
    table.rows = rows.size();
    table.x_um.assign(rows.size(), nan);
    table.y_um.assign(rows.size(), nan);
    std::map<std::string, std::string> not_used;
    bool has_places = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const VendorValue& value : rows[i].values) {
            if (take_place(value, i, table)) {
                has_places = true;
                continue;
            }
            const auto quantity = find_quantity(value.id);
            if (!quantity) {
                not_used[value.id] = value.unit;
                continue;
            }
            // Of two methods (O&P, tangent) the first that has a number.
            double& cell = column_of(table, *quantity, rows.size()).values[i];
            if (is_nan(cell)) cell = value.value;
        }
        if (rows[i].position) {
            has_places = true;
            table.x_um[i] = rows[i].position->x_um;
            table.y_um[i] = rows[i].position->y_um;
        }
        table.names.push_back(rows[i].file);
    }
    for (const auto& [id, unit] : not_used)
        table.meanings.push_back(
            {"column " + id, "not used", unit.empty() ? "no quantity of this name" : "in " + unit});
    if (!has_places) {
        table.x_um.clear();
        table.y_um.clear();
    }
    return table;
}

/// FemtoTools writes µm and does not say so.
ReadOptions with_places_in_um(const ReadOptions& options) {
    ReadOptions stated = options;
    stated.columns.emplace("X", "X:um");
    stated.columns.emplace("Y", "Y:um");
    return stated;
}

/// A sheet of one row per indent, as text.
Result<PropertyTable> table_of_book(std::string_view bytes, std::string_view name,
                                    const ReadOptions& options) {
    if (const auto rows = read_workbook_results(bytes, name); rows && !rows->empty())
        return table_of(*rows);
    const auto book = Workbook::open(bytes, name);
    if (!book) return book.error();
    std::optional<Error> first_error;
    for (const XlsSheet& sheet : book->sheets()) {
        const auto cells = book->cells(sheet);
        if (!cells) return cells.error();
        const auto text = sheet_text(*book, *cells);
        if (!text) continue;
        auto table = read_plain_table({*text, name, options});
        if (table) return table;
        if (!first_error) first_error = table.error();
    }
    return first_error ? *first_error
                       : Error{"SND-R010", std::string(name), "a workbook without a sheet of rows",
                               "a sheet with a row per indent", ""};
}

bool is_without_property(const PropertyTable& table) {
    return std::ranges::none_of(table.columns, [](const PropertyColumn& column) {
        return column.quantity == "H_IT_GPa"_q || column.quantity == "E_r_GPa"_q ||
               column.quantity == "E_IT_GPa"_q;
    });
}

Result<PropertyTable> table_of_vendor(std::string_view bytes, std::string_view name,
                                      std::string_view format) {
    const bool is_list = format == "antonpaar-results";
    const auto rows = is_list ? read_antonpaar_list(bytes, name) : read_results_table(bytes, name);
    if (!rows) return rows.error();
    PropertyTable table = table_of(*rows);
    for (const VendorTableRow& row : *rows)
        table.groups.push_back(is_list ? group_of(row.file) : stem_of(row.file));
    if (is_without_property(table))
        return Error{"SND-R056", std::string(name), "no column of a hardness or a modulus",
                     "a table of results with one", ""};
    return table;
}

}  // namespace

bool is_property_format(std::string_view format) {
    return std::ranges::find(formats_of_tables, format) != formats_of_tables.end();
}

Result<PropertyTable> read_property_table(std::string_view bytes, std::string_view name,
                                          std::string_view format, const ReadOptions& options) {
    if (is_gz_file(bytes)) {
        const auto unpacked = unpack_gz(bytes, name, PackedExtent::whole, 0);
        if (!unpacked) return unpacked.error();
        return read_property_table(*unpacked, name, format, options);
    }
    if (format == "excel") return table_of_book(bytes, name, options);
    if (format == "hysitron-results" || format == "antonpaar-results")
        return table_of_vendor(bytes, name, format);
    const EncodingFound encoding = find_encoding(bytes);
    const std::string_view text = bytes.substr(encoding.mark_length);
    const ReadOptions stated =
        format == "femtotools-map" ? with_places_in_um(options) : ReadOptions(options);
    if (encoding.encoding != Encoding::utf16le && encoding.encoding != Encoding::utf16be)
        return read_plain_table({text, name, stated});
    const std::string decoded = utf16_to_utf8(text, encoding.encoding);
    return read_plain_table({decoded, name, stated});
}

}  // namespace sneddon
