#pragma once

#include "figure/study/figure_list.hpp"

namespace sneddon {

Drawn draw_xrd(const Findings& findings);
Drawn draw_image(const Findings& findings);
Drawn draw_load_functions(const Findings& findings);
Drawn draw_hardness(const Findings& findings);
Drawn draw_work_areas(const Findings& findings);
Drawn draw_work_vs_hold(const Findings& findings);
Drawn draw_criteria(const Findings& findings);
Drawn draw_clusters(const Findings& findings);
Drawn draw_shares(const Findings& findings);
Drawn draw_clusters_by_hold(const Findings& findings);
Drawn draw_map(const Findings& findings);
Drawn draw_creep_curves(const Findings& findings);
Drawn draw_contact_pressure(const Findings& findings);
Drawn draw_energies(const Findings& findings);
Drawn draw_ccdf_gaussian(const Findings& findings);
Drawn draw_ccdf_weibull(const Findings& findings);
Drawn draw_curves(const Findings& findings);
Drawn draw_unloading_fits(const Findings& findings);
Drawn draw_segments(const Findings& findings);
Drawn draw_flags(const Findings& findings);
Drawn draw_sensitivity(const Findings& findings);
Drawn draw_moran(const Findings& findings);
Drawn draw_variogram(const Findings& findings);
Drawn draw_order(const Findings& findings);
Drawn draw_uncertainty(const Findings& findings);

}  // namespace sneddon
