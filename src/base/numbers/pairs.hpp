// Two doubles in one register of every x86-64 and ARM: sums over a curve take half of the steps.
// The order of a sum is the same from every compiler.
#pragma once

#include <cstddef>
#include <cstring>

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

}  // namespace sneddon
