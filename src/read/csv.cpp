// Plain columns of numbers under heads that name them: tab, semicolon, comma or blanks between the
// cells.
#include <fmt/core.h>

#include "model/no_time.hpp"
#include "read/csv_layout.hpp"
#include "read/csv_side_columns.hpp"
#include "read/readers.hpp"
#include "read/recognised/resembles.hpp"
#include "read/text/clock_time.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/excerpt.hpp"
#include "read/text/stated_units.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// A comma file whose rows have more cells than heads: decimal commas between the commas.
Error width_error(const Source& source, const CsvLayout& layout) {
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

std::string columns_in_words(std::string_view text) {
    const std::string what = resemblance_of_text(open_bytes(text)).what;
    return what.empty() ? "" : ": " + what;
}

std::string_view delimiter_name(char delimiter) {
    switch (delimiter) {
        case '\t':
            return "tabs";
        case ';':
            return "semicolons";
        case ' ':
            return "blanks";
        default:
            return "commas";
    }
}

}  // namespace

bool is_csv(const Opening& opening) {
    if (!opening.is_text) return false;
    const auto layout = find_csv_layout(opening);
    if (!layout) return false;
    return layout->heads.empty() ? layout->cells_in_first_row >= 3 : has_curve_words(layout->heads);
}

Result<FileContent> read_csv(const Source& source) {
    const auto layout = find_csv_layout(open_bytes(source.text));
    if (!layout || layout->heads.empty())
        return Error{"SND-R017", where(source, 0),
                     "columns of numbers without heads" + columns_in_words(source.text),
                     "a first line that names the columns with their units",
                     "put a line like 'time (s);depth (nm);load (mN)' above the numbers"};
    auto columns =
        find_curve_columns(layout->heads, source, layout->head_position, TimeColumn::may_be_absent);
    if (!columns) return columns.error();
    if (layout->has_rows && layout->cells_in_first_row != layout->heads.size() &&
        (layout->cells_in_first_row > layout->heads.size() ||
         (layout->delimiter == ',' && layout->is_narrow)))
        return width_error(source, *layout);

    if (layout->clock_column)
        columns->time.inference = {"unit of time", "clock", layout->clock_evidence};
    Test test;
    TableShape shape;
    shape.columns = layout->heads.size();
    shape.delimiter = layout->delimiter;
    shape.comment = '#';
    shape.short_rows = ShortRows::are_missing;
    shape.clock_column = layout->clock_column;
    shape.may_hold_words.assign(shape.columns, true);
    for (const CurveColumn* column : columns->there()) shape.may_hold_words[column->index] = false;
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
    mark_segment_column(test, layout->heads, body);
    const TestsOfRows tests = find_tests_of_rows(layout->heads, body);
    test.curve = take_curve(body, layout->heads, *columns);
    if (layout->clock_column) count_from_first_row(test.curve.time_s);
    if (auto error = find_empty_curve(test.curve, source, layout->head_position)) return *error;
    if (auto error = settle_units(test, *columns, layout->heads, source, layout->head_position))
        return *error;
    if (!columns->has_time) {
        test.reader_flags.emplace_back(no_time_column);
        columns->time.inference = {"time", "counted, one point a second", "no time column"};
    }
    const std::vector<Inference> units = {columns->load.inference, columns->depth.inference,
                                          columns->time.inference};
    test.inferences.insert(test.inferences.begin(), units.begin(), units.end());
    leave_out_words(test, layout->heads, body);
    FileContent content;
    if (tests.column.empty())
        content.tests.push_back(std::move(test));
    else
        content.tests = split_tests(std::move(test), tests);
    for (Test& each : content.tests) set_position(each);
    return content;
}

}  // namespace sneddon
