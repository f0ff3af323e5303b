// Sums over long columns, eight values at once: one sum would wait for its own last addition. The
// order is the same from every compiler.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "base/numbers/pairs.hpp"

namespace sneddon {

/// Sum of term(at, i) for i in [begin, end), where at(column, i) is one value of a column, or that
/// and the next.
template <typename Term>
double sum_of(std::size_t begin, std::size_t end, Term term) {
    const auto two = [](std::span<const double> column, std::size_t i) {
        return pair_at(&column[i]);
    };
    const auto one = [](std::span<const double> column, std::size_t i) { return column[i]; };
    std::array<Pair, 4> sums{};
    std::size_t i = begin;
    for (; i + 8 <= end; i += 8)
        for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += term(two, i + 2 * j);
    double rest = 0;
    for (; i < end; ++i) rest += term(one, i);
    return total((sums[0] + sums[1]) + (sums[2] + sums[3])) + rest;
}

/// Sum of the products of two columns of one length.
inline double dot(std::span<const double> x, std::span<const double> y) {
    return sum_of(0, x.size(), [&](auto at, std::size_t i) { return at(x, i) * at(y, i); });
}

}  // namespace sneddon
