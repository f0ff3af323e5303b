// Plain columns of numbers under heads that name them: tab, semicolon or comma between the cells.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array delimiters = {'\t', ';', ','};

struct Layout {
    char delimiter = ',';
    std::vector<ColumnHead> heads;  // empty: numbers without heads
    std::size_t head_position = 0;
    std::size_t body_position = 0;
    std::size_t cells_in_first_row = 0;
    bool has_rows = false;
};

bool is_comment(std::string_view line) {
    line = trimmed(line);
    return line.starts_with('#') || line.starts_with("//") || line.starts_with('%');
}

// "sep=;" on the first line is a word to Excel.
bool is_separator_line(std::string_view line) {
    return lower_ascii(trimmed(line)).starts_with("sep=") && trimmed(line).size() == 5;
}

std::vector<std::string_view> row_cells(std::string_view line, char delimiter) {
    auto cells = cells_of(line, delimiter);
    while (cells.size() > 1 && unquoted(cells.back()).empty()) cells.pop_back();
    return cells;
}

// Digits in groups count too: refusing them needs a row to refuse.
bool is_number(std::string_view cell) {
    if (parse_number(cell) || parse_number(cell, ',') || is_missing_word(cell)) return true;
    if (cell.front() == '-' || cell.front() == '+') cell.remove_prefix(1);
    return !cell.empty() && cell.find_first_not_of("0123456789.,") == std::string_view::npos;
}

// Two numbers or more and nothing else.
bool is_number_row(std::string_view line, char delimiter) {
    const auto cells = row_cells(line, delimiter);
    std::size_t numbers = 0;
    for (const std::string_view cell : cells) {
        const std::string_view text = unquoted(cell);
        if (!text.empty() && !is_number(text)) return false;
        if (!text.empty()) ++numbers;
    }
    return numbers >= 2;
}

// "nm;mN;s" or "[nm],[mN],[s]": a second row of heads. Words may stand beside units of columns that
// are of no interest here, but at least two cells are units that are known.
bool is_unit_row(std::string_view line, char delimiter) {
    const auto cells = row_cells(line, delimiter);
    return std::ranges::count_if(cells, [](std::string_view cell) {
               std::string_view unit = unquoted(cell);
               if (unit.size() > 2 && (unit.front() == '[' || unit.front() == '('))
                   unit = unit.substr(1, unit.size() - 2);
               return parse_unit(unit).has_value();
           }) >= 2;
}

std::vector<ColumnHead> heads_with_units(std::string_view names, std::string_view units,
                                         char delimiter) {
    const auto name_cells = row_cells(names, delimiter), unit_cells = row_cells(units, delimiter);
    std::vector<ColumnHead> heads;
    for (std::size_t i = 0; i < name_cells.size(); ++i) {
        std::string cell(unquoted(name_cells[i]));
        std::string_view unit = i < unit_cells.size() ? unquoted(unit_cells[i]) : "";
        if (unit.size() > 2 && (unit.front() == '[' || unit.front() == '('))
            unit = unit.substr(1, unit.size() - 2);
        if (!unit.empty()) cell += fmt::format(" ({})", unit);
        heads.push_back(parse_column_head(cell));
    }
    return heads;
}

bool has_curve_words(const std::vector<ColumnHead>& heads) {
    return std::ranges::count_if(
               heads, [](const ColumnHead& head) { return head.dimension.has_value(); }) >= 1;
}

// The lines above the first row: one of names, or names and units. A commented line counts.
Layout layout_above(const Opening& opening, std::vector<std::size_t> above, char delimiter) {
    Layout layout;
    layout.delimiter = delimiter;
    if (above.empty()) return layout;
    const auto position_of = [&](std::size_t line) {
        return static_cast<std::size_t>(opening.lines[line].data() - opening.bytes.data());
    };
    const auto text_of = [&](std::size_t line) {
        std::string_view text = opening.lines[line];
        if (is_comment(text)) text.remove_prefix(text.find_first_not_of("#/% \t"));
        return text;
    };
    const std::size_t last = above.back();
    layout.head_position = position_of(last);
    if (above.size() > 1 && is_unit_row(text_of(last), delimiter)) {
        const std::size_t names = above[above.size() - 2];
        layout.head_position = position_of(names);
        layout.heads = heads_with_units(text_of(names), text_of(last), delimiter);
        return layout;
    }
    for (const std::string_view cell : row_cells(text_of(last), delimiter))
        layout.heads.push_back(parse_column_head(cell));
    return layout;
}

