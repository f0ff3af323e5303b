#include "analyse/measured.hpp"

#include "analyse/peak.hpp"
#include "analyse/works.hpp"
#include "base/nan.hpp"

namespace sneddon {
namespace {

void measure_works(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe,
                   Measured& measured) {
    Works works{nan, nan, nan, nan, nan};
    if (!cycle.load.is_empty())
        works = mechanical_works(curve,
                                 work_limits(cycle, recipe, measured.h_1_nm, measured.h_peak_nm));
    measured.W_load_pJ = works.W_load_pJ;
    measured.W_hold_pJ = works.W_hold_pJ;
    measured.W_total_pJ = works.W_total_pJ;
    measured.W_elast_pJ = works.W_elast_pJ;
    measured.W_plast_pJ = works.W_plast_pJ;
}

}  // namespace

Measured measure_peak_and_works(const Curve& curve, const Cycle& cycle,
                                const AnalysisRecipe& recipe) {
    Measured measured;
    measured.F_max_uN = peak_load_uN(curve, cycle, recipe.peak_load);
    measured.h_peak_nm = depth_at_peak_nm(curve, cycle, recipe.peak_depth);
    measured.h_1_nm = depth_at_hold_begin_nm(curve, cycle, recipe.creep_start, measured.F_max_uN);
    measure_works(curve, cycle, recipe, measured);
    measured.poisson_ratio = recipe.poisson_ratio.value_or(nan);
    return measured;
}

Measured with_unloading(Measured measured, const UnloadingFit& fit) {
    measured.is_fitted = fit.is_fitted;
    if (!fit.is_fitted) return measured;
    measured.h_p_nm = fit.h_p_nm;
    measured.k_nm = fit.h_at_F_max_nm - fit.h_p_nm;
    measured.m = fit.m;
    measured.slope_x = fit.slope_x;
    return measured;
}

UnloadingFit fit_of_unloading(const Curve& curve, const Cycle& cycle, double F_max_uN,
                              const AnalysisRecipe& recipe) {
    return fit_unloading(curve, cycle.unload, F_max_uN, unloading_options(recipe));
}

Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe,
                 const StartWeights& weights) {
    Measured measured = measure_peak_and_works(curve, cycle, recipe);
    measured.start = unloading_start(weights, curve.depth_nm);
    return refitted(curve, cycle, measured, recipe);
}

Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe) {
    const double F_max_uN = peak_load_uN(curve, cycle, recipe.peak_load);
    return measure(curve, cycle, recipe, start_weights(curve, cycle, F_max_uN));
}

Measured refitted(const Curve& curve, const Cycle& cycle, const Measured& measured,
                  const AnalysisRecipe& recipe) {
    return with_unloading(measured, fit_of_unloading(curve, cycle, measured.F_max_uN, recipe));
}

}  // namespace sneddon
