#include "base/enum_words.hpp"
#include "results/findings_json.hpp"

namespace sneddon {
namespace {

JsonText ci95_json(const RetardationInterval& interval) {
    return interval_json({interval.low, interval.high});
}

JsonText model_json(const RheologyFinding& rheology, const RetardationFit& fit) {
    JsonText json = {{key::model, words(fit.model)},
                     {key::state, words(fit.state)},
                     {key::parameters, fit.parameters}};
    if (!fit.is_fitted()) return json;
    json.update({{key::aicc, json_number(fit.aicc)},
                 {key::rms_nm, json_number(fit.residual_sd * rheology.nm_per_compliance)},
                 {key::r_squared, json_number(fit.r_squared)},
                 {key::lag1, json_number(fit.lag1)},
                 {key::durbin_watson, json_number(fit.durbin_watson)},
                 {"slow_noise_excess", json_number(fit.slow_noise_excess)},
                 {key::has_slow_noise, fit.has_slow_noise},
                 {key::is_separable, fit.is_separable}});
    if (rheology.has_instantaneous)
        json.update({{key::L_0_per_GPa, json_number(fit.instantaneous)},
                     {key::L_0_ci95, ci95_json(fit.instantaneous_ci95())}});
    const RetardationTerms terms = terms_of(fit.model);
    if (terms.has_flow)
        json.update({{key::flow_per_GPa_s, json_number(fit.point.flow)},
                     {key::flow_ci95, ci95_json(fit.flow_ci95())}});
    JsonText elements = JsonText::array();
    for (std::size_t i = 0; i < terms.elements; ++i)
        elements.push_back({{key::L_per_GPa, json_number(fit.point.strength[i])},
                            {key::L_ci95, ci95_json(fit.strength_ci95(i))},
                            {key::tau_s, json_number(fit.point.tau[i])},
                            {key::tau_ci95, ci95_json(fit.tau_ci95(i))}});
    json.update({{key::elements, elements}});
    return json;
}

JsonText resampling_json(const RheologyFinding& rheology, const RetardationFit& chosen) {
    const RheologyResampling& found = rheology.resampling;
    if (found.replicates == 0) return nullptr;
    JsonText json = {{"replicates", found.replicates}};
    if (rheology.has_instantaneous)
        json.update({{key::L_0_ci95, interval_json(found.instantaneous)}});
    const RetardationTerms terms = terms_of(chosen.model);
    if (terms.has_flow) json.update({{key::flow_ci95, interval_json(found.flow)}});
    JsonText elements = JsonText::array();
    for (std::size_t i = 0; i < terms.elements; ++i)
        elements.push_back({{key::L_ci95, interval_json(found.strength[i])},
                            {key::tau_ci95, interval_json(found.tau[i])}});
    json.update({{key::elements, elements}});
    return json;
}

}  // namespace

JsonText rheology_json(const RheologyFinding& rheology) {
    const RetardationFit* best = rheology.choice.best();
    if (best == nullptr) return {{key::reason, rheology.reason}};
    JsonText models = JsonText::array();
    for (const RetardationFit& fit : rheology.choice.fits)
        models.push_back(model_json(rheology, fit));
    const RheologyProfile& profile = rheology.profile;
    return {{key::rheology_contact, word_of(rheology.contact)},
            {key::ramp_s, json_number(rheology.ramp_s)},
            {"F_uN", json_number(rheology.F_uN)},
            {key::contact_radius_nm, json_number(rheology.contact_radius_nm)},
            {"nm_per_compliance", json_number(rheology.nm_per_compliance)},
            {"effective_count", json_number(rheology.choice.effective_count)},
            {key::creep_law_aicc, json_number(rheology.creep_law_aicc)},
            {key::u_drift_flow_per_GPa_s, json_number(rheology.u_drift_flow)},
            {key::chosen, words(best->model)},
            {key::models, models},
            {key::bootstrap, resampling_json(rheology, *best)},
            {key::profile,
             {{key::t_s, numbers_json(profile.t_s)},
              {key::compliance_per_GPa, numbers_json(profile.compliance)},
              {key::fitted_per_GPa, numbers_json(profile.fitted)},
              {key::residual_nm, numbers_json(profile.residual_nm)}}},
            {key::spectrum,
             {{key::t_s, numbers_json(rheology.spectrum.t_s)},
              {key::t_dL_dt_per_GPa, numbers_json(rheology.spectrum.value)}}}};
}

}  // namespace sneddon
