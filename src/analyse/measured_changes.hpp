// What an error of an input would have made of a measurement.
#pragma once

#include "analyse/measured.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// The same cycle with every depth less by drift (time - t_ref).
Curve drifted_curve(const Curve& curve, const Cycle& cycle, double drift_nm_per_s, double t_ref_s);

/// All depths less by shift: works and stiffness stay.
Measured shifted(Measured measured, double shift_nm);

/// All loads less by offset: the stiffness stays. The works lose offset times the depth gone
/// through, from the zero of the depth on the way in, to h_p on the way out.
Measured with_load_offset(Measured measured, double offset_uN);

/// F_max alone is more by `more_uN`: the fitted curve and the works stay.
Measured with_peak_load(Measured measured, double more_uN);

/// All depths less by compliance times load.
Measured with_frame_compliance(Measured measured, double compliance_nm_per_uN);

/// W_plast as what W_total and W_elast leave: for works that were changed, not measured.
Measured with_balanced_works(Measured measured);

/// The parameters of the unloading curve are h_p, k and q = 1/m: depth is linear in the first two.
void add_to_unloading(Measured& measured, double h_p_nm, double k_nm, double q);

void scale_load(Measured& measured, double factor);
void scale_depth(Measured& measured, double factor);

/// Adds `times` the difference of two measurements. Where one of them has no unloading fit, the sum
/// has none.
void add_difference(Measured& measured, const Measured& up, const Measured& down, double times);

}  // namespace sneddon
