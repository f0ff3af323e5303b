// What was made last, for any thread that asks for the same again.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace sneddon {

/// Of all threads, not of each: MinGW gives the memory of a thread's objects back before it
/// destroys them.
template <typename T>
class LastMade {
  public:
    std::shared_ptr<const T> get() const {
        const std::lock_guard lock(mutex_);
        return made_;
    }
    void put(std::shared_ptr<const T> made) {
        const std::lock_guard lock(mutex_);
        made_ = std::move(made);
    }

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<const T> made_;
};

}  // namespace sneddon
