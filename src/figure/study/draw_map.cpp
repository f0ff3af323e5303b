// Where the tests stand: labels, or hardness where there are no clusters.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

// Five steps of lightness, the same order in grey (after viridis; van der Walt and Smith 2015).
constexpr std::string_view steps[] = {"#440154", "#3B528B", "#21918C", "#5EC962", "#D8C31A"};

struct Extent {
    double low_x = 1e300, high_x = -1e300, low_y = 1e300, high_y = -1e300;
    double pitch_x = 1, pitch_y = 1;
};

double smallest_step(std::vector<double> values) {
    std::ranges::sort(values);
    double step = 1e300;
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] - values[i - 1] > 1e-3) step = std::min(step, values[i] - values[i - 1]);
    return step < 1e300 ? step : 1;
}

Extent extent_of(const std::vector<double>& x, const std::vector<double>& y) {
    Extent extent;
    extent.low_x = *std::ranges::min_element(x);
    extent.high_x = *std::ranges::max_element(x);
    extent.low_y = *std::ranges::min_element(y);
    extent.high_y = *std::ranges::max_element(y);
    extent.pitch_x = smallest_step(x);
    extent.pitch_y = smallest_step(y);
    return extent;
}

Mark square_mark(const WrittenStudy& study, const std::vector<std::size_t>& rows,
                 const std::string& name, const MarkStyle& style) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = name;
    mark.tests = rows;
    mark.x = values_of(study, column::x_um, rows);
    mark.y = values_of(study, column::y_um, rows);
    mark.style = style;
    mark.style.shape = MarkShape::square;
    return mark;
}

void add_labels(const WrittenStudy& study, const std::vector<std::size_t>& rows, double size_mm,
                Panel& panel) {
    for (std::size_t i = 0; i < cluster_count(study); ++i) {
        Mark mark =
            square_mark(study, rows_of_label(study, rows, i), cluster_name(i), cluster_style(i));
        mark.style.shape = cluster_style(i).shape;
        mark.style.size_mm = size_mm;
        panel.marks.push_back(std::move(mark));
    }
}

/// Above most_marks: so many tests side by side share a cell that no axis has more than 300, and a
/// cell has the label that most of its tests have (of equals that of its first test). A raster of 4
/// places a millimetre over a lattice of another pitch would show stripes that nobody measured.
constexpr double most_cells = 300;

std::size_t tests_per_cell(double length, double pitch) {
    return static_cast<std::size_t>(std::max(1.0, std::ceil(length / pitch / most_cells)));
}

void add_cells(const WrittenStudy& study, const std::vector<std::size_t>& rows,
               const Extent& extent, Panel& panel) {
    const std::size_t labels = cluster_count(study);
    FigureAxis& x = panel.x_axis;
    FigureAxis& y = panel.y_axis;
    const double cells_x = std::ceil((*x.high - *x.low) / x.raster_step - 1e-9);
    const double cells_y = std::ceil((*y.high - *y.low) / y.raster_step - 1e-9);
    x.high = *x.low + cells_x * x.raster_step;
    y.high = *y.low + cells_y * y.raster_step;
    const auto columns = static_cast<std::size_t>(cells_x);
    std::vector<std::vector<std::size_t>> counts(labels);
    const std::size_t cells = columns * static_cast<std::size_t>(cells_y);
    for (auto& of_cells : counts) of_cells.assign(cells, 0);
    std::vector<std::size_t> first(cells, labels);
    for (const std::size_t row : rows) {
        const double label = study.tests.value(column::cluster, row);
        if (!(label >= 0) || label >= static_cast<double>(labels)) continue;
        const auto c = static_cast<std::size_t>(
            (study.tests.value(column::x_um, row) - extent.low_x + extent.pitch_x / 2) /
            x.raster_step);
        const auto r = static_cast<std::size_t>(
            (study.tests.value(column::y_um, row) - extent.low_y + extent.pitch_y / 2) /
            y.raster_step);
        const std::size_t cell = r * columns + c;
        ++counts[static_cast<std::size_t>(label)][cell];
        if (first[cell] == labels) first[cell] = static_cast<std::size_t>(label);
    }
    for (std::size_t i = 0; i < labels; ++i) {
        Mark mark;
        mark.kind = MarkKind::point_density;
        mark.name = mark.legend = cluster_name(i);
        mark.style = cluster_style(i);
        panel.marks.push_back(std::move(mark));
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (first[cell] == labels) continue;
        std::size_t most = first[cell];
        for (std::size_t i = 0; i < labels; ++i)
            if (counts[i][cell] > counts[most][cell]) most = i;
        Mark& mark = panel.marks[most];
        const std::size_t row = cell / columns, column = cell % columns;
        mark.x.push_back(*x.low + (static_cast<double>(column) + 0.5) * x.raster_step);
        mark.y.push_back(*y.low + (static_cast<double>(row) + 0.5) * y.raster_step);
    }
}

