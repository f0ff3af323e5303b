#include "read/csv_layout.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "base/minus.hpp"
#include "read/text/clock_time.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array delimiters = {'\t', ';', ','};
constexpr std::array row_delimiters = {'\t', ';', ',', ' '};

bool is_comment(std::string_view line) {
    line = trimmed(line);
    return line.starts_with('#') || line.starts_with("//") || line.starts_with('%');
}

// "sep=;" on the first line is a word to Excel.
bool is_separator_line(std::string_view line) {
    return lower_ascii(trimmed(line)).starts_with("sep=") && trimmed(line).size() == 5;
}

// Runs of blanks divide; "time (s)" stays together.
std::vector<std::string_view> blank_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    for (const std::string_view cell : cells_of(trimmed(line), ' ')) {
        if (cell.empty()) continue;
        const bool is_unit = !cells.empty() && (cell.front() == '(' || cell.front() == '[');
        if (is_unit)
            cells.back() = {
                cells.back().data(),
                static_cast<std::size_t>(cell.data() - cells.back().data()) + cell.size()};
        else
            cells.push_back(cell);
    }
    return cells;
}

std::vector<std::string_view> row_cells(std::string_view line, char delimiter) {
    if (delimiter == ' ') return blank_cells(line);
    auto cells = cells_of(line, delimiter);
    while (cells.size() > 1 && unquoted(cells.back()).empty()) cells.pop_back();
    return cells;
}

// Digits in groups count too: refusing them needs a row to refuse.
bool is_number(std::string_view cell) {
    if (parse_number(cell) || parse_number(cell, ',') || is_missing_word(cell)) return true;
    cell.remove_prefix(minus_length(cell));
    if (cell.empty()) return false;
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

// What databases and LabVIEW write below heads: the type of a column, or that it has no unit.
bool is_type_word(std::string_view cell) {
    static constexpr std::array<std::string_view, 14> words = {
        "integer", "int",  "float",   "double", "real", "number", "string",
        "text",    "bool", "boolean", "none",   "-",    "n/a",    "datetime"};
    return std::ranges::find(words, lower_ascii(unquoted(cell))) != words.end();
}

bool is_type_row(std::string_view line) {
    return std::ranges::any_of(delimiters, [&](char delimiter) {
        const auto cells = row_cells(line, delimiter);
        return cells.size() > 1 && std::ranges::all_of(cells, is_type_word);
    });
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
        if (!unit.empty() && !is_type_word(unit)) cell += fmt::format(" ({})", unit);
        heads.push_back(parse_column_head(cell));
    }
    return heads;
}

// The lines above the first row: one of names, or names and units. A commented line counts.
CsvLayout layout_above(const Opening& opening, std::vector<std::size_t> above, char delimiter) {
    CsvLayout layout;
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
        claim_by_unit_alone(layout.heads);
        return layout;
    }
    for (const std::string_view cell : row_cells(text_of(last), delimiter))
        layout.heads.push_back(parse_column_head(cell));
    claim_by_unit_alone(layout.heads);
    return layout;
}

bool has_whole_curve(const std::vector<ColumnHead>& heads) {
    return std::ranges::all_of(
        std::array{Dimension::load, Dimension::depth, Dimension::time}, [&](Dimension wanted) {
            return std::ranges::count(heads, std::optional(wanted), &ColumnHead::dimension) > 0;
        });
}

// A column of times whose cells are a clock's: the clock is the unit.
void tell_clock(CsvLayout& layout, const std::vector<std::string_view>& cells) {
    for (std::size_t i = 0; i < std::min(cells.size(), layout.heads.size()); ++i) {
        ColumnHead& head = layout.heads[i];
        if (head.dimension != Dimension::time || !parse_clock_s(unquoted(cells[i]))) continue;
        head.unit = parse_unit("s");
        layout.clock_column = i;
        layout.clock_evidence =
            fmt::format("times like '{}' in column '{}'", unquoted(cells[i]), head.text);
        return;
    }
}

// What a number begins with, whatever its unit or mark: "-1.5 nm", "00:00:01".
bool begins_like_a_number(std::string_view cell) {
    cell.remove_prefix(minus_length(cell));
    while (!cell.empty() && std::string_view("+-.,").find(cell.front()) != std::string_view::npos)
        cell.remove_prefix(1);
    return !cell.empty() && cell.front() >= '0' && cell.front() <= '9';
}

// Under heads that name two quantities of a curve and more: one of these cells looks like a number.
// Words in the other columns are no trouble, and a cell that cannot be read is named by the reader
// of the rows.
bool is_row_under(const CsvLayout& layout, std::string_view line) {
    const auto cells = row_cells(line, layout.delimiter);
    const auto width = std::max(cells.size(), cells_of(line, layout.delimiter).size());
    if (width < layout.heads.size() || is_unit_row(line, layout.delimiter)) return false;
    std::size_t named = 0, numbers = 0;
    for (std::size_t i = 0; i < layout.heads.size(); ++i) {
        if (!layout.heads[i].dimension) continue;
        ++named;
        if (i < cells.size() && begins_like_a_number(unquoted(cells[i]))) ++numbers;
    }
    return named >= 2 && numbers > 0;
}

bool has_number(std::string_view line, char delimiter) {
    return std::ranges::any_of(row_cells(line, delimiter), [](std::string_view cell) {
        return begins_like_a_number(unquoted(cell));
    });
}

}  // namespace

bool has_curve_words(const std::vector<ColumnHead>& heads) {
    return std::ranges::count_if(
               heads, [](const ColumnHead& head) { return head.dimension.has_value(); }) >= 1;
}

std::optional<CsvLayout> find_csv_layout(const Opening& opening) {
    std::vector<std::size_t> above;  // lines that are neither blank nor rows
    for (std::size_t i = 0; i < opening.lines.size(); ++i) {
        const std::string_view line = opening.lines[i];
        if (is_blank(line) || is_separator_line(line)) continue;
        const bool has_words = !is_comment(line) || line.find_first_not_of("#/% \t") != line.npos;
        for (const char delimiter : row_delimiters) {
            if (is_comment(line)) continue;
            const bool is_numbers = is_number_row(line, delimiter);
            // Heads are read only where there can be a row under them: it takes most of the time.
            if (!is_numbers && !has_number(line, delimiter)) continue;
            CsvLayout layout = layout_above(opening, above, delimiter);
            if (!is_numbers && !is_row_under(layout, line)) continue;
            // In prose blanks divide too: a head for each number, and a whole curve among them.
            const bool is_prose = layout.heads.size() != row_cells(line, delimiter).size() ||
                                  !has_whole_curve(layout.heads);
            if (delimiter == ' ' && is_prose) continue;
            layout.has_rows = true;
            layout.cells_in_first_row = row_cells(line, delimiter).size();
            layout.is_narrow = cells_of(line, delimiter).size() < layout.heads.size();
            tell_clock(layout, row_cells(line, delimiter));
            layout.body_position = static_cast<std::size_t>(line.data() - opening.bytes.data());
            return layout;
        }
        if (has_words && !is_type_row(line)) above.push_back(i);
    }
    // Nothing but heads: a table that was cut off. In a longer text such a line is prose.
    if (above.empty() || above.size() > 2) return std::nullopt;
    for (const char delimiter : delimiters) {
        const CsvLayout layout = layout_above(opening, above, delimiter);
        if (layout.heads.size() >= 2 && has_curve_words(layout.heads)) return layout;
    }
    return std::nullopt;
}

}  // namespace sneddon
