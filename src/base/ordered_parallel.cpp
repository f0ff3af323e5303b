#include "base/ordered_parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace sneddon {
namespace {

class OrderedCalls {
  public:
    OrderedCalls(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t)>& produce)
        : count_(count), most_waiting_(values_that_wait(threads)), produce_(produce) {
        for (unsigned i = 0; i < std::min<std::size_t>(threads, count); ++i)
            workers_.emplace_back([this] { work(); });
    }
    // Whatever way the consumer is left, by an exception too, the workers are told before they are
    // joined.
    ~OrderedCalls() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        place_free_.notify_all();
        for (std::thread& worker : workers_) worker.join();
    }
    OrderedCalls(const OrderedCalls&) = delete;
    OrderedCalls& operator=(const OrderedCalls&) = delete;

    void consume_all(Stop stop, const std::function<void(std::size_t)>& consume) {
        for (std::size_t index = 0; index < count_ && !stop.requested(); ++index) {
            wait_for(index);
            consume(index);
            {
                const std::lock_guard lock(mutex_);
                next_to_consume_ = index + 1;
            }
            place_free_.notify_all();
        }
    }

  private:
    void wait_for(std::size_t index) {
        std::unique_lock lock(mutex_);
        value_ready_.wait(lock, [&] { return ready_.contains(index); });
        const std::exception_ptr failure = ready_.extract(index).mapped();
        lock.unlock();
        if (failure) std::rethrow_exception(failure);
    }

    void work() {
        for (;;) {
            std::unique_lock lock(mutex_);
            place_free_.wait(lock, [&] {
                return is_over_ || next_to_start_ >= count_ ||
                       next_to_start_ < next_to_consume_ + most_waiting_;
            });
            if (is_over_ || next_to_start_ >= count_) return;
            const std::size_t index = next_to_start_++;
            lock.unlock();
            const std::exception_ptr failure = produced(index);
            lock.lock();
            ready_.emplace(index, failure);
            lock.unlock();
            value_ready_.notify_one();
        }
    }

    std::exception_ptr produced(std::size_t index) {
        try {
            produce_(index);
            return nullptr;
        } catch (...) {
            return std::current_exception();
        }
    }

    const std::size_t count_, most_waiting_;
    const std::function<void(std::size_t)>& produce_;
    std::mutex mutex_;
    std::condition_variable value_ready_, place_free_;
    std::map<std::size_t, std::exception_ptr> ready_;  ///< produced, with what was thrown
    std::size_t next_to_start_ = 0, next_to_consume_ = 0;
    bool is_over_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace

void ordered_calls(std::size_t count, unsigned threads, Stop stop,
                   const std::function<void(std::size_t)>& produce,
                   const std::function<void(std::size_t)>& consume) {
    OrderedCalls calls(count, threads, produce);
    calls.consume_all(stop, consume);
}

}  // namespace sneddon
