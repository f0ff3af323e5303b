// Where the tests stand: labels, or hardness where there are no clusters; any quantity on request.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>

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

/// What tells the marks of a map apart: the clusters, or fifths of a quantity.
struct Classes {
    std::string what;  ///< "label"
    std::vector<std::string> names;
    std::vector<MarkStyle> styles;
    std::vector<std::size_t> of_row;  ///< by rows; names.size(): none
};

Classes labels_of(const WrittenStudy& study, const std::vector<std::size_t>& rows) {
    Classes classes{"label", {}, {}, {}};
    const std::size_t count = cluster_count(study);
    for (std::size_t i = 0; i < count; ++i) {
        classes.names.push_back(cluster_name(study, i));
        classes.styles.push_back(cluster_style(i));
    }
    for (const std::size_t row : rows) {
        const double label = study.tests.value(column::cluster, row);
        const bool is_label = label >= 0 && label < static_cast<double>(count);
        classes.of_row.push_back(is_label ? static_cast<std::size_t>(label) : count);
    }
    return classes;
}

/// Fifths of the values, from low to high, with their unit. No class without a value.
Classes fifths_of(const WrittenStudy& study, const std::vector<std::size_t>& rows,
                  QuantityIndex quantity) {
    Classes classes{"fifth", {}, {}, {}};
    const std::string unit = quantity_axis(quantity).unit;
    const std::vector<double> values = values_of(study, quantity, rows);
    std::vector<double> sorted = values;
    std::erase_if(sorted, [](double value) { return !std::isfinite(value); });
    if (sorted.empty()) return classes;
    std::ranges::sort(sorted);
    const auto limit = [&](std::size_t fifth) {
        return fifth == 5 ? sorted.back()
                          : sorted[std::min(sorted.size() - 1, fifth * sorted.size() / 5)];
    };
    for (std::size_t fifth = 0; fifth < 5; ++fifth) {
        MarkStyle style;
        style.colour = steps[fifth];
        style.shape = MarkShape::square;
        classes.styles.push_back(style);
        classes.names.push_back(number_words(limit(fifth), 3) + " to " +
                                number_words(limit(fifth + 1), 3) +
                                (unit.empty() ? "" : " " + unit));
    }
    for (const double value : values) {
        std::size_t fifth = std::isfinite(value) ? 0 : 5;
        while (fifth < 4 && value >= limit(fifth + 1)) ++fifth;
        classes.of_row.push_back(fifth);
    }
    return classes;
}

void add_marks(const WrittenStudy& study, const std::vector<std::size_t>& rows,
               const Classes& classes, double size_mm, Panel& panel) {
    for (std::size_t i = 0; i < classes.names.size(); ++i) {
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = classes.names[i];
        for (std::size_t at = 0; at < rows.size(); ++at)
            if (classes.of_row[at] == i) mark.tests.push_back(rows[at]);
        mark.x = values_of(study, column::x_um, mark.tests);
        mark.y = values_of(study, column::y_um, mark.tests);
        mark.style = classes.styles[i];
        mark.style.size_mm = size_mm;
        panel.marks.push_back(std::move(mark));
    }
}

/// Above most_marks: so many tests side by side share a cell that no axis has more than 300, and a
/// cell has the class that most of its tests have (of equals that of its first test). A raster of 4
/// places a millimetre over a lattice of another pitch would show stripes that nobody measured.
constexpr double most_cells = 300;

std::size_t tests_per_cell(double length, double pitch) {
    return static_cast<std::size_t>(std::max(1.0, std::ceil(length / pitch / most_cells)));
}

