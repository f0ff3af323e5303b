// Load of the empty tip.
#pragma once

#include "sneddon/correct/correction.hpp"
#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/segment.hpp"

namespace sneddon {

/// Points before the ramp of the first cycle whose depth lies below that of the ramp's begin: the
/// tip is in the air. A lift-off counts, a pre-load at the surface does not.
std::vector<std::size_t> points_in_air(const Curve& curve, const Cycle& first,
                                       double noise_depth_nm);

/// Median load over the second half of `air`, its uncertainty from their spread and lag-one
/// correlation.
Correction find_tare(const Curve& curve, const std::vector<std::size_t>& air,
                     const CorrectionRecipe& recipe);

}  // namespace sneddon
