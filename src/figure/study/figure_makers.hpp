#pragma once

#include "figure/study/figure_list.hpp"

namespace sneddon {

Drawn draw_xrd(const WrittenStudy& study);
Drawn draw_image(const WrittenStudy& study);
Drawn draw_load_functions(const WrittenStudy& study);
Drawn draw_hardness(const WrittenStudy& study);
Drawn draw_work_areas(const WrittenStudy& study);
Drawn draw_work_vs_hold(const WrittenStudy& study);
Drawn draw_criteria(const WrittenStudy& study);
Drawn draw_clusters(const WrittenStudy& study);
Drawn draw_shares(const WrittenStudy& study);
Drawn draw_clusters_by_hold(const WrittenStudy& study);
Drawn draw_samples(const WrittenStudy& study);
Drawn draw_clusters_of_samples(const WrittenStudy& study);
Drawn draw_sample_shares(const WrittenStudy& study);
Drawn draw_map(const WrittenStudy& study);
/// "hardness", "modulus" or the id of a quantity: the figure "map-NAME", which is drawn on request.
Drawn draw_map_of(const WrittenStudy& study, const std::string& name);
Drawn draw_creep_curves(const WrittenStudy& study);
Drawn draw_hold_rates(const WrittenStudy& study);
Drawn draw_rheology(const WrittenStudy& study);
Drawn draw_activation(const WrittenStudy& study);
Drawn draw_contact_pressure(const WrittenStudy& study);
Drawn draw_energies(const WrittenStudy& study);
Drawn draw_profile_hardness(const WrittenStudy& study);
Drawn draw_profile_modulus(const WrittenStudy& study);
Drawn draw_profile_stiffness(const WrittenStudy& study);
Drawn draw_ccdf(const WrittenStudy& study);
Drawn draw_pop_in_loads(const WrittenStudy& study);
Drawn draw_pop_in_sizes(const WrittenStudy& study);
Drawn draw_pop_in_detection(const WrittenStudy& study);
Drawn draw_curves(const WrittenStudy& study);
Drawn draw_unloading_fits(const WrittenStudy& study);
Drawn draw_segments(const WrittenStudy& study);
Drawn draw_flags(const WrittenStudy& study);
Drawn draw_sensitivity(const WrittenStudy& study);
Drawn draw_moran(const WrittenStudy& study);
Drawn draw_variogram(const WrittenStudy& study);
Drawn draw_order(const WrittenStudy& study);
Drawn draw_uncertainty(const WrittenStudy& study);

}  // namespace sneddon
