#include "analyse/counted_time.hpp"

#include "base/nan.hpp"

namespace sneddon {

AnalysisRecipe without_drift(AnalysisRecipe recipe) {
    recipe.correction.drift = DriftRule::none;
    recipe.uncertainty.drift_nm_per_s = 0;
    return recipe;
}

void leave_out_times(CycleResult& cycle) {
    for (const QuantityIndex q :
         {"hold_s"_q, "ramp_s"_q, "creep_nm"_q, "C_IT_percent"_q, "creep_a_nm_per_s"_q,
          "creep_b_nm"_q, "creep_c"_q, "creep_rate_nm_per_s"_q, "creep_5s_nm"_q, "creep_10s_nm"_q,
          "creep_30s_nm"_q, "creep_60s_nm"_q}) {
        cycle.values[q] = nan;
        cycle.uncertainty.random[q] = nan;
        cycle.uncertainty.common[q] = nan;
    }
}

}  // namespace sneddon
