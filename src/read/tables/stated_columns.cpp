#include "read/tables/stated_columns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct StatedColumn {
    std::string_view head, unit;
};

/// The unit is behind the last colon; a head may have colons of its own.
StatedColumn taken_apart(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos) return {trimmed(text), ""};
    return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
}

ColumnMeaning* find_column(std::vector<ColumnMeaning>& columns, std::string_view head) {
    const auto exact = std::ranges::find(columns, head, &ColumnMeaning::head);
    if (exact != columns.end()) return &*exact;
    const auto alike = std::ranges::find_if(columns, [&](const ColumnMeaning& column) {
        return lower_ascii(column.head) == lower_ascii(head);
    });
    return alike == columns.end() ? nullptr : &*alike;
}

Error no_such_head(std::string_view name, std::string_view key, std::string_view head,
                   const std::vector<ColumnMeaning>& columns) {
    std::vector<std::string_view> heads;
    for (const ColumnMeaning& column : columns) heads.push_back(column.head);
    const std::string near = nearest_name(head, heads);
    return {"SND-U062", std::string(name), fmt::format("--column {}={}: no such head", key, head),
            "a head of this table: " + joined(heads, ", "),
            near.empty() ? "" : fmt::format("--column {}='{}'", key, near)};
}

bool is_same(const ColumnMeaning& column, const ColumnKey& key) {
    return column.role == key.role && column.quantity == key.quantity;
}

}  // namespace

std::optional<Error> apply_stated_columns(const ReadOptions& options, std::string_view name,
                                          std::vector<ColumnMeaning>& columns) {
    for (const auto& [key_text, text] : options.columns) {
        const auto key = column_key(key_text);
        if (!key)
            return Error{"SND-U062", "--column", std::string(key_text),
                         "one of " + std::string(column_keys()), ""};
        StatedColumn stated = taken_apart(text);
        ColumnMeaning* column = find_column(columns, stated.head);
        if (column == nullptr) {  // the colon may belong to the head
            column = find_column(columns, trimmed(text));
            stated = {text, ""};
        }
        if (column == nullptr) return no_such_head(name, key_text, taken_apart(text).head, columns);
        const std::string unit(stated.unit.empty() ? std::string_view(column->unit) : stated.unit);
        const auto factor = result_unit(key->kind, unit);
        if (!factor)
            return Error{"SND-U062", std::string(name),
                         unit.empty() ? fmt::format("--column {}={}: the head names no unit",
                                                    key_text, column->head)
                                      : fmt::format("--column {}={}: '{}' is no unit of it",
                                                    key_text, column->head, unit),
                         "a unit behind a colon",
                         fmt::format("--column {}='{}:GPa', or the unit that it has", key_text,
                                     column->head)};
        for (ColumnMeaning& other : columns)
            if (is_same(other, *key)) {
                other.role = ColumnRole::unknown;
                other.quantity.reset();
            }
        column->role = key->role;
        column->quantity = key->quantity;
        column->factor = *factor;
        column->unit = unit;
        column->lacks_unit = false;
    }
    return std::nullopt;
}

}  // namespace sneddon
