#include "figure/plot/figure_layout.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/markup.hpp"
#include "base/nan.hpp"
#include "figure/plot/figure_legend.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {
namespace {

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void include(const std::vector<double>& values, AxisScale scale) {
        for (const double value : values) {
            if (!std::isfinite(value) || (scale == AxisScale::logarithm && value <= 0)) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
};

bool is_x_shared(const Panel& a, const Panel& b) {
    return a.column == b.column && a.x_axis.column == b.x_axis.column;
}
bool is_y_shared(const Panel& a, const Panel& b) {
    return a.row == b.row && a.y_axis.column == b.y_axis.column;
}

/// A mark with whiskers on the axis would hide behind it.
bool has_whiskers(const Figure& figure) {
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks)
            if (mark.kind == MarkKind::points && !mark.low.empty()) return true;
    return false;
}

void set_range(FigureScale& scale, const FigureAxis& axis, Extent extent, bool has_bars) {
    scale.kind = axis.scale;
    if (!axis.categories.empty()) {
        scale.low = -0.6;
        scale.high = static_cast<double>(axis.categories.size()) - 0.4;
        return;
    }
    if (has_bars && axis.scale == AxisScale::linear) {
        extent.low = std::min(extent.low, 0.0);
        extent.high = std::max(extent.high, 0.0);
    }
    if (axis.scale == AxisScale::logarithm) {
        const bool is_empty = extent.low > extent.high;
        scale.low = axis.low.value_or(is_empty ? 1 : extent.low / 1.15);
        scale.high = axis.high.value_or(is_empty ? 10 : extent.high * 1.15);
        return;
    }
    AxisRange range = axis_range(extent.low, extent.high);
    if (has_bars && extent.low >= 0) range.low = 0;
    scale.low = axis.low.value_or(range.low);
    scale.high = axis.high.value_or(range.high);
}

/// "10⁻⁵": digits of an exponent, raised.
std::string power_of_ten(int exponent) {
    constexpr std::string_view raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "10⁻" : "10";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += raised[static_cast<std::size_t>(digit - '0')];
    return text;
}

void set_log_ticks(FigureScale& scale) {
    const int first = static_cast<int>(std::floor(std::log10(scale.low)));
    const int last = static_cast<int>(std::ceil(std::log10(scale.high)));
    const int decades = last - first;
    const int step = decades > 8 ? (decades + 7) / 8 : 1;
    // One way of writing for a whole axis: never 0.0001 beside 1e-05.
    const bool are_powers = scale.low < 1e-3 || scale.high > 1e4;
    const auto is_inside = [&](double value) {
        return value >= scale.low * (1 - 1e-9) && value <= scale.high * (1 + 1e-9);
    };
    scale.minor_ticks.clear();
    for (int exponent = first; exponent <= last; ++exponent)
        for (int mantissa = 1; mantissa < 10; ++mantissa) {
            const double value = mantissa * std::pow(10.0, exponent);
            if (!is_inside(value)) continue;
            const bool is_decade = mantissa == 1 && (exponent - first) % step == 0;
            const bool is_labelled =
                is_decade || (decades <= 2 && !are_powers && (mantissa == 2 || mantissa == 5));
            if (!is_labelled) {
                if (step == 1) scale.minor_ticks.push_back(value);
                continue;
            }
            scale.ticks.push_back(value);
            scale.labels.push_back(
                {are_powers ? power_of_ten(exponent) : fmt::format("{:g}", value)});
        }
}

void set_ticks(FigureScale& scale, const FigureAxis& axis, int most, double label_room_mm) {
    scale.ticks.clear();
    scale.labels.clear();
    if (!axis.categories.empty()) {
        for (std::size_t i = 0; i < axis.categories.size(); ++i) {
            scale.ticks.push_back(static_cast<double>(i));
            scale.labels.push_back(
                wrapped(valid_utf8(axis.categories[i]), label_room_mm, type::label_mm));
        }
        return;
    }
    if (scale.kind == AxisScale::logarithm) return set_log_ticks(scale);
    const AxisTicks ticks = axis_ticks(scale.low, scale.high, most);
    scale.ticks = ticks.values;
    for (const double value : ticks.values)
        scale.labels.push_back({tick_label(value, ticks.decimals)});
}

double widest_mm(const FigureScale& scale) {
    double width = 0;
    for (const auto& lines : scale.labels) width = std::max(width, label_width_mm(lines));
    return width;
}

std::size_t most_lines(const FigureScale& scale) {
    std::size_t most = 1;
    for (const auto& lines : scale.labels) most = std::max(most, lines.size());
    return most;
}

double sum(const std::vector<double>& values, std::size_t count) {
    double total = 0;
    for (std::size_t i = 0; i < std::min(count, values.size()); ++i) total += values[i];
    return total;
}

/// Margins of each column and row: the greatest that one of their panels needs.
struct Margins {
    std::vector<double> left, right, top, bottom;
};

double bottom_of(const Panel& panel, const PanelLayout& layout) {
    if (panel.x_axis.labels != AxisLabels::shown) return 1.5;
    const double title = panel.x_axis.quantity.empty() ? 0.5 : 1.7 * type::title_mm;
    if (!layout.has_turned_labels)
        return type::tick_mm + 0.2 * type::label_mm + title +
               (static_cast<double>(most_lines(layout.x)) - 1) * type::line_mm + type::label_mm;
    const double label = std::min(widest_mm(layout.x), type::most_turned_mm);
    return type::tick_mm + 0.65 * label + type::label_mm + title;
}

/// How far the label of the last tick of x goes beyond the frame.
double right_of(const Panel& panel, const PanelLayout& layout) {
    const FigureScale& x = layout.x;
    if (panel.x_axis.labels != AxisLabels::shown || x.labels.empty() || layout.has_turned_labels)
        return 0;
    return 0.5 + label_width_mm(x.labels.back()) / 2 - (x.to_mm - x.mm(x.ticks.back()));
}

double left_of(const Panel& panel, const PanelLayout& layout) {
    if (panel.y_axis.labels != AxisLabels::shown) return 2;
    const double title = (panel.y_axis.quantity + panel.y_axis.symbol).empty()
                             ? 1
                             : 1.6 * type::title_mm + subscript_mm(panel.y_axis);
    return title + widest_mm(layout.y) + type::gap_mm + type::tick_mm;
}

Margins margins_of(const Figure& figure, const std::vector<PanelLayout>& layouts) {
    const std::size_t columns = figure.column_widths.size(), rows = figure.row_heights.size();
    Margins margins;
    margins.left.resize(columns, 2);
    margins.right.resize(columns, 1.5);
    margins.top.resize(rows, 1.2);
    margins.bottom.resize(rows, 1.5);
    if (columns > 0) margins.right[columns - 1] = 3;
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        const Panel& panel = figure.panels[i];
        double& left = margins.left[panel.column];
        left = std::max(left, left_of(panel, layouts[i]));
        double& right = margins.right[panel.column];
        right = std::max(right, right_of(panel, layouts[i]));
        double& bottom = margins.bottom[panel.row];
        bottom = std::max(bottom, bottom_of(panel, layouts[i]));
        if (!panel.title.empty()) margins.top[panel.row] = 1.2 + 1.4 * type::label_mm;
    }
    return margins;
}

