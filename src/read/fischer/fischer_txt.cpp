// A Fischerscope's (HM2000, WIN-HCU) export as text: parameters and statistics of the block, then
// each test:
//   FS1.hap   26.05.2020  15:17:54
//   x=    44.65  y=     6.01                                       (mm)
//   HIT    [N/mm²]    8553.6     We   [µJ]   0.1   79.01%  ...     (points)
//   F   h   t                                                      (mN, µm, s; no units)
//   0,416459   0,031365   0,1                                      (commas, of a German program)
// Line ends are mixed.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "model/units.hpp"
#include "read/fischer/fischer_values.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/test_without_curve.hpp"
#include "read/text/time_stamp.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// "FS1.hap   26.05.2020  15:17:54"
std::optional<std::string> time_stamp_of(std::string_view line) {
    const std::size_t ending = line.find(".hap ");
    if (ending == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trimmed(line.substr(ending + 5));
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto stamp = parse_date_time(rest.substr(0, blank), trimmed(rest.substr(blank)));
    return stamp ? std::optional(stamp->time_stamp) : std::nullopt;
}

bool begins_test(std::string_view line) {
    return time_stamp_of(line).has_value();
}

bool is_table_head(std::string_view line) {
    return trimmed(line).starts_with("F\th\tt");
}

// "R = 10% 8 Cycles": the values of a test are those of its last cycle.
int cycles_of(std::string_view line) {
    if (!line.starts_with("R =")) return 0;
    const std::size_t word = line.find(" Cycles");
    if (word == std::string_view::npos) return 0;
    const std::string_view before = line.substr(0, word);
    const auto number = parse_number(before.substr(before.find_last_of(" =") + 1));
    constexpr double most_cycles = 1000;
    return number && *number >= 1 && *number <= most_cycles ? static_cast<int>(*number) : 0;
}

int cycles_in_head(std::string_view text) {
    for (LineCursor lines(text); !lines.is_at_end();)
        if (const int cycles = cycles_of(trimmed(lines.next())); cycles > 0) return cycles;
    return 0;
}

struct Block {
    std::string_view text;  ///< from the line of its file and time on
    std::size_t begin = 0;
};

std::vector<Block> blocks_of(std::string_view text) {
    std::vector<std::size_t> begins;
    for (LineCursor lines(text); !lines.is_at_end();) {
        const std::size_t at = lines.position();
        if (begins_test(lines.next())) begins.push_back(at);
    }
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        blocks.push_back({text.substr(begins[i], end - begins[i]), begins[i]});
    }
    return blocks;
}

std::vector<ColumnHead> heads_of(std::string_view line) {
    std::vector<ColumnHead> heads;
    for (const std::string_view cell : cells_of(trimmed(line), '\t')) {
        const std::string_view name = trimmed(cell);
        const std::string_view unit = name == "F"                     ? " (mN)"
                                      : name == "h"                   ? " (\u00B5m)"
                                      : name == "t"                   ? " (s)"
                                      : name == "HMu" || name == "HM" ? " (N/mm\u00B2)"
                                                                      : "";
        heads.push_back(parse_column_head(fmt::format("{}{}", name, unit)));
    }
    return heads;
}

void tell_units(Test& test) {
    const std::string evidence = "what WIN-HCU exports under heads without units";
    for (const auto& [what, unit] :
         {std::pair("unit of load", "mN"), std::pair("unit of depth", "\u00B5m"),
          std::pair("unit of time", "s")})
        test.inferences.push_back({what, unit, evidence});
    double deepest_nm = 0;
    for (const double depth_nm : test.curve.depth_nm)
        if (depth_nm > deepest_nm) deepest_nm = depth_nm;
    const auto h_max = std::ranges::find(test.vendor_values, "h_max_nm", &VendorValue::id);
    if (h_max != test.vendor_values.end())
        test.inferences.push_back({"depth against the file's own hmax",
                                   fmt::format("{:.4g}", deepest_nm / h_max->value),
                                   "deepest point / hmax"});
}

Result<Test> test_of(const Block& block, const Source& source) {
    Test test;
    LineCursor lines(block.text);
    test.time_stamp = time_stamp_of(lines.next());
    std::string_view head;
    while (!lines.is_at_end() && !is_table_head(head)) {
        head = lines.next();
        read_fischer_value(text_utf8(trimmed(head)), test);
    }
    if (!is_table_head(head))
        return Error{"SND-R010", where(source, block.begin), "a test without its table",
                     "a line 'F  h  t' and rows", "export the tests with their points"};
    const auto heads = heads_of(head);
    const auto columns = find_curve_columns(heads, source, block.begin);
    if (!columns) return columns.error();
    // Positions count in the whole text, so that an error names its line.
    const std::size_t begin = block.begin + lines.position();
    const std::string_view text = source.text.substr(0, block.begin + block.text.size());
    const Source part{text, source.name, source.options, source.extent};
    const auto mark = decide_decimal_mark(part, begin, '\t');
    if (!mark) return mark.error();
    TableShape shape;
    shape.columns = heads.size();
    shape.decimal_mark = *mark;
    TableBody body = read_table_body(text, begin, shape);
    if (body.stopped_at) return not_a_row_error(part, *body.stopped_at, shape.columns);
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file)
        test.reader_flags.emplace_back("SND-R014");
    test.curve = take_curve(body, heads, *columns);
    if (auto error = find_empty_curve(test.curve, part, begin)) return *error;
    tell_units(test);
    return test;
}

}  // namespace

bool is_fischer_txt(const Opening& opening) {
    const std::string_view first = opening.first_line();
    return first.find("Name of the application") != std::string_view::npos ||
           first.find(".hap\t") != std::string_view::npos || begins_test(first);
}

Result<FileContent> read_fischer_txt(const Source& source) {
    FileContent content;
    const auto blocks = blocks_of(source.text);
    const int cycles =
        blocks.empty() ? 0 : cycles_in_head(source.text.substr(0, blocks.front().begin));
    std::optional<Error> first_error;
    bool has_curve = false;
    for (const Block& block : blocks) {
        auto test = test_of(block, source);
        if (!test) {
            if (!first_error) first_error = test.error();
            test = test_without_curve(test.error());
        }
        has_curve = has_curve || test->curve.size() > 0;
        test->declared_cycles = cycles;
        for (VendorValue& value : test->vendor_values) value.cycle = std::max(cycles, 1);
        test->number = static_cast<int>(content.tests.size()) + 1;
        content.tests.push_back(std::move(test).value());
    }
    if (has_curve) return content;
    if (first_error) return *first_error;
    return Error{"SND-R010", std::string(source.name), "a head of WIN-HCU without tests",
                 "lines like 'NAME.hap   26.05.2020  15:17:54' with a table below",
                 "export the tests with their points"};
}

}  // namespace sneddon
