// How a long computation speaks to its caller: the core itself neither prints nor reads a clock.
#pragma once

#include <cstddef>
#include <functional>

#include "sneddon/base/stop.hpp"

namespace sneddon {

struct Progress {
    /// Called from one thread at a time with the work done so far.
    std::function<void(std::size_t done, std::size_t total)> report;
    /// Asked between two pieces of work.
    Stop stop;
};

}  // namespace sneddon
