// The curves as the script draws them large: the means of neighbouring points, 6 bytes a point. Of
// the few tests that the page carries whole, every residual of the fit's window; of the others the
// counts of their residuals, half a byte a cell.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <ostream>

#include "base/base64.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_curves = 2000;  // 0.8 kB each
constexpr std::size_t points_of_curve = 80;
constexpr std::size_t points_of_fit = 24;
constexpr double steps = 65535;  // of two bytes

template <class Value>
void append(std::string& bytes, Value value) {
    char raw[sizeof(Value)];
    std::memcpy(raw, &value, sizeof(Value));
    bytes.append(raw, sizeof(Value));
}

/// Two bytes a value between the least and the largest one, which stand before.
class Range {
  public:
    void take(const std::vector<double>& values) {
        for (const double value : values) {
            if (!std::isfinite(value)) continue;
            low_ = std::min(low_, value);
            high_ = std::max(high_, value);
        }
    }
    void write(std::string& bytes) const {
        append(bytes, static_cast<float>(low_));
        append(bytes, static_cast<float>(high_));
    }
    std::uint16_t place(double value) const {
        const double part = high_ > low_ ? (value - low_) / (high_ - low_) : 0;
        return static_cast<std::uint16_t>(std::lround(steps * std::clamp(part, 0.0, 1.0)));
    }

  private:
    double low_ = std::numeric_limits<double>::max();
    double high_ = std::numeric_limits<double>::lowest();
};

struct MeanPoints {
    std::vector<double> time_s, depth_nm, load_uN;
};

/// Means of neighbours, never across the edge of a segment.
MeanPoints mean_points(const CurvePreview& curve) {
    MeanPoints means;
    const std::size_t count = curve.time_s.size();
    const std::size_t stride = (count + points_of_curve - 1) / points_of_curve;
    const auto segment_at = [&](double time_s) {
        std::size_t at = 0;
        while (at < curve.segments.size() && time_s > curve.segments[at].end_s) ++at;
        return at;
    };
    for (std::size_t begin = 0; begin < count;) {
        std::size_t end = begin;
        double time_s = 0, depth_nm = 0, load_uN = 0;
        const std::size_t segment = segment_at(curve.time_s[begin]);
        for (; end < count && end < begin + stride && segment_at(curve.time_s[end]) == segment;
             ++end) {
            time_s += curve.time_s[end];
            depth_nm += curve.depth_nm[end];
            load_uN += curve.load_uN[end];
        }
        const auto n = static_cast<double>(end - begin);
        means.time_s.push_back(time_s / n);
        means.depth_nm.push_back(depth_nm / n);
        means.load_uN.push_back(load_uN / n);
        begin = end;
    }
    return means;
}

void append_places(std::string& bytes, const Range& range, const std::vector<double>& values) {
    for (const double value : values) append(bytes, range.place(value));
}

/// Row, then the three ranges, points, segments and the line of the fit.
std::string curve_bytes(const CurvePreview& curve, std::size_t row) {
    const MeanPoints means = mean_points(curve);
    Range time, depth, load;
    time.take(means.time_s);
    depth.take(means.depth_nm);
    depth.take(curve.fit_depth_nm);
    load.take(means.load_uN);
    load.take(curve.fit_load_uN);
    std::string bytes;
    append(bytes, static_cast<std::uint32_t>(row));
    for (const Range* range : {&time, &depth, &load}) range->write(bytes);
    append(bytes, static_cast<std::uint16_t>(means.time_s.size()));
    append_places(bytes, time, means.time_s);
    append_places(bytes, depth, means.depth_nm);
    append_places(bytes, load, means.load_uN);
    const std::size_t segments = std::min<std::size_t>(curve.segments.size(), 255);
    append(bytes, static_cast<std::uint16_t>(segments));
    for (std::size_t i = 0; i < segments; ++i) {
        append(bytes, static_cast<std::uint16_t>(curve.segments[i].kind));
        append(bytes, static_cast<float>(curve.segments[i].begin_s));
        append(bytes, static_cast<float>(curve.segments[i].end_s));
    }
    const std::size_t of_fit = std::min(curve.fit_depth_nm.size(), curve.fit_load_uN.size());
    const std::size_t drawn = std::min(points_of_fit, of_fit);
    append(bytes, static_cast<std::uint16_t>(drawn));
    for (std::size_t i = 0; i < drawn; ++i) {
        const std::size_t at = drawn > 1 ? i * (of_fit - 1) / (drawn - 1) : 0;
        append(bytes, depth.place(curve.fit_depth_nm[at]));
        append(bytes, load.place(curve.fit_load_uN[at]));
    }
    return bytes;
}

