// The second row of many exports: no values, but the units of the columns.
#pragma once

#include <string_view>
#include <vector>

namespace sneddon {

/// "nm", "(mN)", "[GPa]", "µm²", "nm/s", "°C", "%", "1/s". UTF-8.
bool is_unit_word(std::string_view cell);

/// "(nm)", "[nm]" -> "nm".
std::string_view without_brackets(std::string_view cell);

/// At least one unit, and nothing but units, empty cells and dashes.
bool is_units_row(const std::vector<std::string_view>& cells);

}  // namespace sneddon
