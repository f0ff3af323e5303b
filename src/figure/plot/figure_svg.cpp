#include <fmt/core.h>

#include "base/markup.hpp"
#include "base/nan.hpp"
#include "figure/plot/figure.hpp"
#include "figure/plot/figure_layout.hpp"
#include "figure/plot/figure_legend.hpp"
#include "figure/plot/figure_marks.hpp"
#include "figure/plot/line_path.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {
namespace {

constexpr LineStyle axis_style = {"currentColor", "", 0.2};

/// H in italics, IT lowered: by dy, which every program understands, not by baseline-shift.
std::string symbol_markup(const std::string& symbol) {
    if (const std::size_t slash = symbol.find('/'); slash != std::string::npos)
        return symbol_markup(symbol.substr(0, slash)) + "/" +
               symbol_markup(symbol.substr(slash + 1));
    const std::size_t low = symbol.find('_');
    std::string base = symbol.substr(0, low);
    if (base == "eta") base = "η";
    std::string markup =
        fmt::format("<tspan font-style=\"italic\">{}</tspan>", escaped_markup(base));
    if (low == std::string::npos) return markup;
    return markup + fmt::format(
                        "<tspan dy=\"0.6\" font-size=\"1.9\">{}</tspan>"
                        "<tspan dy=\"-0.6\">\u200B</tspan>",
                        escaped_markup(symbol.substr(low + 1)));
}

std::string axis_title(const FigureAxis& axis) {
    std::string title = escaped_markup(axis.quantity);
    if (!axis.symbol.empty()) title += (title.empty() ? "" : " ") + symbol_markup(axis.symbol);
    if (!axis.unit.empty()) title += fmt::format(" ({})", escaped_markup(axis.unit));
    return title;
}

/// From the first to the last line of a label.
double below_mm(const std::vector<std::string>& lines) {
    return (static_cast<double>(lines.size()) - 1) * type::line_mm;
}

void draw_label(SvgWriter& svg, double x_mm, double y_mm, TextAnchor anchor,
                const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        svg.text(x_mm, y_mm + static_cast<double>(i) * type::line_mm, anchor, type::label_mm,
                 escaped_markup(lines[i]));
}

void draw_x_axis(SvgWriter& svg, const FigureAxis& axis, const PanelLayout& layout) {
    const FigureScale& x = layout.x;
    const double base = layout.y.from_mm;
    if (axis.labels == AxisLabels::none) return;
    svg.line(x.from_mm, base, x.to_mm, base, axis_style);
    if (axis.labels == AxisLabels::hidden) return;
    std::string ticks;
    for (const double tick : x.minor_ticks)
        ticks += fmt::format("M{} {}v{}", mm_text(x.mm(tick)), mm_text(base),
                             mm_text(0.5 * type::tick_mm));
    for (const double tick : x.ticks)
        ticks +=
            fmt::format("M{} {}v{}", mm_text(x.mm(tick)), mm_text(base), mm_text(type::tick_mm));
    svg.raw("<g class=\"ticks\" data-axis=\"x\">\n");
    if (!ticks.empty()) svg.path(ticks, axis_style);
    double lowest = base + type::tick_mm + 1.05 * type::label_mm;
    for (std::size_t i = 0; i < x.ticks.size(); ++i) {
        const double at = x.mm(x.ticks[i]);
        const double y = base + type::tick_mm + 1.05 * type::label_mm;
        if (!layout.has_turned_labels) {
            draw_label(svg, at, y, TextAnchor::middle, x.labels[i]);
            lowest = std::max(lowest, y + below_mm(x.labels[i]));
            continue;
        }
        const std::string label =
            shortened_inside(x.labels[i].front(), type::most_turned_mm, type::label_mm);
        svg.text(at + 0.5, y - 0.8, TextAnchor::end, type::label_mm, escaped_markup(label),
                 fmt::format("rotate(-40 {} {})", mm_text(at + 0.5), mm_text(y - 0.8)));
        lowest = std::max(lowest, y + 0.62 * text_width_mm(label, type::label_mm));
    }
    svg.raw("</g>\n");
    if (!axis.quantity.empty())
        svg.text((x.from_mm + x.to_mm) / 2, lowest + 1.15 * type::title_mm, TextAnchor::middle,
                 type::title_mm, axis_title(axis));
}

void draw_y_axis(SvgWriter& svg, const FigureAxis& axis, const PanelLayout& layout) {
    const FigureScale& y = layout.y;
    const double base = layout.x.from_mm;
    if (axis.labels == AxisLabels::none) return;
    svg.line(base, y.from_mm, base, y.to_mm, axis_style);
    if (axis.labels == AxisLabels::hidden) return;
    std::string ticks;
    for (const double tick : y.minor_ticks)
        ticks += fmt::format("M{} {}h{}", mm_text(base), mm_text(y.mm(tick)),
                             mm_text(-0.5 * type::tick_mm));
    for (const double tick : y.ticks)
        ticks +=
            fmt::format("M{} {}h{}", mm_text(base), mm_text(y.mm(tick)), mm_text(-type::tick_mm));
    svg.raw("<g class=\"ticks\" data-axis=\"y\">\n");
    if (!ticks.empty()) svg.path(ticks, axis_style);
    double widest = 0;
    for (std::size_t i = 0; i < y.ticks.size(); ++i) {
        const double at = y.mm(y.ticks[i]);
        draw_label(svg, base - type::tick_mm - type::gap_mm / 2,
                   at + 0.35 * type::label_mm - below_mm(y.labels[i]) / 2, TextAnchor::end,
                   y.labels[i]);
        widest = std::max(widest, label_width_mm(y.labels[i]));
    }
    svg.raw("</g>\n");
    if ((axis.quantity + axis.symbol).empty()) return;
    const double title_x =
        base - type::tick_mm - type::gap_mm - widest - 0.35 * type::title_mm - subscript_mm(axis);
    const double title_y = (y.from_mm + y.to_mm) / 2;
    svg.text(title_x, title_y, TextAnchor::middle, type::title_mm, axis_title(axis),
             fmt::format("rotate(-90 {} {})", mm_text(title_x), mm_text(title_y)));
}

std::string_view scale_word(const FigureAxis& axis) {
    if (!axis.categories.empty()) return "names";
    return axis.scale == AxisScale::linear ? "linear" : "log";
}

bool is_drawn(const Mark& mark) {
    for (std::size_t i = 0; i < mark.x.size(); ++i)
        if (is_finite(mark.x[i])) return true;
    return false;
}

/// What a script needs to read a place as values: the frame in mm and the limits of the axes.
std::string panel_open(const Panel& panel, const PanelLayout& layout) {
    const FigureScale& x = layout.x;
    const FigureScale& y = layout.y;
    return fmt::format(
        "<g class=\"panel\" data-frame=\"{} {} {} {}\" data-x=\"{:.9g} {:.9g} {}\" "
        "data-y=\"{:.9g} {:.9g} {}\" data-names=\"{}|{}\">\n",
        mm_text(x.from_mm), mm_text(y.to_mm), mm_text(x.to_mm), mm_text(y.from_mm), x.low, x.high,
        scale_word(panel.x_axis), y.low, y.high, scale_word(panel.y_axis),
        escaped_markup(panel.x_axis.column), escaped_markup(panel.y_axis.column));
}

void draw_panel(SvgWriter& svg, const std::string& clip, const Panel& panel,
                const PanelLayout& layout, double tolerance_mm) {
    const FigureScale& x = layout.x;
    const FigureScale& y = layout.y;
    svg.raw(panel_open(panel, layout));
    if (!panel.title.empty())
        svg.text(x.from_mm, y.to_mm - 0.5 * type::label_mm, TextAnchor::start, type::label_mm,
                 escaped_markup(panel.title));
    draw_x_axis(svg, panel.x_axis, layout);
    draw_y_axis(svg, panel.y_axis, layout);
    // Half a point of room: a mark on an axis is drawn whole.
    svg.raw(
        fmt::format("<clipPath id=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>"
                    "</clipPath>\n<g clip-path=\"url(#{})\" stroke-linejoin=\"round\">\n",
                    clip, mm_text(x.from_mm - 0.6), mm_text(y.to_mm - 0.6),
                    mm_text(x.to_mm - x.from_mm + 1.2), mm_text(y.from_mm - y.to_mm + 1.2), clip));
    bool is_empty = true;
    for (const Mark& mark : panel.marks) {
        const std::string name = mark.legend.empty() ? mark.name : mark.legend;
        svg.raw(fmt::format("<g class=\"mark\" data-series=\"{}\">\n", escaped_markup(name)));
        draw_mark(svg, mark, panel, layout, tolerance_mm);
        svg.raw("</g>\n");
        is_empty = is_empty && !is_drawn(mark);
    }
    svg.raw("</g>\n");
    if (is_empty)
        svg.text((x.from_mm + x.to_mm) / 2, (y.from_mm + y.to_mm) / 2, TextAnchor::middle,
                 type::label_mm, "nothing to draw");
    svg.raw("</g>\n");
}

void draw_legend(SvgWriter& svg, const FigureLayout& layout) {
    for (const LegendPlace& place : layout.legend) {
        svg.raw(fmt::format("<g class=\"key\" data-series=\"{}\">\n",
                            escaped_markup(place.mark ? place.mark->legend : "")));
        if (place.mark) draw_key(svg, *place.mark, place.x_mm, place.y_mm, legend_key_mm);
        svg.text(place.x_mm + legend_key_mm + type::gap_mm, place.y_mm + 0.35 * type::label_mm,
                 TextAnchor::start, type::label_mm, escaped_markup(place.label));
        svg.raw("</g>\n");
    }
}

}  // namespace