/// Row, the two ranges, then the points.
std::string residual_bytes(const DrawnCurve& drawn, std::size_t row) {
    Range depth, residual;
    depth.take(drawn.residual_depth_nm);
    residual.take(drawn.residual_nm);
    std::string bytes;
    append(bytes, static_cast<std::uint32_t>(row));
    depth.write(bytes);
    residual.write(bytes);
    append(bytes, static_cast<std::uint32_t>(drawn.residual_nm.size()));
    append_places(bytes, depth, drawn.residual_depth_nm);
    append_places(bytes, residual, drawn.residual_nm);
    return bytes;
}

/// 0: no residual in the cell, 1 to 15: the root of the part of the fullest cell that it has, so
/// that a single residual is seen beside a hundred.
unsigned level_of(double count, double fullest) {
    constexpr double most = 15;
    if (!(count > 0)) return 0;
    return static_cast<unsigned>(
        std::clamp(std::lround(most * std::sqrt(count / fullest)), 1L, 15L));
}

/// Row, least and largest depth, largest residual, then the cells, two in a byte.
std::string density_bytes(const ResidualDensity& density, std::size_t row) {
    std::string bytes;
    append(bytes, static_cast<std::uint32_t>(row));
    for (const double value : {density.depth_low_nm, density.depth_high_nm, density.largest_nm})
        append(bytes, static_cast<float>(value));
    const double fullest = *std::ranges::max_element(density.counts);
    for (std::size_t i = 0; i < density.counts.size(); i += 2)
        append(bytes, static_cast<std::uint8_t>(level_of(density.counts[i], fullest) |
                                                level_of(density.counts[i + 1], fullest) << 4));
    return bytes;
}
static_assert(ResidualDensity::columns * ResidualDensity::rows % 2 == 0);

void write_bytes(std::ostream& out, std::string_view id, const std::string& bytes) {
    if (bytes.empty()) return;
    out << "<script type=\"application/octet-stream\" id=\"" << id << "\">" << base64_text(bytes)
        << "</script>\n";
}

}  // namespace

void write_curve_data(std::ostream& out, const ReportPage& page) {
    const auto row_of_test = page.study.tests.row_of_test();
    std::string curves, residuals, densities;
    std::size_t written = 0;
    for (const CurvePreview& curve : page.study.curves) {
        const auto row = row_of_test.find(curve.test_id);
        if (row == row_of_test.end() || curve.time_s.empty() || written == most_curves) continue;
        curves += curve_bytes(curve, row->second);
        ++written;
        const auto density = page.study.residuals.find(curve.test_id);
        if (density != page.study.residuals.end())
            densities += density_bytes(density->second, row->second);
    }
    for (const DrawnCurve& drawn : page.study.drawn_curves) {
        const auto row = row_of_test.find(drawn.curve.test_id);
        const bool is_whole = drawn.residual_nm.size() == drawn.residual_depth_nm.size();
        if (row == row_of_test.end() || drawn.residual_nm.empty() || !is_whole) continue;
        residuals += residual_bytes(drawn, row->second);
    }
    write_bytes(out, "test-curves", curves);
    write_bytes(out, "test-residuals", residuals);
    write_bytes(out, "test-residual-densities", densities);
}

}  // namespace sneddon
