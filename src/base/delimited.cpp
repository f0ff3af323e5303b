#include "base/delimited.hpp"

#include <algorithm>

#include "sneddon/base/text.hpp"

namespace sneddon {

std::string_view LineCursor::next() {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(position_);
    const auto end = std::find_if(begin, text_.end(), is_line_end);
    const std::string_view line(text_.data() + position_, static_cast<std::size_t>(end - begin));
    position_ += line.size();
    position_ += line_end_length(text_, position_);
    return line;
}

std::vector<std::string_view> cells_of(std::string_view line, char delimiter) {
    std::vector<std::string_view> cells;
    cells.reserve(8);  // most rows have no more
    std::size_t begin = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') is_quoted = !is_quoted;
        if (is_quoted || line[i] != delimiter) continue;
        cells.push_back(line.substr(begin, i - begin));
        begin = i + 1;
    }
    cells.push_back(line.substr(begin));
    return cells;
}

std::string_view unquoted(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = trimmed(cell.substr(1, cell.size() - 2));
    return cell;
}

bool is_blank(std::string_view line, char delimiter) {
    return std::ranges::all_of(line, [&](char c) {
        return c == ' ' || c == '\t' || c == '"' || c == delimiter || c == '\x1A';
    });
}

}  // namespace sneddon
