// What is measured on the curve of one cycle, and all quantities that follow from it. The analysis
// of a test writes the same numbers; this is the part that uncertainty and sensitivity change.
#pragma once

#include <cstddef>

#include "analyse/unloading.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct Measured {
    double F_max_uN = 0;
    double h_peak_nm = 0;  ///< end of the hold, or of loading
    double h_1_nm = 0;     ///< begin of the hold; NaN without a hold
    bool is_fitted = false;
    double h_p_nm = 0, k_nm = 0, q = 0;  ///< unloading h = h_p + k (F/F_max)^q, q = 1/m
    double W_load_pJ = 0, W_hold_pJ = 0, W_total_pJ = 0, W_elast_pJ = 0;  ///< NaN without loading
    double area_factor = 1;
    double poisson_ratio = 0;
};

/// The unloading fit, the ends of the hold and the works.
Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe);

/// The same with the unloading fitted by `recipe`; the rest stays.
Measured refitted(const Curve& curve, const Cycle& cycle, Measured measured,
                  const AnalysisRecipe& recipe);

/// Every quantity that carries an uncertainty; NaN where there is none.
QuantityValues quantities_of(const Measured& measured, const AnalysisRecipe& recipe);

/// The same cycle with every depth less by drift (time - t_ref).
Curve drifted_curve(const Curve& curve, const Cycle& cycle, double drift_nm_per_s, double t_ref_s);

/// All depths less by shift: works and stiffness stay.
Measured shifted(Measured measured, double shift_nm);

/// All loads less by offset: the stiffness stays. The works lose offset times the depth gone
/// through, from the zero of the depth on the way in, to h_p on the way out.
Measured with_load_offset(Measured measured, double offset_uN);

/// F_max alone is more by `more_uN`: the fitted curve and the works stay.
Measured with_peak_load(Measured measured, double more_uN);

void scale_load(Measured& measured, double factor);
void scale_depth(Measured& measured, double factor);

/// Adds `times` the difference of two measurements.
void add_difference(Measured& measured, const Measured& up, const Measured& down, double times);

/// All depths less by compliance times load.
Measured with_frame_compliance(Measured measured, double compliance_nm_per_uN);

}  // namespace sneddon
