// A long computation asks between two pieces of work whether it shall go on.
#pragma once

#include <atomic>

namespace sneddon {

/// A view of a flag that somebody else sets, from any thread or from a signal handler. The flag
/// outlives the view. Without a flag nobody ever asks to stop.
class Stop {
  public:
    Stop() = default;
    explicit Stop(const std::atomic<bool>& flag) : flag_(&flag) {}

    bool requested() const { return flag_ != nullptr && flag_->load(std::memory_order_relaxed); }

  private:
    const std::atomic<bool>* flag_ = nullptr;
};

}  // namespace sneddon
