// Which cells of a rectangular grid touch each other, cells without a value left out.
#pragma once

#include <cstddef>
#include <vector>

namespace sneddon {

/// Cell (column, row) has number row * columns + column.
struct GridShape {
    std::size_t columns = 0;
    std::size_t rows = 0;

    std::size_t cells() const { return columns * rows; }
};

/// Present cells with at least one present neighbour are the nodes; a cell on its own says nothing
/// about neighbourhood. The neighbours of node i are neighbour[begin[i]] ..
/// neighbour[begin[i+1]-1], ascending, and each pair stands there twice.
struct NeighbourGraph {
    std::vector<std::size_t> cell;  ///< of each node, ascending
    std::vector<std::size_t> begin;
    std::vector<std::size_t> neighbour;
    std::size_t isolated = 0;  ///< present cells without a present neighbour

    std::size_t size() const { return cell.size(); }
    std::size_t degree(std::size_t node) const { return begin[node + 1] - begin[node]; }
};

/// Queen's neighbours: the eight cells around. is_present has one entry per cell.
NeighbourGraph queen_neighbours(GridShape grid, const std::vector<bool>& is_present);

enum class NeighbourWeights {
    binary,           ///< w_ij = 1 for neighbours
    row_standardised  ///< w_ij = 1 / number of neighbours of i
};

/// Sums over the weights that the moments under random order need (Cliff and Ord 1981, Spatial
/// Processes): S0 = sum w_ij, S1 = sum (w_ij + w_ji)^2 / 2, S2 = sum over i of (row sum + column
/// sum)^2.
struct WeightSums {
    double s0 = 0, s1 = 0, s2 = 0;
};
WeightSums weight_sums(const NeighbourGraph& graph, NeighbourWeights weights);

/// The weight each neighbour of a node has in it.
double row_weight(const NeighbourGraph& graph, std::size_t node, NeighbourWeights weights);

}  // namespace sneddon
