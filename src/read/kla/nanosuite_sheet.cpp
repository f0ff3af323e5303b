#include "read/kla/nanosuite_sheet.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "base/nan.hpp"
#include "model/no_time.hpp"
#include "read/csv_side_columns.hpp"
#include "read/text/curve_columns.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t first_row = 2;  // of the points, behind names and units
// A column with fewer cells than an eighth of the rows is no channel: NanoSuite fills every row,
// and the memory of a column is paid for by its cells.
constexpr std::size_t fewest_filled = 8;

// Beside them stand "Raw Load", "Harmonic Load", "Contact Depth" and others in the same units,
// which are never taken for them, not even where the unit of one of these is not known.
struct CurveName {
    std::string_view name;
    Dimension dimension;
};
constexpr std::array curve_names = {CurveName{nanosuite_depth, Dimension::depth},
                                    CurveName{"Load On Sample", Dimension::load},
                                    CurveName{"Time On Sample", Dimension::time}};

std::vector<ColumnHead> heads_of(const Workbook& book, const XlsCells& cells) {
    std::vector<std::string> names, units;
    for (const XlsCell& cell : cells.cells) {
        if (cell.row >= first_row) continue;
        auto& row = cell.row == 0 ? names : units;
        if (row.size() <= cell.column) row.resize(std::size_t{cell.column} + 1);
        row[cell.column] = std::string(trimmed(book.text(cells, cell)));
    }
    units.resize(names.size());
    std::vector<ColumnHead> heads;
    for (std::size_t i = 0; i < names.size(); ++i)
        heads.push_back(parse_column_head(
            units[i].empty() ? names[i] : fmt::format("{} ({})", names[i], units[i])));
    for (const auto& [name, dimension] : curve_names) {
        if (std::ranges::find(heads, name, &ColumnHead::name) == heads.end()) continue;
        for (ColumnHead& head : heads)
            if (head.name != name && head.dimension == dimension) head.dimension.reset();
    }
    return heads;
}

/// The rows of the sheet that are points: those with a load, a depth or a time. The row "END" and
/// empty rows are none. What it costs is bounded by the cells, not by the numbers of the rows.
class PointsOfRows {
  public:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    PointsOfRows(const Workbook& book, const XlsCells& cells, const CurveColumns& columns) {
        for (const XlsCell& cell : cells.cells) {
            const bool is_of_curve = std::ranges::any_of(
                columns.there(),
                [&](const CurveColumn* column) { return column->index == cell.column; });
            if (!is_of_curve || cell.row < first_row) continue;
            if (cell.text != 0 && trimmed(book.text(cells, cell)).empty()) continue;
            if (rows_.empty() || rows_.back() != cell.row) rows_.push_back(cell.row);
        }
        if (!std::ranges::is_sorted(rows_)) std::ranges::sort(rows_);
        rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    }
    std::size_t size() const { return rows_.size(); }
    std::size_t of_row(std::uint32_t row) {
        const std::size_t point = at_or_below(row);
        return point != none && rows_[point] == row ? point : none;
    }
    /// The first point in the row or below it; `none` behind the last.
    std::size_t at_or_below(std::uint32_t row) {
        if (row == asked_for_) return answer_;  // cells stand row by row
        const auto found = std::ranges::lower_bound(rows_, row);
        asked_for_ = row;
        answer_ = found == rows_.end() ? none : static_cast<std::size_t>(found - rows_.begin());
        return answer_;
    }

  private:
    std::vector<std::uint32_t> rows_;
    std::size_t asked_for_ = none, answer_ = none;
};

double number_of(const Workbook& book, const XlsCells& cells, const XlsCell& cell) {
    double value = cell.number;
    if (cell.text != 0) {
        // Saved again by an Excel of another language, numbers are texts with a decimal comma.
        const std::string_view text = trimmed(book.text(cells, cell));
        const char mark = text.find(',') == std::string_view::npos ? '.' : ',';
        value = parse_number(text, mark).value_or(nan);
    }
    return is_finite(value) && std::abs(value) < no_value_from ? value : nan;
}

TableBody body_of(const Workbook& book, const XlsCells& cells, PointsOfRows& points,
                  std::size_t columns) {
    std::vector<std::size_t> filled(columns, 0);
    for (const XlsCell& cell : cells.cells)
        if (cell.column < columns && points.of_row(cell.row) != PointsOfRows::none)
            ++filled[cell.column];
    TableBody body;
    body.columns.resize(columns);
    body.rows = points.size();
    for (std::size_t i = 0; i < columns; ++i)
        if (fewest_filled * filled[i] >= points.size()) body.columns[i].assign(points.size(), nan);
    for (const XlsCell& cell : cells.cells) {
        if (cell.column >= columns || body.columns[cell.column].empty()) continue;
        const std::size_t point = points.of_row(cell.row);
        if (point != PointsOfRows::none)
            body.columns[cell.column][point] = number_of(book, cells, cell);
    }
    return body;
}

// "Load Segment Type", "Cycle Unload Marker 2", ... in the first column. "END" begins nothing.
void mark_segments(const Workbook& book, const XlsCells& cells, PointsOfRows& points, Test& test) {
    for (const XlsCell& cell : cells.cells) {
        if (cell.column != 0 || cell.row < first_row || cell.text == 0) continue;
        const std::string_view label = trimmed(book.text(cells, cell));
        const std::size_t point = points.at_or_below(cell.row);
        if (label.empty() || label == "END" || point == PointsOfRows::none) continue;
        test.marks.push_back({point, std::string(label)});
        if (label.starts_with("Cycle Unload Marker")) ++test.declared_cycles;
    }
    std::ranges::stable_sort(test.marks, {}, &SegmentMark::first);
    const auto is_same = [](const SegmentMark& a, const SegmentMark& b) {
        return a.first == b.first;
    };
    test.marks.erase(std::unique(test.marks.begin(), test.marks.end(), is_same), test.marks.end());
    if (!test.marks.empty() && test.marks[0].first > 0)
        test.marks.insert(test.marks.begin(), SegmentMark{0, ""});
    if (test.marks.size() < 2) test.marks.clear();
    if (!test.marks.empty()) test.mark_source = MarkSource::marker;
}

void leave_out_channels_without_cells(Test& test) {
    std::erase_if(test.curve.channels, [&](const Channel& channel) {
        return channel.values.size() != test.curve.size() ||
               std::ranges::none_of(channel.values, [](double value) { return is_finite(value); });
    });
}

}  // namespace

Result<Test> read_nanosuite_sheet(const Workbook& book, const XlsCells& cells,
                                  const Source& source) {
    const auto heads = heads_of(book, cells);
    if (heads.empty())
        return Error{"SND-R010", where(source, 0), "an empty sheet", "the samples of a test",
                     "export the test again, or leave the file out"};
    const auto columns = find_curve_columns(heads, source, 0, TimeColumn::may_be_absent);
    if (!columns) return columns.error();
    PointsOfRows points(book, cells, *columns);
    TableBody body = body_of(book, cells, points, heads.size());
    for (const CurveColumn* column : columns->there())
        if (body.columns[column->index].empty())
            body.columns[column->index].assign(points.size(), nan);
    Test test;
    test.curve = take_curve(body, heads, *columns);
    if (auto error = find_empty_curve(test.curve, source, 0)) return *error;
    leave_out_channels_without_cells(test);
    mark_segments(book, cells, points, test);
    if (!columns->has_time) test.reader_flags.emplace_back(no_time_column);
    for (const CurveColumn* column : columns->there()) test.inferences.push_back(column->inference);
    set_position(test);
    return test;
}

}  // namespace sneddon
