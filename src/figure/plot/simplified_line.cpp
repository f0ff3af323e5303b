#include "figure/plot/simplified_line.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace sneddon {
namespace {

constexpr std::size_t stretch_points = 256;

/// Up to as many points as lie in a stretch and its ends, axis by axis: loops over them are done
/// several points at a time.
struct Stretch {
    using Values = std::array<double, stretch_points + 1>;
    std::array<Values, std::tuple_size_v<LinePoint>> axes;
    Values parts;  ///< of the way from the first to the last point, where a point is nearest
    Values squared_distances;
};

/// Within 0 and 1; no number, of two points in one place, is 0.
double bounded(double part) {
    const double from_zero = part > 0 ? part : 0;
    return from_zero < 1 ? from_zero : 1;
}

/// Squared distances of the points strictly between two from the piece of line between these, not
/// from the line beyond its ends: a line that turns back on itself keeps its turns.
void measure_between(std::size_t first, std::size_t last, Stretch& stretch) {
    LinePoint from, step;
    double length = 0;
    for (std::size_t axis = 0; axis < step.size(); ++axis) {
        from[axis] = stretch.axes[axis][first];
        step[axis] = stretch.axes[axis][last] - from[axis];
        length += step[axis] * step[axis];
    }
    const double* const x = stretch.axes[0].data();
    const double* const y = stretch.axes[1].data();
    const double* const z = stretch.axes[2].data();
    // A loop of its own for each step, or g++ makes branches of the two bounds.
    double* const part = stretch.parts.data();
    for (std::size_t i = first + 1; i < last; ++i)
        part[i] =
            (x[i] - from[0]) * step[0] + (y[i] - from[1]) * step[1] + (z[i] - from[2]) * step[2];
    for (std::size_t i = first + 1; i < last; ++i) part[i] = bounded(part[i] / length);
    for (std::size_t i = first + 1; i < last; ++i) {
        const double gap_x = x[i] - (from[0] + part[i] * step[0]);
        const double gap_y = y[i] - (from[1] + part[i] * step[1]);
        const double gap_z = z[i] - (from[2] + part[i] * step[2]);
        stretch.squared_distances[i] = gap_x * gap_x + gap_y * gap_y + gap_z * gap_z;
    }
}

/// Marks the points to keep strictly between the ends of a stretch; how many they are.
std::size_t keep_between(std::size_t points, double tolerance, Stretch& stretch,
                         std::span<char> is_kept) {
    std::size_t count = 0;
    std::vector<std::pair<std::size_t, std::size_t>> open = {{0, points - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        measure_between(from, to, stretch);
        std::size_t farthest = from;
        double most = tolerance * tolerance;
        for (std::size_t i = from + 1; i < to; ++i) {
            if (!(stretch.squared_distances[i] > most)) continue;
            most = stretch.squared_distances[i];
            farthest = i;
        }
        if (farthest == from) continue;
        is_kept[farthest] = 1;
        ++count;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, to);
    }
    return count;
}

}  // namespace

std::optional<std::vector<std::size_t>> simplified_line(std::span<const LinePoint> line,
                                                        double tolerance, std::size_t most) {
    std::vector<char> is_kept(line.size(), 0);
    Stretch stretch;
    std::size_t count = 0;
    for (std::size_t first = 0; first < line.size(); first += stretch_points) {
        const std::size_t points = std::min(stretch_points + 1, line.size() - first);
        for (std::size_t i = 0; i < points; ++i)
            for (std::size_t axis = 0; axis < stretch.axes.size(); ++axis)
                stretch.axes[axis][i] = line[first + i][axis];
        const auto kept = std::span(is_kept).subspan(first, points);
        kept.front() = kept.back() = 1;
        count += 1 + keep_between(points, tolerance, stretch, kept);
        if (count > most) return std::nullopt;
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (is_kept[i] != 0) kept.push_back(i);
    if (kept.size() > most) return std::nullopt;
    return kept;
}

std::vector<std::size_t> simplified_line(std::span<const LinePoint> line, double tolerance) {
    return *simplified_line(line, tolerance, line.size());
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
