#include <fmt/core.h>

#include <iterator>

#include "base/markup.hpp"
#include "base/nan.hpp"
#include "figure/plot/figure.hpp"

namespace sneddon {
namespace {

std::string json_string(std::string_view text) {
    std::string json = "\"";
    for (const char c : valid_utf8(text)) {
        if (c == '"' || c == '\\')
            json += std::string("\\") + c;
        else if (static_cast<unsigned char>(c) < 0x20)
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    return json + "\"";
}

std::string json_list(const std::vector<double>& values) {
    std::string json = "[";
    for (const double value : values) {
        if (json.size() > 1) json += ',';
        if (is_finite(value))
            json += fmt::format("{:.5g}", value == 0 ? 0.0 : value);
        else
            json += "null";
    }
    return json + "]";
}

std::string_view kind_name(MarkKind kind) {
    switch (kind) {
        case MarkKind::line:
            return "line";
        case MarkKind::points:
            return "points";
        case MarkKind::point_density:
            return "point_density";
        case MarkKind::bars:
            return "bars";
        case MarkKind::band:
            return "band";
        case MarkKind::area:
            return "area";
        case MarkKind::curve_density:
            return "curve_density";
        case MarkKind::text:
            return "text";
        case MarkKind::image:
            return "image";
    }
    return "";
}

std::string axis_json(const FigureAxis& axis) {
    return fmt::format(
        "{{\"quantity\":{},\"symbol\":{},\"unit\":{},\"column\":{},\"scale\":\"{}\"}}",
        json_string(axis.quantity), json_string(axis.symbol), json_string(axis.unit),
        json_string(axis.column), axis.scale == AxisScale::linear ? "linear" : "log");
}

std::string mark_json(const Mark& mark) {
    std::string json =
        fmt::format("{{\"kind\":\"{}\",\"name\":{},\"x\":{},\"y\":{}", kind_name(mark.kind),
                    json_string(mark.name), json_list(mark.x), json_list(mark.y));
    if (!mark.low.empty())
        json += ",\"low\":" + json_list(mark.low) + ",\"high\":" + json_list(mark.high);
    if (mark.kind == MarkKind::text) json += ",\"text\":" + json_string(mark.text);
    return json + "}";
}

std::string panel_json(const Panel& panel) {
    std::string json =
        fmt::format("  {{\"title\":{},\"x_axis\":{},\n   \"y_axis\":{},\n   \"marks\":[",
                    json_string(panel.title), axis_json(panel.x_axis), axis_json(panel.y_axis));
    for (std::size_t i = 0; i < panel.marks.size(); ++i)
        json += (i == 0 ? "\n    " : ",\n    ") + mark_json(panel.marks[i]);
    return json + "]}";
}

}  // namespace

std::string figure_json(const Figure& figure) {
    std::string json = fmt::format(
        "{{\"id\":{},\n \"title\":{},\n \"caption\":{},\n \"width_mm\":{},\n \"height_mm\":{},\n "
        "\"simulated\":{},\n \"panels\":[",
        json_string(figure.id), json_string(figure.title), json_string(figure.caption.plain()),
        figure.width_mm, figure.height_mm, figure.is_simulated);
    for (std::size_t i = 0; i < figure.panels.size(); ++i)
        json += (i == 0 ? "\n" : ",\n") + panel_json(figure.panels[i]);
    return json + "]}\n";
}

}  // namespace sneddon
