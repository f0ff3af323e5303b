#include "numeric/spatial/spatial_autocorrelation.hpp"

#include <cassert>
#include <cmath>
#include <vector>

#include "numeric/resampling/permuted_statistics.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

// What both statistics need of the values; permutations change the products only.
struct Deviations {
    std::vector<double> z;  ///< x - mean by node
    double squares = 0;     ///< sum z^2
    double kurtosis = 0;    ///< n sum z^4 / (sum z^2)^2
};

Deviations deviations_of(const NeighbourGraph& graph, std::span<const double> values) {
    Deviations result;
    for (const std::size_t cell : graph.cell) result.z.push_back(values[cell]);
    const double centre = mean(result.z);
    CompensatedSum squares, fourths;
    for (double& z : result.z) {
        z -= centre;
        squares.add(z * z);
        fourths.add(z * z * z * z);
    }
    result.squares = squares.value();
    result.kurtosis =
        static_cast<double>(result.z.size()) * fourths.value() / (result.squares * result.squares);
    return result;
}

struct Products {
    double neighbours = 0;  ///< sum w_ij z_i z_j
    double squares = 0;     ///< sum w_ij (z_i^2 + z_j^2) / 2
};

// sum w_ij (z_i - z_j)^2 = 2 (squares - neighbours): one sweep serves both statistics.
Products products(const NeighbourGraph& graph, NeighbourWeights weights,
                  std::span<const double> z) {
    Products sums;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        double around = 0, squares_around = 0;
        for (std::size_t at = graph.begin[i]; at < graph.begin[i + 1]; ++at) {
            const double other = z[graph.neighbour[at]];
            around += other;
            squares_around += other * other;
        }
        const double weight = row_weight(graph, i, weights);
        const auto degree = static_cast<double>(graph.degree(i));
        sums.neighbours += weight * z[i] * around;
        sums.squares += weight * (degree * z[i] * z[i] + squares_around) / 2;
    }
    return sums;
}

// Under permutation, from the moments of z (Cliff and Ord 1981, Spatial Processes).
double moran_variance(double n, double kurtosis, const WeightSums& w) {
    const double s0_squared = w.s0 * w.s0;
    const double second_moment = (n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0_squared) -
                                  kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0_squared)) /
                                 ((n - 1) * (n - 2) * (n - 3) * s0_squared);
    return second_moment - 1 / ((n - 1) * (n - 1));
}

double geary_variance(double n, double kurtosis, const WeightSums& w) {
    const double s0_squared = w.s0 * w.s0;
    return ((n - 1) * w.s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis) -
            (n - 1) * w.s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis) / 4 +
            s0_squared * (n * n - 3 - (n - 1) * (n - 1) * kurtosis)) /
           (n * (n - 2) * (n - 3) * s0_squared);
}

}  // namespace

SpatialAutocorrelation spatial_autocorrelation(GridShape grid, std::span<const double> values,
                                               const SpatialOptions& options) {
    assert(values.size() == grid.cells());
    std::vector<bool> is_present;
    for (const double x : values) is_present.push_back(std::isfinite(x));
    return spatial_autocorrelation(queen_neighbours(grid, is_present), values, options);
}

SpatialAutocorrelation spatial_autocorrelation(const NeighbourGraph& graph,
                                               std::span<const double> values,
                                               const SpatialOptions& options) {
    SpatialAutocorrelation result;
    result.n = graph.size();
    result.isolated = graph.isolated;
    const Deviations deviations = deviations_of(graph, values);
    // The variances divide by (n - 1)(n - 2)(n - 3).
    if (graph.size() < 4 || !(deviations.squares > 0)) return result;

    const auto n = static_cast<double>(graph.size());
    const WeightSums sums = weight_sums(graph, options.weights);
    const auto moran_and_geary = [&](std::span<const double> z, std::span<double> out) {
        const Products p = products(graph, options.weights, z);
        out[0] = n / sums.s0 * p.neighbours / deviations.squares;
        out[1] = (n - 1) / sums.s0 * (p.squares - p.neighbours) / deviations.squares;
    };
    const auto in_order = [&](std::span<const std::size_t> order, std::span<double> out) {
        std::vector<double> shuffled;
        shuffled.reserve(order.size());
        for (const std::size_t node : order) shuffled.push_back(deviations.z[node]);
        moran_and_geary(shuffled, out);
    };
    const auto permuted = permuted_statistics(graph.size(), 2, in_order, options.permutation);
    double observed[2];
    moran_and_geary(deviations.z, observed);

    result.moran.value = observed[0];
    result.moran.expected = -1 / (n - 1);
    result.moran.sd = std::sqrt(moran_variance(n, deviations.kurtosis, sums));
    compare_with_permutations(result.moran, permuted, 0, 2);
    result.geary.value = observed[1];
    result.geary.expected = 1;
    result.geary.sd = std::sqrt(geary_variance(n, deviations.kurtosis, sums));
    compare_with_permutations(result.geary, permuted, 1, 2);
    return result;
}

}  // namespace sneddon