void place_frames(const Figure& figure, double legend_mm, std::vector<PanelLayout>& layouts) {
    const Margins margins = margins_of(figure, layouts);
    const std::size_t columns = figure.column_widths.size(), rows = figure.row_heights.size();
    const double width = figure.width_mm - sum(margins.left, columns) - sum(margins.right, columns);
    const double height =
        figure.height_mm - legend_mm - sum(margins.top, rows) - sum(margins.bottom, rows);
    const double all_widths = sum(figure.column_widths, columns);
    const double all_heights = sum(figure.row_heights, rows);
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        const std::size_t c = figure.panels[i].column, r = figure.panels[i].row;
        FigureScale& x = layouts[i].x;
        FigureScale& y = layouts[i].y;
        x.from_mm = sum(margins.left, c + 1) + sum(margins.right, c) +
                    width * sum(figure.column_widths, c) / all_widths;
        x.to_mm = x.from_mm + width * figure.column_widths[c] / all_widths;
        y.to_mm = legend_mm + sum(margins.top, r + 1) + sum(margins.bottom, r) +
                  height * sum(figure.row_heights, r) / all_heights;
        y.from_mm = y.to_mm + height * figure.row_heights[r] / all_heights;
    }
}

void fit_ticks(const Panel& panel, PanelLayout& layout) {
    const double height = layout.y.from_mm - layout.y.to_mm;
    const double width = layout.x.to_mm - layout.x.from_mm;
    const int most_y = std::clamp(static_cast<int>(height / (2.6 * type::label_mm)) + 1, 2, 9);
    set_ticks(layout.y, panel.y_axis, most_y, type::most_left_mm);
    for (auto& lines : layout.y.labels)
        for (std::string& line : lines) line = shortened(line, type::most_left_mm, type::label_mm);
    if (!panel.x_axis.categories.empty()) {
        const double cell =
            width / static_cast<double>(panel.x_axis.categories.size()) - type::gap_mm;
        set_ticks(layout.x, panel.x_axis, 8, cell);
        layout.has_turned_labels = widest_mm(layout.x) > cell || most_lines(layout.x) > 3;
        if (layout.has_turned_labels) set_ticks(layout.x, panel.x_axis, 8, 1e9);
        return;
    }
    if (panel.x_axis.scale == AxisScale::logarithm)
        return set_ticks(layout.x, panel.x_axis, 8, 1e9);
    for (int most = 8; most >= 2; --most) {
        set_ticks(layout.x, panel.x_axis, most, 1e9);
        const double label = widest_mm(layout.x) + 1.2 * type::label_mm;
        if (label * static_cast<double>(layout.x.ticks.size()) <= width) break;
    }
}

