#include "sneddon/figure/line_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sneddon/figure/axis_ticks.hpp"
#include "sneddon/figure/markup.hpp"
#include "svg_writer.hpp"

namespace sneddon {
namespace {

constexpr double title_size_mm = 2.82;  // 8 pt
constexpr double label_size_mm = 2.47;  // 7 pt
constexpr double tick_mm = 0.9;
constexpr double gap_mm = 0.8;
constexpr double legend_row_mm = 3.6;
constexpr double legend_key_mm = 5.0;
constexpr double legend_left_mm = 2.0;
constexpr LineStyle axis_style = {"currentColor", "", 0.2};

struct Scale {
    AxisRange range;
    AxisTicks ticks;
    double from_mm = 0, to_mm = 0;
    double mm(double value) const {
        return from_mm + (value - range.low) / (range.high - range.low) * (to_mm - from_mm);
    }
};

AxisRange range_of(const LinePlot& plot, std::vector<double> LineSeries::*values) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const LineSeries& series : plot.series) {
        for (const double value : series.*values) {
            if (!std::isfinite(value)) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return axis_range(low, high);
}

double widest_label_mm(const AxisTicks& ticks) {
    double width = 0;
    for (const double value : ticks.values)
        width = std::max(width, text_width_mm(tick_label(value, ticks.decimals), label_size_mm));
    return width;
}

struct LegendEntry {
    const LineSeries* series;  ///< nullptr: words only
    std::string label;
    double x_mm;
    int row;
};

/// A legend must leave room for the curves: what does not fit is counted in its last row.
std::vector<LegendEntry> with_rows_at_most(std::vector<LegendEntry> entries, int most) {
    if (entries.empty() || entries.back().row < most) return entries;
    const auto is_hidden = [&](const LegendEntry& entry) { return entry.row >= most - 1; };
    const auto first_hidden = std::ranges::find_if(entries, is_hidden);
    const auto hidden = entries.end() - first_hidden;
    entries.erase(first_hidden, entries.end());
    entries.push_back({nullptr, fmt::format("and {} more", hidden), legend_left_mm, most - 1});
    return entries;
}

/// Keys in columns as wide as the widest label, in as many rows as they need.
std::vector<LegendEntry> legend_of(const LinePlot& plot) {
    const double room_mm = plot.width_mm - 2 * legend_left_mm;
    const double key_mm = legend_key_mm + gap_mm;
    std::vector<LegendEntry> entries;
    double widest_mm = 0;
    for (const LineSeries& series : plot.series) {
        if (series.label.empty()) continue;
        entries.push_back({&series, "", 0, 0});
        entries.back().label = shortened(valid_utf8(series.label), room_mm - key_mm, label_size_mm);
        widest_mm = std::max(widest_mm, text_width_mm(entries.back().label, label_size_mm));
    }
    const double column_mm = key_mm + widest_mm + 2 * gap_mm;
    const int columns = std::max(1, static_cast<int>((room_mm + 2 * gap_mm) / column_mm));
    for (int i = 0; LegendEntry & entry : entries) {
        entry.x_mm = legend_left_mm + i % columns * column_mm;
        entry.row = i / columns;
        ++i;
    }
    return with_rows_at_most(std::move(entries),
                             static_cast<int>(0.4 * plot.height_mm / legend_row_mm));
}

/// Places of the axes: what the legend, the titles and the labels leave.
struct Layout {
    Scale x, y;
    std::vector<LegendEntry> legend;
};

Layout layout_of(const LinePlot& plot) {
    Layout layout;
    layout.legend = legend_of(plot);
    const int rows = layout.legend.empty() ? 0 : layout.legend.back().row + 1;
    const double top_mm = 2 + rows * legend_row_mm;
    const double bottom_mm = tick_mm + 1.2 * label_size_mm + 1.7 * title_size_mm;

    layout.y.from_mm = plot.height_mm - bottom_mm;
    layout.y.to_mm = top_mm;
    layout.y.range = range_of(plot, &LineSeries::y);
    const double height_mm = layout.y.from_mm - layout.y.to_mm;
    const int most_y = std::max(2, static_cast<int>(height_mm / (3 * label_size_mm)) + 1);
    layout.y.ticks = axis_ticks(layout.y.range.low, layout.y.range.high, most_y);

    layout.x.range = range_of(plot, &LineSeries::x);
    layout.x.from_mm = 1.6 * title_size_mm + widest_label_mm(layout.y.ticks) + gap_mm + tick_mm;
    layout.x.to_mm = plot.width_mm - 3;
    const double width_mm = layout.x.to_mm - layout.x.from_mm;
    const double between_labels_mm = 1.2 * label_size_mm;
    for (int most = 8; most >= 2; --most) {
        layout.x.ticks = axis_ticks(layout.x.range.low, layout.x.range.high, most);
        const double label_mm = widest_label_mm(layout.x.ticks) + between_labels_mm;
        if (label_mm * static_cast<double>(layout.x.ticks.values.size()) <= width_mm) break;
    }
    return layout;
}

std::string axis_title(const PlotAxis& axis) {
    std::string title = escaped_markup(axis.quantity);
    if (!axis.symbol.empty())
        title +=
            fmt::format(" <tspan font-style=\"italic\">{}</tspan>", escaped_markup(axis.symbol));
    if (!axis.unit.empty()) title += fmt::format(" ({})", escaped_markup(axis.unit));
    return title;
}

void draw_x_axis(SvgWriter& svg, const LinePlot& plot, const Layout& layout) {
    const Scale& x = layout.x;
    const double base_mm = layout.y.from_mm;
    svg.line(x.from_mm, base_mm, x.to_mm, base_mm, axis_style);
    for (const double value : x.ticks.values) {
        svg.line(x.mm(value), base_mm, x.mm(value), base_mm + tick_mm, axis_style);
        svg.text(x.mm(value), base_mm + tick_mm + 1.05 * label_size_mm, TextAnchor::middle,
                 label_size_mm, tick_label(value, x.ticks.decimals));
    }
    svg.text((x.from_mm + x.to_mm) / 2, plot.height_mm - 0.45 * title_size_mm, TextAnchor::middle,
             title_size_mm, axis_title(plot.x_axis));
}

void draw_y_axis(SvgWriter& svg, const LinePlot& plot, const Layout& layout) {
    const Scale& y = layout.y;
    const double base_mm = layout.x.from_mm;
    svg.line(base_mm, y.from_mm, base_mm, y.to_mm, axis_style);
    for (const double value : y.ticks.values) {
        svg.line(base_mm - tick_mm, y.mm(value), base_mm, y.mm(value), axis_style);
        svg.text(base_mm - tick_mm - gap_mm / 2, y.mm(value) + 0.35 * label_size_mm,
                 TextAnchor::end, label_size_mm, tick_label(value, y.ticks.decimals));
    }
    const double title_x = 1.1 * title_size_mm, title_y = (y.from_mm + y.to_mm) / 2;
    svg.text(title_x, title_y, TextAnchor::middle, title_size_mm, axis_title(plot.y_axis),
             fmt::format("rotate(-90 {} {})", mm_text(title_x), mm_text(title_y)));
}

void draw_legend(SvgWriter& svg, const Layout& layout) {
    for (const LegendEntry& entry : layout.legend) {
        const double y_mm = 1 + (entry.row + 0.5) * legend_row_mm;
        if (entry.series)
            svg.line(entry.x_mm, y_mm, entry.x_mm + legend_key_mm, y_mm, entry.series->style);
        svg.text(entry.x_mm + legend_key_mm + gap_mm, y_mm + 0.35 * label_size_mm,
                 TextAnchor::start, label_size_mm, escaped_markup(entry.label));
    }
}

/// M begins a piece after each break; points that fall on the one before are left out.
std::string path_of(const LineSeries& series, const Layout& layout) {
    std::string path, last;
    bool is_broken = true;
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (!std::isfinite(series.x[i]) || !std::isfinite(series.y[i])) {
            is_broken = true;
            continue;
        }
        const std::string point =
            mm_text(layout.x.mm(series.x[i])) + " " + mm_text(layout.y.mm(series.y[i]));
        if (!is_broken && point == last) continue;
        path += is_broken ? "M" : " ";
        path += point;
        last = point;
        is_broken = false;
    }
    return path;
}

void draw_series(SvgWriter& svg, const LinePlot& plot, const Layout& layout) {
    svg.raw("<g stroke-linejoin=\"round\">\n");
    bool is_empty = true;
    for (const LineSeries& series : plot.series) {
        const std::string path = path_of(series, layout);
        if (path.empty()) continue;
        svg.path(path, series.style);
        is_empty = false;
    }
    svg.raw("</g>\n");
    if (is_empty)
        svg.text((layout.x.from_mm + layout.x.to_mm) / 2, (layout.y.from_mm + layout.y.to_mm) / 2,
                 TextAnchor::middle, label_size_mm, "no points");
}

}  // namespace

std::string line_plot_svg(const LinePlot& plot, SvgPlace place) {
    const Layout layout = layout_of(plot);
    const bool is_file = place == SvgPlace::own_file;
    const std::string width = mm_text(plot.width_mm), height = mm_text(plot.height_mm);
    SvgWriter svg;
    if (is_file) svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.raw(fmt::format(
        "<svg {}role=\"img\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" "
        "fill=\"currentColor\" font-family=\"Helvetica, Arial, 'Liberation Sans', "
        "'DejaVu Sans', sans-serif\">\n",
        is_file ? "xmlns=\"http://www.w3.org/2000/svg\" " : "", width, height, width, height));
    svg.raw(fmt::format("<title>{}</title>\n", escaped_markup(plot.title)));
    if (!plot.description.empty())
        svg.raw(fmt::format("<desc>{}</desc>\n", escaped_markup(plot.description)));
    draw_legend(svg, layout);
    draw_x_axis(svg, plot, layout);
    draw_y_axis(svg, plot, layout);
    draw_series(svg, plot, layout);
    svg.raw("</svg>\n");
    return svg.take();
}

}  // namespace sneddon
