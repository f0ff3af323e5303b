// How a long computation speaks to its caller: the core itself neither prints nor reads a clock.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "sneddon/base/stop.hpp"

namespace sneddon {

struct Progress {
    /// Called from one thread at a time with the work done so far.
    std::function<void(std::size_t done, std::size_t total)> report = {};
    /// Asked between two pieces of work.
    Stop stop = {};
    /// Told the folder that is not whole yet: a caller that ends the program takes it away.
    std::function<void(const std::string& unfinished)> begins = {};
    /// Asked once, directly before results take their place. False when the work is to stop; once
    /// it was true, nothing stops the work any more.
    std::function<bool()> may_finish = {};

    /// may_finish(), or what `stop` says where nobody answers that.
    bool is_to_finish() const { return may_finish ? may_finish() : !stop.requested(); }
};

}  // namespace sneddon
