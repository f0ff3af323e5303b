// Do the numbers of a study agree with each other? (docs/methods/quality-flags.md)
#pragma once

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Fills study.cross_checks from the groups and their used rows, and warns of the doubts:
/// P/S2 against depth; eta_IT against 5.3 H_IT/E_r (Cheng and Cheng 1998) and against the plastic
/// loading of this tip; H_IT against the works between groups; spacing; H_IT against the order of
/// the tests; negative creep and its correlation with H_IT. And why H_IT has no common part when no
/// uncertainty of the area is given (SND-G059).
void add_cross_checks(StudyResult& study, const AnalysisRecipe& recipe);

}  // namespace sneddon