void add_cells(const WrittenStudy& study, const std::vector<std::size_t>& rows,
               const Classes& classes, const Extent& extent, Panel& panel) {
    const std::size_t kinds = classes.names.size();
    FigureAxis& x = panel.x_axis;
    FigureAxis& y = panel.y_axis;
    const double cells_x = std::ceil((*x.high - *x.low) / x.raster_step - 1e-9);
    const double cells_y = std::ceil((*y.high - *y.low) / y.raster_step - 1e-9);
    x.high = *x.low + cells_x * x.raster_step;
    y.high = *y.low + cells_y * y.raster_step;
    const auto columns = static_cast<std::size_t>(cells_x);
    std::vector<std::vector<std::size_t>> counts(kinds);
    const std::size_t cells = columns * static_cast<std::size_t>(cells_y);
    for (auto& of_cells : counts) of_cells.assign(cells, 0);
    std::vector<std::size_t> first(cells, kinds);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::size_t kind = classes.of_row[at], row = rows[at];
        if (kind >= kinds) continue;
        const auto c = static_cast<std::size_t>(
            (study.tests.value(column::x_um, row) - extent.low_x + extent.pitch_x / 2) /
            x.raster_step);
        const auto r = static_cast<std::size_t>(
            (study.tests.value(column::y_um, row) - extent.low_y + extent.pitch_y / 2) /
            y.raster_step);
        const std::size_t cell = r * columns + c;
        ++counts[kind][cell];
        if (first[cell] == kinds) first[cell] = kind;
    }
    for (std::size_t i = 0; i < kinds; ++i) {
        Mark mark;
        mark.kind = MarkKind::point_density;
        mark.name = mark.legend = classes.names[i];
        mark.style = classes.styles[i];
        panel.marks.push_back(std::move(mark));
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (first[cell] == kinds) continue;
        std::size_t most = first[cell];
        for (std::size_t i = 0; i < kinds; ++i)
            if (counts[i][cell] > counts[most][cell]) most = i;
        Mark& mark = panel.marks[most];
        const std::size_t row = cell / columns, column = cell % columns;
        mark.x.push_back(*x.low + (static_cast<double>(column) + 0.5) * x.raster_step);
        mark.y.push_back(*y.low + (static_cast<double>(row) + 0.5) * y.raster_step);
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

/// What a map is drawn of: rows with a position, and where they stand.
struct MapGround {
    std::string load_function;
    std::vector<std::size_t> rows;
    Extent extent;
    double wide = 0, high = 0;
};

std::vector<double> with_finite_place(const WrittenStudy& study, std::vector<std::size_t>& rows) {
    std::erase_if(rows, [&](std::size_t row) {
        return !std::isfinite(study.tests.value(column::x_um, row) +
                              study.tests.value(column::y_um, row));
    });
    return values_of(study, column::x_um, rows);
}

MapGround ground_of(const WrittenStudy& study, const std::string& name) {
    MapGround ground{name, used_rows(study, name), {}};
    const std::vector<double> x = with_finite_place(study, ground.rows);
    if (ground.rows.size() < 4) return ground;
    ground.extent = extent_of(x, values_of(study, column::y_um, ground.rows));
    // Positions of a table scatter about their lattice: the least step is no pitch.
    for (const WrittenMap map : study.results.space().maps())
        if (map.load_function().value() == name && map.places().is_there()) {
            ground.extent.pitch_x = map.pitch_x_um().value();
            ground.extent.pitch_y = map.pitch_y_um().value();
        }
    ground.wide = ground.extent.high_x - ground.extent.low_x + ground.extent.pitch_x;
    ground.high = ground.extent.high_y - ground.extent.low_y + ground.extent.pitch_y;
    return ground;
}

Figure map_figure(const WrittenStudy& study, const MapGround& ground, const Classes& classes,
                  std::string id, std::string title, bool may_be_cells, Words& shown) {
    const Extent& extent = ground.extent;
    Figure figure = new_figure(study, std::move(id), std::move(title));
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Position", "x", "µm", "x_um"};
    panel.y_axis = {"Position", "y", "µm", "y_um"};
    panel.x_axis.low = extent.low_x - extent.pitch_x / 2;
    panel.x_axis.high = extent.high_x + extent.pitch_x / 2;
    panel.y_axis.low = extent.low_y - extent.pitch_y / 2;
    panel.y_axis.high = extent.high_y + extent.pitch_y / 2;
    constexpr double frame_mm = 68;
    figure.height_mm = std::clamp(frame_mm * ground.high / ground.wide, 25.0, 120.0) + 18;
    const double pitch_mm = std::min(frame_mm / ground.wide * extent.pitch_x,
                                     (figure.height_mm - 18) / ground.high * extent.pitch_y);
    const double size_mm = std::clamp(0.8 * pitch_mm, 0.3, 4.0);
    const std::size_t side_x = tests_per_cell(ground.wide, extent.pitch_x);
    const std::size_t side_y = tests_per_cell(ground.high, extent.pitch_y);
    const bool are_cells = may_be_cells && ground.rows.size() > most_marks;
    panel.x_axis.raster_step = static_cast<double>(side_x) * extent.pitch_x;
    panel.y_axis.raster_step = static_cast<double>(side_y) * extent.pitch_y;
    if (are_cells)
        add_cells(study, ground.rows, classes, extent, panel);
    else
        add_marks(study, ground.rows, classes, size_mm, panel);
    if (are_cells && side_x * side_y == 1)
        shown.add(", one cell a test");
    else if (are_cells)
        shown.add(fmt::format(", each cell the most frequent {} of ", classes.what))
            .fixed(fmt::format("{} × {}", side_x, side_y))
            .add(" places");
    return figure;
}

/// Each property where it was measured.
void add_property_map(const WrittenStudy& study, const MapGround& ground, const WrittenGroup& group,
                      QuantityIndex quantity, const std::string& id, std::vector<Figure>& figures) {
    const Classes fifths = fifths_of(study, ground.rows, quantity);
    if (fifths.names.empty()) return;
    const FigureAxis axis = quantity_axis(quantity);
    const std::string word =
        axis.quantity.empty() ? std::string(quantity.info().text) : axis.quantity;
    Words caption(word + (axis.unit.empty() ? " (" : " (" + axis.unit + ", ") +
                  "in fifths of the tests) of the tests of ");
    caption.add(group.name().words()).add(" where they stand on the surface");
    Figure figure = map_figure(study, ground, fifths, id,
                               word + " of the tests of " + ground.load_function, true, caption);
    figure.caption = caption.add(".");
    figures.push_back(std::move(figure));
}

QuantityIndex modulus_of(const WrittenGroup& group) {
    const bool has_E = std::isfinite(group.of_quantity("E_IT_GPa"_q).mean().value());
    return has_E ? "E_IT_GPa"_q : "E_r_GPa"_q;
}

}  // namespace

