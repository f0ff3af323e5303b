#include "study/maps/space.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/nan.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "study/maps/likeness.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

constexpr std::array mapped = {"H_IT_GPa"_q, "E_r_GPa"_q, "creep_nm"_q, "W_plast_pJ"_q};
constexpr std::size_t fewest_tests = 30;  // for the normal approximation of Moran's I

/// The cell of each row; rows off the grid or on a taken cell have none.
struct PlacedRows {
    GridShape shape;
    Rows rows;
    std::vector<std::size_t> cells;  ///< by rows
};

PlacedRows place(const std::vector<TestRow>& tests, const Rows& rows, const Grid& grid) {
    PlacedRows placed{
        {static_cast<std::size_t>(grid.nx), static_cast<std::size_t>(grid.ny)}, {}, {}};
    // The stage has its own origin: the grid begins at the least x and y that a test has.
    double x0 = INFINITY, y0 = INFINITY;
    for (const std::size_t row : rows)
        if (const auto& at = tests[row].position) {
            x0 = std::min(x0, at->x_um);
            y0 = std::min(y0, at->y_um);
        }
    std::vector<bool> is_taken(placed.shape.cells());
    for (const std::size_t row : rows) {
        const auto& at = tests[row].position;
        if (!at) continue;
        const double column = std::round((at->x_um - x0) / grid.pitch_x_um);
        const double line = std::round((at->y_um - y0) / grid.pitch_y_um);
        if (column >= grid.nx || line >= grid.ny) continue;
        const auto cell = static_cast<std::size_t>(line) * placed.shape.columns +
                          static_cast<std::size_t>(column);
        if (is_taken[cell]) continue;
        is_taken[cell] = true;
        placed.rows.push_back(row);
        placed.cells.push_back(cell);
    }
    return placed;
}

PermutationOptions permutation(const StudyOptions& options) {
    return {options.permutations, options.seed, options.threads, options.stop};
}

MapQuantity map_of(const std::vector<TestRow>& tests, const PlacedRows& placed, const Grid& grid,
                   QuantityIndex quantity, const StudyOptions& options) {
    MapQuantity map;
    map.quantity = quantity;
    std::vector<double> cells(placed.shape.cells(), nan);
    const std::vector<double> values = values_of(tests, placed.rows, quantity);
    // An empty cell is no neighbour; a zero would be one.
    for (std::size_t i = 0; i < values.size(); ++i) cells[placed.cells[i]] = values[i];
    SpatialOptions spatial;
    spatial.permutation = permutation(options);
    map.autocorrelation = spatial_autocorrelation(placed.shape, cells, spatial);
    // Distances by the grid, not by the stage: its jitter would smear the classes of distance.
    std::vector<double> x, y;
    for (const std::size_t cell : placed.cells) {
        const std::size_t line = cell / placed.shape.columns;
        x.push_back(static_cast<double>(cell % placed.shape.columns) * grid.pitch_x_um);
        y.push_back(static_cast<double>(line) * grid.pitch_y_um);
    }
    const double pitch_um = std::min(grid.pitch_x_um, grid.pitch_y_um);
    const double width_um = grid.pitch_x_um * (grid.nx - 1),
                 height_um = grid.pitch_y_um * (grid.ny - 1);
    // Beyond half of the map few pairs are left, and they share their tests (Journel and
    // Huijbregts).
    map.variogram =
        empirical_variogram(x, y, values, {pitch_um, 0.5 * std::max(width_um, height_um)});
    VariogramFitOptions fit;
    fit.pitch = pitch_um;
    map.fit = fit_exponential_variogram(map.variogram, fit);
    return map;
}

std::optional<JoinCounts> joins_of(const std::vector<TestRow>& tests, const PlacedRows& placed,
                                   const StudyOptions& options) {
    std::vector<int> labels(placed.shape.cells(), -1);
    bool has_labels = false;
    for (std::size_t i = 0; i < placed.rows.size(); ++i)
        if (const Label label = tests[placed.rows[i]].cluster) {
            labels[placed.cells[i]] = *label;
            has_labels = true;
        }
    if (!has_labels) return std::nullopt;
    return join_counts(placed.shape, labels, permutation(options));
}

void correct_p(std::vector<MapFinding>& maps) {
    std::vector<double> p, p_of_pairs;
    for (const MapFinding& map : maps) {
        for (const MapQuantity& mapped_quantity : map.quantities)
            p.push_back(mapped_quantity.autocorrelation.moran.p_greater);
        for (const MapPair& pair : map.pairs) p_of_pairs.push_back(pair.compared.lee.p_two_sided);
    }
    const std::vector<double> adjusted = holm_adjusted(p), of_pairs = holm_adjusted(p_of_pairs);
    std::size_t i = 0, j = 0;
    for (MapFinding& map : maps) {
        for (MapQuantity& mapped_quantity : map.quantities) mapped_quantity.p_holm = adjusted[i++];
        for (MapPair& pair : map.pairs) pair.p_holm = of_pairs[j++];
    }
}

}  // namespace

std::vector<MapFinding> find_maps(const StudyResult& study, const StudyOptions& options) {
    std::vector<MapFinding> maps;
    const std::vector<TestRow>& tests = study.tests;
    for (const LoadFunctionRows& group : by_load_function(tests)) {
        const auto sample = shared_sample(tests, group.rows);
        if (!sample || !facts_of(study, *sample).grid) continue;
        const Grid& grid = *facts_of(study, *sample).grid;
        const PlacedRows placed = place(tests, group.rows, grid);
        if (placed.rows.size() < fewest_tests) continue;
        MapFinding map{group.name,
                       placed.shape.columns,
                       placed.shape.rows,
                       grid.pitch_x_um,
                       grid.pitch_y_um,
                       {},
                       {},
                       {}};
        for (const QuantityIndex quantity : mapped)
            if (finite_values(tests, placed.rows, quantity).size() >= fewest_tests)
                map.quantities.push_back(map_of(tests, placed, grid, quantity, options));
        map.labels = joins_of(tests, placed, options);
        add_likeness(tests, placed.rows, placed.cells, permutation(options), map);
        maps.push_back(std::move(map));
    }
    correct_p(maps);
    return maps;
}

}  // namespace sneddon
