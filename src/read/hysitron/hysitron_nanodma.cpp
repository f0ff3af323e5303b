// nanoDMA of Bruker/Hysitron as text: one test whose load swings, with what its lock-in and the
// visco-elastic model made of each point.
//   nanoDMA Text Export Version 1.00
//   (blank)
//    Test Time (s)<TAB> Indent Disp. (nm)<TAB> ...   heads begin with a space, lines end with a tab
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "base/nan.hpp"
#include "read/hysitron/taken_off.hpp"
#include "read/hysitron/triboscan_columns.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// 0 where the model gave none: no stiffness, modulus or area in contact is exactly that.
constexpr std::array<std::string_view, 5> without_value_zero = {
    "Storage Mod.", "Loss Mod.", "Hardness", "Complex Mod.", "Contact Area"};

void leave_out_zeros(Test& test) {
    std::size_t rows = 0;
    for (Channel& channel : test.curve.channels) {
        if (std::ranges::find(without_value_zero, channel.name) == without_value_zero.end())
            continue;
        std::size_t zeros = 0;
        for (double& value : channel.values)
            if (value == 0) {
                value = nan;
                ++zeros;
            }
        rows = std::max(rows, zeros);
    }
    if (rows > 0)
        test.inferences.push_back({"results without a value", fmt::format("{} points", rows),
                                   "a modulus, hardness or area of exactly 0"});
}

}  // namespace

bool is_hysitron_nanodma(const Opening& opening) {
    return opening.first_line().starts_with("nanoDMA Text Export");
}

Result<FileContent> read_hysitron_nanodma(const Source& source) {
    LineCursor lines(source.text);
    while (!lines.is_at_end() && is_blank(lines.next())) continue;
    std::string_view line;
    std::size_t head_position = 0;
    while (!lines.is_at_end() && is_blank(line)) {
        head_position = lines.position();
        line = lines.next();
    }
    std::vector<ColumnHead> heads = parse_column_heads(line, '\t');
    for (ColumnHead& head : heads) name_triboscan_column(head, head.name);
    const auto columns = find_curve_columns(heads, source, head_position);
    if (!columns) return columns.error();
    const auto decimal_mark = decide_decimal_mark(source, lines.position(), '\t');
    if (!decimal_mark) return decimal_mark.error();
    TableShape shape;
    shape.columns = heads.size();
    shape.decimal_mark = *decimal_mark;
    TableBody body = read_table_body(source.text, lines.position(), shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);
    Test test;
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file) {
        test.reader_flags.emplace_back("SND-R014");
        test.inferences.push_back({"last row", "left out", "the file ends in the middle of a row"});
    }
    mark_blocks(test, body);
    test.curve = take_curve(body, heads, *columns);
    if (auto error = find_empty_curve(test.curve, source, head_position)) return *error;
    for (const CurveColumn* column : columns->there()) test.inferences.push_back(column->inference);
    leave_out_zeros(test);
    report_taken_off(test, "indent disp. volt.");
    FileContent content;
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
