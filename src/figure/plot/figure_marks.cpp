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

/// Everything after the first M is relative: a script moves a mark by its first point.
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
            return "M" + at(x, y - 1.25 * r) + "l" + at(1.1 * r, 2 * r) + "h" + mm_text(-2.2 * r) +
                   "z";
        case MarkShape::diamond:
            return "M" + at(x, y - 1.25 * r) + "l" + at(1.25 * r, 1.25 * r) + "l" +
                   at(-1.25 * r, 1.25 * r) + "l" + at(-1.25 * r, -1.25 * r) + "z";
        case MarkShape::cross:
            return "M" + at(x - r, y - r) + "l" + at(2 * r, 2 * r) + "m" + at(-2 * r, 0) + "l" +
                   at(2 * r, -2 * r);
        case MarkShape::plus:
            return "M" + at(x - r, y) + "h" + mm_text(2 * r) + "m" + at(-r, -r) + "v" +
                   mm_text(2 * r);
        case MarkShape::down_triangle:
            return "M" + at(x, y + 1.25 * r) + "l" + at(1.1 * r, -2 * r) + "h" + mm_text(-2.2 * r) +
                   "z";
    }
    return "";
}

/// From the first point of a shape to its centre, for whoever reads the path.
std::string centre_of_shape(const MarkStyle& style) {
    const double r = style.size_mm / 2;
    const auto by = [](double x, double y) { return mm_text(x) + " " + mm_text(y); };
    switch (style.shape) {
        case MarkShape::circle:
        case MarkShape::plus:
            return by(r, 0);
        case MarkShape::square:
            return by(0.89 * r, 0.89 * r);
        case MarkShape::triangle:
        case MarkShape::diamond:
            return by(0, 1.25 * r);
        case MarkShape::cross:
            return by(r, r);
        case MarkShape::down_triangle:
            return by(0, -1.25 * r);
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

std::string whisker_path(const Mark& mark, std::size_t i, const PanelLayout& layout) {
    if (i >= mark.low.size() || i >= mark.high.size()) return "";
    const double x = layout.x.mm(mark.x[i]) + mark.style.shift_mm;
    const double low = layout.y.mm(mark.low[i]), high = layout.y.mm(mark.high[i]);
    if (!std::isfinite(x) || !std::isfinite(low) || !std::isfinite(high)) return "";
    constexpr std::string_view cap = "m-.7 0h1.4m-.7 0";
    return fmt::format("M{0} {1}{3}L{0} {2}{3}", mm_text(x), mm_text(low), mm_text(high), cap);
}

void draw_whiskers(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    std::string path;
    for (std::size_t i = 0; i < mark.x.size(); ++i) path += whisker_path(mark, i, layout);
    if (path.empty()) return;
    svg.raw(fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"0.25\"/>\n",
                        path, mark.kind == MarkKind::bars ? "currentColor" : mark.style.colour));
}

/// "0-299 305 303": rows in the order of the points; a run counts up by one.
class RowRuns {
  public:
    void add(std::size_t row) {
        if (!text_.empty() && row == last_ + 1) {
            ++last_;
            return;
        }
        close();
        first_ = last_ = row;
        is_open_ = true;
        text_ += fmt::format("{}{}", text_.empty() ? "" : " ", row);
    }
    std::string take() {
        close();
        return std::move(text_);
    }

  private:
    void close() {
        if (is_open_ && last_ > first_) text_ += fmt::format("-{}", last_);
    }
    std::string text_;
    std::size_t first_ = 0, last_ = 0;
    bool is_open_ = false;
};

/// The marks of a series are one path: a page with a thousand tests in each of its figures stays
/// one that opens at once.
void draw_points(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    std::string path;
    RowRuns rows;
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double x = layout.x.mm(mark.x[i]) + mark.style.shift_mm;
        const double y = layout.y.mm(mark.y[i]);
        if (!std::isfinite(x) || !std::isfinite(y)) continue;
        path += shape_path(mark.style, x, y);
        if (i < mark.tests.size()) rows.add(mark.tests[i]);
    }
    const std::string tests = rows.take();
    if (!path.empty())
        svg.raw(fmt::format(
            "<path class=\"points\" data-centre=\"{}\"{} {}{} d=\"{}\"/>\n",
            centre_of_shape(mark.style), tests.empty() ? "" : fmt::format(" data-t=\"{}\"", tests),
            shape_paint(mark.style),
            mark.style.opacity < 1 ? fmt::format(" opacity=\"{}\"", mm_text(mark.style.opacity))
                                   : "",
            path));
    draw_whiskers(svg, mark, layout);
}

void draw_bars(SvgWriter& svg, const Mark& mark, const PanelLayout& layout) {
    std::string path;
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double left = layout.x.mm(mark.x[i] - mark.bar_width / 2);
        const double right = layout.x.mm(mark.x[i] + mark.bar_width / 2);
        const double top = layout.y.mm(mark.y[i]), base = layout.y.mm(std::max(0.0, layout.y.low));
        if (!std::isfinite(top) || !std::isfinite(left)) continue;
        path += fmt::format("M{0} {2}L{0} {3}L{1} {3}L{1} {2}z", mm_text(left), mm_text(right),
                            mm_text(base), mm_text(top));
    }
    if (!path.empty())
        svg.raw(
            fmt::format("<path d=\"{}\" fill=\"{}\" fill-opacity=\"{}\" stroke=\"{}\" "
                        "stroke-width=\"0.2\"/>\n",
                        path, mark.style.colour, mm_text(mark.style.opacity), mark.style.colour));
    draw_whiskers(svg, mark, layout);
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
