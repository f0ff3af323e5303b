#include "results/findings_json.hpp"

namespace sneddon {
namespace {

Json parameters_json(const Distribution& distribution) {
    Json json = Json::object();
    const auto names = parameter_names(distribution.family);
    for (std::size_t i = 0; i < names.size(); ++i)
        json[std::string(names[i])] = json_number(distribution.parameters[i]);
    return json;
}

Json model_json(const CcdfModel& model) {
    Json json = {{"model", name(model.family)}};
    if (!model.fit.is_fitted()) {
        json.update({{"loglik", nullptr}, {"reason", words(model.fit.state)}});
        return json;
    }
    json.update({{"parameters", parameters_json(model.fit.distribution)},
                 {"loglik", json_number(model.fit.log_likelihood)},
                 {"k", model.fit.k},
                 {"aic", json_number(model.fit.criteria.aic)},
                 {"bic", json_number(model.fit.criteria.bic)},
                 {"lsq_parameters",
                  model.lsq.is_fitted ? parameters_json(model.lsq.distribution) : Json(nullptr)},
                 {"r2_lsq", json_number(model.lsq.r_squared)},
                 {"r2_mle", json_number(model.r2_mle)},
                 {"loglik_at_lsq", json_number(model.loglik_at_lsq)},
                 {"ks", json_number(model.distance.ks)},
                 {"ad", json_number(model.distance.ad)},
                 {"cvm", json_number(model.distance.cvm)},
                 {"p_ks", json_number(model.p.ks)},
                 {"p_ad", json_number(model.p.ad)},
                 {"p_cvm", json_number(model.p.cvm)}});
    return json;
}

}  // namespace

Json ccdf_json(const CcdfFinding& ccdf) {
    Json models = Json::array();
    for (const CcdfModel& model : ccdf.models) models.push_back(model_json(model));
    return {{"label", label_json(ccdf.label)},
            {"load_function", ccdf.load_function},
            {"quantity", ccdf.quantity},
            {"unit", ccdf.unit},
            {"n", ccdf.values.n},
            {"mean", json_number(ccdf.values.mean)},
            {"sd", json_number(ccdf.values.sd)},
            {"models", models},
            {"vuong",
             {{"first", "normal"},
              {"second", "weibull2"},
              {"z", json_number(ccdf.vuong.z)},
              {"p", json_number(ccdf.vuong.p_two_sided)}}},
            {"preferred", ccdf.preferred},
            {"evidence", ccdf.evidence},
            {"text", ccdf.text}};
}

}  // namespace sneddon
