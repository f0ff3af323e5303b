#include "base/ordered_parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace sneddon {
namespace {

class OrderedCalls {
  public:
    OrderedCalls(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t)>& produce)
        : count_(count), most_waiting_(values_that_wait(threads)), produce_(produce) {
        places_.resize(most_waiting_);
        const auto most = static_cast<unsigned>(std::min<std::size_t>(threads, count));
        workers_.reserve(most);
        while (workers_.size() < most && add_worker()) {
        }
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
    /// A place of a produced value; allocated once, so that a worker without memory can say so.
    struct PlaceOfValue {
        bool is_ready = false;
        std::exception_ptr failure;  ///< what was thrown
    };

    /// False when the system gives no thread, below `ulimit -v` for instance: those that there are
    /// do the work, or the caller.
    bool add_worker() {
        try {
            workers_.emplace_back([this] { work(); });
            return true;
        } catch (const std::system_error&) {
            return false;
        }
    }

    void wait_for(std::size_t index) {
        if (workers_.empty()) return produce_(index);
        std::unique_lock lock(mutex_);
        PlaceOfValue& place = places_[index % most_waiting_];
        value_ready_.wait(lock, [&] { return place.is_ready; });
        const std::exception_ptr failure = std::exchange(place, PlaceOfValue()).failure;
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
            places_[index % most_waiting_] = {true, failure};
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
    std::vector<PlaceOfValue> places_;
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
