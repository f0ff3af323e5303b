// Ctrl-C and SIGTERM ask the engine to stop instead of ending the program on the spot.
#pragma once

#include <memory>

#include "exit_code.hpp"
#include "sneddon/base/progress.hpp"

namespace sneddon::cli {

/// While it lives, the first signal requests the stop. Work that has not heard it within half a
/// second is ended with the program, and so does a second signal: what is not whole is taken away,
/// the exit is 128 + the signal's number. Results that take their place are not stopped any more.
/// To be made before other threads: they inherit that signals are not theirs.
class StopOnSignal {
  public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    Stop stop() const;

    /// The same progress, for work that writes a folder.
    Progress guarded(Progress progress) const;

    /// As cli::fail, but a stop ends with the number of its signal.
    ExitCode fail(const Error& error) const;

    /// The end itself, with the number of the signal where it is a stop.
    ExitCode ended(ExitCode end) const;

  private:
    struct Waiter;
    std::unique_ptr<Waiter> waiter_;
};

}  // namespace sneddon::cli
