#include "numeric/resampling/permuted_statistics.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/resampling/replicates.hpp"

namespace sneddon {
namespace {

// Fisher and Yates.
std::vector<std::size_t> random_order(std::size_t count, RandomStream& stream) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left)
        std::swap(order[left - 1], order[stream.index(left)]);
    return order;
}

}  // namespace

std::vector<double> permuted_statistics(std::size_t count, std::size_t width,
                                        const OrderStatistic& statistic,
                                        const PermutationOptions& options) {
    return replicate(options.permutations, width, options.threads, options.stop,
                     [&](std::size_t i, std::span<double> out) {
                         RandomStream stream(options.seed, i);
                         statistic(random_order(count, stream), out);
                     });
}

void compare_with_permutations(PermutedStatistic& statistic, std::span<const double> permuted,
                               std::size_t column, std::size_t width) {
    statistic.z = statistic.sd > 0 ? (statistic.value - statistic.expected) / statistic.sd : nan;
    if (permuted.empty() || is_nan(statistic.value)) return;
    double largest = std::abs(statistic.value);
    for (std::size_t i = column; i < permuted.size(); i += width)
        largest = std::max(largest, std::abs(permuted[i]));
    const double tie = 1e-12 * largest;
    double greater = 1, less = 1, all = 1;
    for (std::size_t i = column; i < permuted.size(); i += width) {
        greater += permuted[i] >= statistic.value - tie;
        less += permuted[i] <= statistic.value + tie;
        ++all;
    }
    statistic.p_greater = greater / all;
    statistic.p_less = less / all;
    statistic.p_two_sided = std::min(1.0, 2 * std::min(greater, less) / all);
}

}  // namespace sneddon
