#include "figure/study/side_by_side.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "figure/plot/axis_ticks.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_in_row = 3;

struct Limits {
    double low = 1e300, high = -1e300;
    void take(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool is_empty() const { return low > high; }
};

enum class Direction { x, y };

void take_values(const Mark& mark, Direction direction, Limits& limits) {
    for (const double value : direction == Direction::x ? mark.x : mark.y) limits.take(value);
    if (direction == Direction::x) return;
    for (const double value : mark.low) limits.take(value);
    for (const double value : mark.high) limits.take(value);
}

void set_equal(Figure& figure, FigureAxis Panel::*axis, Direction direction) {
    Limits stated, drawn;
    for (const Panel& panel : figure.panels) {
        if ((panel.*axis).low) stated.take(*(panel.*axis).low);
        if ((panel.*axis).high) stated.take(*(panel.*axis).high);
        for (const Mark& mark : panel.marks) take_values(mark, direction, drawn);
    }
    const bool is_linear = std::ranges::all_of(figure.panels, [&](const Panel& panel) {
        return (panel.*axis).scale == AxisScale::linear && (panel.*axis).categories.empty();
    });
    if (stated.is_empty() && is_linear && !drawn.is_empty()) {
        const AxisRange range = axis_range(drawn.low, drawn.high);
        stated = {range.low, range.high};
    }
    if (stated.is_empty()) return;
    for (Panel& panel : figure.panels) {
        (panel.*axis).low = stated.low;
        (panel.*axis).high = stated.high;
    }
}

void keep_first_of_legends(Figure& figure) {
    std::set<std::string> seen;
    for (Panel& panel : figure.panels)
        for (Mark& mark : panel.marks)
            if (!mark.legend.empty() && !seen.insert(mark.legend).second) mark.legend.clear();
}

}  // namespace

std::vector<std::string> sample_names(const WrittenStudy& study) {
    std::vector<std::string> names;
    for (const WrittenSample sample : study.results.samples())
        names.push_back(sample.name().value());
    return names;
}

void set_equal_axes(Figure& figure) {
    set_equal(figure, &Panel::x_axis, Direction::x);
    set_equal(figure, &Panel::y_axis, Direction::y);
}

void place_panels(Figure& figure, double row_mm) {
    const std::size_t count = figure.panels.size();
    const std::size_t rows = (count + most_in_row - 1) / most_in_row;
    const std::size_t columns = (count + rows - 1) / rows;
    figure.column_widths.assign(columns, 1);
    figure.row_heights.assign(rows, 1);
    for (std::size_t i = 0; i < count; ++i) {
        Panel& panel = figure.panels[i];
        panel.row = i / columns;
        panel.column = i % columns;
        if (i % columns != 0) panel.y_axis.labels = AxisLabels::hidden;
        if (i + columns < count) panel.x_axis.labels = AxisLabels::hidden;
    }
    keep_first_of_legends(figure);
    figure.width_mm = columns == 1 ? single_column_mm : double_column_mm;
    figure.height_mm = row_mm * static_cast<double>(rows) + 14;  // 14: the legend
}

Drawn side_by_side(const WrittenStudy& study, MakeOfSample make) {
    const std::vector<std::string> samples = sample_names(study);
    if (samples.empty()) return make(study, "");
    Drawn all;
    for (const std::string& sample : samples) {
        Drawn drawn = make(study, sample);
        if (drawn.figures.empty()) {
            if (all.reason.is_empty()) all.reason = drawn.reason;
            continue;
        }
        Figure& figure = drawn.figures.front();
        figure.panels.front().title = sample;
        Words caption;
        caption.add(sample + ". ").add(figure.caption);
        if (all.figures.empty()) {
            figure.caption = caption;
            all.figures.push_back(std::move(figure));
            continue;
        }
        all.figures.front().panels.push_back(std::move(figure.panels.front()));
        all.figures.front().caption.add(" ").add(caption);
    }
    if (all.figures.empty()) return all;
    constexpr double row_mm = 54;
    set_equal_axes(all.figures.front());
    place_panels(all.figures.front(), row_mm);
    all.reason = {};
    return all;
}

}  // namespace sneddon
