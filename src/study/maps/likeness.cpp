#include "study/maps/likeness.hpp"

#include <algorithm>

#include "study/maps/map_fields.hpp"

namespace sneddon {

template <class Archive, Either<CorrelationLength> T>
void fields(Archive& archive, T& it) {
    auto& [verdict, model, length, low, high, nugget_share, log_likelihood, other_model, n] = it;
    archive(verdict, model, length, low, high, nugget_share, log_likelihood, other_model, n);
}

template <class Archive, Either<CrossVariogramClass> T>
void fields(Archive& archive, T& it) {
    auto& [distance, pairs, gamma, codispersion] = it;
    archive(distance, pairs, gamma, codispersion);
}

template <class Archive, Either<TwoMaps> T>
void fields(Archive& archive, T& it) {
    auto& [n, pearson, lee, variogram] = it;
    archive(n, pearson, lee, variogram);
}

template <class Archive, Either<GridGeometry> T>
void fields(Archive& archive, T& it) {
    auto& [shape, pitch_x, pitch_y] = it;
    archive(shape.columns, shape.rows, pitch_x, pitch_y);
}

namespace {

constexpr double reach_in_pitches = 10;  // of cross-variograms
// A permutation of a map of 40,000 cells takes as long as the whole analysis of a small one.
constexpr std::size_t large_map = 5000, permutations_of_large_maps = 99;
// Lengths of tens of pitches are told by 40,000 cells; a million take minutes.
constexpr std::size_t longest_side = 200;

/// The middle of a map, the whole of most.
struct Window {
    std::size_t first_column, first_row;
    GridShape shape;

    explicit Window(GridShape map)
        : first_column(map.columns / 2 - std::min(map.columns, longest_side) / 2),
          first_row(map.rows / 2 - std::min(map.rows, longest_side) / 2),
          shape{std::min(map.columns, longest_side), std::min(map.rows, longest_side)} {}
};

std::vector<double> in_cells(const std::vector<TestRow>& tests, const Rows& rows,
                             const std::vector<std::size_t>& cells, std::size_t columns,
                             const Window& window, QuantityIndex quantity) {
    std::vector<double> values(window.shape.cells(), nan);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Cells before the window wrap to numbers beyond it.
        const std::size_t x = cells[i] % columns - window.first_column;
        const std::size_t y = cells[i] / columns - window.first_row;
        if (x < window.shape.columns && y < window.shape.rows)
            values[y * window.shape.columns + x] = tests[rows[i]].values[quantity];
    }
    return values;
}

}  // namespace

void add_likeness(const std::vector<TestRow>& tests, const Rows& rows,
                  const std::vector<std::size_t>& cells, const PermutationOptions& permutation,
                  const Memory& memory, MapFinding& map) {
    const Window window({map.nx, map.ny});
    const GridGeometry grid = {window.shape, map.pitch_x_um, map.pitch_y_um};
    std::vector<std::vector<double>> values;
    for (const MapQuantity& mapped : map.quantities)
        values.push_back(in_cells(tests, rows, cells, map.nx, window, mapped.quantity));
    const auto lengths = remembered(
        memory, "correlation lengths", [&] { return correlation_lengths(grid, values); }, grid,
        values);
    for (std::size_t i = 0; i < lengths.size(); ++i) map.quantities[i].length = lengths[i];

    PermutationOptions options = permutation;
    if (rows.size() > large_map)
        options.permutations = std::min(options.permutations, permutations_of_large_maps);
    const auto compared = [&](const std::vector<double>& x, const std::vector<double>& y) {
        return remembered(
            memory, "maps compared",
            [&] { return compare_maps(grid, x, y, reach_in_pitches, options); }, grid, x, y,
            options.permutations, options.seed);
    };
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            map.pairs.push_back({map.quantities[i].quantity, map.quantities[j].quantity,
                                 compared(values[i], values[j]), nan});
}

}  // namespace sneddon
