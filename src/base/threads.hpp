#pragma once

namespace sneddon {

/// The number of threads a user asked for; 0 = as many as the machine has cores, at least one.
unsigned threads_or_all(unsigned threads);

}  // namespace sneddon
