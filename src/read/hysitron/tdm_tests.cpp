#include "read/hysitron/tdm_tests.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/nan.hpp"
#include "read/container/tdm/tdm_values.hpp"
#include "read/hysitron/tdm_facts.hpp"
#include "read/hysitron/triboscan_columns.hpp"
#include "read/text/curve_columns.hpp"

namespace sneddon {
namespace {

constexpr std::string_view curve_group = "Indentation All Data Points";

ColumnHead head_of(const TdmChannel& channel, bool is_triboscan) {
    ColumnHead head = parse_column_head(
        channel.unit.empty() ? channel.name : fmt::format("{} ({})", channel.name, channel.unit));
    if (is_triboscan) name_triboscan_column(head, channel.name);
    return head;
}

/// The channels of one test, the first ones of its own group.
struct Table {
    std::vector<const TdmChannel*> channels;
    std::vector<ColumnHead> heads;
    std::string left_out;  ///< groups of other lengths, and channels that cannot be read
};

void add_left_out(Table& table, const TdmGroup& group, std::size_t count, std::string_view why) {
    constexpr std::size_t longest_list = 400;
    if (count == 0 || table.left_out.size() > longest_list) return;
    table.left_out += fmt::format("{}{} of '{}'{}", table.left_out.empty() ? "" : ", ", count,
                                  group.name, why.empty() ? "" : fmt::format(" ({})", why));
    if (table.left_out.size() > longest_list) table.left_out += ", ...";
}

void add_channels(Table& table, const TdmGroup& group, std::uint64_t rows, bool is_triboscan,
                  bool is_own_group) {
    std::size_t others = 0, unknown = 0;
    std::string why;
    for (const TdmChannel& channel : group.channels) {
        if (channel.sequence == TdmSequence::unknown) {
            if (unknown++ == 0) why = channel.why_unknown;
        } else if (channel.rows != rows) {
            ++others;
        } else {
            ColumnHead head = head_of(channel, is_triboscan);
            if (!is_own_group) {
                head.dimension.reset();
                if (std::ranges::find(table.heads, head.name, &ColumnHead::name) !=
                    table.heads.end())
                    head.name = fmt::format("{}: {}", group.name, head.name);
            }
            table.heads.push_back(std::move(head));
            table.channels.push_back(&channel);
        }
    }
    add_left_out(table, group, unknown, why);
    add_left_out(table, group, others, "");
}

/// What the reader takes from groups by name is not left out.
bool is_read_elsewhere(const TdmGroup& group) {
    return group.name.starts_with("Segments") || group.name == "Drift All Data Points";
}

Result<Table> table_of(const TdmHead& head, const TdmGroup& group, bool is_triboscan,
                       const Source& source) {
    std::vector<ColumnHead> heads;
    std::vector<std::uint64_t> rows;
    for (const TdmChannel& channel : group.channels) {
        if (channel.sequence == TdmSequence::unknown) continue;
        heads.push_back(head_of(channel, is_triboscan));
        rows.push_back(channel.rows);
    }
    const auto columns = find_curve_columns(heads, source, 0, TimeColumn::may_be_absent);
    if (!columns) return columns.error();
    for (const CurveColumn* column : columns->there())
        if (rows[column->index] != rows[columns->load.index])
            return Error{"SND-R051", std::string(source.name),
                         fmt::format("group '{}' with {} loads and {} values of '{}'", group.name,
                                     rows[columns->load.index], rows[column->index],
                                     heads[column->index].text),
                         "a load for each depth and time", "export the test again"};
    Table table;
    add_channels(table, group, rows[columns->load.index], is_triboscan, true);
    if (!is_triboscan) return table;
    for (const TdmGroup& other : head.groups)
        if (&other != &group && !is_read_elsewhere(other))
            add_channels(table, other, rows[columns->load.index], is_triboscan, false);
    return table;
}

void leave_out_sentinels(std::vector<double>& values) {
    for (double& value : values) value = std::abs(value) < no_value_from ? value : nan;
}

class Tests {
  public:
    Tests(const TdmHead& head, std::string_view body, std::string_view body_name,
          const Source& source)
        : head_(head), body_(body), body_name_(body_name), source_(source), budget_(body) {}

