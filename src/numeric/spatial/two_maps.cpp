#include "numeric/spatial/two_maps.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "numeric/resampling/permuted_statistics.hpp"
#include "numeric/spatial/grid_neighbours.hpp"
#include "numeric/spatial/variogram.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

/// Deviations from the mean in units of the root of the sum of their squares.
std::vector<double> unit_deviations(const NeighbourGraph& graph, std::span<const double> values) {
    std::vector<double> z;
    for (const std::size_t cell : graph.cell) z.push_back(values[cell]);
    const Moments found = moments(z);
    const double length = std::sqrt(found.squares);
    for (double& value : z) value = (value - found.mean) / length;
    return z;
}

double smoothed_product(const NeighbourGraph& graph, std::span<const double> x,
                        std::span<const double> y) {
    double sum = 0;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        double of_x = x[i], of_y = y[i];
        for (std::size_t at = graph.begin[i]; at < graph.begin[i + 1]; ++at) {
            of_x += x[graph.neighbour[at]];
            of_y += y[graph.neighbour[at]];
        }
        const auto cells = static_cast<double>(graph.degree(i) + 1);
        sum += of_x * of_y / (cells * cells);
    }
    return sum;
}

// gamma_xy = (gamma of x + y - gamma of x - y) / 4.
std::vector<CrossVariogramClass> cross_variogram(const GridGeometry& grid,
                                                 const NeighbourGraph& graph,
                                                 const std::vector<double>& x,
                                                 const std::vector<double>& y, double reach) {
    std::vector<double> at_x, at_y, sum, difference, in_x, in_y;
    const double scale = std::sqrt(static_cast<double>(graph.size() - 1));
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const std::size_t cell = graph.cell[i];
        at_x.push_back(static_cast<double>(cell % grid.shape.columns) * grid.pitch_x);
        const std::size_t row = cell / grid.shape.columns;
        at_y.push_back(static_cast<double>(row) * grid.pitch_y);
        in_x.push_back(scale * x[i]);
        in_y.push_back(scale * y[i]);
        sum.push_back(in_x.back() + in_y.back());
        difference.push_back(in_x.back() - in_y.back());
    }
    const double pitch = std::min(grid.pitch_x, grid.pitch_y);
    const VariogramOptions options{pitch, reach * pitch};
    const auto of_sum = empirical_variogram(at_x, at_y, sum, options);
    const auto of_difference = empirical_variogram(at_x, at_y, difference, options);
    const auto of_x = empirical_variogram(at_x, at_y, in_x, options);
    const auto of_y = empirical_variogram(at_x, at_y, in_y, options);
    std::vector<CrossVariogramClass> classes;
    for (std::size_t k = 0; k < of_sum.size(); ++k) {
        const double gamma = (of_sum[k].matheron - of_difference[k].matheron) / 4;
        classes.push_back({of_sum[k].distance, of_sum[k].pairs, gamma,
                           gamma / std::sqrt(of_x[k].matheron * of_y[k].matheron)});
    }
    return classes;
}

}  // namespace

TwoMaps compare_maps(const GridGeometry& grid, std::span<const double> x, std::span<const double> y,
                     double reach, const PermutationOptions& options) {
    assert(x.size() == grid.shape.cells() && y.size() == x.size());
    std::vector<bool> is_present(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        is_present[i] = std::isfinite(x[i]) && std::isfinite(y[i]);
    const NeighbourGraph graph = queen_neighbours(grid.shape, is_present);
    TwoMaps found;
    found.n = graph.size();
    constexpr std::size_t fewest = 4;
    if (found.n < fewest) return found;
    const std::vector<double> z_x = unit_deviations(graph, x), z_y = unit_deviations(graph, y);
    found.pearson = std::inner_product(z_x.begin(), z_x.end(), z_y.begin(), 0.0);
    if (!std::isfinite(found.pearson)) return found;

    found.lee.value = smoothed_product(graph, z_x, z_y);
    const auto in_order = [&](std::span<const std::size_t> order, std::span<double> out) {
        std::vector<double> of_x, of_y;
        for (const std::size_t node : order) {
            of_x.push_back(z_x[node]);
            of_y.push_back(z_y[node]);
        }
        out[0] = smoothed_product(graph, of_x, of_y);
    };
    const auto permuted = permuted_statistics(graph.size(), 1, in_order, options);
    // Under random order of whole cells: r for the cell itself, -r/(n - 1) for each other one.
    double of_itself = 0, of_others = 0;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const auto cells = static_cast<double>(graph.degree(i) + 1);
        of_itself += 1 / cells;
        of_others += (cells - 1) / cells;
    }
    const auto n = static_cast<double>(graph.size());
    found.lee.expected = found.pearson / n * (of_itself - of_others / (n - 1));
    compare_with_permutations(found.lee, permuted, 0, 1);
    found.variogram = cross_variogram(grid, graph, z_x, z_y, reach);
    return found;
}

}  // namespace sneddon
