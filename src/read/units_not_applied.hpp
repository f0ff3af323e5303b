#pragma once

#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// Flags (SND-R031) the tests for which a unit was stated that their reader did not look at: the
/// format fixes its units, or has no such column.
void tell_units_not_applied(FileContent& content, const ReadOptions& options);

}  // namespace sneddon
