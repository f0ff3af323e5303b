#include "read/csv_side_columns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Words = std::vector<std::string>;

// A test and a segment have more rows than this on average; a column of counted rows has one.
constexpr std::size_t fewest_rows_of_a_run = 8;
constexpr std::size_t most_letters = 30;  // of a word in a sentence

bool names_tests(const ColumnHead& head) {
    static constexpr std::array<std::string_view, 17> names = {
        "test",        "tests",     "test no",   "test nr",       "test number", "test id",
        "indent",      "indent no", "indent nr", "indent number", "indent id",   "indentation no",
        "measurement", "no",        "nr",        "versuch",       "messung"};
    const bool is_sign = head.text == "#" || lower_ascii(head.text) == "test #";
    return is_sign || (!head.unit && std::ranges::find(names, joined(words_of_name(head.name),
                                                                     " ")) != names.end());
}

bool names_segments(const ColumnHead& head) {
    static constexpr std::array<std::string_view, 6> names = {
        "segment", "segments", "segment no", "segment number", "segment type", "segmentid"};
    return !head.unit &&
           std::ranges::find(names, joined(words_of_name(head.name), " ")) != names.end();
}

// What the column says in every row: its words, carried on, or its numbers.
Words labels_of(const TableBody& body, std::size_t column) {
    Words labels;
    for (const double value : body.columns[column]) labels.push_back(number_text(value));
    for (std::size_t i = 0; i < body.words.size(); ++i) {
        if (body.words[i].column != column) continue;
        std::size_t end = body.rows;
        for (std::size_t j = i + 1; j < body.words.size(); ++j)
            if (body.words[j].column == column) {
                end = body.words[j].row;
                break;
            }
        const std::string word(body.words[i].word);
        for (std::size_t row = body.words[i].row; row < end; ++row)
            if (labels[row].empty()) labels[row] = word;
    }
    return labels;
}

std::optional<char> axis_of(const Channel& channel) {
    const Words words = words_of_name(channel.name);
    static constexpr std::array<std::string_view, 7> rest = {
        "position", "pos", "axis", "coordinate", "stage", "sample", "indent"};
    std::optional<char> axis;
    for (const std::string& word : words) {
        if (word == "x" || word == "y")
            axis = word[0];
        else if (std::ranges::find(rest, word) == rest.end())
            return std::nullopt;
    }
    return axis;
}

std::optional<double> median_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !is_finite(value); });
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::vector<double> rows_of(const std::vector<double>& values,
                            const std::vector<std::size_t>& rows) {
    std::vector<double> chosen;
    chosen.reserve(rows.size());
    for (const std::size_t row : rows) chosen.push_back(values[row]);
    return chosen;
}

Curve curve_of(const Curve& whole, const std::vector<std::size_t>& rows) {
    Curve curve;
    curve.time_s = rows_of(whole.time_s, rows);
    curve.depth_nm = rows_of(whole.depth_nm, rows);
    curve.load_uN = rows_of(whole.load_uN, rows);
    for (const Channel& channel : whole.channels)
        curve.channels.push_back({channel.name, channel.unit, rows_of(channel.values, rows)});
    return curve;
}

}  // namespace

TestsOfRows find_tests_of_rows(std::span<const ColumnHead> heads, const TableBody& body) {
    for (std::size_t column = 0; column < heads.size(); ++column) {
        if (!names_tests(heads[column])) continue;
        TestsOfRows found{heads[column].text, {}, {}};
        std::map<std::string, std::size_t> known;
        for (const std::string& label : labels_of(body, column)) {
            const auto [place, is_new] = known.emplace(label, known.size());
            if (is_new) found.names.push_back(label);
            found.test_of_row.push_back(place->second);
        }
        const bool has_all = !known.contains("");
        if (has_all && known.size() > 1 && known.size() * fewest_rows_of_a_run <= body.rows)
            return found;
    }
    return {};
}

