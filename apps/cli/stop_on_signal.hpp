// Ctrl-C and SIGTERM ask the engine to stop instead of ending the program on the spot.
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace sneddon::cli {

/// While it lives, the first signal requests the stop and a second one ends the program with 130.
/// To be made before other threads: they inherit that signals are not theirs.
class StopOnSignal {
  public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return source_.get_token(); }

  private:
    void wait_for_signals();

    std::stop_source source_;
    std::atomic<bool> is_over_ = false;
    std::thread waiter_;
};

}  // namespace sneddon::cli
