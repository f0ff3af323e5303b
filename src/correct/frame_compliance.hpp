// Frame compliance: depth that the instrument yields in proportion to the load.
#pragma once

#include "sneddon/correct/correction.hpp"
#include "sneddon/correct/recipe.hpp"

namespace sneddon {

/// Writes change.frame_compliance_nm_per_uN, which is what is still to be subtracted, and the
/// steps. A compliance that the instrument had applied is never applied a second time; a value of
/// the recipe replaces it.
void correct_frame_compliance(const Test& test, const CorrectionRecipe& recipe,
                              TestCorrection& correction);

}  // namespace sneddon