void mark_segment_column(Test& test, std::span<const ColumnHead> heads, const TableBody& body) {
    const auto head = std::ranges::find_if(heads, names_segments);
    if (head == heads.end() || !test.marks.empty()) return;
    const auto column = static_cast<std::size_t>(head - heads.begin());
    const std::size_t words = column < body.word_cells.size() ? body.word_cells[column] : 0;
    if (words * fewest_rows_of_a_run > body.rows) return;
    std::vector<SegmentMark> marks;
    const Words labels = labels_of(body, column);
    for (std::size_t row = 0; row < labels.size(); ++row)
        if (row == 0 || labels[row] != labels[row - 1]) marks.push_back({row, labels[row]});
    if (marks.size() < 2 || marks.size() * fewest_rows_of_a_run > body.rows) return;
    test.marks = std::move(marks);
    test.mark_source = words > 0 ? MarkSource::marker : MarkSource::segment_column;
}

void leave_out_words(Test& test, std::span<const ColumnHead> heads, const TableBody& body) {
    std::map<std::size_t, std::string_view> first_words;
    for (const WordFrom& word : body.words) first_words.emplace(word.column, word.word);
    for (const auto& [column, word] : first_words) {
        const ColumnHead& head = heads[column];
        test.inferences.push_back(
            {fmt::format("column '{}'", head.text), "no measured values",
             fmt::format("it holds words, such as '{}'", text_utf8(word.substr(0, most_letters)))});
        std::erase_if(test.curve.channels, [&](const Channel& channel) {
            return channel.name == head.name &&
                   std::ranges::none_of(channel.values,
                                        [](double value) { return is_finite(value); });
        });
    }
}

void set_position(Test& test) {
    std::optional<double> x_um, y_um;
    std::string columns;
    for (const Channel& channel : test.curve.channels) {
        const auto axis = axis_of(channel);
        const auto unit = parse_unit(channel.unit);
        if (!axis || !unit || unit->dimension != Dimension::depth) continue;
        std::optional<double>& place = *axis == 'x' ? x_um : y_um;
        const auto median = median_of(channel.values);
        if (place || !median) continue;
        place = *median * unit->times / unit->per / nm_per_um;
        columns += fmt::format("{}'{}'", columns.empty() ? "" : ", ", channel.name);
    }
    if (!x_um || !y_um) return;
    test.position = StagePosition{*x_um, *y_um};
    test.inferences.push_back({"position", fmt::format("{:g}, {:g} um", *x_um, *y_um),
                               fmt::format("medians of the columns {}", columns)});
}

std::vector<Test> split_tests(Test whole, const TestsOfRows& tests) {
    std::vector<std::vector<std::size_t>> rows(tests.names.size());
    std::vector<std::size_t> place_of_row;
    for (std::size_t row = 0; row < tests.test_of_row.size(); ++row) {
        auto& rows_of_test = rows[tests.test_of_row[row]];
        place_of_row.push_back(rows_of_test.size());
        rows_of_test.push_back(row);
    }
    std::vector<Test> split;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Test test;
        test.number = static_cast<int>(i) + 1;
        test.name = tests.names[i];
        test.curve = curve_of(whole.curve, rows[i]);
        test.inferences = whole.inferences;
        test.inferences.push_back(
            {"tests of the file", fmt::format("{}", rows.size()),
             fmt::format("column '{}': '{}' here", tests.column, tests.names[i])});
        test.reader_flags = whole.reader_flags;
        for (const SegmentMark& mark : whole.marks)
            if (mark.first < place_of_row.size() && tests.test_of_row[mark.first] == i)
                test.marks.push_back({place_of_row[mark.first], mark.label});
        if (test.marks.size() < 2)
            test.marks.clear();
        else
            test.mark_source = whole.mark_source;
        split.push_back(std::move(test));
    }
    return split;
}

}  // namespace sneddon
