// Work shared over the cores, results handed on in input order, memory bounded.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "sneddon/base/stop.hpp"

namespace sneddon {

/// How many values may wait for their turn at most.
inline std::size_t values_that_wait(unsigned threads) {
    return std::size_t{threads} * 4;
}

/// The clockwork below ordered_parallel: produce(i) on some thread for i in [0, count), and, after
/// it, consume(i) on the calling thread in the order of i. produce(i) begins only once
/// i - values_that_wait(threads) has been consumed.
void ordered_calls(std::size_t count, unsigned threads, Stop stop,
                   const std::function<void(std::size_t)>& produce,
                   const std::function<void(std::size_t)>& consume);

/// Calls produce(i) for i in [0, count) on `threads` threads and consume(i, value) on the calling
/// thread in the order of i. At most `threads * 4` values wait at any time, so memory does not
/// grow with count. A stop request ends early: what was consumed is then a prefix. What produce(i)
/// throws is thrown on the calling thread in place of consume(i), and ends the work.
template <class Produce, class Consume>
void ordered_parallel(std::size_t count, unsigned threads, Stop stop, Produce produce,
                      Consume consume) {
    if (threads <= 1) {
        for (std::size_t i = 0; i < count && !stop.requested(); ++i) consume(i, produce(i));
        return;
    }
    using Value = decltype(produce(std::size_t{}));
    std::vector<std::optional<Value>> waiting(values_that_wait(threads));
    ordered_calls(
        count, threads, stop,
        [&](std::size_t i) { waiting[i % waiting.size()].emplace(produce(i)); },
        [&](std::size_t i) {
            std::optional<Value>& place = waiting[i % waiting.size()];
            Value value = std::move(*place);
            place.reset();
            consume(i, std::move(value));
        });
}

}  // namespace sneddon