Drawn draw_map(const WrittenStudy& study) {
    const auto group = longest_hold(study);
    if (!group) return {{}, Words("no test could be used")};
    const MapGround ground = ground_of(study, group->name().value());
    if (ground.rows.size() < 4) return {{}, Words("the tests have no positions")};
    const bool has_labels =
        cluster_count(study) > 1 && !rows_of_label(study, ground.rows, 0).empty();
    const bool is_table = study.results.has_tables();
    const Classes classes =
        has_labels ? labels_of(study, ground.rows) : fifths_of(study, ground.rows, "H_IT_GPa"_q);
    if (classes.names.empty()) return {{}, Words("no test has a hardness or a cluster")};
    Words caption(has_labels ? "Clusters of the tests of "
                             : "Hardness (GPa, in fifths) of the tests of ");
    caption.add(group->name().words()).add(" where they stand on the surface");
    Figure figure =
        map_figure(study, ground, classes, "map", "Map of the tests of " + ground.load_function,
                   has_labels || is_table, caption);
    for (const WrittenMap map : study.results.space().maps())
        if (map.load_function().value() == ground.load_function) add_neighbours(map, caption);
    figure.caption = caption.add(".");
    Drawn drawn{{figure}, {}};
    if (is_table && has_labels) {  // of a table, whose map is its finding
        add_property_map(study, ground, *group, "H_IT_GPa"_q, "map-hardness", drawn.figures);
        add_property_map(study, ground, *group, modulus_of(*group), "map-modulus", drawn.figures);
    }
    return drawn;
}

Drawn draw_map_of(const WrittenStudy& study, const std::string& name) {
    const auto group = longest_hold(study);
    if (!group) return {{}, Words("no test could be used")};
    const MapGround ground = ground_of(study, group->name().value());
    if (ground.rows.size() < 4) return {{}, Words("the tests have no positions")};
    std::optional<QuantityIndex> quantity = find_quantity(name);
    if (name == "hardness") quantity = "H_IT_GPa"_q;
    if (name == "modulus") quantity = modulus_of(*group);
    Drawn drawn;
    if (quantity) add_property_map(study, ground, *group, *quantity, "map-" + name, drawn.figures);
    if (drawn.figures.empty()) drawn.reason = Words("no test has " + name);
    return drawn;
}

}  // namespace sneddon
