// The body of the mixture's inner loops, included by one translation unit per instruction set.
// A tile of 128 points goes through four short loops, so that the densities of all components stay
// in the first-level cache and no n x k array exists:
//   ln densities and their largest; exp and sum; posterior scale and log-likelihood; sums.
// Row i of a tile belongs to lane i mod 8; every sum has eight lanes until the block ends.
#pragma once

#include "numeric/mixture/kernel/mixture_kernel.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

struct Tile {
    // ln density, then exp(ln density - peak)
    alignas(64) double density[kernel_components][tile_rows];
    alignas(64) double peak[tile_rows];
    alignas(64) double total[tile_rows];
    alignas(64) double scale[tile_rows];  // weight / total
};

template <int D>
inline void load_deviation(const double* const* columns, std::size_t row, const double* mean,
                           Lanes* dx) {
    for (int a = 0; a < D; ++a) dx[a] = load(columns[a] + row) - filled(mean[a]);
}

template <int D>
inline Lanes log_density(const PackedComponent& component, const double* const* columns,
                         std::size_t row) {
    Lanes dx[D];
    load_deviation<D>(columns, row, component.mean, dx);
    Lanes distance = filled(0.0);
    const double* w = component.whitener;
    for (int a = 0; a < D; ++a) {
        Lanes y = filled(*w++) * dx[0];
        for (int b = 1; b <= a; ++b) y = multiply_add(filled(*w++), dx[b], y);
        distance = multiply_add(y, y, distance);
    }
    return filled(component.constant) - distance;
}

/// Fills density = exp(l_j - peak), peak = largest l_j, total = sum over j of density.
template <int D>
void weigh_components(const PackedMixture& mixture, const double* const* columns, std::size_t first,
                      Tile& tile) {
    for (int j = 0; j < mixture.count; ++j) {
        const PackedComponent component = mixture.components[j];
        for (int i = 0; i < tile_rows; i += lanes) {
            const Lanes l = log_density<D>(component, columns, first + static_cast<std::size_t>(i));
            store(tile.density[j] + i, l);
            store(tile.peak + i, j == 0 ? l : larger(load(tile.peak + i), l));
        }
    }
    for (int i = 0; i < tile_rows; i += lanes) {
        const Lanes peak = load(tile.peak + i);
        Lanes total = filled(0.0);
        for (int j = 0; j < mixture.count; ++j) {
            const Lanes e = exp_lanes(load(tile.density[j] + i) - peak);
            store(tile.density[j] + i, e);
            total = total + e;
        }
        store(tile.total + i, total);
    }
}

/// Sums of one component, each of eight lanes: sums[8 * s + lane].
template <int D>
void add_component(const PackedComponent& component, const double* const* columns,
                   std::size_t first, const double* density, const double* scale, double* sums) {
    constexpr int count = sums_of_component(D);
    for (int part = 0; part < 8; part += lanes) {
        Lanes s[count];
        for (int n = 0; n < count; ++n) s[n] = load(sums + 8 * n + part);
        for (int i = part; i < tile_rows; i += 8) {
            Lanes dx[D];
            load_deviation<D>(columns, first + static_cast<std::size_t>(i), component.mean, dx);
            const Lanes r = load(density + i) * load(scale + i);
            s[0] = s[0] + r;
            int next = 1 + D;
            for (int a = 0; a < D; ++a) {
                const Lanes weighted = r * dx[a];
                s[1 + a] = s[1 + a] + weighted;
                for (int b = 0; b <= a; ++b, ++next)
                    s[next] = multiply_add(weighted, dx[b], s[next]);
            }
        }
        for (int n = 0; n < count; ++n) store(sums + 8 * n + part, s[n]);
    }
}

/// Without weights a lane needs one logarithm per tile: its 16 totals (1 to 32 each) are multiplied
/// first, at most 2^80.
void add_log_likelihood(Tile& tile, double* log_likelihood) {
    for (int part = 0; part < 8; part += lanes) {
        Lanes product = filled(1.0), sum = load(log_likelihood + part);
        for (int i = part; i < tile_rows; i += 8) {
            const Lanes total = load(tile.total + i);
            product = product * total;
            sum = sum + load(tile.peak + i);
            store(tile.scale + i, filled(1.0) / total);
        }
        store(log_likelihood + part, sum + log_lanes(product));
    }
}

void add_weighted_log_likelihood(Tile& tile, const double* weights, double* log_likelihood) {
    for (int part = 0; part < 8; part += lanes) {
        Lanes sum = load(log_likelihood + part);
        for (int i = part; i < tile_rows; i += 8) {
            const Lanes weight = load(weights + i), total = load(tile.total + i);
            sum = multiply_add(weight, load(tile.peak + i) + log_lanes(total), sum);
            store(tile.scale + i, weight / total);
        }
        store(log_likelihood + part, sum);
    }
}

