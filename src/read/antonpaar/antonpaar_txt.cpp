// Anton Paar's export of tests: settings and results as text, then
//   Measured values
//   Time (s)  Pd (nm)  Fn (mN)  FnRef (mN)  SegmentID
//   (empty), rows
// One test per file ("Indentation"), or several ("Indentation # 1", ...), each closed by a line of
// underscores.
#include <fmt/core.h>

#include <algorithm>

#include "base/delimited.hpp"
#include "base/nan.hpp"
#include "read/antonpaar/antonpaar_results.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view samples_label = "Measured values";
constexpr std::string_view numbered_label = "Indentation #";

bool is_ruler(std::string_view line) {
    line = trimmed(line);
    return line.size() >= 10 && line.find_first_not_of('_') == std::string_view::npos;
}

// Where the points of the next test begin, and where its head does.
struct TestHead {
    std::size_t begin = 0;
    std::size_t points = 0;   // the line "Measured values"
    std::size_t columns = 0;  // the line of the column heads
    std::size_t body = 0;
    std::string_view column_line;
    std::string name;
    std::vector<std::string> left_out;  // tests without points before it
    bool is_found = false;
};

TestHead find_head(std::string_view text, std::size_t position) {
    TestHead head;
    head.begin = position;
    LineCursor lines(text, position);
    while (!lines.is_at_end()) {
        const std::size_t line_position = lines.position();
        const std::string_view line = trimmed(lines.next());
        if (line.starts_with(numbered_label)) {
            if (!head.name.empty()) {  // the test before has no points
                head.left_out.push_back(head.name);
                head.begin = line_position;
            }
            head.name = std::string(line.substr(0, 60));
        }
        if (!line.starts_with(samples_label)) continue;
        head.points = line_position;
        break;
    }
    if (lines.is_at_end()) return head;
    while (!lines.is_at_end() && head.column_line.empty()) {
        head.columns = lines.position();
        head.column_line = trimmed(lines.next());
    }
    head.body = lines.position();
    head.is_found = true;
    return head;
}

void mark_segments(Test& test) {
    const auto segment = std::ranges::find_if(test.curve.channels, [](const Channel& channel) {
        return lower_ascii(channel.name).find("segment") != std::string::npos;
    });
    if (segment == test.curve.channels.end()) return;
    test.mark_source = MarkSource::segment_column;
    double current = nan;
    for (std::size_t i = 0; i < segment->values.size(); ++i) {
        const double id = segment->values[i];
        if (is_nan(id) || id == current) continue;
        current = id;
        test.marks.push_back({i, number_text(id)});
    }
}

struct TestRead {
    Test test;
    std::size_t end = 0;  // behind its last row
};

// A line below the rows that may stand there: the ruler, or the next test.
bool may_follow_rows(std::string_view line) {
    return is_ruler(line) || trimmed(line).starts_with("Indentation");
}

Result<TestRead> read_test(const Source& source, const TestHead& head) {
    const auto heads = parse_column_heads(head.column_line, '\t');
    auto columns = find_curve_columns(heads, source, head.columns);
    if (!columns) return columns.error();
    // The numbers of this test alone decide, not those of the next.
    const std::size_t body_end = std::min(source.text.find("______", head.body),
                                          source.text.find(numbered_label, head.body));
    const Source up_to_end{source.text.substr(0, body_end), source.name, source.options};
    const auto decimal_mark = decide_decimal_mark(up_to_end, head.body, '\t');
    if (!decimal_mark) return decimal_mark.error();
    TableShape shape;
    shape.columns = heads.size();
    shape.decimal_mark = *decimal_mark;
    TableBody body = read_table_body(source.text, head.body, shape);
    const auto& stop = body.stopped_at;
    if (stop && !may_follow_rows(LineCursor(source.text, stop->position).next()))
        return not_a_row_error(source, *stop, shape.columns);

    TestRead read;
    read.end = stop ? stop->position : source.text.size();
    read.test.name = head.name;
    for (const CurveColumn* column : {&columns->load, &columns->depth, &columns->time})
        read.test.inferences.push_back(column->inference);
    if (*decimal_mark == ',')
        read.test.inferences.push_back({"decimal mark", "comma", "columns are separated by tabs"});
    if (body.is_last_row_cut && source.extent == SourceExtent::whole_file) {
        read.test.reader_flags.emplace_back("SND-R014");
        read.test.inferences.push_back(
            {"last row", "left out", "the file ends in the middle of a row"});
    }
    read_antonpaar_results(source, head.begin, head.points, *decimal_mark, read.test);
    read.test.curve = take_curve(body, heads, *columns);
    mark_segments(read.test);
    return read;
}

void report_left_out(FileContent& content, const std::vector<std::string>& left_out) {
    for (const std::string& name : left_out)
        content.tests.front().inferences.push_back(
            {"test of this file left out", name, "it has no curve"});
}

}  // namespace

bool is_antonpaar_txt(const Opening& opening) {
    if (opening.has_line(numbered_label)) return true;
    return opening.first_line().starts_with("Indentation") &&
           (opening.has_line("+ ") || opening.has_line("Date :") ||
            opening.has_line(samples_label));
}

Result<FileContent> read_antonpaar_txt(const Source& source) {
    FileContent content;
    std::vector<std::string> left_out;
    std::optional<Error> first_empty;
    for (std::size_t position = 0; position < source.text.size();) {
        const TestHead head = find_head(source.text, position);
        left_out.insert(left_out.end(), head.left_out.begin(), head.left_out.end());
        if (!head.is_found) {
            if (!head.name.empty()) left_out.push_back(head.name);
            break;
        }
        auto read = read_test(source, head);
        if (!read) return read.error();
        position = read->end;
        if (auto empty = find_empty_curve(read->test.curve, source, head.columns)) {
            if (!first_empty) first_empty = std::move(empty);
            left_out.push_back(head.name);
            continue;
        }
        read->test.number = static_cast<int>(content.tests.size()) + 1;
        content.tests.push_back(std::move(read->test));
    }
    if (content.tests.empty() && first_empty) return *first_empty;
    if (content.tests.empty())
        return Error{"SND-R010", where(source, source.text.size()),
                     fmt::format("the head of a test and no '{}'", samples_label),
                     "the samples of a test", "choose the measured values in the export too"};
    report_left_out(content, left_out);
    return content;
}

}  // namespace sneddon
