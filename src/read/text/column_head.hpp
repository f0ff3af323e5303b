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
};

/// "Load (µN)", "Time [s]", "P/uN", "depth_nm", "Kraft, mN", "Load..mN.", "Fn" ...
ColumnHead parse_column_head(std::string_view cell);

std::vector<ColumnHead> parse_column_heads(std::string_view line, char delimiter);

}  // namespace sneddon
