// Ctrl-C and SIGTERM ask the engine to stop instead of ending the program on the spot.
#pragma once

#include <memory>

#include "sneddon/base/stop.hpp"

namespace sneddon::cli {

/// While it lives, the first signal requests the stop and a second one ends the program with 130.
/// To be made before other threads: they inherit that signals are not theirs.
class StopOnSignal {
  public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    Stop stop() const;

  private:
    struct Waiter;
    std::unique_ptr<Waiter> waiter_;
};

}  // namespace sneddon::cli
