#include "analyse/cycle_analysis.hpp"

#include "analyse/curve_flags.hpp"
#include "analyse/flags.hpp"
#include "analyse/impossible_values.hpp"
#include "analyse/pop_ins/pop_in_values.hpp"
#include "analyse/propagation.hpp"
#include "analyse/quantities_of.hpp"
#include "analyse/refused_works.hpp"
#include "base/nan.hpp"

namespace sneddon {
namespace {

double duration_s(const Curve& curve, const Segment& part) {
    return part.is_empty() ? 0 : curve.time_s[part.end - 1] - curve.time_s[part.begin];
}

void durations(const Curve& curve, CycleResult& cycle) {
    cycle.values["hold_s"_q] = duration_s(curve, cycle.parts.hold);
    if (!cycle.parts.load.is_empty())
        cycle.values["ramp_s"_q] = duration_s(curve, cycle.parts.load);
}

/// Whether quantities may follow from the fit; else a flag, and the reason if the test is lost.
bool is_trusted(const UnloadingFit& fit, const CompletePoints& points, CycleResult& cycle) {
    if (!fit.is_fitted) {
        flag_no_fit(fit, cycle.flags);
        return false;
    }
    const std::size_t missing = points.missing_between(fit.first, fit.last);
    if (missing == 0) return true;
    flag_missing_in_window(missing, fit.n, cycle.flags);
    if (!are_too_many_missing_in_window(missing, fit.n)) return true;
    cycle.reason = cycle.flags.back().text;
    return false;
}

FittedUnloading fitted_unloading(const Measured& measured, const UnloadingFit& fit,
                                 const Curve& curve, const AnalysisRecipe& recipe) {
    const double F_max_uN = measured.F_max_uN;
    const bool is_of_load = recipe.window == WindowRule::of_load;
    return {true,
            measured.h_p_nm,
            measured.k_nm,
            measured.m,
            F_max_uN,
            is_of_load ? recipe.window_low * F_max_uN : curve.load_uN[fit.last],
            is_of_load ? recipe.window_high * F_max_uN : curve.load_uN[fit.first]};
}

/// Why hardness or modulus is empty or doubtful.
void flag_contact(const QuantityValues& values, const AnalysisRecipe& recipe,
                  std::vector<Flag>& flags) {
    if (!recipe.area_function) return flag_no_area_function(flags);
    const double A_p_nm2 = values["A_p_nm2"_q];
    flag_contact_depth(values["h_c_nm"_q], A_p_nm2, *recipe.area_function, flags);
    if (is_nan(A_p_nm2)) return;
    const double nu = recipe.indenter_poisson_ratio;
    const double E_r_GPa = values["E_r_GPa"_q];
    if (E_r_GPa >= recipe.indenter_E_GPa / (1 - nu * nu)) flag_no_modulus(E_r_GPa, recipe, flags);
    if (!recipe.poisson_ratio) flag_no_poisson_ratio(flags);
}

void uncertainties(const CorrectedTest& test, const StartWeights& weights, const Measured& measured,
                   CycleResult& cycle) {
    const TestCorrection& correction = test.result.correction;
    const DriftedMeasurements drifted =
        measure_drifted(test.curve, cycle.parts, correction, test.recipe, weights, measured);
    const UncertainInputs inputs = uncertain_inputs(test.curve, cycle.parts, correction,
                                                    test.recipe, weights, measured, drifted);
    cycle.uncertainty = propagate(inputs, measured, test.recipe);
    cycle.monte_carlo = monte_carlo(inputs, test.curve, measured, test.recipe);
    cycle.variants =
        sensitivity(test.curve, cycle.parts, correction, test.recipe, measured, drifted);
    flag_negative_creep(cycle.values["creep_nm"_q], cycle.uncertainty.random["creep_nm"_q],
                        cycle.flags);
    flag_nonlinear(cycle.monte_carlo, cycle.flags);
}

void doubts(const CorrectedTest& test, double F_max_uN, CycleResult& cycle) {
    const double h_max_nm = cycle.values["h_max_nm"_q];
    const TestCorrection& correction = test.result.correction;
    flag_curve({test.curve, test.result.segments, cycle.parts, F_max_uN, h_max_nm,
                correction.noise_depth_nm, correction.noise_load_uN, test.spikes},
               cycle.flags);
    forgive_exponent(cycle.uncertainty.random["m"_q], cycle.flags);
    if (cycle.fit.is_fitted)
        flag_final_depth(cycle.values, cycle.uncertainty.random["h_p_nm"_q], cycle.flags);
    flag_large_pop_in(cycle.pop_ins, h_max_nm, cycle.flags);
    flag_roughness(h_max_nm, test.recipe.roughness_nm, cycle.flags);
    flag_works(cycle.values, cycle.uncertainty.random, cycle.flags);
    flag_creep_ratio(cycle.values, cycle.flags);
    flag_hardness_and_modulus(cycle.values, cycle.flags);
    flag_ideal_tip(cycle.values, test.recipe, cycle.flags);
    flag_first_coefficient(test.recipe, cycle.flags);
}

Measured without_works(Measured measured) {
    measured.W_load_pJ = measured.W_hold_pJ = measured.W_total_pJ = nan;
    measured.W_elast_pJ = measured.W_plast_pJ = nan;
    return measured;
}

}  // namespace

void analyse_cycle(const CorrectedTest& test, CycleResult& cycle) {
    const Curve& curve = test.curve;
    Measured measured = measure_peak_and_works(curve, cycle.parts, test.recipe);
    const StartWeights weights = start_weights(curve, cycle.parts, measured.F_max_uN);
    measured.start = unloading_start(weights, curve.depth_nm);
    const UnloadingFit fit = fit_of_unloading(curve, cycle.parts, measured.F_max_uN, test.recipe);
    if (is_trusted(fit, test.points, cycle)) measured = with_unloading(measured, fit);

    if (auto flag = refused_works(test.spikes, cycle.parts)) {
        cycle.flags.push_back(*std::move(flag));
        measured = without_works(measured);
    }
    cycle.values = quantities_of(measured, test.recipe);
    durations(curve, cycle);
    cycle.values["unload_rate_uN_per_s"_q] = measured.start.unload_rate_uN_per_s;
    pop_in_values(curve, test.recipe, cycle);
    if (measured.is_fitted) {
        cycle.values["fit_rms_nm"_q] = fit.rms_nm;
        cycle.fit = fitted_unloading(measured, fit, curve, test.recipe);
        flag_fit(fit, test.recipe, cycle.flags);
        flag_residual(fit, curve, cycle.parts, cycle.flags);
        flag_no_creep_correction(measured.start, test.recipe, cycle.flags);
        flag_contact(cycle.values, test.recipe, cycle.flags);
    }
    flag_unloading_tail(curve, cycle.parts, measured.F_max_uN, cycle.flags);
    uncertainties(test, weights, measured, cycle);
    doubts(test, measured.F_max_uN, cycle);
    cycle.is_usable = cycle.reason.empty();
}

}  // namespace sneddon
