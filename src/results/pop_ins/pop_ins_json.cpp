#include "results/pop_ins/pop_ins_json.hpp"

#include <array>

#include "results/findings_json.hpp"
#include "results/written/pop_in_keys.hpp"

namespace sneddon {
namespace {

JsonText counts_of(const PopInFinding& finding) {
    const PopInCounts& counts = finding.counts;
    const auto quantiles = [](const std::vector<std::pair<double, double>>& list) {
        JsonText pairs = JsonText::array();
        for (const auto& [probability, value] : list)
            pairs.push_back(JsonText::array({json_number(probability), json_number(value)}));
        return pairs;
    };
    const FirstLoadFit& weibull = finding.fits.front();
    const auto [k, lambda_uN] =
        weibull.is_fitted() ? weibull.parameters.law.parameters() : std::array{nan, nan};
    return {{key::group, finding.group},
            {key::tests_searched, counts.searched},
            {key::tests_with_pop_in, counts.with},
            {key::pop_ins, counts.total},
            {"first_load_quantiles_uN", quantiles(counts.first_load_uN)},
            {"first_jump_quantiles_nm", quantiles(counts.first_jump_nm)},
            {key::weibull_k, json_number(k)},
            {key::weibull_lambda_uN, json_number(lambda_uN)}};
}

JsonText mean_json(const MeanOfTests& of) {
    return {{key::mean, json_number(of.mean)}, {key::ci95, interval_json(of.ci95)}};
}

std::array<std::string_view, 2> names_of(FirstLoadFamily family) {
    switch (family) {
        case FirstLoadFamily::weibull:
            return {"k", "lambda_uN"};
        case FirstLoadFamily::normal:
            return {"mu_uN", "sigma_uN"};
        case FirstLoadFamily::gumbel:
            return {"mu_uN", "beta_uN"};
    }
    return {};
}

/// What is not fitted has its reason and no numbers.
JsonText model_json(FirstLoadFamily family, const FirstLoadFit& fit, const FirstLoadCurve& curve) {
    if (!fit.is_fitted()) return {{key::model, name(family)}, {key::reason, words(fit.state)}};
    const auto names = names_of(family);
    const auto values = fit.parameters.law.parameters();
    return {
        {key::model, name(family)},
        {key::parameters, {{names[0], json_number(values[0])}, {names[1], json_number(values[1])}}},
        {key::intervals,
         {{names[0], interval_json(fit.intervals[0])},
          {names[1], interval_json(fit.intervals[1])}}},
        {key::popping_share, json_number(fit.parameters.share)},
        {key::popping_ci95, interval_json(fit.share)},
        {key::share_unseen, json_number(fit.share_unseen)},
        {key::loglik, json_number(fit.log_likelihood)},
        {key::aic, json_number(fit.criteria.aic)},
        {key::bic, json_number(fit.criteria.bic)},
        {"jump_level", json_number(fit.parameters.jump.level)},
        {"jump_power", json_number(fit.parameters.jump.power)},
        {"jump_spread", json_number(fit.parameters.jump.spread)},
        {key::popped, numbers_json(curve.popped)},
        {key::shown, numbers_json(curve.shown)}};
}

JsonText survival_json(const std::vector<SurvivalStep>& steps) {
    std::vector<double> loads, at_risk, survival, low, high;
    for (const SurvivalStep& step : steps) {
        loads.push_back(step.value);
        at_risk.push_back(static_cast<double>(step.at_risk));
        survival.push_back(step.survival);
        low.push_back(step.low);
        high.push_back(step.high);
    }
    return {{key::step_load_uN, numbers_json(loads)},
            {key::at_risk, numbers_json(at_risk)},
            {key::step_survival, numbers_json(survival)},
            {key::step_low, numbers_json(low)},
            {key::step_high, numbers_json(high)}};
}

JsonText size_model_json(SizeFamily family, const SizeFit& fit, const SizeGoodness& goodness) {
    if (!fit.is_fitted()) return {{key::model, name(family)}, {key::reason, words(fit.state)}};
    JsonText json = {{key::model, name(family)}};
    if (family != SizeFamily::exponential)
        json.update({{key::alpha, json_number(fit.alpha)},
                     {key::alpha_ci95, interval_json(fit.alpha_ci95)}});
    if (family != SizeFamily::power_law)
        json.update(
            {{key::cut, json_number(fit.cut)}, {key::cut_ci95, interval_json(fit.cut_ci95)}});
    json.update({{key::loglik, json_number(fit.log_likelihood)},
                 {key::aic, json_number(fit.criteria.aic)},
                 {key::bic, json_number(fit.criteria.bic)},
                 {key::size_ks, json_number(goodness.ks)},
                 {key::size_p_ks, json_number(goodness.p)},
                 {"replicates", goodness.replicates}});
    return json;
}

JsonText sizes_json(const SizeFinding& sizes) {
    JsonText models = JsonText::array();
    for (std::size_t i = 0; i < sizes.fits.size(); ++i)
        models.push_back(size_model_json(all_size_families[i], sizes.fits[i], sizes.goodness[i]));
    return {{key::quantity, sizes.quantity},
            {key::unit, sizes.unit},
            {key::n, sizes.n},
            {key::size_from, json_number(sizes.from)},
            {key::preferred, sizes.preferred ? JsonText(name(*sizes.preferred)) : nullptr},
            {key::models, models}};
}

JsonText fits_json(const PopInFinding& finding) {
    JsonText models = JsonText::array();
    for (std::size_t i = 0; i < finding.fits.size(); ++i)
        models.push_back(
            model_json(all_first_load_families[i], finding.fits[i], finding.curves[i]));
    return {
        {key::events_per_test, mean_json(finding.events_per_test)},
        {key::first_load_uN, mean_json(finding.first_load_uN)},
        {key::detection_limit_nm, json_number(finding.limit_nm)},
        {key::detection_noise_nm, json_number(finding.noise_nm)},
        {key::later_per_uN, json_number(finding.later_per_uN)},
        {key::kaplan_meier, survival_json(finding.survival)},
        {key::preferred_first, finding.preferred ? JsonText(name(*finding.preferred)) : nullptr},
        {key::curve_load_uN, numbers_json(finding.curve_uN)},
        {key::first_load_models, models},
        {key::jump_sizes, sizes_json(finding.jumps)},
        {key::energy_sizes, sizes_json(finding.energies)},
        {key::size_curve,
         {{key::jumps_nm, numbers_json(finding.jumps_nm)},
          {key::size_nm, numbers_json(finding.size_curve_nm)},
          {key::size_survival, numbers_json(finding.size_curve)}}},
        {key::detection,
         {{key::size_nm, numbers_json(finding.detect_nm)},
          {key::p_detect, numbers_json(finding.detect)}}}};
}

}  // namespace

JsonText pop_ins_json(const PopInFinding& finding) {
    JsonText json = counts_of(finding);
    json.update(fits_json(finding));
    return json;
}

}  // namespace sneddon
