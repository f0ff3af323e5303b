#include "figure/plot/figure_marks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/base64.hpp"
#include "base/markup.hpp"
#include "figure/plot/density.hpp"
#include "figure/plot/line_path.hpp"
#include "figure/plot/png_image.hpp"

namespace sneddon {
namespace {

LineStyle stroke_of(const MarkStyle& style) {
    return {style.colour, style.dash, style.width_mm};
}

std::string shape_path(const MarkStyle& style, double x, double y) {
    const double r = style.size_mm / 2;
    const auto at = [](double px, double py) { return mm_text(px) + " " + mm_text(py); };
    switch (style.shape) {
        case MarkShape::circle:
            return fmt::format("M{}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0", at(x - r, y),
                               fmt::arg("r", mm_text(r)), fmt::arg("d", mm_text(2 * r)));
        case MarkShape::square:
            return "M" + at(x - 0.89 * r, y - 0.89 * r) +
                   fmt::format("h{s}v{s}h-{s}z", fmt::arg("s", mm_text(1.78 * r)));
        case MarkShape::triangle:
            return "M" + at(x, y - 1.25 * r) + "L" + at(x + 1.1 * r, y + 0.75 * r) + "L" +
                   at(x - 1.1 * r, y + 0.75 * r) + "z";
        case MarkShape::diamond:
            return "M" + at(x, y - 1.25 * r) + "L" + at(x + 1.25 * r, y) + "L" +
                   at(x, y + 1.25 * r) + "L" + at(x - 1.25 * r, y) + "z";
        case MarkShape::cross:
            return "M" + at(x - r, y - r) + "L" + at(x + r, y + r) + "M" + at(x - r, y + r) + "L" +
                   at(x + r, y - r);
        case MarkShape::plus:
            return "M" + at(x - r, y) + "L" + at(x + r, y) + "M" + at(x, y - r) + "L" +
                   at(x, y + r);
        case MarkShape::down_triangle:
            return "M" + at(x, y + 1.25 * r) + "L" + at(x + 1.1 * r, y - 0.75 * r) + "L" +
                   at(x - 1.1 * r, y - 0.75 * r) + "z";
    }
    return "";
}

std::string shape_paint(const MarkStyle& style) {
    const bool is_line = style.shape == MarkShape::cross || style.shape == MarkShape::plus;
    if (is_line || style.fill == MarkFill::open)
        return fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", style.colour,
                           mm_text(std::min(0.3, style.size_mm / 4)));
    return fmt::format("fill=\"{}\"", style.colour);
}

void draw_whisker(SvgWriter& svg, const Mark& mark, std::size_t i, const PanelLayout& layout) {
    if (i >= mark.low.size() || i >= mark.high.size()) return;
    const double x = layout.x.mm(mark.x[i]) + mark.style.shift_mm;
    const double low = layout.y.mm(mark.low[i]), high = layout.y.mm(mark.high[i]);
    if (!std::isfinite(x) || !std::isfinite(low) || !std::isfinite(high)) return;
    constexpr double cap = 0.7;
    svg.raw(fmt::format(
        "<path d=\"M{0} {1}V{2}M{3} {1}h{5}M{3} {2}h{5}\" fill=\"none\" "
        "stroke=\"{4}\" stroke-width=\"0.25\"/>\n",
        mm_text(x), mm_text(low), mm_text(high), mm_text(x - cap),
        mark.kind == MarkKind::bars ? "currentColor" : mark.style.colour, mm_text(2 * cap)));
}

void draw_points(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    svg.raw(fmt::format(
        "<g class=\"points\" {}{}>\n", shape_paint(mark.style),
        mark.style.opacity < 1 ? fmt::format(" opacity=\"{}\"", mm_text(mark.style.opacity)) : ""));
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double x = layout.x.mm(mark.x[i]) + mark.style.shift_mm;
        const double y = layout.y.mm(mark.y[i]);
        if (!std::isfinite(x) || !std::isfinite(y)) continue;
        svg.raw("<path d=\"" + shape_path(mark.style, x, y) + "\"");
        if (i < mark.tests.size()) svg.raw(fmt::format(" data-t=\"{}\"", mark.tests[i]));
        svg.raw("/>\n");
    }
    svg.raw("</g>\n");
    for (std::size_t i = 0; i < mark.x.size(); ++i) draw_whisker(svg, mark, i, layout);
}

void draw_bars(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double left = layout.x.mm(mark.x[i] - mark.bar_width / 2);
        const double right = layout.x.mm(mark.x[i] + mark.bar_width / 2);
        const double top = layout.y.mm(mark.y[i]), base = layout.y.mm(std::max(0.0, layout.y.low));
        if (!std::isfinite(top) || !std::isfinite(left)) continue;
        svg.raw(
            fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" "
                        "fill-opacity=\"{}\" stroke=\"{}\" stroke-width=\"0.2\"/>\n",
                        mm_text(left), mm_text(std::min(top, base)), mm_text(right - left),
                        mm_text(std::fabs(base - top)), mark.style.colour,
                        mm_text(mark.style.opacity), mark.style.colour));
        draw_whisker(svg, mark, i, layout);
    }
}

void draw_filled(SvgWriter& svg, std::string path, const MarkStyle& style, double opacity) {
    if (path.empty()) return;
    std::ranges::replace(path, 'M', 'L');  // one outline, whatever was missing
    path[0] = 'M';
    svg.raw(fmt::format("<path d=\"{}z\" fill=\"{}\" fill-opacity=\"{}\"/>\n", path, style.colour,
                        mm_text(opacity)));
}

