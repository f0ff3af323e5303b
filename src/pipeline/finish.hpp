// From the analysed tests to OUT: what a run and a merge of parts have in common.
#pragma once

#include "pipeline/analyse_all.hpp"
#include "sneddon/pipeline/run.hpp"

namespace sneddon {

/// Concludes the study and publishes it. Errors: those of run() behind the analysis.
Result<StudyResult> finish(const RunRequest& request, RunPlan plan, AnalysedTests tests,
                           const Progress& progress);

}  // namespace sneddon
