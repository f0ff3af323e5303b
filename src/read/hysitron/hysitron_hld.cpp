// Bruker/Hysitron HighLoad, PI 85 to 89: one test as text.
//   Key: value unit          lines of a head that may be trimmed to a dozen
//   Sample Approach Data Points: N      each block: a line of heads, N rows
//   Drift Measurement Data Points: N
//   Test Data Points: N
// The depth is already corrected for frame compliance and drift; which, is found by regression.
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/delimited.hpp"
#include "model/units.hpp"
#include "read/hysitron/hysitron_hld_applied.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/excerpt.hpp"
#include "read/text/time_stamp.hpp"
#include "read/text/units.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view block_label = " Data Points";

struct Block {
    std::size_t declared = 0;
    std::size_t head_position = 0;
    std::size_t body_position = 0;
    std::vector<ColumnHead> columns;
};

struct Head {
    std::map<std::string, std::string, std::less<>> values;  ///< key -> "value unit"
    std::vector<std::size_t> segment_points;
    std::map<std::string, Block, std::less<>> blocks;  ///< "Test", "Drift Measurement", ...
};

Block read_block_head(LineCursor& lines, std::string_view count) {
    Block block;
    const double number = parse_number(count).value_or(0);
    block.declared =
        number > 0 && number < most_declared_rows ? static_cast<std::size_t>(number) : 0;
    block.head_position = lines.position();
    if (block.declared > 0) block.columns = parse_column_heads(lines.next(), '\t');
    block.body_position = lines.position();
    return block;
}

Head read_head(std::string_view text) {
    Head head;
    LineCursor lines(text);
    while (!lines.is_at_end()) {
        const std::string_view line = lines.next();
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        const std::string_view key = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (key == "Segment Points") {
            head.segment_points.push_back(static_cast<std::size_t>(
                std::clamp(parse_number(value).value_or(0), 0.0, most_declared_rows)));
        } else if (key.ends_with(block_label)) {
            const std::string name(key.substr(0, key.size() - block_label.size()));
            head.blocks[name] = read_block_head(lines, value);
        } else {
            head.values.emplace(key, value);
        }
    }
    return head;
}

/// The number before the unit.
std::optional<double> number_of(const Head& head, std::string_view key) {
    const auto found = head.values.find(key);
    if (found == head.values.end()) return std::nullopt;
    const std::string_view text = found->second;
    return parse_number(text.substr(0, text.find(' ')));
}

TableBody read_block(const Source& source, const Block& block) {
    TableShape shape;
    shape.columns = block.columns.size();
    shape.expected_rows = block.declared;
    return read_table_body(source.text, block.body_position, shape);
}

/// A column by its name: "LoadCell_nm" and "PiezoDisp_nm" are depths too.
std::optional<CurveColumn> column(const Block& block, std::string_view name, Dimension dimension) {
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        const std::string& text = block.columns[i].text;
        if (!text.starts_with(name)) continue;
        const auto unit = parse_unit(std::string_view(text).substr(name.size()));
        if (!unit || unit->dimension != dimension) continue;
        return CurveColumn{i,
                           *unit,
                           {fmt::format("unit of {}", sneddon::name(dimension)),
                            std::string(unit->name), fmt::format("column head '{}'", text)}};
    }
    return std::nullopt;
}

Result<CurveColumns> curve_columns(const Source& source, const Block& block) {
    const auto load = column(block, "Force_", Dimension::load);
    const auto depth = column(block, "Disp_", Dimension::depth);
    const auto time = column(block, "Time_", Dimension::time);
    if (load && depth && time) return CurveColumns{*load, *depth, *time};
    return Error{"SND-R017", where(source, block.head_position),
                 fmt::format("'{}'", excerpt(source.text, block.head_position)),
                 "columns Time_s, Disp_nm and Force_uN", "export the test again"};
}

void mark_segments(Test& test, const Head& head) {
    std::size_t sum = 0;
    for (const std::size_t points : head.segment_points) sum += points;
    if (head.segment_points.empty() || sum != test.curve.size()) return;
    test.mark_source = MarkSource::segment_table;
    std::size_t first = 0;
    for (const std::size_t points : head.segment_points) {
        if (points > 0) test.marks.push_back({first, ""});
        first += points;
    }
}

