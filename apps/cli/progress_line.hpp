// The line that says how far a long command has come, with its rate and the time left.
#pragma once

#include <chrono>
#include <cstddef>

#include "sneddon/base/progress.hpp"

namespace sneddon::cli {

/// On a terminal one line, from 0.5 s on; elsewhere a line each 10 s. Always on stderr.
class ProgressLine {
  public:
    explicit ProgressLine(bool is_quiet);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// What the engine is given. This object must outlive it.
    Progress progress(Stop stop);

    /// Takes the line away: to be called before anything else is printed.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    void report(std::size_t done, std::size_t total);

    bool is_quiet_, is_on_terminal_;
    bool is_shown_ = false;
    Clock::time_point begin_, next_;
};

}  // namespace sneddon::cli
