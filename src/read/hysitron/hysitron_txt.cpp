// TriboScan's export of one test:
//   Tue Nov 22 15:55:04 2022
//   (empty)
//   Number of Points = 4300
//   Depth (nm)  Load (µN)  Time (s)  Depth (V)  Load (V)      (the volts are not always there)
//   rows; a blank line is the boundary of two segments
// The TI 990 ends its rows with a lone CR and has no boundaries; neither have maps (XPM), whose
// tests were cut out of one long acquisition.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/delimited.hpp"
#include "read/hysitron/taken_off.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/stated_units.hpp"
#include "read/text/time_stamp.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view points_label = "Number of Points";

struct Head {
    std::optional<std::string> time_stamp;
    std::optional<std::size_t> declared_points;
    std::vector<ColumnHead> columns;
    char delimiter = '\t';  ///< TriboScan's; a spreadsheet program saves others
    std::size_t columns_position = 0;
    std::size_t body_position = 0;
};

char delimiter_of(std::string_view heads) {
    for (const char delimiter : {'\t', ';', ','})
        if (heads.find(delimiter) != std::string_view::npos) return delimiter;
    return '\t';
}

std::string_view delimiter_name(char delimiter) {
    return delimiter == '\t' ? "tabs" : delimiter == ';' ? "semicolons" : "commas";
}

// A spreadsheet program fills every line up: "Number of Points = 1501;;".
std::string_view without_fill(std::string_view line) {
    while (!line.empty() && (line.back() == ';' || line.back() == ',')) line.remove_suffix(1);
    return line;
}

std::optional<std::size_t> number_behind_equals(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto number = parse_number(line.substr(equals + 1));
    if (!number || !(*number >= 0 && *number < most_declared_rows)) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

Head read_head(std::string_view text) {
    Head head;
    LineCursor lines(text);
    while (!lines.is_at_end()) {
        const std::string_view line = without_fill(trimmed(lines.next()));
        if (!head.time_stamp) head.time_stamp = parse_ctime(line);
        if (!line.starts_with(points_label)) continue;
        head.declared_points = number_behind_equals(line);
        break;
    }
    while (!lines.is_at_end()) {
        head.columns_position = lines.position();
        const std::string_view line = lines.next();
        if (without_fill(trimmed(line)).empty()) continue;
        head.delimiter = delimiter_of(line);
        head.columns = parse_column_heads(line, head.delimiter);
        break;
    }
    head.body_position = lines.position();
    return head;
}

/// The volts of the load: those of the depth tell what the program took off, these tell nothing.
std::vector<bool> columns_nobody_asks_for(const Head& head) {
    std::vector<bool> passed_over;
    for (const ColumnHead& column : head.columns)
        passed_over.push_back(lower_ascii(column.name) == "load" && column.unit_text == "V");
    return passed_over;
}

double largest_magnitude(const std::vector<double>& values) {
    double largest = 0;
    for (const double value : values)
        if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    return largest;
}

// "Load (N)": TriboScan writes µN, and the micro sign got lost. More than 10 N is beyond every
// instrument that writes this format; less could be either.
std::optional<Error> restore_lost_micro(Test& test, CurveColumn& load, const Source& source,
                                        const Head& head) {
    if (load.unit.name != "N") return std::nullopt;
    std::vector<double>& load_uN = test.curve.load_uN;  // as if the numbers were newtons
    const double largest_N = largest_magnitude(load_uN) / load.unit.times;
    const std::string& column = head.columns[load.index].text;
    std::string stated;
    if (const auto option = source.options.units.find("load"); option != source.options.units.end())
        stated = option->second;
    const auto unit = parse_unit(stated);
    if (unit && unit->dimension == Dimension::load) {
        for (double& value : load_uN) value = value / load.unit.times * unit->times / unit->per;
        load.inference = {"unit of load", std::string(unit->name),
                          fmt::format("--unit load={}", stated)};
        return std::nullopt;
    }
    if (largest_N <= 10)
        return Error{"SND-R015", where(source, head.columns_position),
                     fmt::format("'{}' with loads up to {:.4g}", column, largest_N),
                     "µN, as this program writes; a lost micro sign cannot be told from newtons "
                     "at such small loads",
                     "state it: --unit load=uN or --unit load=N"};
    for (double& value : load_uN) value /= load.unit.times;
    load.inference = {
        "unit of load", "µN",
        fmt::format("column head '{}' with loads up to {:.4g}: newtons are impossible, "
                    "the micro sign was lost",
                    column, largest_N)};
    test.reader_flags.emplace_back("SND-R030");
    return std::nullopt;
}

// Digits behind the point of the last number in the row: the program always writes as many, so that
// a last number that was cut short is found.
std::size_t decimals_at_end(std::string_view text, std::size_t row_position) {
    const std::string_view row = LineCursor(text, row_position).next();
    const std::size_t mark = row.find_last_of(".,;\t");
    const bool is_mark = mark != std::string_view::npos && (row[mark] == '.' || row[mark] == ',');
    return !is_mark ? 0 : row.size() - mark - 1;
}

void compare_with_declared(Test& test, TableBody& body, const Head& head, const Source& source) {
    if (source.extent == SourceExtent::beginning) return;
    if (!body.has_line_end_at_end && !body.is_last_row_cut &&
        decimals_at_end(source.text, body.last_row_position) !=
            decimals_at_end(source.text, body.first_row_position))
        remove_last_row(body);
    if (body.is_last_row_cut) {
        test.reader_flags.emplace_back("SND-R014");
        test.inferences.push_back({"last row", "left out", "the file ends in the middle of a row"});
    }
    if (!head.declared_points || body.rows == *head.declared_points) return;
    const bool is_short = body.rows < *head.declared_points;
    const std::size_t more = std::max(body.rows, *head.declared_points);
    const std::size_t less = std::min(body.rows, *head.declared_points);
    test.reader_flags.emplace_back("SND-R013");
    test.inferences.push_back({"number of points", fmt::format("{}", body.rows),
                               fmt::format("the head declares {}: {} {}", *head.declared_points,
                                           more - less, is_short ? "are missing" : "too many")});
}

}  // namespace

