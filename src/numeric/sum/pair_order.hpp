// Counting over all pairs of a series without visiting them: what rank statistics stand on.
#pragma once

#include <span>
#include <vector>

namespace sneddon {

/// Pairs i < j with values[j] < values[i], by merge sort: O(n log n). Sorts `values`; `workspace`
/// grows to the same size. Exact up to 2^53 pairs.
double sort_counting_falls(std::span<double> values, std::vector<double>& workspace);

/// For runs of equal values in `sorted`: the sum of t(t-1)/2 and of t(t-1)(2t+5).
struct Ties {
    double pairs = 0;
    double variance_term = 0;
};
Ties ties_of_sorted(std::span<const double> sorted);

}  // namespace sneddon
