// Columns of text of one width each, for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// Characters of UTF-8, each taken as one place wide.
std::size_t width(std::string_view text);

/// Rows of cells, two blanks between columns, each line indented; columns in `right` are set flush
/// right, no blanks at the ends of lines.
std::string text_table(const std::vector<std::vector<std::string>>& rows, std::string_view indent,
                       const std::vector<std::size_t>& right = {});

/// Six significant digits, "" for NaN: 12345.7, 0.0123457, 1.2e-07.
std::string short_number(double value);

}  // namespace sneddon
