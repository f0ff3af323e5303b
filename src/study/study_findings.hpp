// From a table of tests and their holds to what they say together.
#pragma once

#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Of a study whose tests are in order and have their load functions (arrange_study): fills the
/// rows' order, cluster and quantities of the hold, the groups, every finding, and the warnings of
/// the checks. The same for any number of threads. Nothing depends on names of files.
void find_findings(StudyResult& study, HoldCurves& holds, const StudyOptions& options);

}  // namespace sneddon
