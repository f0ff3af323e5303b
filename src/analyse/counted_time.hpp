// A test without times (model/no_time.hpp).
#pragma once

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"

namespace sneddon {

/// No drift is found or taken off, and none is taken as uncertain: a rate over counted points is
/// none. The flag of the reader says so.
AnalysisRecipe without_drift(AnalysisRecipe recipe);

/// Empties all that is a time or depends on one.
void leave_out_times(CycleResult& cycle);

}  // namespace sneddon
