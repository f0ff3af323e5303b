// What the analysis of a file follows from beside its bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/study_plan.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// This program, to the byte.
std::string program_key();

/// For each study of the plan a text: this program, the options of the recipe that reach no further
/// than the analysis, and the tip. Equal texts and equal bytes give equal outcomes.
std::vector<std::string> analysis_keys(const StudyPlan& plan);

/// SND-U046 where the analysis of a file follows from the others too: drift over the order of the
/// tests. `option` is what asked for files one by one.
std::optional<Error> files_hang_together(const StudyPlan& plan, const std::string& option);

}  // namespace sneddon