/// `weights` null means that all are 1.
template <int D>
void add_tile(const PackedMixture& mixture, const double* const* columns, std::size_t first,
              const double* weights, Tile& tile, double* sums, double* log_likelihood) {
    weigh_components<D>(mixture, columns, first, tile);
    if (weights == nullptr)
        add_log_likelihood(tile, log_likelihood);
    else
        add_weighted_log_likelihood(tile, weights, log_likelihood);
    for (int j = 0; j < mixture.count; ++j)
        add_component<D>(mixture.components[j], columns, first, tile.density[j], tile.scale,
                         sums + 8 * j * sums_of_component(D));
}

/// A last, short tile: the missing rows repeat its first row with weight 0.
template <int D, std::size_t size = tile_rows>
struct PaddedRows {
    double values[D][size];
    double weights[size];
    const double* columns[D];

    PaddedRows(const double* const* source, const double* source_weights, std::size_t first,
               std::size_t rows) {
        for (int a = 0; a < D; ++a) {
            for (std::size_t i = 0; i < size; ++i)
                values[a][i] = source[a][first + (i < rows ? i : 0)];
            columns[a] = values[a];
        }
        for (std::size_t i = 0; i < size; ++i)
            weights[i] = i >= rows ? 0.0 : source_weights ? source_weights[first + i] : 1.0;
    }
};

double sum_of_lanes(const double* v) {
    return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7]));
}

template <int D>
void accumulate(const PackedMixture& mixture, const double* const* columns, const double* weights,
                std::size_t rows, double* sums, double* log_likelihood) {
    const int count = mixture.count * sums_of_component(D);
    alignas(64) double lane_sums[8 * kernel_components * sums_of_component(D)];
    alignas(64) double lane_log_likelihood[8] = {};
    for (int n = 0; n < 8 * count; ++n) lane_sums[n] = 0;
    Tile tile;
    std::size_t first = 0;
    for (; first + tile_rows <= rows; first += tile_rows)
        add_tile<D>(mixture, columns, first, weights ? weights + first : nullptr, tile, lane_sums,
                    lane_log_likelihood);
    if (first < rows) {
        const PaddedRows<D> padded(columns, weights, first, rows - first);
        add_tile<D>(mixture, padded.columns, 0, padded.weights, tile, lane_sums,
                    lane_log_likelihood);
    }
    for (int n = 0; n < count; ++n) sums[n] = sum_of_lanes(lane_sums + 8 * n);
    *log_likelihood = sum_of_lanes(lane_log_likelihood);
}

template <int D>
void posterior(const PackedMixture& mixture, const double* const* columns, std::size_t rows,
               double* posteriors, double* log_densities) {
    const PaddedRows<D> padded(columns, nullptr, 0, rows);
    Tile tile;
    weigh_components<D>(mixture, padded.columns, 0, tile);
    for (int i = 0; i < tile_rows; i += lanes) {
        const Lanes total = load(tile.total + i);
        for (int j = 0; j < mixture.count; ++j)
            store(posteriors + j * tile_rows + i, load(tile.density[j] + i) / total);
        store(log_densities + i, load(tile.peak + i) + log_lanes(total));
    }
}

/// The density of the component over that of log_densities, of the rows of one register.
template <int D>
inline Lanes density_ratio(const PackedComponent& component, const double* const* columns,
                           const double* log_densities, std::size_t row) {
    const Lanes logarithm = log_density<D>(component, columns, row) - load(log_densities + row);
    // At most e^300, so that its square is a number.
    return exp_lanes(filled(0.0) - larger(filled(0.0) - logarithm, filled(-300.0)));
}

/// Of eight rows; sums[lane] of w q, sums[8 + lane] of w q (q - 2).
template <int D>
void add_ratios(const PackedComponent& component, const double* const* columns,
                const double* weights, const double* log_densities, std::size_t first,
                double* sums) {
    for (int part = 0; part < 8; part += lanes) {
        const std::size_t row = first + static_cast<std::size_t>(part);
        const Lanes ratio = density_ratio<D>(component, columns, log_densities, row);
        const Lanes weighted = weights ? load(weights + row) * ratio : ratio;
        store(sums + part, load(sums + part) + weighted);
        store(sums + 8 + part, multiply_add(weighted, ratio - filled(2.0), load(sums + 8 + part)));
    }
}

template <int D>
void insertion(const PackedComponent& component, const double* const* columns,
               const double* weights, const double* log_densities, std::size_t rows, double* sums) {
    alignas(64) double lane_sums[16] = {};
    const std::size_t whole = rows / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
        add_ratios<D>(component, columns, weights, log_densities, i, lane_sums);
    if (whole < rows) {
        const PaddedRows<D, 8> last(columns, weights, whole, rows - whole);
        double densities[8];
        for (std::size_t i = 0; i < 8; ++i)
            densities[i] = log_densities[whole + i < rows ? whole + i : whole];
        add_ratios<D>(component, last.columns, last.weights, densities, 0, lane_sums);
    }
    sums[0] = sum_of_lanes(lane_sums);
    sums[1] = sum_of_lanes(lane_sums + 8);
}

