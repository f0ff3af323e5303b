// The first of many values that is large, where nearly all are small.
#pragma once

#include <cstddef>

namespace sneddon {

/// The first place of [i, end) whose value is above `least`, or the end. Eight are asked at once,
/// without a branch for each.
template <typename ValueAt>
std::size_t first_above(std::size_t i, std::size_t end, double least, ValueAt value_at) {
    constexpr std::size_t at_once = 8;
    for (; i + at_once <= end; i += at_once) {
        double largest = least;
        for (std::size_t j = i; j < i + at_once; ++j) {
            const double value = value_at(j);
            largest = value > largest ? value : largest;
        }
        if (largest > least) break;
    }
    while (i < end && !(value_at(i) > least)) ++i;
    return i;
}

}  // namespace sneddon
