// Anton Paar's graph export: curves side by side, four columns each,
//   X_<name>_<k>_Time_[s]  Y_<name>_<k>_Fn_[mN]  X_<name>_<k>_Time_[s]  Y_<name>_<k>_Pd_[nm]
// with a delimiter at the end of every line. <name> may hold underscores, so heads are read from
// the right. Shorter curves leave cells empty.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct GraphColumn {
    std::string curve;     // "HT_V_100mN_1"
    std::string quantity;  // "Time", "Fn", "Pd"
    std::string unit;
};

// "X_HT_V_100mN_1_Time_[s]"
std::optional<GraphColumn> parse_graph_column(std::string_view head) {
    head = unquoted(head);
    if (!head.starts_with("X_") && !head.starts_with("Y_")) return std::nullopt;
    const std::size_t bracket = head.rfind("_[");
    if (bracket == std::string_view::npos || head.back() != ']') return std::nullopt;
    const std::string_view before = head.substr(0, bracket);
    const std::size_t quantity = before.rfind('_');
    if (quantity < 2 || quantity == std::string_view::npos) return std::nullopt;
    return GraphColumn{text_utf8(before.substr(2, quantity - 2)),
                       text_utf8(before.substr(quantity + 1)),
                       std::string(head.substr(bracket + 2, head.size() - bracket - 3))};
}

struct GraphCurve {
    std::string name;
    std::vector<std::size_t> time, load, depth;  // columns
};

// Neighbouring columns of one name are one curve.
Result<std::vector<GraphCurve>> group_columns(const std::vector<ColumnHead>& heads,
                                              const std::vector<GraphColumn>& columns,
                                              const Source& source) {
    std::vector<GraphCurve> curves;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        // A second curve of the same name begins where the first has all of its columns.
        const bool is_same = !curves.empty() && curves.back().name == columns[i].curve &&
                             curves.back().load.size() + curves.back().depth.size() < 2;
        if (!is_same) curves.push_back({columns[i].curve, {}, {}, {}});
        const auto& dimension = heads[i].dimension;
        GraphCurve& curve = curves.back();
        if (dimension == Dimension::time) curve.time.push_back(i);
        if (dimension == Dimension::load) curve.load.push_back(i);
        if (dimension == Dimension::depth) curve.depth.push_back(i);
    }
    for (const GraphCurve& curve : curves) {
        if (!curve.time.empty() && curve.load.size() == 1 && curve.depth.size() == 1) continue;
        return Error{"SND-R017", where(source, 0),
                     fmt::format("curve '{}' has {} time, {} load and {} depth columns", curve.name,
                                 curve.time.size(), curve.load.size(), curve.depth.size()),
                     "time, Fn and Pd of every curve, with their units",
                     "choose Fn and Pd over time for the graph and export it again"};
    }
    return curves;
}

// Rows of this curve: up to the last with a number in it.
std::size_t length_of(const TableBody& body, const GraphCurve& curve) {
    const auto is_empty = [&](std::size_t row) {
        return is_nan(body.columns[curve.time[0]][row]) &&
               is_nan(body.columns[curve.load[0]][row]) &&
               is_nan(body.columns[curve.depth[0]][row]);
    };
    std::size_t length = body.rows;
    while (length > 0 && is_empty(length - 1)) --length;
    return length;
}

bool is_same_number(double a, double b) {
    return a == b || (is_nan(a) && is_nan(b));
}

std::optional<Error> compare_time_axes(const TableBody& body, const GraphCurve& curve,
                                       const Source& source) {
    for (const std::size_t column : curve.time) {
        const auto& first = body.columns[curve.time[0]];
        const auto& other = body.columns[column];
        for (std::size_t row = 0; row < body.rows; ++row) {
            if (is_same_number(first[row], other[row])) continue;
            return Error{
                "SND-R024", std::string(source.name),
                fmt::format("curve '{}': in row {} of the table the time of Fn is {} s and "
                            "the time of Pd is {} s",
                            curve.name, row + 1, number_text(first[row]), number_text(other[row])),
                "load and depth of the same moment in one row",
                "export the tests one by one (with 'Measured values')"};
        }
    }
    return std::nullopt;
}

