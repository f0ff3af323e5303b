#pragma once

#include "results/json_text.hpp"
#include "study/pop_ins/pop_in_finding.hpp"

namespace sneddon {

/// An element of "pop_ins": what is counted, and what the fits of its group say.
JsonText pop_ins_json(const PopInFinding& finding);

}  // namespace sneddon
