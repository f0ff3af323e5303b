#include "numeric/spatial/grid_neighbours.hpp"

#include <algorithm>
#include <cassert>

namespace sneddon {
namespace {

// Present cells around a cell, ascending.
std::vector<std::size_t> present_around(GridShape grid, const std::vector<bool>& is_present,
                                        std::size_t cell) {
    const std::size_t column = cell % grid.columns, row = cell / grid.columns;
    const std::size_t first_row = row == 0 ? 0 : row - 1;
    const std::size_t last_row = std::min(row + 1, grid.rows - 1);
    const std::size_t first_column = column == 0 ? 0 : column - 1;
    const std::size_t last_column = std::min(column + 1, grid.columns - 1);
    std::vector<std::size_t> around;
    for (std::size_t r = first_row; r <= last_row; ++r)
        for (std::size_t c = first_column; c <= last_column; ++c) {
            const std::size_t other = r * grid.columns + c;
            if (other != cell && is_present[other]) around.push_back(other);
        }
    return around;
}

}  // namespace

NeighbourGraph queen_neighbours(GridShape grid, const std::vector<bool>& is_present) {
    assert(is_present.size() == grid.cells());
    NeighbourGraph graph;
    graph.begin.push_back(0);
    std::vector<std::size_t> node_of(grid.cells());
    for (std::size_t cell = 0; cell < grid.cells(); ++cell) {
        if (!is_present[cell]) continue;
        const auto around = present_around(grid, is_present, cell);
        if (around.empty()) {
            ++graph.isolated;
            continue;
        }
        node_of[cell] = graph.cell.size();
        graph.cell.push_back(cell);
        graph.neighbour.insert(graph.neighbour.end(), around.begin(), around.end());
        graph.begin.push_back(graph.neighbour.size());
    }
    // A neighbour of a node has a neighbour itself, so it is a node.
    for (std::size_t& neighbour : graph.neighbour) neighbour = node_of[neighbour];
    return graph;
}

double row_weight(const NeighbourGraph& graph, std::size_t node, NeighbourWeights weights) {
    return weights == NeighbourWeights::binary ? 1.0
                                               : 1.0 / static_cast<double>(graph.degree(node));
}

WeightSums weight_sums(const NeighbourGraph& graph, NeighbourWeights weights) {
    WeightSums sums;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const double weight = row_weight(graph, i, weights);
        const double row_sum = weight * static_cast<double>(graph.degree(i));
        double column_sum = 0;
        for (std::size_t at = graph.begin[i]; at < graph.begin[i + 1]; ++at) {
            const double back = row_weight(graph, graph.neighbour[at], weights);
            column_sum += back;
            sums.s1 += (weight + back) * (weight + back) / 2;
        }
        sums.s0 += row_sum;
        sums.s2 += (row_sum + column_sum) * (row_sum + column_sum);
    }
    return sums;
}

}  // namespace sneddon
