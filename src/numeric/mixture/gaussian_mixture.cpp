#include "sneddon/numeric/gaussian_mixture.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "numeric/sum/exact_sum.hpp"

namespace sneddon {
namespace {

/// ln(w_j N(x)) of every component; empty if one is not positive definite.
std::vector<double> component_log_densities(const GaussianMixture& mixture,
                                            std::span<const double> x) {
    const auto packed = pack_mixture(mixture);
    if (!packed) return {};
    std::vector<double> logarithms;
    for (const PackedComponent& component : *packed) {
        double distance = 0;
        const double* w = component.whitener;
        for (std::size_t a = 0; a < mixture.dimensions; ++a) {
            double y = 0;
            for (std::size_t b = 0; b <= a; ++b) y += *w++ * (x[b] - component.mean[b]);
            distance += y * y;
        }
        logarithms.push_back(component.constant - distance);
    }
    return logarithms;
}

/// Relative to the largest term, which is then exactly 1: nothing overflows, not all vanish.
double log_sum_exp(std::span<const double> logarithms) {
    const double peak = *std::ranges::max_element(logarithms);
    double sum = 0;
    for (const double l : logarithms) sum += portable_exp(l - peak);
    return peak + portable_log(sum);
}

/// Calls use(first row, rows, posteriors, log densities) for every tile of rows.
template <class Use>
void for_each_tile(const GaussianMixture& mixture, const Points& points, Use use) {
    const auto packed = pack_mixture(mixture);
    assert(packed && mixture.dimensions == points.dimensions());
    const PackedMixture view{packed->data(), static_cast<int>(packed->size()),
                             static_cast<int>(mixture.dimensions)};
    const MixtureKernel& kernel = mixture_kernel(fastest_instruction_set());
    std::vector<double> z(packed->size() * tile_rows);
    std::array<double, tile_rows> log_densities{};
    for (std::size_t first = 0; first < points.rows; first += tile_rows) {
        const std::size_t rows = std::min<std::size_t>(tile_rows, points.rows - first);
        const BlockColumns block(points, first);
        kernel.posterior(view, block.columns, rows, z.data(), log_densities.data());
        use(first, rows, std::as_const(z), std::as_const(log_densities));
    }
}

}  // namespace

std::span<const double> GaussianMixture::mean(std::size_t j) const {
    return std::span(means).subspan(j * dimensions, dimensions);
}

std::span<const double> GaussianMixture::covariance(std::size_t j) const {
    return std::span(covariances).subspan(j * dimensions * dimensions, dimensions * dimensions);
}

std::size_t parameter_count(std::size_t components, std::size_t dimensions) {
    return components * dimensions + components * dimensions * (dimensions + 1) / 2 + components -
           1;
}

double log_density(const GaussianMixture& mixture, std::span<const double> x) {
    const auto logarithms = component_log_densities(mixture, x);
    return logarithms.empty() ? nan : log_sum_exp(logarithms);
}

std::vector<double> posterior(const GaussianMixture& mixture, std::span<const double> x) {
    auto z = component_log_densities(mixture, x);
    if (z.empty()) return std::vector<double>(mixture.components(), nan);
    const double total = log_sum_exp(z);
    for (double& value : z) value = portable_exp(value - total);
    return z;
}

MixtureEvaluation evaluate(const GaussianMixture& mixture, const Points& points) {
    MixtureEvaluation evaluation;
    evaluation.labels.resize(points.rows);
    evaluation.largest_posteriors.resize(points.rows);
    evaluation.log_densities.resize(points.rows);
    evaluation.counts.assign(mixture.components(), 0);
    ExactSum log_likelihood, map_log_posterior;
    for_each_tile(
        mixture, points,
        [&](std::size_t first, std::size_t rows, const auto& z, const auto& log_densities) {
            for (std::size_t i = 0; i < rows; ++i) {
                std::size_t best = 0;
                for (std::size_t j = 1; j < mixture.components(); ++j)
                    if (z[j * tile_rows + i] > z[best * tile_rows + i]) best = j;
                const double largest = z[best * tile_rows + i];
                const double weight = points.weight(first + i);
                evaluation.labels[first + i] = static_cast<std::uint32_t>(best);
                evaluation.largest_posteriors[first + i] = largest;
                evaluation.log_densities[first + i] = log_densities[i];
                evaluation.counts[best] += weight;
                log_likelihood.add(weight * log_densities[i]);
                map_log_posterior.add(weight * portable_log(largest));
            }
        });
    evaluation.log_likelihood = log_likelihood.value();
    evaluation.map_log_posterior = map_log_posterior.value();
    return evaluation;
}

std::vector<double> posteriors(const GaussianMixture& mixture, const Points& points) {
    const std::size_t k = mixture.components();
    std::vector<double> by_rows(points.rows * k);
    for_each_tile(mixture, points,
                  [&](std::size_t first, std::size_t rows, const auto& z, const auto&) {
                      for (std::size_t i = 0; i < rows; ++i)
                          for (std::size_t j = 0; j < k; ++j)
                              by_rows[(first + i) * k + j] = z[j * tile_rows + i];
                  });
    return by_rows;
}

MixtureCriteria mixture_criteria(const MixtureEvaluation& evaluation, std::size_t parameters,
                                 double total_weight) {
    // ICL charges for labels in doubt: twice the log posterior of the hard labels (Biernacki,
    // Celeux and Govaert 2000).
    const auto p = static_cast<double>(parameters);
    const double bic = -2 * evaluation.log_likelihood + p * portable_log(total_weight);
    return {-2 * evaluation.log_likelihood + 2 * p, bic, bic - 2 * evaluation.map_log_posterior};
}

MixtureSample sample(const GaussianMixture& mixture, std::size_t rows, RandomStream& random) {
    const std::size_t d = mixture.dimensions, k = mixture.components();
    std::vector<double> lower(k * d * d);
    for (std::size_t j = 0; j < k; ++j) {
        [[maybe_unused]] const bool is_definite =
            cholesky(mixture.covariance(j), d, std::span(lower).subspan(j * d * d, d * d));
        assert(is_definite);
    }
    MixtureSample drawn;
    drawn.points.rows = rows;
    drawn.points.columns.assign(d, std::vector<double>(rows));
    drawn.labels.resize(rows);
    std::array<double, most_dimensions> normal{};
    for (std::size_t i = 0; i < rows; ++i) {
        double left = random.uniform();
        std::size_t j = 0;
        // The last component takes what rounding leaves of the weights.
        while (j + 1 < k && left >= mixture.weights[j]) left -= mixture.weights[j++];
        drawn.labels[i] = static_cast<std::uint32_t>(j);
        for (std::size_t a = 0; a < d; ++a) normal[a] = random.normal();
        for (std::size_t a = 0; a < d; ++a) {
            double x = mixture.mean(j)[a];
            for (std::size_t b = 0; b <= a; ++b) x += lower[(j * d + a) * d + b] * normal[b];
            drawn.points.columns[a][i] = x;
        }
    }
    return drawn;
}

GaussianMixture reorder(const GaussianMixture& mixture, std::span<const std::size_t> order) {
    GaussianMixture sorted{mixture.dimensions, {}, {}, {}};
    for (const std::size_t j : order) {
        sorted.weights.push_back(mixture.weights[j]);
        sorted.means.insert(sorted.means.end(), mixture.mean(j).begin(), mixture.mean(j).end());
        const auto covariance = mixture.covariance(j);
        sorted.covariances.insert(sorted.covariances.end(), covariance.begin(), covariance.end());
    }
    return sorted;
}

std::vector<std::size_t> order_by_first_mean(const GaussianMixture& mixture) {
    std::vector<std::size_t> order(mixture.components());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t i, std::size_t j) {
        const auto a = mixture.mean(i), b = mixture.mean(j);
        if (std::ranges::equal(a, b)) return mixture.weights[i] < mixture.weights[j];
        return std::ranges::lexicographical_compare(a, b);
    });
    return order;
}

GaussianMixture affine_map(const GaussianMixture& mixture, std::span<const double> scale,
                           std::span<const double> shift) {
    GaussianMixture mapped = mixture;
    const std::size_t d = mixture.dimensions;
    for (std::size_t j = 0; j < mixture.components(); ++j)
        for (std::size_t a = 0; a < d; ++a) {
            mapped.means[j * d + a] = scale[a] * mixture.mean(j)[a] + shift[a];
            for (std::size_t b = 0; b < d; ++b)
                mapped.covariances[(j * d + a) * d + b] *= scale[a] * scale[b];
        }
    return mapped;
}

}  // namespace sneddon
