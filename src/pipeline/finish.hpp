// From the analysed tests to OUT: what a run and a merge of parts have in common.
#pragma once

#include "pipeline/analyse_all.hpp"
#include "sneddon/pipeline/run.hpp"

namespace sneddon {

/// Concludes the study and writes all files of OUT where the plan has them until they take their
/// place. Errors: those of run() behind the analysis.
Result<StudyResult> finish_in_staging(const RunRequest& request, const RunPlan& plan,
                                      AnalysedTests tests, const Progress& progress);

/// The same, and OUT takes its place.
Result<StudyResult> finish(const RunRequest& request, RunPlan plan, AnalysedTests tests,
                           const Progress& progress);

}  // namespace sneddon
