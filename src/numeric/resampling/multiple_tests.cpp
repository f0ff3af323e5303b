#include "numeric/resampling/multiple_tests.hpp"

#include <algorithm>
#include <cstddef>

#include "base/nan.hpp"

namespace sneddon {

std::vector<double> holm_adjusted(std::span<const double> p_values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i)
        if (!is_nan(p_values[i])) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });

    std::vector<double> adjusted(p_values.begin(), p_values.end());
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto left = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, left * p_values[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

}  // namespace sneddon
