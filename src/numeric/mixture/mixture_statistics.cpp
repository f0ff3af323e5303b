#include "numeric/mixture/mixture_statistics.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/ordered_parallel.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {
namespace {

static_assert(most_components == kernel_components && most_dimensions == kernel_dimensions);

struct BlockSums {
    std::vector<double> sums;
    double log_likelihood = 0;
};

std::size_t sums_per_component(const GaussianMixture& mixture) {
    return static_cast<std::size_t>(sums_of_component(static_cast<int>(mixture.dimensions)));
}

}  // namespace

void MixtureStatistics::merge(const MixtureStatistics& other) {
    assert(sums.size() == other.sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(other.sums[i]);
    log_likelihood.add(other.log_likelihood);
}

std::optional<MixtureStatistics> collect_statistics(const GaussianMixture& mixture,
                                                    const Points& points, unsigned threads,
                                                    double smallest_pivot,
                                                    InstructionSet instructions) {
    assert(mixture.dimensions == points.dimensions() && mixture.components() <= most_components);
    const auto packed = pack_mixture(mixture, smallest_pivot);
    if (!packed) return std::nullopt;
    const PackedMixture view{packed->data(), static_cast<int>(packed->size()),
                             static_cast<int>(mixture.dimensions)};
    const MixtureKernel& kernel = mixture_kernel(instructions);
    const std::size_t count = mixture.components() * sums_per_component(mixture);

    MixtureStatistics statistics;
    statistics.about = mixture;
    statistics.sums.resize(count);
    const std::size_t blocks = (points.rows + mixture_block_rows - 1) / mixture_block_rows;
    ordered_parallel(
        blocks, static_cast<unsigned>(std::min<std::size_t>(threads, blocks)), Stop(),
        [&](std::size_t block) {
            const std::size_t first = block * mixture_block_rows;
            const std::size_t rows = std::min(mixture_block_rows, points.rows - first);
            const BlockColumns columns(points, first);
            const double* weights = points.weights.empty() ? nullptr : &points.weights[first];
            BlockSums sums{std::vector<double>(count), 0};
            kernel.accumulate(view, columns.columns, weights, rows, sums.sums.data(),
                              &sums.log_likelihood);
            return sums;
        },
        [&](std::size_t, const BlockSums& block) {
            for (std::size_t i = 0; i < count; ++i) statistics.sums[i].add(block.sums[i]);
            statistics.log_likelihood.add(block.log_likelihood);
        });
    return statistics;
}

std::optional<GaussianMixture> maximise(const MixtureStatistics& statistics, double ridge) {
    const GaussianMixture& about = statistics.about;
    const std::size_t d = about.dimensions, step = sums_per_component(about);
    GaussianMixture next = about;
    double total = 0;
    for (std::size_t j = 0; j < about.components(); ++j) {
        const ExactSum* sums = &statistics.sums[j * step];
        const double n = sums[0].value();
        if (!(n > 0)) return std::nullopt;
        next.weights[j] = n;
        total += n;
        std::array<double, most_dimensions> shift{};
        for (std::size_t a = 0; a < d; ++a) {
            shift[a] = sums[1 + a].value() / n;
            next.means[j * d + a] += shift[a];
        }
        const ExactSum* second = sums + 1 + d;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b, ++second) {
                const double value = second->value() / n - shift[a] * shift[b];
                next.covariances[(j * d + a) * d + b] = value + (a == b ? ridge : 0);
                next.covariances[(j * d + b) * d + a] = next.covariances[(j * d + a) * d + b];
            }
    }
    for (double& weight : next.weights) weight /= total;
    return next;
}

}  // namespace sneddon
