// Doubts about a test, each with its number and its limit. Pages: base/codes.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analyse/creep/unloading_start.hpp"
#include "analyse/unloading.hpp"
#include "model/oscillation.hpp"
#include "model/steady_time.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/flag.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

bool are_too_many_missing(std::size_t missing, double total);
Flag too_many_missing(std::size_t missing, double total);
Flag no_cycle(const Curve& curve);

void flag_time(const TimeRepair& repair, double total, std::vector<Flag>& flags);
void flag_oscillation(const std::optional<Oscillation>& oscillation, std::vector<Flag>& flags);
void flag_missing(std::size_t missing, double total, std::vector<Flag>& flags);
bool are_too_many_missing_in_window(std::size_t missing, std::size_t left);
void flag_missing_in_window(std::size_t missing, std::size_t left, std::vector<Flag>& flags);
void flag_no_fit(const UnloadingFit& fit, std::vector<Flag>& flags);
void flag_fit(const UnloadingFit& fit, const AnalysisRecipe& recipe, std::vector<Flag>& flags);
/// Takes SND-A002 back where m is outside its limits by 3 u or less: an elastic cone has m = 2.
void forgive_exponent(double u_m, std::vector<Flag>& flags);

void flag_residual(const UnloadingFit& fit, const Curve& curve, const Cycle& cycle,
                   std::vector<Flag>& flags);
void flag_unloading_tail(const Curve& curve, const Cycle& cycle, double F_max_uN,
                         std::vector<Flag>& flags);
/// The recipe asks for S_e and there is none.
void flag_no_creep_correction(const UnloadingStart& start, const AnalysisRecipe& recipe,
                              std::vector<Flag>& flags);
void flag_no_area_function(std::vector<Flag>& flags);
void flag_contact_depth(double h_c_nm, double A_p_nm2, const AreaFunction& area,
                        std::vector<Flag>& flags);
void flag_no_poisson_ratio(std::vector<Flag>& flags);
void flag_no_modulus(double E_r_GPa, const AnalysisRecipe& recipe, std::vector<Flag>& flags);

}  // namespace sneddon
