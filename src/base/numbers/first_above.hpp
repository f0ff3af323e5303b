// The first of many values that is large, where nearly all are small.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "base/numbers/extremes.hpp"

namespace sneddon {

/// The size of one value or of two, and the smaller of two or two and two.
inline double size_of(double value) {
    return std::fabs(value);
}
inline Pair size_of(Pair values) {
    return larger_of(values, -values);
}
inline double smaller_of(double a, double b) {
    return b < a ? b : a;
}

/// The first place of [i, end) of the series whose value is above `least`, or the end. `value_at`
/// makes the value at a place from the readings about it, one or two at once: value_at(at, j) asks
/// at(j), at(j - 1) ... for them. Eight are made at once, without a branch for each.
template <typename ValueAt>
std::size_t first_above(std::span<const double> series, std::size_t i, std::size_t end,
                        double least, ValueAt value_at) {
    constexpr std::size_t at_once = 8;
    const auto two = [&](std::size_t j) { return pair_at(&series[j]); };
    const auto one = [&](std::size_t j) { return series[j]; };
    for (; i + at_once <= end; i += at_once) {
        Pair largest = {least, least};
        for (std::size_t j = i; j < i + at_once; j += 2)
            largest = larger_of(largest, value_at(two, j));
        if (largest[0] > least || largest[1] > least) break;
    }
    while (i < end && !(value_at(one, i) > least)) ++i;
    return i;
}

}  // namespace sneddon
