#include "results/curves/curves_json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "results/json_text.hpp"
#include "results/parse_json.hpp"
#include "results/results_layout.hpp"
#include "results/written/curves.hpp"

namespace sneddon {
namespace {

/// 7 digits: 0.1 ms in a test of ten minutes, 0.01 µN at 100 mN, at half the size of full doubles.
void append_number(std::string& text, double value) {
    if (!is_finite(value)) {
        text += "null";
        return;
    }
    constexpr int digits = 7;
    std::array<char, 32> number{};  // 14 characters at most
    const auto end = std::to_chars(number.data(), number.data() + number.size(),
                                   value == 0 ? 0.0 : value, std::chars_format::general, digits);
    text.append(number.data(), end.ptr);
}

/// Members of an object in the order in which they are added.
class ObjectText {
  public:
    void add(Key key, const std::string& json) {
        text_ += fmt::format("{}\"{}\":{}", text_.size() > 1 ? "," : "", key.name, json);
    }
    void add(Key key, double value) {
        std::string number;
        append_number(number, value);
        add(key, number);
    }
    void add(Key key, const std::vector<double>& values) {
        std::string list = "[";
        for (const double value : values) {
            if (list.size() > 1) list += ',';
            append_number(list, value);
        }
        add(key, list + "]");
    }
    std::string take() { return std::move(text_) + "}"; }

