#include "analyse/quantities_of.hpp"

#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"

namespace sneddon {
namespace {

/// A fitted h_max is that of the unloading curve at F_max: the same time as the slope S.
double h_max_nm(const Measured& measured, PeakDepthRule rule) {
    const bool is_from_fit = rule == PeakDepthRule::fitted && measured.is_fitted;
    return is_from_fit ? measured.h_p_nm + measured.k_nm : measured.h_peak_nm;
}

void creep(const Measured& measured, QuantityValues& values) {
    const double creep_nm = measured.h_peak_nm - measured.h_1_nm;
    values["creep_nm"_q] = creep_nm;
    values["C_IT_percent"_q] = 100 * creep_nm / measured.h_1_nm;
}

void works(const Measured& measured, QuantityValues& values) {
    values["W_load_pJ"_q] = measured.W_load_pJ;
    values["W_hold_pJ"_q] = measured.W_hold_pJ;
    values["W_total_pJ"_q] = measured.W_total_pJ;
    values["W_elast_pJ"_q] = measured.W_elast_pJ;
    values["W_plast_pJ"_q] = measured.W_plast_pJ;
    values["eta_IT"_q] = measured.W_total_pJ > 0 ? measured.W_elast_pJ / measured.W_total_pJ : nan;
}

/// What the correction for creep is made of, and its stiffness.
void unloading_start(const UnloadingStart& start, QuantityValues& values) {
    values["hold_rate_nm_per_s"_q] = start.hold_rate_nm_per_s;
    values["compliance_u_nm_per_uN"_q] = start.compliance_nm_per_uN;
    values["S_e_uN_per_nm"_q] = creep_corrected_stiffness(start);
}

/// By the rule of the recipe; NaN where it asks for S_e and there is none.
double stiffness(const Measured& measured, const AnalysisRecipe& recipe) {
    if (recipe.stiffness == StiffnessRule::creep_corrected)
        return creep_corrected_stiffness(measured.start);
    return stiffness_uN_per_nm(measured.m, measured.F_max_uN, measured.k_nm, measured.slope_x);
}

/// Stiffness and depths, for which no tip has to be known.
void contact(const Measured& measured, const AnalysisRecipe& recipe, QuantityValues& values) {
    const double F_uN = measured.F_max_uN, h_nm = values["h_max_nm"_q];
    const double S = stiffness(measured, recipe);
    values["S_uN_per_nm"_q] = S;
    values["m"_q] = measured.m;
    values["h_p_nm"_q] = measured.h_p_nm;
    values["P_per_S2_per_GPa"_q] = load_over_stiffness_squared_per_GPa(F_uN, S);
    values["h_r_nm"_q] = tangent_depth_nm(h_nm, F_uN, S);
    values["h_c_nm"_q] = contact_depth_nm(h_nm, F_uN, S, epsilon_of(recipe, measured.m));
}

void hardness_and_moduli(const Measured& measured, const AnalysisRecipe& recipe,
                         QuantityValues& values) {
    if (!recipe.area_function) return;
    const double A_p_nm2 =
        measured.area_factor * projected_area_nm2(*recipe.area_function, values["h_c_nm"_q]);
    const double E_r_GPa =
        reduced_modulus_GPa(values["S_uN_per_nm"_q], A_p_nm2, recipe.beta, recipe.pi);
    values["A_p_nm2"_q] = A_p_nm2;
    values["H_IT_GPa"_q] = indentation_hardness_GPa(measured.F_max_uN, A_p_nm2);
    values["E_r_GPa"_q] = E_r_GPa;
    if (!recipe.poisson_ratio) return;
    values["E_IT_GPa"_q] = indentation_modulus_GPa(
        E_r_GPa, measured.poisson_ratio, recipe.indenter_E_GPa, recipe.indenter_poisson_ratio);
}

}  // namespace

QuantityValues quantities_of(const Measured& measured, const AnalysisRecipe& recipe) {
    QuantityValues values;
    values["F_max_uN"_q] = measured.F_max_uN;
    values["h_max_nm"_q] = h_max_nm(measured, recipe.peak_depth);
    creep(measured, values);
    works(measured, values);
    unloading_start(measured.start, values);
    if (!measured.is_fitted) return values;
    contact(measured, recipe, values);
    hardness_and_moduli(measured, recipe, values);
    return values;
}

}  // namespace sneddon
