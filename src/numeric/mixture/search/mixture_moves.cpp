#include "numeric/mixture/search/mixture_moves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/search/local_insertion.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

/// Component j in two halves of its weight with the same mean and covariance.
GaussianMixture doubled(const GaussianMixture& mixture, std::size_t j) {
    GaussianMixture twice = mixture;
    twice.weights[j] /= 2;
    twice.weights.push_back(twice.weights[j]);
    const auto mean = mixture.mean(j), covariance = mixture.covariance(j);
    twice.means.insert(twice.means.end(), mean.begin(), mean.end());
    twice.covariances.insert(twice.covariances.end(), covariance.begin(), covariance.end());
    return twice;
}

/// Component j in two halves at -shift and +shift along its longest axis, the first narrower: its
/// covariance times `narrow`. Weight, mean and covariance of both together stay.
GaussianMixture split_along_axis(const GaussianMixture& mixture, std::size_t j, double shift,
                                 double narrow) {
    const std::size_t d = mixture.dimensions, last = mixture.components();
    std::array<double, most_dimensions> axis{};
    longest_axis(mixture.covariance(j), d, axis);
    GaussianMixture split = doubled(mixture, j);
    for (std::size_t a = 0; a < d; ++a) {
        split.means[j * d + a] -= shift * axis[a];
        split.means[last * d + a] += shift * axis[a];
        for (std::size_t b = 0; b < d; ++b) {
            const double within =
                mixture.covariance(j)[a * d + b] - shift * shift * axis[a] * axis[b];
            split.covariances[(j * d + a) * d + b] = narrow * within;
            split.covariances[(last * d + a) * d + b] = (2 - narrow) * within;
        }
    }
    return split;
}

/// One more component on these rows.
GaussianMixture with_cover(const GaussianMixture& mixture, const Points& points,
                           const std::vector<std::size_t>& covered) {
    const Points chosen = choose_rows(points, covered);
    // A prior of a few rows keeps it from being singular.
    const GaussianMixture cover =
        mixture_from_labels(chosen, std::vector<std::uint32_t>(chosen.rows, 0), 1,
                            static_cast<double>(mixture.dimensions) + 1);
    return with_component(mixture, chosen.total_weight() / points.total_weight(), cover.means,
                          cover.covariances);
}

}  // namespace

GaussianMixture without(const GaussianMixture& mixture, std::size_t j) {
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < mixture.components(); ++i)
        if (i != j) rest.push_back(i);
    GaussianMixture fewer = reorder(mixture, rest);
    const double total = std::accumulate(fewer.weights.begin(), fewer.weights.end(), 0.0);
    for (double& weight : fewer.weights) weight /= total;
    return fewer;
}

GaussianMixture split_across(const GaussianMixture& mixture, std::size_t j) {
    return split_along_axis(mixture, j, 0.5, 1);
}

GaussianMixture split_in_place(const GaussianMixture& mixture, std::size_t j) {
    return split_along_axis(mixture, j, 0.1, 0.4);
}

GaussianMixture cover_unlikely_rows(const GaussianMixture& mixture, const Points& points) {
    const auto densities = evaluate(mixture, points).log_densities;
    std::vector<std::size_t> order(points.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return densities[i]; });
    const std::size_t enough = 4 * (mixture.dimensions + 1);
    order.resize(std::min(points.rows, std::max(points.rows / 20, enough)));
    return with_cover(mixture, points, order);
}

std::vector<GaussianMixture> with_compact_group(const GaussianMixture& mixture,
                                                const Points& points) {
    constexpr std::size_t places = 32;
    const std::size_t d = mixture.dimensions, enough = 3 * (d + 1);
    std::vector<GaussianMixture> starts;
    const auto white = whiten(points);  // which rows are near hangs on no linear map of the columns
    if (points.rows < 2 * enough || !white) return starts;
    std::vector<double> distances(points.rows);
    for (std::size_t place = 0; place < std::min(places, points.rows); ++place) {
        const std::size_t centre = (2 * place + 1) * points.rows / (2 * places) % points.rows;
        std::ranges::fill(distances, 0.0);
        for (const std::vector<double>& column : white->columns)
            for (std::size_t i = 0; i < points.rows; ++i)
                distances[i] += (column[i] - column[centre]) * (column[i] - column[centre]);
        std::vector<std::size_t> order(points.rows);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return distances[i]; });
        order.resize(enough);
        starts.push_back(with_cover(mixture, points, order));
    }
    return starts;
}

std::vector<GaussianMixture> grown(const GaussianMixture& mixture, const Points& points) {
    std::vector<GaussianMixture> starts;
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        starts.push_back(split_across(mixture, j));
        starts.push_back(split_in_place(mixture, j));
    }
    starts.push_back(cover_unlikely_rows(mixture, points));
    return starts;
}

std::vector<GaussianMixture> relocated(const GaussianMixture& mixture) {
    std::vector<GaussianMixture> starts;
    for (std::size_t from = 0; from < mixture.components(); ++from) {
        const GaussianMixture rest = without(mixture, from);
        for (std::size_t to = 0; to < rest.components(); ++to)
            starts.push_back(split_across(rest, to));
    }
    return starts;
}

}  // namespace sneddon