void set_ranges(const Figure& figure, std::vector<PanelLayout>& layouts) {
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        const Panel& panel = figure.panels[i];
        Extent x, y;
        bool has_bars = false;
        for (const Panel& other : figure.panels)
            for (const Mark& mark : other.marks) {
                if (is_x_shared(panel, other)) x.include(mark.x, panel.x_axis.scale);
                if (!is_y_shared(panel, other)) continue;
                has_bars |= mark.kind == MarkKind::bars || mark.kind == MarkKind::area;
                for (const auto* values : {&mark.y, &mark.low, &mark.high})
                    y.include(*values, panel.y_axis.scale);
            }
        set_range(layouts[i].x, panel.x_axis, x, false);
        FigureScale& scale = layouts[i].x;
        if (has_whiskers(figure) && scale.low == 0 && x.low == 0 && panel.x_axis.categories.empty())
            scale.low = -0.05 * scale.high;
        set_range(layouts[i].y, panel.y_axis, y, has_bars);
    }
}

}  // namespace

double label_width_mm(const std::vector<std::string>& lines) {
    double width = 0;
    for (const std::string& line : lines)
        width = std::max(width, text_width_mm(line, type::label_mm));
    return width;
}

double subscript_mm(const FigureAxis& axis) {
    return axis.symbol.find('_') == std::string::npos ? 0 : 0.6;
}

double FigureScale::mm(double value) const {
    if (!std::isfinite(value)) return value;
    if (kind == AxisScale::linear)
        return from_mm + (value - low) / (high - low) * (to_mm - from_mm);
    if (value <= 0) return nan;
    return from_mm + std::log(value / low) / std::log(high / low) * (to_mm - from_mm);
}

FigureLayout layout_of(const Figure& figure) {
    FigureLayout layout;
    layout.panels.resize(figure.panels.size());
    layout.legend = legend_of(figure);
    const double legend_mm = layout.legend.empty()
                                 ? (figure.is_simulated ? legend_row_mm : 1.0)
                                 : layout.legend.back().y_mm + 0.5 * legend_row_mm + 0.4;
    set_ranges(figure, layout.panels);
    for (std::size_t i = 0; i < layout.panels.size(); ++i)
        set_ticks(layout.panels[i].y, figure.panels[i].y_axis, 6, type::most_left_mm);
    // Labels decide margins and margins decide how many labels there is room for: twice settles it.
    for (int turn = 0; turn < 3; ++turn) {
        place_frames(figure, legend_mm, layout.panels);
        for (std::size_t i = 0; i < layout.panels.size(); ++i)
            fit_ticks(figure.panels[i], layout.panels[i]);
    }
    place_frames(figure, legend_mm, layout.panels);
    return layout;
}

}  // namespace sneddon
