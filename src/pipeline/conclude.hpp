// The third step of a run: what the tests say together.
#pragma once

#include "pipeline/analysed_tests.hpp"
#include "pipeline/study_plan.hpp"
#include "sneddon/base/progress.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// From rows that know nothing of each other to the study. The same for any number of threads.
Result<StudyResult> conclude_study(const StudyPlan& plan, AnalysedTests tests,
                                   const Progress& progress);

}  // namespace sneddon
