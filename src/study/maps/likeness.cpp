#include "study/maps/likeness.hpp"

#include <algorithm>

namespace sneddon {
namespace {

constexpr double reach_in_pitches = 10;  // of cross-variograms
// A permutation of a map of 40,000 cells takes as long as the whole analysis of a small one.
constexpr std::size_t large_map = 5000, permutations_of_large_maps = 99;

std::vector<double> in_cells(const std::vector<TestRow>& tests, const Rows& rows,
                             const std::vector<std::size_t>& cells, std::size_t count,
                             QuantityIndex quantity) {
    std::vector<double> values(count, nan);
    for (std::size_t i = 0; i < rows.size(); ++i)
        values[cells[i]] = tests[rows[i]].values[quantity];
    return values;
}

}  // namespace

void add_likeness(const std::vector<TestRow>& tests, const Rows& rows,
                  const std::vector<std::size_t>& cells, const PermutationOptions& permutation,
                  MapFinding& map) {
    const GridGeometry grid = {{map.nx, map.ny}, map.pitch_x_um, map.pitch_y_um};
    std::vector<std::vector<double>> values;
    for (const MapQuantity& mapped : map.quantities)
        values.push_back(in_cells(tests, rows, cells, grid.shape.cells(), mapped.quantity));
    const auto lengths = correlation_lengths(grid, values);
    for (std::size_t i = 0; i < lengths.size(); ++i) map.quantities[i].length = lengths[i];

    PermutationOptions options = permutation;
    if (rows.size() > large_map)
        options.permutations = std::min(options.permutations, permutations_of_large_maps);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            map.pairs.push_back(
                {map.quantities[i].quantity, map.quantities[j].quantity,
                 compare_maps(grid, values[i], values[j], reach_in_pitches, options), nan});
}

}  // namespace sneddon
