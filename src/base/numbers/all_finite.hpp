// Whether a whole column has a value that is none, two values at once.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"
#include "base/numbers/pairs.hpp"

namespace sneddon {

inline bool has_nan(std::span<const double> values) {
    auto found = Pair{} != Pair{};
    std::size_t i = 0;
    for (; i + 1 < values.size(); i += 2) {
        const Pair pair = pair_at(&values[i]);
        found |= pair != pair;
    }
    return (found[0] | found[1]) != 0 || (i < values.size() && is_nan(values[i]));
}

inline bool all_finite(std::span<const double> values) {
    auto found = Pair{} != Pair{};
    std::size_t i = 0;
    for (; i + 1 < values.size(); i += 2) {
        const Pair zero = pair_at(&values[i]) - pair_at(&values[i]);  // else NaN
        found |= zero != zero;
    }
    return (found[0] | found[1]) == 0 && (i == values.size() || is_finite(values[i]));
}

}  // namespace sneddon
