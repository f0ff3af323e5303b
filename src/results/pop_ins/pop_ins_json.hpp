#pragma once

#include "results/json_text.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/findings.hpp"

namespace sneddon {

/// An element of "pop_ins": what is counted, and what the fits of its group say.
JsonText pop_ins_json(const GroupPopIns& pop_ins, const StudyFindings& findings);

}  // namespace sneddon
