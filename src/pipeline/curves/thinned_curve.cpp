#include "pipeline/curves/thinned_curve.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "figure/plot/simplified_line.hpp"

namespace sneddon {
namespace {

void append(const Curve& from, std::size_t i, Curve& to) {
    to.time_s.push_back(from.time_s[i]);
    to.depth_nm.push_back(from.depth_nm[i]);
    to.load_uN.push_back(from.load_uN[i]);
}

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

void append_mean(const Curve& from, std::size_t begin, std::size_t end, Curve& to) {
    const auto part = [&](const std::vector<double>& values) {
        return mean(std::span(values).subspan(begin, end - begin));
    };
    to.time_s.push_back(part(from.time_s));
    to.depth_nm.push_back(part(from.depth_nm));
    to.load_uN.push_back(part(from.load_uN));
}

/// Where segments begin, and the end of the curve.
std::vector<std::size_t> borders_of(std::size_t size, const std::vector<Segment>& segments) {
    std::vector<std::size_t> borders = {0, size};
    for (const Segment& segment : segments)
        borders.insert(borders.end(), {std::min(segment.begin, size), std::min(segment.end, size)});
    std::ranges::sort(borders);
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    return borders;
}

/// How long a stretch looks: noise between its ends adds nothing.
double seen_length(const LinePoint& from, const LinePoint& to) {
    double length = 0;
    for (std::size_t axis = 0; axis < from.size(); ++axis)
        length += std::fabs(to[axis] - from[axis]);
    return length;
}

Curve means_of(const Curve& curve, const std::vector<LinePoint>& line,
               const std::vector<Segment>& segments, std::size_t most) {
    std::vector<std::size_t> borders = borders_of(curve.size(), segments);
    if (borders.size() > most / 2) borders = {0, curve.size()};
    double whole = 0;
    for (std::size_t k = 0; k + 1 < borders.size(); ++k)
        whole += seen_length(line[borders[k]], line[borders[k + 1] - 1]);
    const double points = static_cast<double>(most - borders.size());
    Curve thin;
    for (std::size_t k = 0; k + 1 < borders.size(); ++k) {
        const std::size_t begin = borders[k], size = borders[k + 1] - begin;
        const double share = whole > 0 ? seen_length(line[begin], line[begin + size - 1]) / whole
                                       : 1 / static_cast<double>(borders.size() - 1);
        const auto parts =
            std::clamp(static_cast<std::size_t>(points * share), std::size_t{1}, size);
        for (std::size_t part = 0; part < parts; ++part)
            append_mean(curve, begin + size * part / parts, begin + size * (part + 1) / parts,
                        thin);
    }
    return thin;
}

}  // namespace

Curve thinned_curve(const Curve& curve, const std::vector<Segment>& segments, std::size_t most) {
    Curve thin;
    if (curve.size() <= most) {
        for (std::size_t i = 0; i < curve.size(); ++i) append(curve, i, thin);
        return thin;
    }
    // What lies near in the space of all three lies near in every drawing of two of them.
    const std::vector<LinePoint> line =
        line_over_ranges({curve.time_s, curve.depth_nm, curve.load_uN});
    const auto kept = simplified_line(line, unseen_share, most);
    if (!kept) return means_of(curve, line, segments, most);
    for (const std::size_t i : *kept) append(curve, i, thin);
    return thin;
}

}  // namespace sneddon
