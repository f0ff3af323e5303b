// The NanoTest of Micro Materials exports each test without heads: time in s, depth in nm and load
// in mN, six decimals, tabs between them. The first rows, of the approach, all have the time 0.
// File names end in "<number> <x> <y>.txt", the place of the stage in um.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/delimited.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t columns = 3;
constexpr std::array<std::string_view, columns> heads_left_out = {"time (s)", "depth (nm)",
                                                                  "load (mN)"};
constexpr std::size_t decimals = 6;
constexpr std::size_t fewest_rows_at_zero = 3, fewest_rows = 8;

bool has_six_decimals(std::string_view cell) {
    const std::size_t point = cell.find('.');
    return point != std::string_view::npos && cell.size() - point - 1 == decimals &&
           parse_number(cell).has_value();
}

// "1000nmXX 3 7008 -4555.txt"
std::optional<StagePosition> position_in_name(std::string_view name) {
    name = name.substr(name.find_last_of('/') + 1);
    if (!name.ends_with(".txt")) return std::nullopt;
    name.remove_suffix(4);
    const auto words = cells_of(name, ' ');
    if (words.size() < 4) return std::nullopt;
    std::array<double, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string_view word = words[words.size() - numbers.size() + i];
        const auto number = parse_number(word);
        if (!number || word.find_first_not_of("-0123456789") != std::string_view::npos)
            return std::nullopt;
        numbers[i] = *number;
    }
    return StagePosition{numbers[1], numbers[2]};
}

}  // namespace

bool is_nanotest_txt(const Opening& opening) {
    if (!opening.is_text || opening.lines.size() < fewest_rows) return false;
    std::size_t rows = 0, rows_at_zero = 0;
    double time = 0;
    for (const std::string_view line : opening.lines) {
        const auto cells = cells_of(line, '\t');
        if (cells.size() != columns || !std::ranges::all_of(cells, has_six_decimals))
            return rows >= fewest_rows && trimmed(line).empty();
        const double next = *parse_number(cells[0]);
        if (next < time) return false;
        time = next;
        rows_at_zero += time == 0 ? 1 : 0;
        if (++rows == fewest_rows_at_zero && rows_at_zero < fewest_rows_at_zero) return false;
        if (rows == fewest_rows) return true;
    }
    return false;
}

Result<FileContent> read_nanotest_txt(const Source& source) {
    std::vector<ColumnHead> heads;
    for (const std::string_view head : heads_left_out) heads.push_back(parse_column_head(head));
    const auto found = find_curve_columns(heads, source, 0);
    if (!found) return found.error();
    TableShape shape;
    shape.columns = columns;
    TableBody body = read_table_body(source.text, 0, shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, columns);
    Test test;
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file) {
        test.reader_flags.emplace_back("SND-R014");
        test.inferences.push_back({"last row", "left out", "the file ends in the middle of a row"});
    }
    test.curve = take_curve(body, heads, *found);
    if (auto error = find_empty_curve(test.curve, source, 0)) return *error;
    test.inferences.push_back({"columns", "time in s, depth in nm, load in mN",
                               "three columns without heads, as a NanoTest exports them"});
    test.position = position_in_name(source.name);
    if (test.position)
        test.inferences.push_back(
            {"position", fmt::format("{:g}, {:g} um", test.position->x_um, test.position->y_um),
             "the last two numbers of the file's name"});
    FileContent content;
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
