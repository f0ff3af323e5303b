#include "read/sheet_text.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_blank_lines = 3;
constexpr std::size_t long_column = 8, fewest_cells = 2;  // of a column beside a long one
constexpr std::size_t most_empty_per_cell = 20, always_empty = 100'000;
constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

// "0,416", "-1,5e-3"
bool has_decimal_comma(std::string_view text) {
    return text.find(',') != std::string_view::npos && text.find('.') == std::string_view::npos &&
           parse_number(text, ',').has_value();
}

/// The place of each column of the sheet in the text.
std::vector<std::size_t> columns_of(const XlsCells& cells) {
    std::vector<std::size_t> filled;
    for (const XlsCell& cell : cells.cells) {
        if (filled.size() <= cell.column) filled.resize(std::size_t{cell.column} + 1);
        ++filled[cell.column];
    }
    const bool has_long =
        std::ranges::any_of(filled, [](std::size_t n) { return n > long_column; });
    std::size_t next = 0;
    for (std::size_t& column : filled) {
        const bool is_kept = column > 0 && (!has_long || column >= fewest_cells);
        column = is_kept ? next++ : no_column;
    }
    return filled;
}

void add_text(std::string_view text, std::string& to) {
    for (const char c : text) to += c == '\t' || c == '\n' || c == '\r' ? ' ' : c == '"' ? '\'' : c;
}

void add_number(double value, bool has_commas, std::string& to) {
    std::string text = number_text(value);
    if (has_commas) std::ranges::replace(text, '.', ',');
    to += text;
}

/// The cells row by row, as programs write them; sorted where another did not.
std::vector<XlsCell> in_order(const XlsCells& cells) {
    const auto is_before = [](const XlsCell& a, const XlsCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    };
    std::vector<XlsCell> sorted = cells.cells;
    if (!std::ranges::is_sorted(sorted, is_before)) std::ranges::stable_sort(sorted, is_before);
    return sorted;
}

}  // namespace

std::optional<std::string> sheet_text(const Workbook& book, const XlsCells& cells) {
    const std::vector<std::size_t> columns = columns_of(cells);
    const bool has_commas = std::ranges::any_of(cells.cells, [&](const XlsCell& cell) {
        return cell.text != 0 && has_decimal_comma(trimmed(book.text(cells, cell)));
    });
    std::string text;
    std::uint32_t row = 0;
    std::size_t column = 0, empty = 0;
    for (const XlsCell& cell : in_order(cells)) {
        const std::size_t place = columns[cell.column];
        if (place == no_column) continue;
        if (cell.row != row) {
            const std::size_t lines = std::min<std::size_t>(cell.row - row, most_blank_lines + 1);
            text.append(lines, '\n');
            row = cell.row;
            column = 0;
        }
        if (place > column) {
            text.append(place - column, '\t');
            empty += place - column - 1;
            column = place;
        }
        if (empty > always_empty + most_empty_per_cell * cells.cells.size()) return std::nullopt;
        if (cell.text != 0)
            add_text(trimmed(book.text(cells, cell)), text);
        else
            add_number(cell.number, has_commas, text);
    }
    if (!text.empty()) text += '\n';
    return text;
}

}  // namespace sneddon