/// Fifths of the values, from low to high.
void add_fifths(const WrittenStudy& study, const std::vector<std::size_t>& rows,
                QuantityIndex quantity, double size_mm, Panel& panel) {
    std::vector<double> sorted = values_of(study, quantity, rows);
    std::erase_if(sorted, [](double value) { return !std::isfinite(value); });
    if (sorted.empty()) return;
    std::ranges::sort(sorted);
    const auto limit = [&](std::size_t fifth) {
        return sorted[std::min(sorted.size() - 1, fifth * sorted.size() / 5)];
    };
    for (std::size_t fifth = 0; fifth < 5; ++fifth) {
        std::vector<std::size_t> rows_of_fifth;
        for (const std::size_t row : rows) {
            const double value = study.tests.value(quantity, row);
            const bool is_above = fifth == 0 || value >= limit(fifth);
            if (is_above && (fifth == 4 || value < limit(fifth + 1))) rows_of_fifth.push_back(row);
        }
        MarkStyle style;
        style.colour = steps[fifth];
        style.size_mm = size_mm;
        const double to = fifth == 4 ? sorted.back() : limit(fifth + 1);
        panel.marks.push_back(
            square_mark(study, rows_of_fifth,
                        number_words(limit(fifth), 3) + " to " + number_words(to, 3), style));
    }
}

void add_neighbours(const WrittenMap& map, Words& caption) {
    const WrittenPermuted same = map.labels().same_label();
    if (!same.is_there()) return;
    caption.add(". Neighbours with the same label: ")
        .add(same.value().words(3))
        .add(", by chance ")
        .add(same.expected().words(3))
        .add(" (p = ")
        .add(same.p().words(2))
        .add(")");
}

}  // namespace

Drawn draw_map(const WrittenStudy& study) {
    const auto group = longest_hold(study);
    if (!group) return {{}, Words("no test could be used")};
    const std::string name = group->name().value();
    std::vector<std::size_t> rows = used_rows(study, name);
    std::erase_if(rows, [&](std::size_t row) {
        return !std::isfinite(study.tests.value(column::x_um, row) +
                              study.tests.value(column::y_um, row));
    });
    if (rows.size() < 4) return {{}, Words("the tests have no positions")};
    const std::vector<double> x = values_of(study, column::x_um, rows);
    const std::vector<double> y = values_of(study, column::y_um, rows);
    const Extent extent = extent_of(x, y);
    const double wide = extent.high_x - extent.low_x + extent.pitch_x;
    const double high = extent.high_y - extent.low_y + extent.pitch_y;
    Figure figure = new_figure(study, "map", "Map of the tests of " + name);
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Position", "x", "µm", "x_um"};
    panel.y_axis = {"Position", "y", "µm", "y_um"};
    panel.x_axis.low = extent.low_x - extent.pitch_x / 2;
    panel.x_axis.high = extent.high_x + extent.pitch_x / 2;
    panel.y_axis.low = extent.low_y - extent.pitch_y / 2;
    panel.y_axis.high = extent.high_y + extent.pitch_y / 2;
    constexpr double frame_mm = 68;
    figure.height_mm = std::clamp(frame_mm * high / wide, 25.0, 120.0) + 18;
    const double pitch_mm =
        std::min(frame_mm / wide * extent.pitch_x, (figure.height_mm - 18) / high * extent.pitch_y);
    const double size_mm = std::clamp(0.8 * pitch_mm, 0.3, 4.0);
    const bool has_labels = !rows_of_label(study, rows, 0).empty();
    const std::size_t side_x = tests_per_cell(wide, extent.pitch_x);
    const std::size_t side_y = tests_per_cell(high, extent.pitch_y);
    const bool are_cells = has_labels && rows.size() > most_marks;
    panel.x_axis.raster_step = static_cast<double>(side_x) * extent.pitch_x;
    panel.y_axis.raster_step = static_cast<double>(side_y) * extent.pitch_y;
    if (are_cells)
        add_cells(study, rows, extent, panel);
    else if (has_labels)
        add_labels(study, rows, size_mm, panel);
    else
        add_fifths(study, rows, "H_IT_GPa"_q, size_mm, panel);
    if (panel.marks.empty()) return {{}, Words("no test has a hardness or a cluster")};
    figure.caption
        .add(has_labels ? "Clusters of the tests of "
                        : "Hardness (GPa, in fifths) of the tests of ")
        .add(group->name().words())
        .add(" where they stand on the surface");
    if (are_cells && side_x * side_y == 1)
        figure.caption.add(", one cell a test");
    else if (are_cells)
        figure.caption.add(", each cell the most frequent label of ")
            .fixed(fmt::format("{} × {}", side_x, side_y))
            .add(" places");
    for (const WrittenMap map : study.results.space().maps())
        if (map.load_function().value() == name) add_neighbours(map, figure.caption);
    figure.caption.add(".");
    return {{figure}, {}};
}

}  // namespace sneddon
