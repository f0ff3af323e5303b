#pragma once

#include <cstddef>

namespace sneddon {

/// A sudden gain of depth at rising load.
struct PopIn {
    std::size_t first = 0;  ///< the last point before it
    std::size_t last = 0;   ///< the first point after it
    double load_uN = 0;     ///< at `first`
    double depth_nm = 0;    ///< at `first`
    double jump_nm = 0;
    double energy_pJ = 0;  ///< load times jump
};

}  // namespace sneddon