std::vector<double> scaled(const std::vector<double>& column, std::size_t length,
                           const Unit& unit) {
    std::vector<double> values(column.begin(),
                               column.begin() + static_cast<std::ptrdiff_t>(length));
    for (double& value : values) value = value * unit.times / unit.per;
    return values;
}

Result<Test> make_test(const TableBody& body, const GraphCurve& curve,
                       const std::vector<ColumnHead>& heads, const Source& source) {
    if (auto error = compare_time_axes(body, curve, source)) return *error;
    Test test;
    test.name = curve.name;
    const std::size_t length = length_of(body, curve);
    const auto take = [&](std::size_t column) {
        const ColumnHead& head = heads[column];
        test.inferences.push_back({fmt::format("unit of {}", name(*head.dimension)),
                                   std::string(head.unit->name),
                                   fmt::format("column head '{}'", head.text)});
        return scaled(body.columns[column], length, *head.unit);
    };
    test.curve.load_uN = take(curve.load[0]);
    test.curve.depth_nm = take(curve.depth[0]);
    test.curve.time_s = take(curve.time[0]);
    return test;
}

}  // namespace

bool is_antonpaar_multicurve(const Opening& opening) {
    if (opening.lines.empty()) return false;
    const auto column = parse_graph_column(cells_of(opening.lines[0], '\t')[0]);
    return column && opening.lines[0].find('\t') != std::string_view::npos;
}

// Hardness over depth and its like: values of a sinus test, made from curves that are not here.
std::string graph_without_load(const std::vector<ColumnHead>& heads,
                               const std::vector<GraphColumn>& columns) {
    std::set<std::string> curves, quantities;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (heads[i].dimension == Dimension::load) return "";
        curves.insert(columns[i].curve);
        quantities.insert(columns[i].quantity);
    }
    std::string names;
    for (const std::string& quantity : quantities)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", quantity);
    return fmt::format("graph of {} without load (Anton Paar), {} curves: values, no tests", names,
                       curves.size());
}

Result<FileContent> read_antonpaar_multicurve(const Source& source) {
    LineCursor lines(source.text);
    auto cells = cells_of(lines.next(), '\t');
    while (!cells.empty() && trimmed(cells.back()).empty()) cells.pop_back();
    std::vector<GraphColumn> columns;
    std::vector<ColumnHead> heads;
    for (const std::string_view cell : cells) {
        const auto column = parse_graph_column(cell);
        if (!column)
            return Error{"SND-R017", where(source, 0), fmt::format("head '{}'", excerpt(cell)),
                         "heads like 'Y_<name>_<number>_Fn_[mN]' for every column", ""};
        columns.push_back(*column);
        ColumnHead head = parse_column_head(column->quantity + " [" + column->unit + "]");
        head.text = text_utf8(unquoted(cell));
        heads.push_back(std::move(head));
        // Without a unit there is nothing to ask: the program always writes it.
        if (!heads.back().unit) heads.back().dimension.reset();
    }
    if (auto graph = graph_without_load(heads, columns); !graph.empty()) {
        FileContent content;
        content.companion = std::move(graph);
        return content;
    }
    const auto curves = group_columns(heads, columns, source);
    if (!curves) return curves.error();
    const auto decimal_mark = decide_decimal_mark(source, lines.position(), '\t');
    if (!decimal_mark) return decimal_mark.error();
    TableShape shape;
    shape.columns = heads.size();
    shape.decimal_mark = *decimal_mark;
    shape.short_rows = ShortRows::are_missing;
    const TableBody body = read_table_body(source.text, lines.position(), shape);
    if (body.stopped_at) return not_a_row_error(source, *body.stopped_at, shape.columns);

    FileContent content;
    std::vector<Inference> left_out;
    std::optional<Error> first_empty;
    for (const GraphCurve& curve : *curves) {
        auto test = make_test(body, curve, heads, source);
        if (!test) return test.error();
        if (auto empty = find_empty_curve(test->curve, source, 0)) {
            left_out.push_back({"test of this file left out", curve.name, empty->found});
            if (!first_empty) first_empty = std::move(empty);
            continue;
        }
        test->number = static_cast<int>(content.tests.size()) + 1;
        content.tests.push_back(std::move(test).value());
    }
    if (content.tests.empty()) return first_empty.value();
    auto& inferences = content.tests.front().inferences;
    inferences.insert(inferences.end(), left_out.begin(), left_out.end());
    return content;
}

}  // namespace sneddon