std::optional<Layout> find_layout(const Opening& opening) {
    std::vector<std::size_t> above;  // lines that are neither blank nor rows
    for (std::size_t i = 0; i < opening.lines.size(); ++i) {
        const std::string_view line = opening.lines[i];
        if (is_blank(line) || is_separator_line(line)) continue;
        const bool has_words = !is_comment(line) || line.find_first_not_of("#/% \t") != line.npos;
        for (const char delimiter : delimiters) {
            if (is_comment(line) || !is_number_row(line, delimiter)) continue;
            Layout layout = layout_above(opening, above, delimiter);
            layout.has_rows = true;
            layout.cells_in_first_row = row_cells(line, delimiter).size();
            layout.body_position = static_cast<std::size_t>(line.data() - opening.bytes.data());
            return layout;
        }
        if (has_words) above.push_back(i);
    }
    // Nothing but heads: a table that was cut off. In a longer text such a line is prose.
    if (above.empty() || above.size() > 2) return std::nullopt;
    for (const char delimiter : delimiters) {
        const Layout layout = layout_above(opening, above, delimiter);
        if (layout.heads.size() >= 2 && has_curve_words(layout.heads)) return layout;
    }
    return std::nullopt;
}

// A comma file whose rows have more cells than heads: decimal commas between the commas.
Error width_error(const Source& source, const Layout& layout) {
    const std::string line = excerpt(source.text, layout.body_position);
    if (layout.delimiter == ',' && layout.cells_in_first_row > layout.heads.size())
        return {"SND-R019", where(source, layout.body_position),
                fmt::format("{} cells under {} heads in '{}': commas between the cells and inside "
                            "the numbers",
                            layout.cells_in_first_row, layout.heads.size(), line),
                "one comma between two numbers and points inside them",
                "export with semicolons or tabs between the columns, or with a decimal point"};
    return {"SND-R012", where(source, layout.body_position),
            fmt::format("{} cells under {} heads in '{}'", layout.cells_in_first_row,
                        layout.heads.size(), line),
            "one head per column", "give every column a head"};
}

std::string_view delimiter_name(char delimiter) {
    return delimiter == '\t' ? "tabs" : delimiter == ';' ? "semicolons" : "commas";
}

}  // namespace

bool is_csv(const Opening& opening) {
    if (!opening.is_text) return false;
    const auto layout = find_layout(opening);
    if (!layout) return false;
    return layout->heads.empty() ? layout->cells_in_first_row >= 3 : has_curve_words(layout->heads);
}

Result<FileContent> read_csv(const Source& source) {
    const auto layout = find_layout(open_bytes(source.text));
    if (!layout || layout->heads.empty())
        return Error{"SND-R017", where(source, 0), "columns of numbers without heads",
                     "a first line that names the columns with their units",
                     "put a line like 'time (s);depth (nm);load (mN)' above the numbers"};
    auto columns = find_curve_columns(layout->heads, source, layout->head_position);
    if (!columns) return columns.error();
    if (layout->has_rows && layout->cells_in_first_row != layout->heads.size() &&
        (layout->cells_in_first_row > layout->heads.size() || layout->delimiter == ','))
        return width_error(source, *layout);

    Test test;
    for (const CurveColumn* column : {&columns->load, &columns->depth, &columns->time})
        test.inferences.push_back(column->inference);
    TableShape shape;
    shape.columns = layout->heads.size();
    shape.delimiter = layout->delimiter;
    shape.comment = '#';
    shape.short_rows = ShortRows::are_missing;
    TableBody body;
    body.columns.resize(shape.columns);
    if (layout->has_rows) {
        const auto mark = decide_decimal_mark(source, layout->body_position, layout->delimiter);
        if (!mark) return mark.error();
        shape.decimal_mark = *mark;
        if (*mark == ',')
            test.inferences.push_back(
                {"decimal mark", "comma",
                 fmt::format("columns are separated by {}", delimiter_name(layout->delimiter))});
        body = read_table_body(source.text, layout->body_position, shape);
    }
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file) {
        test.reader_flags.emplace_back("SND-R014");
        test.inferences.push_back({"last row", "left out", "the file ends in the middle of a row"});
    }
    mark_blocks(test, body);
    test.curve = take_curve(body, layout->heads, *columns);
    if (auto error = find_empty_curve(test.curve, source, layout->head_position)) return *error;
    FileContent content;
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