std::string figure_svg(const Figure& figure, SvgPlace place) {
    const FigureLayout layout = layout_of(figure);
    const bool is_file = place == SvgPlace::own_file;
    const std::string width = mm_text(figure.width_mm), height = mm_text(figure.height_mm);
    SvgWriter svg;
    if (is_file) svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.raw(
        fmt::format("<svg {}role=\"img\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" "
                    "fill=\"currentColor\" font-family=\"Helvetica, Arial, 'Liberation Sans', "
                    "'DejaVu Sans', sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n",
                    is_file ? "xmlns=\"http://www.w3.org/2000/svg\" " : "", width, height, width,
                    height, escaped_markup(figure.title), escaped_markup(figure.caption.plain())));
    draw_legend(svg, layout);
    for (std::size_t i = 0; i < figure.panels.size(); ++i)
        draw_panel(svg, fmt::format("clip-{}-{}", figure.id, i), figure.panels[i], layout.panels[i],
                   line_tolerance_mm(figure.width_mm));
    if (figure.is_simulated)
        svg.text(figure.width_mm - 2, 1 + 0.5 * legend_row_mm + 0.35 * type::label_mm,
                 TextAnchor::end, type::label_mm, "<tspan font-weight=\"bold\">SIMULATED</tspan>");
    svg.raw("</svg>\n");
    return svg.take();
}

MarkStyle cluster_style(std::size_t cluster) {
    const LineStyle line = series_style(cluster);
    MarkStyle style;
    style.colour = line.colour;
    style.dash = line.dash;
    style.width_mm = 0.45;
    style.shape = static_cast<MarkShape>(cluster % palette_size);
    return style;
}

MarkStyle load_function_style(std::size_t place) {
    MarkStyle style;
    style.dash = series_style(place).dash;
    style.shape = static_cast<MarkShape>(place % 4);
    style.fill = place % 8 < 4 ? MarkFill::open : MarkFill::filled;
    style.size_mm = 1.5;
    return style;
}

}  // namespace sneddon
