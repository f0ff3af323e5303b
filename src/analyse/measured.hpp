// What is measured on the curve of one cycle. All its quantities follow from this by quantities_of,
// and the uncertainties by changes of it.
#pragma once

#include <optional>

#include "analyse/creep/unloading_start.hpp"
#include "analyse/unloading.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct Measured {
    double F_max_uN = 0;
    double h_peak_nm = 0;  ///< by the rule for h_max: of the hold, or of loading
    double h_1_nm = 0;     ///< start of the hold; NaN without a hold
    bool is_fitted = false;
    double h_p_nm = 0, k_nm = 0, m = 1;                   ///< unloading h = h_p + k (F/F_max)^(1/m)
    std::optional<double> slope_x;                        ///< (h - h_p)/k where its slope is S
    UnloadingStart start;                                 ///< NaN without a hold
    double W_load_pJ = 0, W_hold_pJ = 0, W_total_pJ = 0;  ///< NaN without loading
    double W_elast_pJ = 0, W_plast_pJ = 0;                ///< NaN without loading
    double area_factor = 1;
    double poisson_ratio = 0;
};

/// Load and depths at the ends of the hold and the works: all but the unloading and its start.
Measured measure_peak_and_works(const Curve& curve, const Cycle& cycle,
                                const AnalysisRecipe& recipe);

/// The same with this fit as its unloading, or without one where nothing could be fitted.
Measured with_unloading(Measured measured, const UnloadingFit& fit);

/// The unloading of the cycle, fitted as the recipe says.
UnloadingFit fit_of_unloading(const Curve& curve, const Cycle& cycle, double F_max_uN,
                              const AnalysisRecipe& recipe);

/// All of it. `weights`: those of a curve with the same times and loads.
Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe,
                 const StartWeights& weights);
Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe);

/// The same with the unloading fitted by `recipe`; the rest stays.
Measured refitted(const Curve& curve, const Cycle& cycle, const Measured& measured,
                  const AnalysisRecipe& recipe);

}  // namespace sneddon
