// Compiled once per instruction set; in an unnamed namespace, as all of lanes.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "numeric/elementary/elementary_kernel.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

constexpr std::size_t lanes_at_once = sizeof(Lanes) / sizeof(double);

/// of(lanes) for all values; the last ones are filled up by ones.
template <class Function>
void for_all_lanes(const double* x, std::size_t count, double* y, Function of) {
    std::size_t i = 0;
    for (; i + lanes_at_once <= count; i += lanes_at_once) store(y + i, of(load(x + i)));
    if (i == count) return;
    std::array<double, lanes_at_once> rest;
    rest.fill(1.0);
    std::copy(x + i, x + count, rest.begin());
    store(rest.data(), of(load(rest.data())));
    std::copy_n(rest.begin(), count - i, y + i);
}

std::size_t logs_of_this_unit(const double* x, std::size_t count, double* ln_x) {
    for_all_lanes(x, count, ln_x, [](Lanes value) { return log_lanes(value); });
    std::size_t in_range = 0;
    for (std::size_t i = 0; i < count; ++i)
        in_range += static_cast<std::size_t>(is_in_range_of_log(x[i]));
    return in_range;
}

std::size_t exponentials_of_this_unit(double factor, const double* x, std::size_t count,
                                      double* powers) {
    const Lanes times = filled(factor);
    for_all_lanes(x, count, powers, [times](Lanes value) { return exp_lanes(times * value); });
    std::size_t in_range = 0;
    for (std::size_t i = 0; i < count; ++i)
        in_range += static_cast<std::size_t>(is_in_range_of_exp(factor * x[i]));
    return in_range;
}

constexpr ElementaryKernel kernel_of_this_unit = {logs_of_this_unit, exponentials_of_this_unit};

}  // namespace
}  // namespace sneddon
