#include "numeric/mixture/mixture_moves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

#include "base/ordered_parallel.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/pack_mixture.hpp"
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

GaussianMixture without(const GaussianMixture& mixture, std::size_t j) {
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < mixture.components(); ++i)
        if (i != j) rest.push_back(i);
    GaussianMixture fewer = reorder(mixture, rest);
    const double total = std::accumulate(fewer.weights.begin(), fewer.weights.end(), 0.0);
    for (double& weight : fewer.weights) weight /= total;
    return fewer;
}

/// The mixture with one more component.
GaussianMixture with_component(const GaussianMixture& mixture, double weight,
                               std::span<const double> mean, std::span<const double> covariance) {
    GaussianMixture more = mixture;
    for (double& w : more.weights) w *= 1 - weight;
    more.weights.push_back(weight);
    more.means.insert(more.means.end(), mean.begin(), mean.end());
    more.covariances.insert(more.covariances.end(), covariance.begin(), covariance.end());
    return more;
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

struct Insertion {
    double gain = 0, weight = 0;
    std::size_t row = 0;
    std::vector<double> mean, covariance;
};

/// The rows by ascending first coordinate, and ln p of each under the mixture as it is.
struct SortedRows {
    Points points;
    double total_weight;
    MixtureEvaluation evaluation;
};

SortedRows sorted_rows(const GaussianMixture& mixture, const Points& points) {
    std::vector<std::size_t> order(points.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return points.columns[0][i]; });
    SortedRows sorted{choose_rows(points, order), points.total_weight(), {}};
    sorted.evaluation = evaluate(mixture, sorted.points);
    return sorted;
}

Insertion insertion_at(const SortedRows& rows, std::size_t row, std::span<const double> covariance,
                       double part) {
    constexpr double negligible = 9;  // along the first axis: e^-9 of the density at the middle
    const Points& points = rows.points;
    const std::size_t d = points.dimensions();
    Insertion found;
    found.row = row;
    for (const auto& column : points.columns) found.mean.push_back(column[row]);
    for (const double element : covariance) found.covariance.push_back(part * element);
    const auto packed = pack_mixture({d, {1}, found.mean, found.covariance}, 0);
    if (!packed) return found;
    const auto& column = points.columns[0];
    const double reach = std::sqrt(2 * negligible * found.covariance[0]);
    const auto begin = static_cast<std::size_t>(
        std::ranges::lower_bound(column, column[row] - reach) - column.begin());
    const auto end = static_cast<std::size_t>(
        std::ranges::upper_bound(column, column[row] + reach) - column.begin());
    const BlockColumns block(points, begin);
    const double* weights = points.weights.empty() ? nullptr : &points.weights[begin];
    std::array<double, 2> sums{};
    mixture_kernel(fastest_instruction_set())
        .insertion(packed->front(), static_cast<int>(d), block.columns, weights,
                   &rows.evaluation.log_densities[begin], end - begin, sums.data());
    const double first = sums[0] - rows.total_weight, second = sums[1] + rows.total_weight;
    if (!(first > 0) || !(second > 0)) return found;
    found.gain = first * first / (2 * second);
    found.weight = std::fmin(first / second, 0.5);
    return found;
}

/// Within a standard deviation of the wider one along every axis: EM leads both to one place.
bool is_near_one_of(const std::vector<const Insertion*>& taken, const Insertion& one) {
    const std::size_t d = one.mean.size();
    return std::ranges::any_of(taken, [&](const Insertion* other) {
        for (std::size_t a = 0; a < d; ++a) {
            const double away = one.mean[a] - other->mean[a];
            if (away * away > std::fmax(one.covariance[a * d + a], other->covariance[a * d + a]))
                return false;
        }
        return true;
    });
}

}  // namespace

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

std::vector<GaussianMixture> with_inserted(const GaussianMixture& mixture, const Points& points,
                                           std::size_t count, unsigned threads) {
    constexpr std::size_t places = 512;
    struct Size {
        double part;        // of a covariance
        std::size_t every;  // the wider, the fewer places tell them apart
    };
    constexpr auto sizes = std::to_array<Size>({{0.3, 16}, {0.05, 4}, {0.008, 1}});
    const SortedRows rows = sorted_rows(mixture, points);
    std::vector<Insertion> tried;
    ordered_parallel(
        std::min(places, points.rows), threads, Stop(),
        [&](std::size_t place) {
            const std::size_t row = (2 * place + 1) * points.rows / (2 * places) % points.rows;
            const auto covariance = mixture.covariance(rows.evaluation.labels[row]);
            std::vector<Insertion> there;
            for (const auto& [part, every] : sizes)
                if (place % every == 0) there.push_back(insertion_at(rows, row, covariance, part));
            return there;
        },
        [&](std::size_t, std::vector<Insertion> there) {
            std::ranges::move(there, std::back_inserter(tried));
        });
    std::ranges::stable_sort(tried, std::greater{}, &Insertion::gain);
    std::vector<GaussianMixture> starts;
    std::vector<const Insertion*> taken;
    for (const Insertion& one : tried) {
        if (starts.size() == count || !(one.gain > 0)) break;
        if (is_near_one_of(taken, one)) continue;
        taken.push_back(&one);
        starts.push_back(with_component(mixture, one.weight, one.mean, one.covariance));
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

std::vector<GaussianMixture> with_replaced(const GaussianMixture& mixture, const Points& points,
                                           std::size_t count, unsigned threads) {
    std::vector<GaussianMixture> starts;
    ordered_parallel(
        mixture.components(), threads, Stop(),
        [&](std::size_t j) { return with_inserted(without(mixture, j), points, count); },
        [&](std::size_t, std::vector<GaussianMixture> instead) {
            std::ranges::move(instead, std::back_inserter(starts));
        });
    return starts;
}

}  // namespace sneddon
