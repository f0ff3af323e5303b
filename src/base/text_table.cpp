#include "base/text_table.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"

namespace sneddon {
namespace {

std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        if (row.size() > widths.size()) widths.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    return widths;
}

}  // namespace

std::size_t width(std::string_view text) {
    // Every byte but those that continue a character.
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string text_table(const std::vector<std::vector<std::string>>& rows, std::string_view indent,
                       const std::vector<std::size_t>& right) {
    const auto widths = column_widths(rows);
    std::string text;
    for (const auto& row : rows) {
        std::string line(indent);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width(row[i]), ' ');
            const bool is_right = std::ranges::find(right, i) != right.end();
            line += (i > 0 ? "  " : "") + (is_right ? blanks + row[i] : row[i] + blanks);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string short_number(double value) {
    return is_finite(value) ? fmt::format("{:.6g}", value) : "";
}

}  // namespace sneddon