  private:
    std::string text_ = "{";
};

std::string segment_list(const std::vector<CurvePreview::Edge>& segments) {
    std::string text = "[";
    for (const CurvePreview::Edge& edge : segments) {
        ObjectText segment;
        segment.add(key::kind, fmt::format("\"{}\"", name(edge.kind)));
        segment.add(key::begin_s, edge.begin_s);
        segment.add(key::end_s, edge.end_s);
        if (text.size() > 1) text += ',';
        text += segment.take();
    }
    return text + "]";
}

SegmentKind kind_of(const std::string& word) {
    for (const SegmentKind kind :
         {SegmentKind::approach, SegmentKind::load, SegmentKind::hold, SegmentKind::unload,
          SegmentKind::drift_hold, SegmentKind::retract})
        if (word == name(kind)) return kind;
    return SegmentKind::approach;
}

double or_zero(double value) {
    return is_finite(value) ? value : 0;
}

/// A file that somebody changed: columns of one length are what a curve is.
void cut_to_the_shortest(std::initializer_list<std::vector<double>*> columns) {
    std::size_t rows = (*columns.begin())->size();
    for (const auto* column : columns) rows = std::min(rows, column->size());
    for (auto* column : columns) column->resize(rows);
}

CurvePreview curve_of(const WrittenCurve& written) {
    CurvePreview curve;
    curve.test_id = written.test_id().value();
    curve.load_function = written.load_function().value();
    curve.time_s = written.t_s().values();
    curve.depth_nm = written.h_nm().values();
    curve.load_uN = written.P_uN().values();
    for (const WrittenSegment segment : written.segments())
        curve.segments.push_back({kind_of(segment.kind().value()),
                                  or_zero(segment.begin_s().value()),
                                  or_zero(segment.end_s().value())});
    curve.fit_depth_nm = written.fit().h_nm().values();
    curve.fit_load_uN = written.fit().P_uN().values();
    cut_to_the_shortest({&curve.time_s, &curve.depth_nm, &curve.load_uN});
    cut_to_the_shortest({&curve.fit_depth_nm, &curve.fit_load_uN});
    if (curve.time_s.empty()) curve.segments.clear();  // of which there is nothing to draw
    return curve;
}

/// None where the grid is not one of this version.
ResidualDensity residuals_of(const WrittenResiduals& written) {
    ResidualDensity density;
    const std::vector<double> depths = written.h_nm().values();
    std::vector<double> counts = written.counts().values();
    if (depths.size() != 2 || counts.size() != ResidualDensity::columns * ResidualDensity::rows)
        return density;
    density.depth_low_nm = depths[0];
    density.depth_high_nm = depths[1];
    density.largest_nm = or_zero(written.largest_nm().value());
    density.counts = std::move(counts);
    return density;
}

/// The next lines with an object: not the brackets of the list.
std::vector<std::string> next_lines(std::istream& in, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    while (lines.size() < most && std::getline(in, line)) {
        while (!line.empty() && (line.back() == ',' || line.back() == '\r')) line.pop_back();
        if (line.size() >= 3) lines.push_back(std::move(line));
    }
    return lines;
}

/// What `made_of` makes of the objects of a file, at most so many, in their order.
template <class Made>
std::vector<Made> objects_of(const std::string& path, std::size_t most, unsigned threads,
                             Made (*made_of)(const Json& json)) {
    constexpr std::size_t lines_in_memory = 256;
    std::vector<Made> all;
    std::ifstream in(std::filesystem::path(path), std::ios::binary);
    while (all.size() < most) {
        const auto lines = next_lines(in, std::min(most - all.size(), lines_in_memory));
        if (lines.empty()) break;
        ordered_parallel(
            lines.size(), threads, {},
            [&](std::size_t i) -> std::optional<Made> {
                const Json json = parsed_json(lines[i]);
                return json.is_object() ? std::optional(made_of(json)) : std::nullopt;
            },
            [&](std::size_t, std::optional<Made>&& made) {
                if (made) all.push_back(*std::move(made));
            });
    }
    return all;
}

using CurveAndResiduals = std::pair<CurvePreview, ResidualDensity>;

CurveAndResiduals curve_and_residuals(const Json& json) {
    const WrittenCurve written{{node_of(&json), ""}};
    return {curve_of(written), residuals_of(written.residuals())};
}

DrawnCurve drawn_curve(const Json& json) {
    const WrittenDrawnCurve written{{node_of(&json), ""}};
    return {curve_of(written.curve()), written.residual_h_nm().values(),
            written.residual_nm().values()};
}

}  // namespace

std::string curve_preview_json(const CurvePreview& preview, const ResidualDensity& residuals) {
    ObjectText fit, curve;
    fit.add(key::h_nm, preview.fit_depth_nm);
    fit.add(key::P_uN, preview.fit_load_uN);
    curve.add(key::test_id, JsonText(preview.test_id).text());
    curve.add(key::load_function, JsonText(preview.load_function).text());
    curve.add(key::t_s, preview.time_s);
    curve.add(key::h_nm, preview.depth_nm);
    curve.add(key::P_uN, preview.load_uN);
    curve.add(key::segments, segment_list(preview.segments));
    curve.add(key::fit, fit.take());
    if (!residuals.counts.empty()) {
        ObjectText density;
        density.add(key::h_nm, std::vector{residuals.depth_low_nm, residuals.depth_high_nm});
        density.add(key::largest_nm, residuals.largest_nm);
        density.add(key::counts, residuals.counts);
        curve.add(key::residuals, density.take());
    }
    return curve.take();
}

ReadCurves read_curves(const std::string& path, std::size_t most, unsigned threads) {
    ReadCurves read;
    for (auto& [curve, residuals] : objects_of(path, most, threads, curve_and_residuals)) {
        if (!residuals.counts.empty()) read.residuals[curve.test_id] = std::move(residuals);
        read.curves.push_back(std::move(curve));
    }
    return read;
}

std::string drawn_curve_json(const DrawnCurve& drawn) {
    ObjectText json;
    json.add(key::curve, curve_preview_json(drawn.curve));
    json.add(key::residual_h_nm, drawn.residual_depth_nm);
    json.add(key::residual_nm, drawn.residual_nm);
    return json.take();
}

std::vector<DrawnCurve> read_drawn_curves(const std::string& path, unsigned threads) {
    return objects_of(path, std::numeric_limits<std::size_t>::max(), threads, drawn_curve);
}

}  // namespace sneddon
