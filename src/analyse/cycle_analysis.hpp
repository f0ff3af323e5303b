// One cycle of a test: measured once, then quantities, uncertainties and flags.
#pragma once

#include "correct/spikes.hpp"
#include "model/complete_points.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"

namespace sneddon {

/// What all cycles of a test share.
struct CorrectedTest {
    const CompletePoints& points;
    const Curve& curve;  ///< corrected, without spikes
    const Spikes& spikes;
    const TestResult& result;
    const AnalysisRecipe& recipe;
};

/// Fills in what follows from `cycle.parts`; flags that are there already stay in front.
void analyse_cycle(const CorrectedTest& test, CycleResult& cycle);

}  // namespace sneddon
