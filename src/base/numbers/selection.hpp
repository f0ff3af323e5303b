// The value of a rank without sorting, and without a branch that noise decides: half of the
// branches of std::nth_element are guessed wrongly, and each of these costs as much as ten values.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

/// The value that would stand at place `rank`, from 0, if the values were sorted. They are left in
/// an order as std::nth_element leaves them. None of them is NaN.
double select_rank(std::span<double> values, std::size_t rank);

/// The same of values that keep their order.
double value_of_rank(std::span<const double> values, std::size_t rank);

/// The values at place `rank` and at the next one, which is the same at the end.
struct RankedPair {
    double at, next;
};
RankedPair values_from_rank(std::span<const double> values, std::size_t rank);

}  // namespace sneddon
