#include "read/text/unread_cell.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/delimited.hpp"
#include "read/text/column_head.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

bool is_read(std::string_view cell) {
    return cell.empty() || parse_number(cell) || parse_number(cell, ',');
}

std::string unread_below(const Opening& opening, std::size_t head_line, char delimiter) {
    const auto heads = parse_column_heads(opening.lines[head_line], delimiter);
    const auto named = std::ranges::count_if(
        heads, [](const ColumnHead& head) { return head.dimension.has_value(); });
    if (named < 2) return "";
    for (std::size_t line = head_line + 1; line < opening.lines.size(); ++line) {
        const auto cells = cells_of(opening.lines[line], delimiter);
        for (std::size_t i = 0; i < std::min(cells.size(), heads.size()); ++i)
            if (heads[i].dimension && !is_read(unquoted(cells[i])))
                return fmt::format("'{}' in row {}, column {}, below '{}'",
                                   excerpt(unquoted(cells[i])), line + 1, i + 1,
                                   excerpt(heads[i].text));
    }
    return "";
}

}  // namespace

std::string first_unread_cell(const Opening& opening) {
    for (std::size_t line = 0; line < opening.lines.size(); ++line)
        for (const char delimiter : {'\t', ';', ','})
            if (std::string cell = unread_below(opening, line, delimiter); !cell.empty())
                return cell;
    return "";
}

}  // namespace sneddon
