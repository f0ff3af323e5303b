#pragma once

#include <vector>

#include "segment/find_segments.hpp"
#include "segment/load_runs.hpp"

namespace sneddon {

/// Runs of the load -> named segments and cycles. Where the file declares as many cycles as there
/// are unloadings, an unloading after a drift hold is a cycle of its own, as the file says.
void assemble(Segmentation& result, const std::vector<LoadRun>& runs, const Curve& curve,
              int declared_cycles);

}  // namespace sneddon