    Result<Test> read(const TdmGroup& group) {
        const auto table = table_of(head_, group, is_of_triboscan(head_), source_);
        if (!table) return table.error();
        TableBody body;
        for (const TdmChannel* channel : table->channels) {
            auto values = values_of(*channel);
            if (!values) return values.error();
            body.columns.push_back(std::move(values).value());
        }
        const auto columns =
            find_curve_columns(table->heads, source_, 0, TimeColumn::may_be_absent);
        if (!columns) return columns.error();
        Test test;
        if (!columns->has_time) test.reader_flags.emplace_back("SND-R032");
        test.curve = take_curve(body, table->heads, *columns);
        if (auto error = find_empty_curve(test.curve, source_, 0)) return *error;
        for (const CurveColumn* column : columns->there())
            test.inferences.push_back(column->inference);
        if (!table->left_out.empty())
            test.inferences.push_back(
                {"channels left out", table->left_out,
                 "not as many values as the curve has points, or not numbers"});
        return test;
    }

    /// SND-R051; empty when the group or the channel is not there.
    Result<std::vector<double>> values_of(std::string_view group, std::string_view channel) {
        const TdmGroup* in = head_.find_group(group);
        const TdmChannel* found = in == nullptr ? nullptr : find_channel(*in, channel);
        if (found == nullptr || found->sequence == TdmSequence::unknown)
            return std::vector<double>();
        return values_of(*found);
    }

  private:
    Result<std::vector<double>> values_of(const TdmChannel& channel) {
        if (!budget_.spend(channel.rows))
            return Error{"SND-R051", std::string(body_name_),
                         fmt::format("channels up to '{}' with more values than the .tdx has bytes",
                                     channel.name),
                         "a place in the .tdx for each value", "copy or export the test again"};
        auto values = tdm_values(head_, channel, body_, body_name_);
        if (values) leave_out_sentinels(*values);
        return values;
    }

    const TdmHead& head_;
    std::string_view body_, body_name_;
    const Source& source_;
    TdmBudget budget_;
};

// The types of segments are memory that nobody set: only how many points each has is used.
void mark_segments(Test& test, const std::vector<double>& points) {
    const double sum = std::accumulate(points.begin(), points.end(), 0.0);
    const bool are_counts =
        std::ranges::all_of(points, [](double n) { return n >= 0 && n == std::floor(n); });
    if (points.empty() || !are_counts || sum != static_cast<double>(test.curve.size())) return;
    test.mark_source = MarkSource::segment_table;
    std::size_t first = 0;
    for (const double count : points) {
        if (count > 0) test.marks.push_back({first, ""});
        first += static_cast<std::size_t>(count);
    }
}

std::optional<Error> read_triboscan(Tests& tests, const TdmHead& head, Test& test) {
    auto points = tests.values_of("Segments", "Segment Points");
    if (!points) return points.error();
    mark_segments(test, *points);
    auto time = tests.values_of("Drift All Data Points", "Drift Time");
    if (!time) return time.error();
    auto depth = tests.values_of("Drift All Data Points", "Drift Displacement");
    if (!depth) return depth.error();
    if (time->size() == depth->size()) {
        test.stated.monitor_time_s = std::move(time).value();
        test.stated.monitor_depth_nm = std::move(depth).value();
    }
    read_tdm_facts(head, test);
    report_tdm_corrections(head, test);
    return std::nullopt;
}

Error no_curve(const TdmHead& head, const Source& source) {
    constexpr std::size_t most_names = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(head.groups.size(), most_names); ++i)
        names += fmt::format("{}'{}'", i == 0 ? "" : ", ", head.groups[i].name);
    if (head.groups.size() > most_names) names += ", ...";
    return {"SND-R017", std::string(source.name),
            fmt::format("an NI TDM file with the groups {}", names.empty() ? "none" : names),
            is_of_triboscan(head) ? fmt::format("the group '{}'", curve_group)
                                  : "a group with a load and a depth in known units",
            "export load, depth and time with units"};
}

}  // namespace

bool is_of_triboscan(const TdmHead& head) {
    return head.title.starts_with("Hysitron") ||
           head.attributes.contains("Acquisition_TriboScan_Version");
}

Result<FileContent> tests_of_tdm(const TdmHead& head, std::string_view body,
                                 std::string_view body_name, const Source& source) {
    Tests tests(head, body, body_name, source);
    FileContent content;
    const bool is_triboscan = is_of_triboscan(head);
    std::optional<Error> first_error;
    for (const TdmGroup& group : head.groups) {
        if (is_triboscan && group.name != curve_group) continue;
        auto test = tests.read(group);
        if (!test && (is_triboscan || test.error().code != "SND-R017")) return test.error();
        if (!test) continue;
        if (is_triboscan) {
            if (auto error = read_triboscan(tests, head, *test)) return *error;
        } else {
            test->name = group.name;
        }
        test->number = static_cast<int>(content.tests.size()) + 1;
        content.tests.push_back(std::move(test).value());
    }
    if (content.tests.empty()) return no_curve(head, source);
    return content;
}

}  // namespace sneddon
