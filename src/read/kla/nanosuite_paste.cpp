// Curves pasted side by side from Analyst, two columns each and no time:
//   Specimen: 1                 Specimen: 1      Specimen: 2 ...
//   Displacement Into Surface   Load On Sample   ...
//   nm                          mN               ...
// Shorter curves leave cells empty.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "model/no_time.hpp"
#include "read/kla/whole_number.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/test_without_curve.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view label = "Specimen: ";
using Cells = std::vector<std::string_view>;

struct PastedCurve {
    std::string name;
    std::vector<std::size_t> columns;
};

std::vector<PastedCurve> curves_of(const Cells& names) {
    std::vector<PastedCurve> curves;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = text_utf8(trimmed(names[i]));
        if (name.empty()) continue;
        if (curves.empty() || curves.back().name != name) curves.push_back({name, {}});
        curves.back().columns.push_back(i);
    }
    return curves;
}

std::vector<ColumnHead> heads_of(const PastedCurve& curve, const Cells& names, const Cells& units) {
    std::vector<ColumnHead> heads;
    for (const std::size_t i : curve.columns) {
        const std::string_view name = i < names.size() ? trimmed(names[i]) : "";
        const std::string_view unit = i < units.size() ? trimmed(units[i]) : "";
        heads.push_back(parse_column_head(unit.empty() ? std::string(name)
                                                       : fmt::format("{} ({})", name, unit)));
    }
    return heads;
}

/// The columns of one curve, as long as it is.
TableBody part_of(const TableBody& whole, const std::vector<std::size_t>& columns) {
    TableBody part;
    for (const std::size_t i : columns) {
        part.columns.push_back(whole.columns[i]);
        for (std::size_t row = whole.rows; row > part.rows; --row)
            if (!std::isnan(part.columns.back()[row - 1])) {
                part.rows = row;
                break;
            }
    }
    for (auto& column : part.columns) column.resize(part.rows);
    return part;
}

Result<Test> test_of(const PastedCurve& curve, const std::vector<ColumnHead>& heads,
                     const TableBody& body, const Source& source) {
    const auto columns = find_curve_columns(heads, source, 0, TimeColumn::may_be_absent);
    if (!columns) return columns.error();
    TableBody part = part_of(body, curve.columns);
    Test test;
    test.name = curve.name;
    const std::string_view digits = std::string_view(curve.name).substr(label.size());
    test.number = whole_number(digits).value_or(0);
    test.curve = take_curve(part, heads, *columns);
    if (auto error = find_empty_curve(test.curve, source, 0)) return *error;
    for (const CurveColumn* column : columns->there()) test.inferences.push_back(column->inference);
    if (!columns->has_time) {
        test.reader_flags.emplace_back(no_time_column);
        test.inferences.push_back({"time", "counted, one point a second", "no time column"});
    }
    return test;
}

// Where two have one number, or one none, they are counted.
void number_tests(std::vector<Test>& tests) {
    std::vector<int> numbers;
    for (const Test& test : tests) numbers.push_back(test.number);
    std::ranges::sort(numbers);
    const bool are_sound = !numbers.empty() && numbers.front() > 0 &&
                           std::ranges::adjacent_find(numbers) == numbers.end();
    for (std::size_t i = 0; !are_sound && i < tests.size(); ++i)
        tests[i].number = static_cast<int>(i) + 1;
}

}  // namespace

bool is_nanosuite_paste(const Opening& opening) {
    const std::string_view first = opening.first_line();
    return first.starts_with(label) && first.find('\t') != std::string_view::npos;
}

Result<FileContent> read_nanosuite_paste(const Source& source) {
    LineCursor lines(source.text);
    Cells specimens;
    while (specimens.empty() && !lines.is_at_end())
        if (const std::string_view line = lines.next(); !is_blank(line))
            specimens = cells_of(line, '\t');
    const Cells names = cells_of(lines.next(), '\t'), units = cells_of(lines.next(), '\t');
    const auto decimal_mark = decide_decimal_mark(source, lines.position(), '\t');
    if (!decimal_mark) return decimal_mark.error();
    TableShape shape;
    shape.columns = specimens.size();
    shape.decimal_mark = *decimal_mark;
    shape.short_rows = ShortRows::are_missing;
    const TableBody body = read_table_body(source.text, lines.position(), shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);
    FileContent content;
    std::optional<Error> first_error;
    bool has_curve = false;
    for (const PastedCurve& curve : curves_of(specimens)) {
        auto test = test_of(curve, heads_of(curve, names, units), body, source);
        if (!test && !first_error) first_error = test.error();
        has_curve = has_curve || test.ok();
        content.tests.push_back(test ? std::move(test).value() : test_without_curve(test.error()));
        content.tests.back().name = curve.name;
    }
    if (!has_curve) return *first_error;
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file)
        for (Test& test : content.tests) test.reader_flags.emplace_back("SND-R014");
    number_tests(content.tests);
    return content;
}

}  // namespace sneddon
