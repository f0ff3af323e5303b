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

/// Standard uncertainty of the compliance in force: that of the correction, else `otherwise`. Of a
/// compliance that the file states or the instrument had applied at most a tenth of it is taken:
/// one number for all instruments would be two thirds of the frame of a stiff one.
double u_frame_compliance_nm_per_uN(const TestCorrection& correction, double otherwise);

}  // namespace sneddon
