// What a column of a table of results is: by its head and its unit, in the languages of
// instruments.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/text/result_units.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

enum class ColumnRole { quantity, x, y, unknown };

struct ColumnMeaning {
    std::string head;  ///< as in the file, as UTF-8, without its unit
    std::string unit;  ///< as in the file; empty: none
    ColumnRole role = ColumnRole::unknown;
    std::optional<QuantityIndex> quantity;
    ResultUnit factor;
    /// The name says which quantity it is, and nothing says in which unit.
    bool lacks_unit = false;
};

/// "HARDNESS (GPa)", "E.GPa.", "HIT [MPa]", "H_IT_GPa", "Eindringhärte / GPa"; `unit` is that of a
/// row of units below the heads, or empty.
ColumnMeaning meaning_of_column(std::string_view head, std::string_view unit);

/// "H", "E", "depth", "X" ... or the id of a quantity, as --column takes them.
struct ColumnKey {
    ColumnRole role = ColumnRole::unknown;
    std::optional<QuantityIndex> quantity;
    ResultKind kind = ResultKind::number;
};
std::optional<ColumnKey> column_key(std::string_view key);

/// The keys, for a message.
std::string_view column_keys();

}  // namespace sneddon