/// Of eight rows; sums[8 n + lane].
template <int D>
void add_inserted(const PackedComponent& component, double share, const double* const* columns,
                  const double* weights, const double* log_densities, std::size_t first,
                  double* sums) {
    constexpr int count = sums_of_component(D);
    for (int part = 0; part < 8; part += lanes) {
        const std::size_t row = first + static_cast<std::size_t>(part);
        const Lanes own = filled(share) * density_ratio<D>(component, columns, log_densities, row);
        const Lanes grown = filled(1.0 - share) + own;
        const Lanes weight = weights ? load(weights + row) : filled(1.0);
        const Lanes r = weight * own / grown;
        Lanes dx[D];
        load_deviation<D>(columns, row, component.mean, dx);
        double* next = sums + part;
        store(next, load(next) + r);
        double* square = next + 8 * (1 + D);
        for (int a = 0; a < D; ++a) {
            const Lanes moved = r * dx[a];
            store(next + 8 * (1 + a), load(next + 8 * (1 + a)) + moved);
            for (int b = 0; b <= a; ++b, square += 8)
                store(square, multiply_add(moved, dx[b], load(square)));
        }
        next += 8 * count;
        store(next, multiply_add(weight, log_lanes(grown), load(next)));
    }
}

template <int D>
void inserted(const PackedComponent& component, double share, const double* const* columns,
              const double* weights, const double* log_densities, std::size_t rows, double* sums) {
    constexpr int count = sums_of_component(D) + 1;
    alignas(64) double lane_sums[8 * count] = {};
    const std::size_t whole = rows / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
        add_inserted<D>(component, share, columns, weights, log_densities, i, lane_sums);
    if (whole < rows) {
        const PaddedRows<D, 8> last(columns, weights, whole, rows - whole);
        double densities[8];
        for (std::size_t i = 0; i < 8; ++i)
            densities[i] = log_densities[whole + i < rows ? whole + i : whole];
        add_inserted<D>(component, share, last.columns, last.weights, densities, 0, lane_sums);
    }
    for (int n = 0; n < count; ++n) sums[n] = sum_of_lanes(lane_sums + 8 * n);
}

}  // namespace
}  // namespace sneddon

#include "numeric/mixture/kernel/mixture_curvature_body.hpp"

namespace sneddon {
namespace {

void accumulate_any(const PackedMixture& mixture, const double* const* columns,
                    const double* weights, std::size_t rows, double* sums, double* log_likelihood) {
    using Function = void (*)(const PackedMixture&, const double* const*, const double*,
                              std::size_t, double*, double*);
    constexpr Function functions[] = {accumulate<1>, accumulate<2>, accumulate<3>, accumulate<4>,
                                      accumulate<5>, accumulate<6>, accumulate<7>, accumulate<8>};
    functions[mixture.dimensions - 1](mixture, columns, weights, rows, sums, log_likelihood);
}

void posterior_any(const PackedMixture& mixture, const double* const* columns, std::size_t rows,
                   double* posteriors, double* log_densities) {
    using Function =
        void (*)(const PackedMixture&, const double* const*, std::size_t, double*, double*);
    constexpr Function functions[] = {posterior<1>, posterior<2>, posterior<3>, posterior<4>,
                                      posterior<5>, posterior<6>, posterior<7>, posterior<8>};
    functions[mixture.dimensions - 1](mixture, columns, rows, posteriors, log_densities);
}

void insertion_any(const PackedComponent& component, int dimensions, const double* const* columns,
                   const double* weights, const double* log_densities, std::size_t rows,
                   double* sums) {
    using Function = void (*)(const PackedComponent&, const double* const*, const double*,
                              const double*, std::size_t, double*);
    constexpr Function functions[] = {insertion<1>, insertion<2>, insertion<3>, insertion<4>,
                                      insertion<5>, insertion<6>, insertion<7>, insertion<8>};
    functions[dimensions - 1](component, columns, weights, log_densities, rows, sums);
}

void inserted_any(const PackedComponent& component, int dimensions, double share,
                  const double* const* columns, const double* weights, const double* log_densities,
                  std::size_t rows, double* sums) {
    using Function = void (*)(const PackedComponent&, double, const double* const*, const double*,
                              const double*, std::size_t, double*);
    constexpr Function functions[] = {inserted<1>, inserted<2>, inserted<3>, inserted<4>,
                                      inserted<5>, inserted<6>, inserted<7>, inserted<8>};
    functions[dimensions - 1](component, share, columns, weights, log_densities, rows, sums);
}

void curvature_any(const PackedMixture& mixture, const double* const* columns,
                   const double* weights, std::size_t rows, const CurvatureRoom& room,
                   double* sums) {
    using Function = void (*)(const PackedMixture&, const double* const*, const double*,
                              std::size_t, const CurvatureRoom&, double*);
    constexpr Function functions[] = {curvature<1>, curvature<2>, curvature<3>, curvature<4>,
                                      curvature<5>, curvature<6>, curvature<7>, curvature<8>};
    functions[mixture.dimensions - 1](mixture, columns, weights, rows, room, sums);
}

constexpr MixtureKernel kernel_of_this_unit{accumulate_any, posterior_any, insertion_any,
                                            inserted_any, curvature_any};

}  // namespace
}  // namespace sneddon
