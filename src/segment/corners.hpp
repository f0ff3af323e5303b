#pragma once

#include <span>
#include <vector>

#include "segment/load_runs.hpp"

namespace sneddon {

/// Moves the borders between runs to where the load itself puts them. A ramp meets a plateau where
/// the two fitted lines cross; a plateau ends with its last point before the load falls.
void set_corners(std::vector<LoadRun>& runs, std::span<const double> time_s,
                 std::span<const double> load_uN, const LoadScale& scale);

}  // namespace sneddon