void draw_line(SvgWriter& svg, const Mark& mark, const PanelLayout& layout, double tolerance_mm) {
    const DrawnTwice twice = mark.style.dash.empty() ? DrawnTwice::leave_out : DrawnTwice::keep;
    const std::string path = line_path(mark.x, mark.y, layout, tolerance_mm, twice);
    if (!path.empty()) svg.path(path, stroke_of(mark.style));
}

void draw_band(SvgWriter& svg, const Mark& mark, const PanelLayout& layout, double tolerance_mm) {
    std::vector<double> back_x(mark.x.rbegin(), mark.x.rend());
    std::vector<double> back_y(mark.low.rbegin(), mark.low.rend());
    const auto edge = [&](const auto& x, const auto& y) {
        return line_path(x, y, layout, tolerance_mm, DrawnTwice::keep);
    };
    draw_filled(svg, edge(mark.x, mark.high) + edge(back_x, back_y), mark.style,
                mark.style.opacity);
}

void draw_area(SvgWriter& svg, const Mark& mark, const PanelLayout& layout, double tolerance_mm) {
    if (mark.x.empty()) return;
    const double base = std::max(0.0, layout.y.low);
    const std::vector<double> floor_x = {mark.x.back(), mark.x.front()}, floor_y = {base, base};
    const auto edge = [&](const auto& x, const auto& y) {
        return line_path(x, y, layout, tolerance_mm, DrawnTwice::keep);
    };
    draw_filled(svg, edge(mark.x, mark.y) + edge(floor_x, floor_y), mark.style, mark.style.opacity);
}

std::uint8_t hex_byte(const std::string& text, std::size_t at) {
    const auto digit = [&](char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; };
    return static_cast<std::uint8_t>(digit(text[at]) * 16 + digit(text[at + 1]));
}

void draw_raster(SvgWriter& svg, const Mark& mark, const Panel& panel, const PanelLayout& layout) {
    const Density density = density_of(mark, panel, layout);
    if (density.most == 0) return;
    ShadeImage image{density.width, density.height, {}, 0x5A, 0x6B, 0x85};
    if (mark.style.colour.size() == 7) {
        image.red = hex_byte(mark.style.colour, 1);
        image.green = hex_byte(mark.style.colour, 3);
        image.blue = hex_byte(mark.style.colour, 5);
    }
    image.shades.reserve(density.counts.size());
    const double top = std::log1p(static_cast<double>(density.most));
    for (const unsigned count : density.counts)
        image.shades.push_back(count == 0 ? 0
                                          : static_cast<std::uint8_t>(std::max(
                                                1.0, std::round(15 * std::log1p(count) / top))));
    svg.raw(fmt::format(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
        "href=\"data:image/png;base64,{}\"/>\n",
        mm_text(layout.x.from_mm), mm_text(layout.y.to_mm),
        mm_text(layout.x.to_mm - layout.x.from_mm), mm_text(layout.y.from_mm - layout.y.to_mm),
        base64_text(png_bytes(image))));
}

void draw_image_mark(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    const double left = layout.x.mm(mark.x[0]), right = layout.x.mm(mark.x[1]);
    const double top = layout.y.mm(mark.y[1]), bottom = layout.y.mm(mark.y[0]);
    svg.raw(
        fmt::format("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
                    "preserveAspectRatio=\"none\" href=\"{}\"/>\n",
                    mm_text(left), mm_text(top), mm_text(right - left), mm_text(bottom - top),
                    escaped_markup(mark.text)));
}

}  // namespace

void draw_mark(SvgWriter& svg, const Mark& mark, const Panel& panel, const PanelLayout& layout,
               double tolerance_mm) {
    if (is_raster(mark)) return draw_raster(svg, mark, panel, layout);
    switch (mark.kind) {
        case MarkKind::line:
            return draw_line(svg, mark, layout, tolerance_mm);
        case MarkKind::points:
            return draw_points(svg, mark, layout);
        case MarkKind::bars:
            return draw_bars(svg, mark, layout);
        case MarkKind::band:
            return draw_band(svg, mark, layout, tolerance_mm);
        case MarkKind::area:
            return draw_area(svg, mark, layout, tolerance_mm);
        case MarkKind::text:
            if (!mark.x.empty())
                svg.text(layout.x.mm(mark.x[0]), layout.y.mm(mark.y[0]), TextAnchor::middle,
                         type::label_mm, escaped_markup(mark.text));
            return;
        case MarkKind::image:
            return draw_image_mark(svg, mark, layout);
        case MarkKind::point_density:
        case MarkKind::curve_density:
            return;
    }
}

void draw_key(SvgWriter& svg, const Mark& mark, double x_mm, double y_mm, double width_mm) {
    const bool is_box = mark.kind == MarkKind::bars || mark.kind == MarkKind::band ||
                        mark.kind == MarkKind::area || is_raster(mark);
    if (is_box) {
        svg.raw(
            fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"2\" fill=\"{}\" "
                        "fill-opacity=\"{}\"/>\n",
                        mm_text(x_mm + 1), mm_text(y_mm - 1), mm_text(width_mm - 1.5),
                        mark.style.colour, mm_text(mark.style.opacity)));
        return;
    }
    if (mark.kind == MarkKind::line)
        return svg.line(x_mm, y_mm, x_mm + width_mm, y_mm, stroke_of(mark.style));
    MarkStyle style = mark.style;
    style.size_mm = std::clamp(style.size_mm, 1.5, 1.9);
    svg.raw(fmt::format("<path d=\"{}\" {}/>\n", shape_path(style, x_mm + width_mm / 2, y_mm),
                        shape_paint(style)));
}

}  // namespace sneddon
