// Many independent repetitions over the cores, gathered in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

/// Calls fill(i, out) for i in [0, count), out being `width` doubles, and returns them one after
/// the other; a stop request leaves a prefix. Repetitions go out in lots of 32, since one may take
/// less time than waking a thread. `fill` is called from several threads at once.
template <class Fill>
std::vector<double> replicate(std::size_t count, std::size_t width, unsigned threads, Stop stop,
                              Fill fill) {
    constexpr std::size_t lot = 32;
    std::vector<double> gathered;
    gathered.reserve(count * width);
    const auto produce = [&](std::size_t number) {
        const std::size_t begin = number * lot, end = std::min(count, begin + lot);
        std::vector<double> values((end - begin) * width);
        for (std::size_t i = begin; i < end; ++i)
            fill(i, std::span(values).subspan((i - begin) * width, width));
        return values;
    };
    const auto consume = [&](std::size_t, const std::vector<double>& values) {
        gathered.insert(gathered.end(), values.begin(), values.end());
    };
    ordered_parallel((count + lot - 1) / lot, threads, stop, produce, consume);
    return gathered;
}

}  // namespace sneddon
