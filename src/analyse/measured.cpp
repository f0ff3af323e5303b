#include "analyse/measured.hpp"

#include <array>
#include <cmath>

#include "analyse/oliver_pharr.hpp"
#include "analyse/peak.hpp"
#include "analyse/works.hpp"
#include "base/nan.hpp"
#include "sneddon/model/units.hpp"

namespace sneddon {
namespace {

std::array<double*, 4> works_of(Measured& measured) {
    return {&measured.W_load_pJ, &measured.W_hold_pJ, &measured.W_total_pJ, &measured.W_elast_pJ};
}

std::array<double*, 4> depths_of(Measured& measured) {
    return {&measured.h_peak_nm, &measured.h_1_nm, &measured.h_p_nm, &measured.k_nm};
}

void measure_works(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe,
                   Measured& measured) {
    if (cycle.load.is_empty()) {
        measured.W_load_pJ = measured.W_hold_pJ = measured.W_total_pJ = measured.W_elast_pJ = nan;
        return;
    }
    const Works works =
        mechanical_works(curve, work_limits(cycle, recipe, measured.h_1_nm, measured.h_peak_nm));
    measured.W_load_pJ = works.W_load_pJ;
    measured.W_hold_pJ = works.W_hold_pJ;
    measured.W_total_pJ = works.W_total_pJ;
    measured.W_elast_pJ = works.W_elast_pJ;
}

void contact_quantities(const Measured& measured, const AnalysisRecipe& recipe,
                        QuantityValues& values) {
    const double F = measured.F_max_uN, m = 1 / measured.q;
    const double S = m * F / measured.k_nm;
    const double h_max_nm = values["h_max_nm"_q];
    values["S_uN_per_nm"_q] = S;
    values["m"_q] = m;
    values["h_p_nm"_q] = measured.h_p_nm;
    values["P_per_S2_per_GPa"_q] = per_GPa_per_nm2_per_uN * F / (S * S);
    values["h_r_nm"_q] = h_max_nm - F / S;
    const double h_c_nm = contact_depth_nm(h_max_nm, F, S, epsilon_of(recipe, m));
    values["h_c_nm"_q] = h_c_nm;
    if (!recipe.area_function) return;
    const double A = measured.area_factor * projected_area_nm2(*recipe.area_function, h_c_nm);
    values["A_p_nm2"_q] = A;
    values["H_IT_GPa"_q] = indentation_hardness_GPa(F, A);
    values["E_r_GPa"_q] = reduced_modulus_GPa(S, A, recipe.beta, recipe.pi);
    if (!recipe.poisson_ratio) return;
    values["E_IT_GPa"_q] =
        indentation_modulus_GPa(values["E_r_GPa"_q], measured.poisson_ratio, recipe.indenter_E_GPa,
                                recipe.indenter_poisson_ratio);
}

}  // namespace

Measured refitted(const Curve& curve, const Cycle& cycle, Measured measured,
                  const AnalysisRecipe& recipe) {
    const UnloadingFit fit =
        fit_unloading(curve, cycle.unload, measured.F_max_uN, unloading_options(recipe));
    measured.is_fitted = fit.is_fitted;
    if (!fit.is_fitted) return measured;
    measured.h_p_nm = fit.h_p_nm;
    measured.k_nm = fit.h_at_F_max_nm - fit.h_p_nm;
    measured.q = 1 / fit.m;
    return measured;
}

Measured measure(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe) {
    Measured measured;
    measured.F_max_uN = peak_load_uN(curve, cycle, recipe.peak_load);
    measured.h_peak_nm = depth_at_peak_nm(curve, cycle);
    measured.h_1_nm = depth_at_hold_begin_nm(curve, cycle, recipe.creep_start, measured.F_max_uN);
    measure_works(curve, cycle, recipe, measured);
    measured.poisson_ratio = recipe.poisson_ratio.value_or(nan);
    return refitted(curve, cycle, measured, recipe);
}

QuantityValues quantities_of(const Measured& measured, const AnalysisRecipe& recipe) {
    QuantityValues values;
    const bool is_from_fit = recipe.peak_depth == PeakDepthRule::fitted && measured.is_fitted;
    values["F_max_uN"_q] = measured.F_max_uN;
    values["h_max_nm"_q] = is_from_fit ? measured.h_p_nm + measured.k_nm : measured.h_peak_nm;
    values["creep_nm"_q] = measured.h_peak_nm - measured.h_1_nm;
    values["C_IT_percent"_q] = 100 * (measured.h_peak_nm - measured.h_1_nm) / measured.h_1_nm;
    values["W_load_pJ"_q] = measured.W_load_pJ;
    values["W_hold_pJ"_q] = measured.W_hold_pJ;
    values["W_total_pJ"_q] = measured.W_total_pJ;
    values["W_elast_pJ"_q] = measured.W_elast_pJ;
    values["W_plast_pJ"_q] = measured.W_total_pJ - measured.W_elast_pJ;
    values["eta_IT"_q] = measured.W_elast_pJ / measured.W_total_pJ;
    if (measured.is_fitted) contact_quantities(measured, recipe, values);
    return values;
}

Curve drifted_curve(const Curve& curve, const Cycle& cycle, double drift_nm_per_s, double t_ref_s) {
    Curve drifted;
    drifted.time_s = curve.time_s;
    drifted.load_uN = curve.load_uN;
    drifted.depth_nm = curve.depth_nm;
    for (std::size_t i = cycle.contact; i < cycle.end; ++i)
        drifted.depth_nm[i] -= drift_nm_per_s * (curve.time_s[i] - t_ref_s);
    return drifted;
}

Measured shifted(Measured measured, double shift_nm) {
    measured.h_peak_nm -= shift_nm;
    measured.h_1_nm -= shift_nm;
    measured.h_p_nm -= shift_nm;
    return measured;
}

Measured with_load_offset(Measured measured, double offset_uN) {
    const double left = 1 - offset_uN / measured.F_max_uN;
    const double at_peak_nm = measured.h_p_nm + measured.k_nm;
    const double work_per_nm = pJ_per_uN_nm * offset_uN;
    const double h_1_nm = std::isnan(measured.h_1_nm) ? measured.h_peak_nm : measured.h_1_nm;
    measured.W_load_pJ -= work_per_nm * h_1_nm;
    measured.W_hold_pJ -= work_per_nm * (measured.h_peak_nm - h_1_nm);
    measured.W_total_pJ -= work_per_nm * measured.h_peak_nm;
    measured.W_elast_pJ -= work_per_nm * measured.k_nm;
    measured.F_max_uN *= left;
    measured.k_nm *= left;
    measured.h_p_nm = at_peak_nm - measured.k_nm;
    return measured;
}

Measured with_peak_load(Measured measured, double more_uN) {
    const double factor = 1 + more_uN / measured.F_max_uN;
    measured.F_max_uN *= factor;
    measured.k_nm *= std::pow(factor, measured.q);
    return measured;
}

void scale_load(Measured& measured, double factor) {
    measured.F_max_uN *= factor;
    for (double* work : works_of(measured)) *work *= factor;
}

void scale_depth(Measured& measured, double factor) {
    for (double* depth : depths_of(measured)) *depth *= factor;
    for (double* work : works_of(measured)) *work *= factor;
}

void add_difference(Measured& measured, const Measured& up, const Measured& down, double times) {
    Measured high = up, low = down;
    const auto add = [&](auto parts_of) {
        const auto to = parts_of(measured), plus = parts_of(high), minus = parts_of(low);
        for (std::size_t i = 0; i < to.size(); ++i) *to[i] += times * (*plus[i] - *minus[i]);
    };
    add(depths_of);
    add(works_of);
    measured.q += times * (up.q - down.q);
}

Measured with_frame_compliance(Measured measured, double compliance_nm_per_uN) {
    const double F = measured.F_max_uN, shift_nm = compliance_nm_per_uN * F;
    measured.h_peak_nm -= shift_nm;
    measured.h_1_nm -= shift_nm;
    if (measured.is_fitted) {
        // Depth and slope at F_max change by C F and C; the exponent is kept.
        const double top_nm = measured.h_p_nm + measured.k_nm - shift_nm;
        measured.k_nm -= shift_nm / measured.q;
        measured.h_p_nm = top_nm - measured.k_nm;
    }
    const double work_pJ = pJ_per_uN_nm * F * shift_nm / 2;
    measured.W_load_pJ -= work_pJ;
    measured.W_total_pJ -= work_pJ;
    measured.W_elast_pJ -= work_pJ;
    return measured;
}

}  // namespace sneddon
