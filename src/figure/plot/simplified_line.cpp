#include "figure/plot/simplified_line.hpp"

#include <algorithm>
#include <utility>

namespace sneddon {
namespace {

constexpr std::size_t stretch_points = 256;

/// Squared distance of a point from a piece of line, not from the line beyond its ends: a line that
/// turns back on itself keeps its turns.
double squared_distance(const LinePoint& point, const LinePoint& from, const LinePoint& to) {
    double along = 0, length = 0;
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
        const double step = to[axis] - from[axis];
        along += (point[axis] - from[axis]) * step;
        length += step * step;
    }
    const double part = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
    double distance = 0;
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
        const double gap = point[axis] - (from[axis] + part * (to[axis] - from[axis]));
        distance += gap * gap;
    }
    return distance;
}

/// Marks the points to keep strictly between two that are kept.
void keep_between(std::span<const LinePoint> line, std::size_t first, std::size_t last,
                  double tolerance, std::vector<bool>& is_kept) {
    std::vector<std::pair<std::size_t, std::size_t>> open = {{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        std::size_t farthest = from;
        double most = tolerance * tolerance;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double distance = squared_distance(line[i], line[from], line[to]);
            if (!(distance > most)) continue;
            most = distance;
            farthest = i;
        }
        if (farthest == from) continue;
        is_kept[farthest] = true;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, to);
    }
}

}  // namespace

std::vector<std::size_t> simplified_line(std::span<const LinePoint> line, double tolerance) {
    std::vector<bool> is_kept(line.size(), false);
    for (std::size_t first = 0; first < line.size(); first += stretch_points) {
        const std::size_t last = std::min(first + stretch_points, line.size() - 1);
        is_kept[first] = is_kept[last] = true;
        keep_between(line, first, last, tolerance, is_kept);
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (is_kept[i]) kept.push_back(i);
    return kept;
}

std::vector<LinePoint> line_over_ranges(std::initializer_list<std::span<const double>> columns) {
    std::vector<LinePoint> line(columns.begin()->size());
    std::size_t axis = 0;
    for (const std::span<const double> column : columns) {
        const auto [low, high] = std::ranges::minmax(column);
        for (std::size_t i = 0; i < column.size() && high > low; ++i)
            line[i][axis] = (column[i] - low) / (high - low);
        ++axis;
    }
    return line;
}

}  // namespace sneddon
