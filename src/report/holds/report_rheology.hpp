#pragma once

#include <string>

#include "report/report_cells.hpp"
#include "results/written/creep.hpp"

namespace sneddon {

/// A row for each model that was fitted to a mean hold curve; nothing where there is none.
std::string rheology_table(const List<WrittenCreepCurve>& curves, const ClusterNames& names);

}  // namespace sneddon
