// The smallest and the largest of many values, eight at once and without a branch that noise
// decides.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "base/numbers/pairs.hpp"

namespace sneddon {

struct Extremes {
    double smallest, largest;
};

inline Pair smaller_of(Pair a, Pair b) {
    return b < a ? b : a;
}
inline Pair larger_of(Pair a, Pair b) {
    return b > a ? b : a;
}

/// Of one or more values, none of them NaN.
inline Extremes extremes_of(std::span<const double> values) {
    Extremes found{values[0], values[0]};
    std::size_t i = 0;
    constexpr std::size_t at_once = 8;
    if (values.size() >= at_once) {
        Pair low[4], high[4];
        for (std::size_t j = 0; j < 4; ++j) low[j] = high[j] = pair_at(&values[2 * j]);
        for (i = at_once; i + at_once <= values.size(); i += at_once)
            for (std::size_t j = 0; j < 4; ++j) {
                const Pair pair = pair_at(&values[i + 2 * j]);
                low[j] = smaller_of(low[j], pair);
                high[j] = larger_of(high[j], pair);
            }
        for (std::size_t j = 0; j < 4; ++j) {
            found.smallest = std::min({found.smallest, low[j][0], low[j][1]});
            found.largest = std::max({found.largest, high[j][0], high[j][1]});
        }
    }
    for (; i < values.size(); ++i) {
        found.smallest = std::min(found.smallest, values[i]);
        found.largest = std::max(found.largest, values[i]);
    }
    return found;
}

inline double largest_of(std::span<const double> values) {
    return extremes_of(values).largest;
}

}  // namespace sneddon
