#include "study/maps/space.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "numeric/spatial/plane_neighbours.hpp"
#include "study/maps/lattice.hpp"
#include "study/maps/likeness.hpp"
#include "study/maps/map_fields.hpp"
#include "study/maps/map_variogram.hpp"
#include "study/samples.hpp"

namespace sneddon {

template <class Archive, Either<SpatialAutocorrelation> T>
void fields(Archive& archive, T& it) {
    auto& [n, isolated, moran, geary] = it;
    archive(n, isolated, moran, geary);
}

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

void set_variogram(const std::vector<double>& x, const std::vector<double>& y,
                   const std::vector<double>& values, double pitch_um, double side_um,
                   const StudyOptions& options, MapQuantity& map) {
    map.variogram = map_variogram(x, y, values, pitch_um, side_um, options.seed);
    VariogramFitOptions fit;
    fit.pitch = pitch_um;
    map.fit = fit_exponential_variogram(map.variogram, fit);
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
    map.autocorrelation = remembered(
        options.memory, "autocorrelation of a map",
        [&] { return spatial_autocorrelation(placed.shape, cells, spatial); }, placed.shape.columns,
        placed.shape.rows, cells, options.permutations, options.seed);
    // Distances by the grid, not by the stage: its jitter would smear the classes of distance.
    std::vector<double> x, y;
    for (const std::size_t cell : placed.cells) {
        const std::size_t line = cell / placed.shape.columns;
        x.push_back(static_cast<double>(cell % placed.shape.columns) * grid.pitch_x_um);
        y.push_back(static_cast<double>(line) * grid.pitch_y_um);
    }
    const double pitch_um = std::min(grid.pitch_x_um, grid.pitch_y_um);
    const double side_um =
        std::max(grid.pitch_x_um * (grid.nx - 1), grid.pitch_y_um * (grid.ny - 1));
    set_variogram(x, y, values, pitch_um, side_um, options, map);
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

/// E_IT stands in for E_r where a table has only this.
std::vector<QuantityIndex> mapped_quantities(const std::vector<TestRow>& tests, const Rows& rows) {
    std::vector<QuantityIndex> quantities(mapped.begin(), mapped.end());
    if (finite_values(tests, rows, "E_r_GPa"_q).empty())
        std::ranges::replace(quantities, "E_r_GPa"_q, "E_IT_GPa"_q);
    std::erase_if(quantities, [&](QuantityIndex quantity) {
        return finite_values(tests, rows, quantity).size() < fewest_tests;
    });
    return quantities;
}

std::optional<MapFinding> map_on_grid(const std::vector<TestRow>& tests,
                                      const LoadFunctionRows& group, const Grid& grid,
                                      const StudyOptions& options) {
    const PlacedRows placed = place(tests, group.rows, grid);
    if (placed.rows.size() < fewest_tests) return std::nullopt;
    MapFinding map{group.name,
                   placed.shape.columns,
                   placed.shape.rows,
                   grid.pitch_x_um,
                   grid.pitch_y_um,
                   {},
                   {},
                   {}};
    for (const QuantityIndex quantity : mapped_quantities(tests, placed.rows))
        map.quantities.push_back(map_of(tests, placed, grid, quantity, options));
    map.labels = joins_of(tests, placed, options);
    add_likeness(tests, placed.rows, placed.cells, permutation(options), options.memory, map);
    return map;
}

/// Rows with a position, and where.
struct FreeRows {
    Rows rows;
    std::vector<double> x, y;
};

FreeRows with_position(const std::vector<TestRow>& tests, const Rows& rows) {
    FreeRows found;
    for (const std::size_t row : rows)
        if (const auto& at = tests[row].position) {
            found.rows.push_back(row);
            found.x.push_back(at->x_um);
            found.y.push_back(at->y_um);
        }
    return found;
}

double longest_side_um(const FreeRows& places) {
    const auto [left, right] = std::ranges::minmax(places.x);
    const auto [low, high] = std::ranges::minmax(places.y);
    return std::max(right - left, high - low);
}

constexpr std::size_t neighbours_of_each = 8;  // as many as a cell of a grid has around it

MapQuantity free_map_of(const std::vector<TestRow>& tests, const FreeRows& all,
                        QuantityIndex quantity, double pitch_um, const StudyOptions& options) {
    Rows with_value;
    for (const std::size_t row : all.rows)
        if (is_finite(tests[row].values[quantity])) with_value.push_back(row);
    const FreeRows places = with_position(tests, with_value);
    const std::vector<double> values = values_of(tests, places.rows, quantity);
    MapQuantity map;
    map.quantity = quantity;
    SpatialOptions spatial;
    spatial.permutation = permutation(options);
    map.autocorrelation = spatial_autocorrelation(
        nearest_neighbours(places.x, places.y, neighbours_of_each), values, spatial);
    set_variogram(places.x, places.y, values, pitch_um, longest_side_um(places), options, map);
    return map;
}

std::optional<JoinCounts> free_joins_of(const std::vector<TestRow>& tests, const FreeRows& all,
                                        const StudyOptions& options) {
    Rows labelled;
    std::vector<int> labels;
    for (const std::size_t row : all.rows)
        if (const Label label = tests[row].cluster) {
            labelled.push_back(row);
            labels.push_back(*label);
        }
    if (labelled.empty()) return std::nullopt;
    const FreeRows places = with_position(tests, labelled);
    return join_counts(nearest_neighbours(places.x, places.y, neighbours_of_each), labels,
                       permutation(options));
}

/// Of a table: in the rows and columns that its positions stand in, or free.
std::optional<MapFinding> map_of_table(const std::vector<TestRow>& tests,
                                       const LoadFunctionRows& group, const StudyOptions& options) {
    const FreeRows places = with_position(tests, group.rows);
    if (places.rows.size() < fewest_tests) return std::nullopt;
    if (const auto lattice = find_lattice(places.x, places.y)) {
        auto map = map_on_grid(tests, group, *lattice, options);
        if (map) map->places = MapPlaces::lattice;
        return map;
    }
    const double pitch_um = median_spacing(places.x, places.y);
    if (!(pitch_um > 0)) return std::nullopt;  // one place
    MapFinding map{group.name, 0, 0, pitch_um, pitch_um, {}, {}, {}, MapPlaces::free};
    for (const QuantityIndex quantity : mapped_quantities(tests, places.rows))
        map.quantities.push_back(free_map_of(tests, places, quantity, pitch_um, options));
    map.labels = free_joins_of(tests, places, options);
    return map;
}

std::optional<MapFinding> map_of_group(const StudyResult& study, const LoadFunctionRows& group,
                                       const StudyOptions& options) {
    const auto sample = shared_sample(study.tests, group.rows);
    if (!sample) return std::nullopt;
    if (const auto& grid = facts_of(study, *sample).grid)
        return map_on_grid(study.tests, group, *grid, options);
    if (study.tests[group.rows.front()].source == RowSource::table)
        return map_of_table(study.tests, group, options);
    return std::nullopt;
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
    const std::vector<LoadFunctionRows> groups = by_load_function(study.tests);
    // Maps side by side: the lengths of one, unlike its permutations, are found on one thread.
    StudyOptions of_one = options;
    of_one.threads = threads_of_each(options.threads, groups.size());
    std::vector<MapFinding> maps;
    ordered_parallel(
        groups.size(), options.threads, options.stop,
        [&](std::size_t i) { return map_of_group(study, groups[i], of_one); },
        [&](std::size_t, std::optional<MapFinding>&& map) {
            if (map) maps.push_back(*std::move(map));
        });
    correct_p(maps);
    return maps;
}

}  // namespace sneddon
