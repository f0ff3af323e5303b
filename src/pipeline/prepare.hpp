// The first step of a run: what can be refused is refused before the first test is read.
#pragma once

#include "pipeline/output_folder.hpp"
#include "pipeline/study_plan.hpp"

namespace sneddon {

/// With all that the later steps of a run need.
struct RunPlan : StudyPlan {
    OutputFolder output;
};

/// Errors: those of prepare_study, and of OUT.
Result<RunPlan> prepare(const RunRequest& request);

}  // namespace sneddon
