#include "base/csv_cell.hpp"

#include <algorithm>

namespace sneddon {
namespace {

/// Apostrophes or none, then a character that begins a formula.
bool is_like_formula(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of('\''), text.size());
    return first < text.size() &&
           std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string cell = is_like_formula(text) ? "'" : "";
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    return quoted + "\"";
}

std::string_view text_of_csv_cell(std::string_view cell) {
    const bool is_marked = cell.starts_with('\'') && is_like_formula(cell.substr(1));
    return is_marked ? cell.substr(1) : cell;
}

}  // namespace sneddon
