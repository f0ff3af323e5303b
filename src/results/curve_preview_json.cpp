#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "results/json_parts.hpp"
#include "results/write_results.hpp"

namespace sneddon {
namespace {

/// 7 digits: 0.1 ms in a test of ten minutes, 0.01 µN at 100 mN, at half the size of full doubles.
void append_number(std::string& text, double value) {
    if (std::isfinite(value))
        fmt::format_to(std::back_inserter(text), "{:.7g}", value == 0 ? 0.0 : value);
    else
        text += "null";
}

std::string list(const std::vector<double>& values) {
    std::string text = "[";
    for (const double value : values) {
        if (text.size() > 1) text += ',';
        append_number(text, value);
    }
    return text + "]";
}

std::string segment_list(const std::vector<CurvePreview::Edge>& segments) {
    std::string text = "[";
    for (const CurvePreview::Edge& edge : segments) {
        if (text.size() > 1) text += ',';
        text += fmt::format("{{\"kind\":\"{}\",\"begin_s\":", name(edge.kind));
        append_number(text, edge.begin_s);
        text += ",\"end_s\":";
        append_number(text, edge.end_s);
        text += '}';
    }
    return text + "]";
}

}  // namespace

std::string curve_preview_json(const CurvePreview& preview) {
    return "{\"test_id\":" + json_line(preview.test_id) +
           ",\"load_function\":" + json_line(preview.load_function) +
           ",\"t_s\":" + list(preview.time_s) + ",\"h_nm\":" + list(preview.depth_nm) +
           ",\"P_uN\":" + list(preview.load_uN) +
           ",\"segments\":" + segment_list(preview.segments) +
           ",\"fit\":{\"h_nm\":" + list(preview.fit_depth_nm) +
           ",\"P_uN\":" + list(preview.fit_load_uN) + "}}";
}

}  // namespace sneddon
