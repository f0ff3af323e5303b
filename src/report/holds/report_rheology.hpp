#pragma once

#include <string>

#include "results/written/creep.hpp"

namespace sneddon {

/// A row for each model that was fitted to a mean hold curve; nothing where there is none.
std::string rheology_table(const List<WrittenCreepCurve>& curves);

}  // namespace sneddon
