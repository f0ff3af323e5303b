// Detectors of files that are named but not read: other instruments, and what lies beside tests.
#pragma once

#include "opening.hpp"

namespace sneddon {

bool is_hysitron_ara(const Opening& opening);

}  // namespace sneddon
