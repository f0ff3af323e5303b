// A file that begins at the peak: an unloading without its loading.
#pragma once

#include "segment/find_segments.hpp"
#include "segment/load_runs.hpp"

namespace sneddon {

/// One cycle without a loading, and the flag that says so, where the load only falls (or stands
/// before and between falls), from its peak to less than a third of it. Else nothing is done.
void assemble_unloading_alone(Segmentation& result, const std::vector<LoadRun>& runs,
                              const LoadScale& scale);

}  // namespace sneddon
