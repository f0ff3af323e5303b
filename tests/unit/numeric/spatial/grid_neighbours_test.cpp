#include "numeric/spatial/grid_neighbours.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sneddon {
namespace {

using Cells = std::vector<std::size_t>;

Cells neighbours_of(const NeighbourGraph& graph, std::size_t node) {
    const auto begin = graph.neighbour.begin();
    return Cells(begin + static_cast<std::ptrdiff_t>(graph.begin[node]),
                 begin + static_cast<std::ptrdiff_t>(graph.begin[node + 1]));
}

TEST(QueenNeighbours, AreTheCellsAround) {
    const auto graph = queen_neighbours({3, 3}, std::vector<bool>(9, true));
    EXPECT_EQ(neighbours_of(graph, 4), (Cells{0, 1, 2, 3, 5, 6, 7, 8}));
    EXPECT_EQ(neighbours_of(graph, 0), (Cells{1, 3, 4}));
    EXPECT_EQ(neighbours_of(graph, 5), (Cells{1, 2, 4, 7, 8}));
    EXPECT_EQ(graph.isolated, 0u);
}

TEST(QueenNeighbours, LeaveOutMissingAndIsolatedCells) {
    // x x .      nodes 0 1 at cells 0 1; cell 8 touches nobody.
    // . . .
    // . . x
    std::vector<bool> present(9, false);
    present[0] = present[1] = present[8] = true;
    const auto graph = queen_neighbours({3, 3}, present);
    EXPECT_EQ(graph.cell, (Cells{0, 1}));
    EXPECT_EQ(graph.neighbour, (Cells{1, 0}));
    EXPECT_EQ(graph.isolated, 1u);
    EXPECT_EQ(queen_neighbours({0, 0}, {}).size(), 0u);
}

// 20 x 15 queen: 4 corners of 3, 62 edge cells of 5, 234 inner of 8 neighbours.
TEST(WeightSums, OfAGridAreItsDegrees) {
    const auto graph = queen_neighbours({20, 15}, std::vector<bool>(300, true));
    const double joins = 4 * 3 + 62 * 5 + 234 * 8;
    const auto binary = weight_sums(graph, NeighbourWeights::binary);
    EXPECT_EQ(binary.s0, joins);
    EXPECT_EQ(binary.s1, 2 * joins);
    EXPECT_EQ(binary.s2, 4.0 * (4 * 9 + 62 * 25 + 234 * 64));
    const auto standardised = weight_sums(graph, NeighbourWeights::row_standardised);
    EXPECT_NEAR(standardised.s0, 300, 1e-11);
}

}  // namespace
}  // namespace sneddon
