#include "numeric/mixture/search/local_insertion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <span>

#include "base/ordered_parallel.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace {

constexpr std::size_t places = 512;
/// Insertions that climb, for each wanted those of them that climb on, and the passes.
constexpr std::size_t climbing = 24, climbing_on = 3, first_passes = 6, further_passes = 100;
/// Rows are far from a component where it has e^-9 of the density at its middle.
constexpr double negligible = 9;
/// In rows for each dimension and one: fewer are no component (RegularityLimits).
constexpr double fewest_rows = 2;
/// A climb ends where it gains no more.
constexpr double least_gain = 1e-2;

std::vector<double> reach_of(const Insertion& one) {
    const std::size_t d = one.mean.size();
    std::vector<double> reach(d);
    for (std::size_t a = 0; a < d; ++a)
        reach[a] = std::sqrt(2 * negligible * one.covariance[a * d + a]);
    return reach;
}

/// Calls use(component, columns, weights, log densities, rows, sums) for the rows near the
/// insertion and adds the sums up; none where its covariance is singular.
template <std::size_t most, class Use>
std::optional<std::array<double, most>> near_sums(const Insertion& one, const PlacedRows& rows,
                                                  const PlacedDensities& densities,
                                                  std::size_t count, double& near_weight, Use use) {
    const Points& points = rows.points;
    const auto packed = pack_mixture({one.mean.size(), {1}, one.mean, one.covariance}, 0);
    if (!packed) return std::nullopt;
    std::array<double, most> sums{}, part{};
    for (const auto& [first, last] : rows.near(one.mean, reach_of(one), near_weight)) {
        const BlockColumns block(points, first);
        use(packed->front(), block.columns,
            points.weights.empty() ? nullptr : &points.weights[first],
            &densities.log_densities[first], last - first, part.data());
        for (std::size_t n = 0; n < count; ++n) sums[n] += part[n];
    }
    return sums;
}

/// The gain at first, and the weight that promises it.
void assess(Insertion& one, const PlacedRows& rows, const PlacedDensities& densities) {
    const MixtureKernel& kernel = mixture_kernel(fastest_instruction_set());
    double near_weight = 0;
    const auto sums = near_sums<2>(
        one, rows, densities, 2, near_weight,
        [&](const PackedComponent& component, const double* const* columns, const double* weights,
            const double* log_densities, std::size_t count, double* to) {
            kernel.insertion(component, static_cast<int>(one.mean.size()), columns, weights,
                             log_densities, count, to);
        });
    if (!sums) return;
    const double first = (*sums)[0] - rows.total_weight, second = (*sums)[1] + rows.total_weight;
    if (!(first > 0) || !(second > 0)) return;
    one.gain = first * first / (2 * second);
    // Where f/p is so large the parabola ends far below the weight that its rows ask for.
    const double least =
        2 * fewest_rows * static_cast<double>(one.mean.size() + 1) / rows.stands_for;
    one.weight = std::fmin(first / second, 0.5);
    if (first > rows.total_weight) one.weight = std::fmax(one.weight, least);
}

/// Partial EM; without a gain where it shrinks to nothing.
void climb(Insertion& one, const PlacedRows& rows, const PlacedDensities& densities,
           std::size_t passes) {
    constexpr std::size_t most_sums = sums_of_component(kernel_dimensions) + 1;
    const MixtureKernel& kernel = mixture_kernel(fastest_instruction_set());
    const std::size_t d = one.mean.size();
    const auto count = static_cast<std::size_t>(sums_of_component(static_cast<int>(d)));
    double before = -rows.total_weight;
    for (std::size_t pass = 0; pass < passes; ++pass) {
        double near_weight = 0;
        const auto sums = near_sums<most_sums>(
            one, rows, densities, count + 1, near_weight,
            [&](const PackedComponent& component, const double* const* columns,
                const double* weights, const double* log_densities, std::size_t n, double* to) {
                kernel.inserted(component, static_cast<int>(d), one.weight, columns, weights,
                                log_densities, n, to);
            });
        one.gain = 0;
        if (!sums) return;
        const double held = (*sums)[0];
        if (held * rows.stands_for < rows.total_weight * fewest_rows * static_cast<double>(d + 1))
            return;
        one.gain =
            (*sums)[count] + (rows.total_weight - near_weight) * portable_log(1 - one.weight);
        if (one.gain - before < least_gain) return;
        before = one.gain;
        one.weight = std::fmin(held / rows.total_weight, 0.5);
        std::array<double, kernel_dimensions> shift{};
        for (std::size_t a = 0; a < d; ++a) {
            shift[a] = (*sums)[1 + a] / held;
            one.mean[a] += shift[a];
        }
        std::size_t next = 1 + d;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b, ++next)
                one.covariance[a * d + b] = one.covariance[b * d + a] =
                    (*sums)[next] / held - shift[a] * shift[b];
    }
}

/// Within a standard deviation of the wider one along every axis: EM leads both to one place.
bool is_near_one_of(const std::vector<Insertion>& taken, const Insertion& one) {
    const std::size_t d = one.mean.size();
    return std::ranges::any_of(taken, [&](const Insertion& other) {
        for (std::size_t a = 0; a < d; ++a) {
            const double away = one.mean[a] - other.mean[a];
            if (away * away > std::fmax(one.covariance[a * d + a], other.covariance[a * d + a]))
                return false;
        }
        return true;
    });
}

