#include "results/findings_json.hpp"

namespace sneddon {
namespace {

JsonText parameters_json(const Distribution& distribution) {
    JsonText json = JsonText::object();
    const auto names = parameter_names(distribution.family);
    for (std::size_t i = 0; i < names.size(); ++i)
        json.update({{names[i], json_number(distribution.parameters[i])}});
    return json;
}

JsonText model_json(const CcdfModel& model) {
    JsonText json = {{key::model, name(model.family)}};
    if (!model.fit.is_fitted()) {
        json.update({{key::loglik, nullptr}, {key::reason, words(model.fit.state)}});
        return json;
    }
    json.update({{key::parameters, parameters_json(model.fit.distribution)},
                 {key::loglik, json_number(model.fit.log_likelihood)},
                 {"k", model.fit.k},
                 {key::aic, json_number(model.fit.criteria.aic)},
                 {key::bic, json_number(model.fit.criteria.bic)},
                 {"lsq_parameters", model.lsq.is_fitted ? parameters_json(model.lsq.distribution)
                                                        : JsonText(nullptr)},
                 {key::r2_lsq, json_number(model.lsq.r_squared)},
                 {key::r2_mle, json_number(model.r2_mle)},
                 {"loglik_at_lsq", json_number(model.loglik_at_lsq)},
                 {"ks", json_number(model.distance.ks)},
                 {"ad", json_number(model.distance.ad)},
                 {"cvm", json_number(model.distance.cvm)},
                 {key::p_ks, json_number(model.p.ks)},
                 {"p_ad", json_number(model.p.ad)},
                 {"p_cvm", json_number(model.p.cvm)}});
    return json;
}

}  // namespace

JsonText ccdf_json(const CcdfFinding& ccdf) {
    JsonText models = JsonText::array();
    for (const CcdfModel& model : ccdf.models) models.push_back(model_json(model));
    return {{key::label, label_json(ccdf.label)},
            {key::load_function, ccdf.load_function},
            {key::quantity, ccdf.quantity},
            {key::unit, ccdf.unit},
            {key::n, ccdf.values.n},
            {key::mean, json_number(ccdf.values.mean)},
            {key::sd, json_number(ccdf.values.sd)},
            {key::models, models},
            {"vuong",
             {{"first", "normal"},
              {"second", "weibull2"},
              {"z", json_number(ccdf.vuong.z)},
              {key::p, json_number(ccdf.vuong.p_two_sided)}}},
            {key::preferred, ccdf.preferred},
            {key::evidence, ccdf.evidence},
            {key::text, ccdf.text}};
}

}  // namespace sneddon
