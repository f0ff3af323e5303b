#include "results/findings_json.hpp"
#include "results/write_results.hpp"

namespace sneddon {
namespace {

JsonText law_json(double a_nm_per_s, double b_nm, double c) {
    return {{key::a_nm_per_s, json_number(a_nm_per_s)},
            {key::b_nm, json_number(b_nm)},
            {key::c, json_number(c)}};
}

JsonText fit_json(const CreepCurve& curve) {
    const LinearPowerFit& fit = curve.fit;
    if (!fit.is_fitted()) return nullptr;
    using P = LinearPowerParameter;
    JsonText at_bound = JsonText::array();
    if (fit.is_a_at_bound) at_bound.push_back("a");
    if (fit.is_b_at_bound) at_bound.push_back("b");
    if (fit.is_c_at_bound) at_bound.push_back("c");
    JsonText json = law_json(fit.a, fit.b, fit.c);
    json.update({{key::se,
                  {{key::a, json_number(fit.standard_error(P::a))},
                   {key::b, json_number(fit.standard_error(P::b))},
                   {key::c, json_number(fit.standard_error(P::c))}}},
                 {key::at_bound, at_bound},
                 {key::rms_nm, json_number(fit.residual_sd)},
                 {key::r_squared, json_number(fit.r_squared)},
                 {"lag1", json_number(fit.lag1)},
                 {"inflation", json_number(fit.inflation)},
                 {"has_slow_noise", fit.has_slow_noise},
                 {"is_separable", fit.is_separable},
                 {key::c_ci95, interval_json({curve.c_ci95.lower, curve.c_ci95.upper})},
                 {"a_upper95_nm_per_s", json_number(curve.a_upper95_nm_per_s)},
                 {"p_a_is_0", json_number(curve.p_a_is_0)},
                 {key::u_drift_nm_per_s, json_number(curve.u_drift_nm_per_s)},
                 {"is_a_above_drift", fit.a > 3 * curve.u_drift_nm_per_s}});
    return json;
}

JsonText resampling_json(const CreepResampling& resampling) {
    if (resampling.replicates == 0) return nullptr;
    return {{"replicates", resampling.replicates},
            {key::a_ci95, interval_json(resampling.a_nm_per_s)},
            {key::b_ci95, interval_json(resampling.b_nm)},
            {key::c_ci95, interval_json(resampling.c)}};
}

JsonText weighted_json(const CreepCurve& curve) {
    if (curve.curve.weighted_nm.empty()) return nullptr;
    JsonText json = {{"n_effective", json_number(curve.n_effective)}};
    json.update(law_json(curve.weighted.a_nm_per_s, curve.weighted.b_nm, curve.weighted.c));
    return json;
}

JsonText rated_json(const RatedValue& value) {
    return {{key::value, json_number(value.value)},
            {key::ci95_tests, interval_json(value.ci95_tests)},
            {key::ci95_tests_and_drift, interval_json(value.ci95_tests_and_drift)}};
}

JsonText stz_json(const HoldRates& rates) {
    JsonText json = rated_json(rates.stz_volume_nm3);
    json.update({{key::reason, rates.stz_reason},
                 {"shear_modulus_GPa", json_number(rates.stz_assumed.shear_modulus_GPa)},
                 {key::temperature_C, json_number(rates.stz_assumed.temperature_C)},
                 {"C", json_number(rates.stz.C)},
                 {"tau_over_tau_C", json_number(rates.stz.stress_share)}});
    return json;
}

JsonText rates_json(const HoldRates& rates) {
    JsonText doubts = JsonText::array();
    for (const std::string& code : rates.doubts) doubts.push_back(code);
    return {{key::reason, rates.reason},
            {"S_uN_per_nm", json_number(rates.S_uN_per_nm)},
            {"h_c_nm", json_number(rates.h_c_nm)},
            {key::window_begin_s, json_number(rates.window_begin_s)},
            {key::window_end_s, json_number(rates.window_end_s)},
            {key::strain_rate_end_per_s, rated_json(rates.strain_rate_per_s)},
            {key::rate_sensitivity, rated_json(rates.sensitivity)},
            {key::stress_exponent, rated_json(rates.stress_exponent)},
            {"contact_growth", json_number(rates.contact_growth)},
            {"rate_over_u_drift", json_number(rates.rate_over_drift)},
            {key::doubts, doubts},
            {key::t_s, numbers_json(rates.t_s)},
            {key::strain_rate_per_s, numbers_json(rates.at_strain_rate_per_s)},
            {key::H_GPa, numbers_json(rates.H_GPa)},
            {key::stz_volume_nm3, stz_json(rates)}};
}

}  // namespace

JsonText creep_curve_json(const CreepCurve& curve) {
    JsonText laws = JsonText::array(), sensitivity = JsonText::array(),
             creep_at = JsonText::array();
    for (const GrowthLawFit& law : curve.laws)
        laws.push_back(
            {{"law", words(law.law)}, {"aicc_effective", json_number(law.aicc_effective)}});
    for (const StartSensitivity& variant : curve.sensitivity) {
        JsonText json = {{key::change, words(variant.change)}};
        json.update(law_json(variant.fit.a, variant.fit.b, variant.fit.c));
        sensitivity.push_back(std::move(json));
    }
    for (const CreepAt& at : curve.creep_at)
        creep_at.push_back({{key::t_s, json_number(at.t_s)},
                            {"mean_nm", json_number(at.creep_nm.mean)},
                            {"sd_nm", json_number(at.creep_nm.sd)},
                            {key::n, at.creep_nm.n}});
    return {{key::label, label_json(curve.label)},
            {key::load_function, curve.load_function},
            {key::n, curve.n},
            {key::file, curve.file},
            {key::column, hold_curve_column(curve)},
            {"step_s", json_number(curve.step_s)},
            {"duration_s", json_number(curve.duration_s())},
            {"end_nm", json_number(curve.curve.mean_nm.back())},
            {"end_sd_nm", json_number(curve.curve.sd_nm.back())},
            {key::fit, fit_json(curve)},
            {"laws", laws},
            {key::bootstrap, resampling_json(curve.resampling)},
            {key::sensitivity, sensitivity},
            {"weighted", weighted_json(curve)},
            {"per_test",
             {{key::n, curve.per_test.n},
              {"n_a_at_0", curve.per_test.n_a_at_0},
              {key::a_nm_per_s, quartiles_json(curve.per_test.a_nm_per_s)},
              {key::b_nm, quartiles_json(curve.per_test.b_nm)},
              {key::c, quartiles_json(curve.per_test.c)}}},
            {"rate_end_nm_per_s", json_number(curve.rate_end_nm_per_s)},
            {key::strain_rates, rates_json(curve.rates)},
            {"creep_at", creep_at},
            {key::rheology, rheology_json(curve.rheology)}};
}

}  // namespace sneddon
