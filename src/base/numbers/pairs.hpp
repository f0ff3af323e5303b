// Two doubles in one register of every x86-64 and ARM: sums over a curve take half of the steps.
// The order of a sum is the same from every compiler.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>

namespace sneddon {

using Pair [[gnu::vector_size(16)]] = double;

inline Pair pair_at(const double* first) {
    Pair pair;
    std::memcpy(&pair, first, sizeof pair);
    return pair;
}

inline double total(Pair pair) {
    return pair[0] + pair[1];
}

/// Sum of the products of two columns of one length.
inline double dot_by_pairs(std::span<const double> x, std::span<const double> y) {
    Pair pairs{};
    std::size_t i = 0;
    for (; i + 1 < x.size(); i += 2) pairs += pair_at(&x[i]) * pair_at(&y[i]);
    return total(pairs) + (i < x.size() ? x[i] * y[i] : 0);
}

}  // namespace sneddon
