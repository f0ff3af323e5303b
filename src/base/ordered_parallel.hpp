// Work shared over the cores, results handed on in input order, memory bounded.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace sneddon {

/// Calls produce(i) for i in [0, count) on `threads` threads and consume(i, value) on the calling
/// thread in the order of i. At most `threads * 4` values wait at any time, so memory does not
/// grow with count. A stop request ends early: what was consumed is then a prefix.
template <class Produce, class Consume>
void ordered_parallel(std::size_t count, unsigned threads, std::stop_token stop, Produce produce,
                      Consume consume) {
    if (threads <= 1) {
        for (std::size_t i = 0; i < count && !stop.stop_requested(); ++i) consume(i, produce(i));
        return;
    }
    using Value = decltype(produce(std::size_t{}));
    const std::size_t window = std::size_t{threads} * 4;
    std::mutex mutex;
    std::condition_variable value_ready, room_free;
    std::map<std::size_t, Value> waiting;
    std::size_t next_to_start = 0, next_to_consume = 0;
    bool is_over = false;

    const auto work = [&] {
        for (;;) {
            std::size_t index = 0;
            {
                std::unique_lock lock(mutex);
                room_free.wait(lock, [&] {
                    return is_over || next_to_start >= count ||
                           next_to_start < next_to_consume + window;
                });
                if (is_over || next_to_start >= count) return;
                index = next_to_start++;
            }
            Value value = produce(index);
            {
                std::lock_guard lock(mutex);
                waiting.emplace(index, std::move(value));
            }
            value_ready.notify_one();
        }
    };
    // Whatever way the loop below is left, an exception of consume too, the workers are told before
    // they are joined.
    std::vector<std::jthread> workers;
    struct TellWorkers {
        std::mutex& mutex;
        std::condition_variable& room_free;
        bool& is_over;
        ~TellWorkers() {
            {
                std::lock_guard lock(mutex);
                is_over = true;
            }
            room_free.notify_all();
        }
    } const tell_workers{mutex, room_free, is_over};
    for (unsigned i = 0; i < std::min<std::size_t>(threads, count); ++i) workers.emplace_back(work);

    while (next_to_consume < count && !stop.stop_requested()) {
        std::unique_lock lock(mutex);
        value_ready.wait(lock, [&] { return waiting.contains(next_to_consume); });
        auto node = waiting.extract(next_to_consume);
        lock.unlock();
        consume(node.key(), std::move(node.mapped()));
        lock.lock();
        ++next_to_consume;
        lock.unlock();
        room_free.notify_all();
    }
}

}  // namespace sneddon
