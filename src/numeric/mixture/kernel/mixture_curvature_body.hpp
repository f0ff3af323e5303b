// What one pass adds up for the second derivatives of the likelihood; a part of
// mixture_kernel_body.hpp.
#pragma once

namespace sneddon {
namespace {

/// Of so many rows the features of all components lie in the second-level cache together.
constexpr int feature_rows = curvature_feature_rows;

/// The features phi of one component (mixture_kernel.hpp), row by row: r phi, w r phi and
/// (1 - r) phi, each sums_of_component(D) x feature_rows.
template <int D>
void fill_features(const PackedComponent& component, const double* const* columns,
                   std::size_t first, const double* density, const double* total,
                   const double* weights, double* shared, double* weighted, double* rest) {
    constexpr int count = sums_of_component(D);
    for (int i = 0; i < feature_rows; i += lanes) {
        Lanes dx[D], y[D], phi[count];
        load_deviation<D>(columns, first + static_cast<std::size_t>(i), component.mean, dx);
        phi[0] = filled(1.0);
        const double* w = component.whitener;
        int next = 1 + D;
        for (int a = 0; a < D; ++a) {
            y[a] = filled(*w++) * dx[0];
            for (int b = 1; b <= a; ++b) y[a] = multiply_add(filled(*w++), dx[b], y[a]);
            phi[1 + a] = y[a];
            for (int b = 0; b < a; ++b, ++next) phi[next] = y[a] * y[b];
            phi[next++] = multiply_add(y[a], y[a], filled(-0.5));
        }
        const Lanes r = load(density + i) / load(total + i), others = filled(1.0) - r;
        const Lanes weight = load(weights + i);
        for (int n = 0; n < count; ++n) {
            const Lanes part = r * phi[n];
            store(shared + n * feature_rows + i, part);
            store(weighted + n * feature_rows + i, weight * part);
            store(rest + n * feature_rows + i, others * phi[n]);
        }
    }
}

/// Adds the products of one feature with `count` others, and of eight lanes each: sums[8 * t].
inline void add_products(const double* one, const double* others, int count, double* sums) {
    constexpr int steps = feature_rows / 8;
    for (int part = 0; part < 8; part += lanes) {
        Lanes left[steps];
        for (int i = 0; i < steps; ++i) left[i] = load(one + 8 * i + part);
        for (int t = 0; t < count; ++t) {
            const double* other = others + t * feature_rows + part;
            Lanes s = load(sums + 8 * t + part);
            for (int i = 0; i < steps; ++i) s = multiply_add(left[i], load(other + 8 * i), s);
            store(sums + 8 * t + part, s);
        }
    }
}

inline void add_feature(const double* one, double* sums) {
    for (int part = 0; part < 8; part += lanes) {
        Lanes s = load(sums + part);
        for (int i = part; i < feature_rows; i += 8) s = s + load(one + i);
        store(sums + part, s);
    }
}

template <int D>
void add_features(const PackedMixture& mixture, const double* const* columns, std::size_t first,
                  const double* weights, const Tile& tile, const CurvatureRoom& room) {
    constexpr int each = sums_of_component(D);
    const int size = each * feature_rows;
    for (int from = 0; from < tile_rows; from += feature_rows) {
        for (int j = 0; j < mixture.count; ++j)
            fill_features<D>(mixture.components[j], columns, first + static_cast<std::size_t>(from),
                             tile.density[j] + from, tile.total + from, weights + from,
                             room.shared + j * size, room.weighted + j * size,
                             room.rest + j * size);
        double* sums = room.lane_sums;
        for (int p = 0; p < mixture.count * each; ++p) {
            const double* one = room.weighted + p * feature_rows;
            const int others = p / each * each, same = p - others + 1;
            add_products(one, room.shared, others, sums);
            add_products(one, room.rest + others * feature_rows, same, sums + 8 * others);
            add_feature(one, sums + 8 * (p + 1));
            sums += 8 * (p + 2);
        }
    }
}

template <int D>
void curvature(const PackedMixture& mixture, const double* const* columns, const double* weights,
               std::size_t rows, const CurvatureRoom& room, double* sums) {
    const int n = mixture.count * sums_of_component(D);
    const int count = curvature_sums(n);
    for (int i = 0; i < 8 * count; ++i) room.lane_sums[i] = 0;
    alignas(64) double ones[tile_rows];
    for (double& one : ones) one = 1;
    Tile tile;
    std::size_t first = 0;
    for (; first + tile_rows <= rows; first += tile_rows) {
        weigh_components<D>(mixture, columns, first, tile);
        add_features<D>(mixture, columns, first, weights ? weights + first : ones, tile, room);
    }
    if (first < rows) {
        const PaddedRows<D> padded(columns, weights, first, rows - first);
        weigh_components<D>(mixture, padded.columns, 0, tile);
        add_features<D>(mixture, padded.columns, 0, padded.weights, tile, room);
    }
    for (int i = 0; i < count; ++i) sums[i] = sum_of_lanes(room.lane_sums + 8 * i);
}

}  // namespace
}  // namespace sneddon
