#include <cmath>

#include "results/findings_json.hpp"

namespace sneddon {
namespace {

std::string id(QuantityIndex quantity) {
    return std::string(quantity.info().id);
}

Json criteria_json(const MixtureFits& fits) {
    Json list = Json::array();
    for (const MixtureFit& fit : fits.fits) {
        Json flags = Json::array();
        for (const MixtureFlag flag : fit.flags) flags.push_back(name(flag));
        list.push_back({{"components", fit.components},
                        {"loglik", json_number(fit.log_likelihood)},
                        {"parameters", fit.parameters},
                        {"bic", json_number(fit.criteria.bic)},
                        {"aic", json_number(fit.criteria.aic)},
                        {"icl", json_number(fit.criteria.icl)},
                        {"iterations", fit.iterations},
                        {"flags", flags},
                        {"words", fit.words}});
    }
    return list;
}

Json k_json(const std::optional<std::size_t>& k) {
    return k ? Json(*k) : Json(nullptr);
}

/// The k of the least value, as a reader of a published curve takes it.
Json least(const MixtureFits& fits, double MixtureCriteria::*criterion) {
    std::optional<std::size_t> best;
    double value = INFINITY;
    for (const MixtureFit& fit : fits.fits)
        if (fit.criteria.*criterion < value) {
            value = fit.criteria.*criterion;
            best = fit.components;
        }
    return k_json(best);
}

Json choice_json(const ClusterFinding& clusters) {
    const KChoice& choice = clusters.choice;
    Json silhouettes = Json::array(), bootstrap = Json::array(), tests = Json::array();
    std::size_t resamples = 0;
    for (std::size_t i = 0; i < choice.components.size(); ++i) {
        silhouettes.push_back({{"components", choice.components[i]},
                               {"value", json_number(choice.silhouette.values[i])}});
        if (choice.bootstrap_choices.empty()) continue;
        bootstrap.push_back(
            {{"components", choice.components[i]}, {"times", choice.bootstrap_choices[i]}});
        resamples += choice.bootstrap_choices[i];
    }
    for (const LikelihoodRatioTest& test : choice.tests)
        tests.push_back({{"components", test.components},
                         {"statistic", json_number(test.statistic)},
                         {"p", json_number(test.p_value)},
                         {"simulated", test.simulated}});
    std::vector<std::string> text = choice.words;
    text.insert(text.end(), choice.warnings.begin(), choice.warnings.end());
    return {{"bic", k_json(choice.bic.chosen_components)},
            {"aic", k_json(choice.aic.chosen_components)},
            {"icl", k_json(choice.icl.chosen_components)},
            {"silhouette", k_json(choice.silhouette.chosen_components)},
            {"scikit_learn_bic", least(clusters.scikit_learn, &MixtureCriteria::bic)},
            {"scikit_learn_aic", least(clusters.scikit_learn, &MixtureCriteria::aic)},
            {"silhouettes", silhouettes},
            {"bootstrap", bootstrap},
            {"bootstrap_n", resamples},
            {"lrt", tests},
            {"text", text}};
}

Json item_json(const Cluster& cluster, const std::vector<QuantityIndex>& features) {
    Json mean = Json::object(), covariance = Json::array();
    const auto d = static_cast<std::ptrdiff_t>(features.size());
    for (std::size_t a = 0; a < features.size(); ++a) {
        mean[id(features[a])] = json_number(cluster.mean[a]);
        const auto row = cluster.covariance.begin() + static_cast<std::ptrdiff_t>(a) * d;
        covariance.push_back(numbers_json({row, row + d}));
    }
    Json ellipse = nullptr;
    if (features.size() == 2)
        ellipse = {{"semi_major", json_number(cluster.semi_major)},
                   {"semi_minor", json_number(cluster.semi_minor)},
                   {"angle_deg", json_number(cluster.angle_deg)}};
    return {{"label", cluster.label},
            {"n", cluster.n},
            {"share", json_number(cluster.share)},
            {"weight", json_number(cluster.weight)},
            {"mean", mean},
            {"covariance", covariance},
            {"ellipse", ellipse},
            {"mean_posterior", json_number(cluster.mean_posterior)},
            {"jaccard", json_number(cluster.jaccard)},
            {"jaccard_n", cluster.jaccard_n}};
}

Json coordinates_json(const ClusterCoordinates& at, const std::vector<QuantityIndex>& features) {
    Json json = {{"load_function", at.load_function}, {"label", at.label}, {"n", at.n}};
    for (std::size_t i = 0; i < features.size(); ++i)
        json[id(features[i])] = {{"mean", json_number(at.features[i].mean)},
                                 {"sd", json_number(at.features[i].sd)}};
    return json;
}

Json explained_json(const std::vector<ExplainedByU>& list) {
    if (list.empty()) return nullptr;
    Json json = Json::array();
    for (const ExplainedByU& each : list)
        json.push_back({{"label", each.label},
                        {"quantity", id(each.quantity)},
                        {"within_sd", json_number(each.within_sd)},
                        {"u_random_rms", json_number(each.u_random_rms)},
                        {"share", json_number(each.share)}});
    return json;
}

}  // namespace

Json clusters_json(const std::optional<ClusterFinding>& found) {
    if (!found) return nullptr;
    const ClusterFinding& clusters = *found;
    Json features = Json::array(), left_out = Json::array(), items = Json::array();
    Json shares = Json::array(), coordinates = Json::array(), densities = Json::array();
    for (const QuantityIndex feature : clusters.features) features.push_back(id(feature));
    for (const LeftOut& each : clusters.left_out)
        left_out.push_back({{"reason", each.reason}, {"n", each.n}});
    for (const Cluster& cluster : clusters.items)
        items.push_back(item_json(cluster, clusters.features));
    for (const ClusterShare& share : clusters.shares)
        shares.push_back({{"load_function", share.load_function},
                          {"label", share.label},
                          {"n", share.n},
                          {"n_load_function", share.n_load_function},
                          {"share", json_number(share.share)},
                          {"ci95", interval_json(share.ci95)}});
    for (const ClusterCoordinates& at : clusters.coordinates)
        coordinates.push_back(coordinates_json(at, clusters.features));
    for (const ClusterDensity& density : clusters.densities)
        densities.push_back({{"label", density.label},
                             {"quantity", id(density.quantity)},
                             {"bandwidth", json_number(density.bandwidth)},
                             {"x", numbers_json(density.x)},
                             {"density", numbers_json(density.density)}});
    return {{"features", features},
            {"n", clusters.n},
            {"left_out", left_out},
            {"criteria", criteria_json(clusters.fits)},
            {"criteria_scikit_learn", criteria_json(clusters.scikit_learn)},
            {"chosen", clusters.chosen},
            {"choice", choice_json(clusters)},
            {"items", items},
            {"shares", shares},
            {"coordinates", coordinates},
            {"kde", densities},
            {"explained_by_u", explained_json(clusters.explained_by_u)}};
}

}  // namespace sneddon
