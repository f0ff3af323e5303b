// The head of a column: what it is and in which unit, in the many ways people write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/text/units.hpp"

namespace sneddon {

struct ColumnHead {
    std::string text;  ///< as in the file, as UTF-8
    std::string name;  ///< without the unit
    std::string unit_text;
    std::optional<Unit> unit;
    /// What the column is, by its name and its unit: "Depth (V)" is no depth. Empty: none of them.
    std::optional<Dimension> dimension;
    /// No word says so: it is the only column in a unit of that dimension.
    bool is_by_unit_alone = false;
};

/// "Load (µN)", "Time [s]", "P/uN", "depth_nm", "Kraft, mN", "Load..mN.", "Fn" ...
ColumnHead parse_column_head(std::string_view cell);

/// Where the words of the heads leave a dimension of the curve without a column and exactly one
/// other column has a unit of it, that column is taken, whatever language its head is in: all three
/// or none.
void claim_by_unit_alone(std::vector<ColumnHead>& heads);

/// Lower-case words and numbers of a name: "X Position" -> "x", "position".
std::vector<std::string> words_of_name(std::string_view name);

std::vector<ColumnHead> parse_column_heads(std::string_view line, char delimiter);

}  // namespace sneddon
