// Statistics of the same items in random orders.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "numeric/resampling/permutation.hpp"

namespace sneddon {

/// Writes the statistics of items in a given order: item order[i] stands at place i. Called from
/// several threads at once.
using OrderStatistic =
    std::function<void(std::span<const std::size_t> order, std::span<double> statistics)>;

/// `width` statistics under each of the random orders of `count` items, order after order.
std::vector<double> permuted_statistics(std::size_t count, std::size_t width,
                                        const OrderStatistic& statistic,
                                        const PermutationOptions& options);

}  // namespace sneddon
