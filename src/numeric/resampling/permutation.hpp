// Is a pattern more than chance? The same values in random order tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/nan.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

struct PermutationOptions {
    std::size_t permutations = 999;
    std::uint64_t seed = 1;  ///< permutation i is drawn from stream i of the seed
    unsigned threads = 1;    ///< the result is the same for any number
    Stop stop{};             ///< ends early: fewer permutations
};

/// A statistic beside its law under random order. p values are (1 + as extreme) / (1 +
/// permutations) and never 0 (Phipson and Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9, 39); NaN
/// without permutations. Values equal to 1e-12 of the largest count as equal: the order of a sum
/// must not decide a tie.
struct PermutedStatistic {
    double value = nan;
    double expected = nan;  ///< under random order, exact
    double sd = nan;        ///< under random order, exact
    double z = nan;         ///< (value - expected) / sd
    double p_greater = nan;
    double p_less = nan;
    double p_two_sided = nan;  ///< 2 x the smaller, at most 1
};

/// Fills z and the p values of statistic number `column` of `width` in `permuted`.
void compare_with_permutations(PermutedStatistic& statistic, std::span<const double> permuted,
                               std::size_t column, std::size_t width);

}  // namespace sneddon
