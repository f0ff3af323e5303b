// Tare, frame compliance, drift and zero point of one test (docs/methods/corrections.md).
#pragma once

#include <span>

#include "correct/curve_noise.hpp"
#include "sneddon/correct/correction.hpp"
#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// What is to be changed and why. `test` has no missing points (model/complete_points.hpp) and at
/// least one cycle. A method that cannot be used gives way to the next of its rule, and the
/// evidence says why; it never fails. `noise`: of the test's curve.
TestCorrection find_corrections(const Test& test, std::span<const Segment> segments,
                                std::span<const Cycle> cycles, const CurveNoise& noise,
                                const CorrectionRecipe& recipe);

}  // namespace sneddon
