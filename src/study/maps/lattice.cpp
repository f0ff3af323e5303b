#include "study/maps/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "numeric/spatial/plane_neighbours.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

constexpr double largest_jitter = 0.25;   // of the pitch: half way to half way between nodes
constexpr double least_share = 0.9;       // of the points: the others are on no node of their own
constexpr double most_nodes_a_point = 4;  // a lattice that is mostly empty is a guess
constexpr double least_step = 0.5;        // of the usual spacing: less is jitter in a line

/// Lines of a coordinate: sorted values parted where a gap is wider than jitter.
struct Lines {
    double first = 0, pitch = 0;
    std::size_t count = 0;
};

std::optional<Lines> lines_of(std::span<const double> values, double spacing) {
    const std::vector<double> sorted = sorted_values(values);
    std::vector<double> centres;
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t end = begin + 1;
        while (end < sorted.size() && sorted[end] - sorted[end - 1] <= least_step * spacing) ++end;
        centres.push_back((sorted[begin] + sorted[end - 1]) / 2);
        begin = end;
    }
    if (centres.size() < 2) return Lines{centres.front(), spacing, 1};
    std::vector<double> steps;
    for (std::size_t i = 1; i < centres.size(); ++i) steps.push_back(centres[i] - centres[i - 1]);
    const double usual = median(steps);
    // From the whole length: a thousandth of the pitch becomes a pitch after a thousand lines.
    const double length = centres.back() - centres.front();
    const double count = std::round(length / usual);
    if (!(usual > 0) || count > static_cast<double>(values.size())) return std::nullopt;
    return Lines{centres.front(), length / count, static_cast<std::size_t>(count) + 1};
}

std::size_t points_on_nodes(std::span<const double> x, std::span<const double> y, const Lines& on_x,
                            const Lines& on_y) {
    std::vector<bool> is_taken(on_x.count * on_y.count);
    std::size_t points = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double column = (x[i] - on_x.first) / on_x.pitch;
        const double line = (y[i] - on_y.first) / on_y.pitch;
        const double nearest_column = std::round(column), nearest_line = std::round(line);
        if (std::abs(column - nearest_column) > largest_jitter ||
            std::abs(line - nearest_line) > largest_jitter)
            continue;
        if (nearest_column < 0 || nearest_column >= static_cast<double>(on_x.count)) continue;
        if (nearest_line < 0 || nearest_line >= static_cast<double>(on_y.count)) continue;
        const auto node = static_cast<std::size_t>(nearest_line) * on_x.count +
                          static_cast<std::size_t>(nearest_column);
        if (is_taken[node]) continue;
        is_taken[node] = true;
        ++points;
    }
    return points;
}

}  // namespace

std::optional<Grid> find_lattice(std::span<const double> x_um, std::span<const double> y_um) {
    const double spacing = median_spacing(x_um, y_um);
    if (!(spacing > 0)) return std::nullopt;
    const auto on_x = lines_of(x_um, spacing), on_y = lines_of(y_um, spacing);
    if (!on_x || !on_y) return std::nullopt;
    const auto n = static_cast<double>(x_um.size());
    const double nodes = static_cast<double>(on_x->count) * static_cast<double>(on_y->count);
    if (nodes > most_nodes_a_point * n) return std::nullopt;
    const auto points = static_cast<double>(points_on_nodes(x_um, y_um, *on_x, *on_y));
    if (points < least_share * n) return std::nullopt;
    Grid grid;
    grid.nx = static_cast<int>(on_x->count);
    grid.ny = static_cast<int>(on_y->count);
    grid.pitch_x_um = on_x->pitch;
    grid.pitch_y_um = on_y->pitch;
    return grid;
}

}  // namespace sneddon