bool is_hysitron_txt(const Opening& opening) {
    return opening.has_line(points_label);
}

Result<FileContent> read_hysitron_txt(const Source& source) {
    const Head head = read_head(source.text);
    if (head.columns.empty())
        return Error{"SND-R010", where(source, source.text.size()),
                     "the head of a TriboScan test and no columns", "the samples of a test",
                     "export the test again; this file was cut off"};
    auto columns = find_curve_columns(head.columns, source, head.columns_position);
    if (!columns) return columns.error();
    const auto decimal_mark = decide_decimal_mark(source, head.body_position, head.delimiter);
    if (!decimal_mark) return decimal_mark.error();

    TableShape shape;
    shape.columns = head.columns.size();
    shape.delimiter = head.delimiter;
    shape.decimal_mark = *decimal_mark;
    shape.expected_rows = head.declared_points.value_or(0);
    if (source.options.is_for_analysis) shape.is_passed_over = columns_nobody_asks_for(head);
    TableBody body = read_table_body(source.text, head.body_position, shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);

    Test test;
    test.time_stamp = head.time_stamp;
    compare_with_declared(test, body, head, source);
    mark_blocks(test, body);
    test.curve = take_curve(body, head.columns, *columns);
    if (auto error = find_empty_curve(test.curve, source, head.columns_position)) return *error;
    if (auto error = restore_lost_micro(test, columns->load, source, head)) return *error;
    for (CurveColumn* column : {&columns->load, &columns->depth, &columns->time}) {
        // Of a lost micro sign restore_lost_micro() has asked --unit already.
        if (column != &columns->load || column->unit.name != "N")
            tell_unit_not_applied(test, *column, head.columns[column->index], source);
        test.inferences.push_back(column->inference);
    }
    if (*decimal_mark == ',')
        test.inferences.push_back(
            {"decimal mark", "comma",
             fmt::format("columns are separated by {}", delimiter_name(head.delimiter))});
    // The beginning of a curve tells nothing of drift and frame.
    if (source.extent == SourceExtent::whole_file) report_taken_off(test, "depth");
    FileContent content;
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