/// Those that gain, the largest gain first, of those near each other the first.
std::vector<Insertion> best_of(std::vector<Insertion> tried, std::size_t count) {
    std::ranges::stable_sort(tried, std::greater{}, &Insertion::gain);
    std::vector<Insertion> best;
    for (Insertion& one : tried) {
        if (best.size() == count || !(one.gain > 0)) break;
        if (!is_near_one_of(best, one)) best.push_back(std::move(one));
    }
    return best;
}

std::vector<Insertion> first_insertions(const GaussianMixture& mixture, const PlacedRows& rows,
                                        const PlacedDensities& densities, unsigned threads) {
    struct Size {
        double part;        // of a covariance
        std::size_t every;  // the wider, the fewer places tell them apart
    };
    constexpr auto sizes = std::to_array<Size>({{0.3, 16}, {0.05, 4}, {0.008, 1}});
    const Points& points = rows.points;
    std::vector<Insertion> tried;
    ordered_parallel(
        std::min(places, points.rows), threads, Stop(),
        [&](std::size_t place) {
            const std::size_t row = (2 * place + 1) * points.rows / (2 * places) % points.rows;
            const auto covariance = mixture.covariance(densities.labels[row]);
            std::vector<Insertion> there;
            for (const auto& [part, every] : sizes) {
                if (place % every != 0) continue;
                Insertion one;
                for (const auto& column : points.columns) one.mean.push_back(column[row]);
                for (const double element : covariance) one.covariance.push_back(part * element);
                assess(one, rows, densities);
                there.push_back(std::move(one));
            }
            return there;
        },
        [&](std::size_t, std::vector<Insertion> there) {
            std::ranges::move(there, std::back_inserter(tried));
        });
    return tried;
}

std::vector<Insertion> climbed(std::vector<Insertion> from, const PlacedRows& rows,
                               const PlacedDensities& densities, std::size_t passes,
                               unsigned threads) {
    std::vector<Insertion> reached;
    ordered_parallel(
        from.size(), threads, Stop(),
        [&](std::size_t i) {
            climb(from[i], rows, densities, passes);
            return from[i];
        },
        [&](std::size_t, Insertion one) { reached.push_back(std::move(one)); });
    return reached;
}

}  // namespace

PlacedDensities densities_of(const GaussianMixture& mixture, const PlacedRows& rows) {
    constexpr std::size_t factors = 16;  // of at least 2^-53 each: their product is a number
    const Points& points = rows.points;
    const std::size_t k = mixture.components();
    PlacedDensities found;
    found.log_densities.resize(points.rows);
    found.labels.resize(points.rows);
    found.losses.assign(k, 0);
    const auto packed = pack_mixture(mixture);
    if (!packed) return found;
    const PackedMixture view{packed->data(), static_cast<int>(k),
                             static_cast<int>(mixture.dimensions)};
    const MixtureKernel& kernel = mixture_kernel(fastest_instruction_set());
    std::vector<double> z(k * tile_rows);
    std::array<double, tile_rows> log_densities{};
    for (std::size_t first = 0; first < points.rows; first += tile_rows) {
        const std::size_t count = std::min<std::size_t>(tile_rows, points.rows - first);
        const BlockColumns block(points, first);
        kernel.posterior(view, block.columns, count, z.data(), log_densities.data());
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t best = 0;
            for (std::size_t j = 1; j < k; ++j)
                if (z[j * tile_rows + i] > z[best * tile_rows + i]) best = j;
            found.labels[first + i] = static_cast<std::uint32_t>(best);
            found.log_densities[first + i] = log_densities[i];
            found.log_likelihood += points.weight(first + i) * log_densities[i];
        }
        for (std::size_t j = 0; j < k; ++j)
            for (std::size_t i = 0; i < count;) {
                double product = 1;
                if (!points.weights.empty()) {
                    found.losses[j] -= points.weights[first + i] *
                                       portable_log(std::fmax(1 - z[j * tile_rows + i], 0x1p-53));
                    ++i;
                    continue;
                }
                for (const std::size_t end = std::min(count, i + factors); i < end; ++i)
                    product *= std::fmax(1 - z[j * tile_rows + i], 0x1p-53);
                found.losses[j] -= portable_log(product);
            }
    }
    for (std::size_t j = 0; j < k; ++j)
        found.losses[j] +=
            rows.total_weight * portable_log(std::fmax(1 - mixture.weights[j], 0x1p-53));
    return found;
}

std::vector<Insertion> best_insertions(const GaussianMixture& mixture, const PlacedRows& rows,
                                       const PlacedDensities& densities, std::size_t count,
                                       const RegularityLimits& limits, unsigned threads) {
    const auto drop_irregular = [&](std::vector<Insertion> from) {
        std::erase_if(from, [&](const Insertion& one) {
            return !(one.gain > 0) ||
                   !assess_regularity(with_component(mixture, one.weight, one.mean, one.covariance),
                                      rows.stands_for, limits)
                        .is_regular();
        });
        return from;
    };
    auto tried =
        best_of(drop_irregular(first_insertions(mixture, rows, densities, threads)), climbing);
    tried =
        best_of(drop_irregular(climbed(std::move(tried), rows, densities, first_passes, threads)),
                climbing_on * count);
    return best_of(
        drop_irregular(climbed(std::move(tried), rows, densities, further_passes, threads)), count);
}

GaussianMixture with_component(const GaussianMixture& mixture, double weight,
                               std::span<const double> mean, std::span<const double> covariance) {
    GaussianMixture more = mixture;
    for (double& w : more.weights) w *= 1 - weight;
    more.weights.push_back(weight);
    more.means.insert(more.means.end(), mean.begin(), mean.end());
    more.covariances.insert(more.covariances.end(), covariance.begin(), covariance.end());
    return more;
}

}  // namespace sneddon