void read_stated(const Source& source, const Head& head, Test& test) {
    StatedByFile& stated = test.stated;
    stated.frame_compliance_nm_per_uN = number_of(head, "Machine Comp");
    stated.drift_nm_per_s = number_of(head, "Drift Rate");
    stated.drift_rmse_nm = number_of(head, "Drift RMSE");
    stated.drift_analysis_s = number_of(head, "Drift Analysis Time");
    const auto monitor = head.blocks.find("Drift Measurement");
    if (monitor == head.blocks.end() || monitor->second.columns.size() < 2) return;
    TableBody body = read_block(source, monitor->second);
    stated.monitor_time_s = std::move(body.columns[0]);
    stated.monitor_depth_nm = std::move(body.columns[1]);
}

/// The coefficients of the displacement: "Disp C0L: 80240 nm", "Disp C1L: 59960 nm/V", ...
std::vector<double> displacement_polynomial(const Head& head) {
    std::vector<double> coefficients;
    for (int k = 0; k < 7; ++k) {
        const auto value = number_of(head, fmt::format("Disp C{}L", k));
        if (!value) break;
        coefficients.push_back(*value);
    }
    return coefficients;
}

void report_applied(const Head& head, Test& test) {
    const HldApplied found = find_hld_applied(test.curve, displacement_polynomial(head));
    if (!found.applied) {
        test.inferences.push_back(
            {"corrections applied by the instrument", "not determined", found.reason});
        return;
    }
    test.applied = *found.applied;
    test.inferences.push_back({"corrections applied by the instrument",
                               fmt::format("frame compliance {:.4g} nm/mN, drift {:.4g} nm/s",
                                           uN_per_mN * *test.applied.frame_compliance_nm_per_uN,
                                           *test.applied.drift_nm_per_s),
                               test.applied.evidence});
}

void compare_with_declared(const Block& block, const TableBody& body, Test& test) {
    if (body.is_last_row_cut) test.reader_flags.emplace_back("SND-R014");
    if (body.rows == block.declared) return;
    test.reader_flags.emplace_back("SND-R013");
    test.inferences.push_back({"number of points", fmt::format("{}", body.rows),
                               fmt::format("the head declares {}", block.declared)});
}

}  // namespace

bool is_hysitron_hld(const Opening& opening) {
    return opening.first_line().starts_with("File Version: Hysitron HighLoad") ||
           opening.has_line("Test Data Points:") ||
           (opening.has_line("Test Type:") && opening.has_line("Time Stamp:"));
}

Result<FileContent> read_hysitron_hld(const Source& source) {
    const Head head = read_head(source.text);
    const auto block = head.blocks.find("Test");
    if (block == head.blocks.end() || block->second.columns.empty())
        return Error{"SND-R010", where(source, source.text.size()),
                     "the head of a HighLoad test and no block 'Test Data Points'",
                     "the samples of a test", "export the test again; this file was cut off"};
    const auto columns = curve_columns(source, block->second);
    if (!columns) return columns.error();
    TableBody body = read_block(source, block->second);
    if (body.stopped_at)
        return not_a_row_error(source, *body.stopped_at, block->second.columns.size());

    Test test;
    if (const auto stamp = head.values.find("Time Stamp"); stamp != head.values.end())
        test.time_stamp = parse_ctime(stamp->second);
    const auto x_mm = number_of(head, "Stage X"), y_mm = number_of(head, "Stage Y");
    if (x_mm && y_mm) test.position = StagePosition{um_per_mm * *x_mm, um_per_mm * *y_mm};
    if (source.extent == SourceExtent::whole_file) compare_with_declared(block->second, body, test);
    test.curve = take_curve(body, block->second.columns, *columns);
    if (auto error = find_empty_curve(test.curve, source, block->second.head_position))
        return *error;
    mark_segments(test, head);
    for (const CurveColumn* column : {&columns->load, &columns->depth, &columns->time})
        test.inferences.push_back(column->inference);
    read_stated(source, head, test);
    report_applied(head, test);
    FileContent content;
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
