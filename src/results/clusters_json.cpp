#include <cmath>

#include "results/findings_json.hpp"
#include "results/samples_json.hpp"

namespace sneddon {
namespace {

std::string id(QuantityIndex quantity) {
    return std::string(quantity.info().id);
}

JsonText criteria_json(const MixtureFits& fits) {
    JsonText list = JsonText::array();
    for (const MixtureFit& fit : fits.fits) {
        JsonText flags = JsonText::array();
        for (const MixtureFlag flag : fit.flags) flags.push_back(name(flag));
        list.push_back({{key::components, fit.components},
                        {key::loglik, json_number(fit.log_likelihood)},
                        {key::parameters, fit.parameters},
                        {key::bic, json_number(fit.criteria.bic)},
                        {key::aic, json_number(fit.criteria.aic)},
                        {"icl", json_number(fit.criteria.icl)},
                        {"iterations", fit.iterations},
                        {key::flags, flags},
                        {"words", fit.words}});
    }
    return list;
}

JsonText k_json(const std::optional<std::size_t>& k) {
    return k ? JsonText(*k) : JsonText(nullptr);
}

/// The k of the least value, as a reader of a published curve takes it.
JsonText least(const MixtureFits& fits, double MixtureCriteria::*criterion) {
    std::optional<std::size_t> best;
    double value = INFINITY;
    for (const MixtureFit& fit : fits.fits)
        if (fit.criteria.*criterion < value) {
            value = fit.criteria.*criterion;
            best = fit.components;
        }
    return k_json(best);
}

JsonText choice_json(const ClusterFinding& clusters) {
    const KChoice& choice = clusters.choice;
    JsonText silhouettes = JsonText::array(), bootstrap = JsonText::array(),
             tests = JsonText::array();
    std::size_t resamples = 0;
    for (std::size_t i = 0; i < choice.components.size(); ++i) {
        silhouettes.push_back({{key::components, choice.components[i]},
                               {key::value, json_number(choice.silhouette.values[i])}});
        if (choice.bootstrap_choices.empty()) continue;
        bootstrap.push_back(
            {{key::components, choice.components[i]}, {"times", choice.bootstrap_choices[i]}});
        resamples += choice.bootstrap_choices[i];
    }
    for (const LikelihoodRatioTest& test : choice.tests)
        tests.push_back({{key::components, test.components},
                         {key::statistic, json_number(test.statistic)},
                         {key::p, json_number(test.p_value)},
                         {key::simulated, test.simulated}});
    // What is to be said first, the findings, the other warnings.
    const auto others = choice.warnings.begin() + (choice.headline.empty() ? 0 : 1);
    std::vector<std::string> text(choice.warnings.begin(), others);
    text.insert(text.end(), choice.words.begin(), choice.words.end());
    text.insert(text.end(), others, choice.warnings.end());
    JsonText json = {{key::bic, k_json(choice.bic.chosen_components)},
                     {key::aic, k_json(choice.aic.chosen_components)},
                     {"icl", k_json(choice.icl.chosen_components)},
                     {"silhouette", k_json(choice.silhouette.chosen_components)},
                     {key::scikit_learn_bic, least(clusters.scikit_learn, &MixtureCriteria::bic)},
                     {key::scikit_learn_aic, least(clusters.scikit_learn, &MixtureCriteria::aic)},
                     {"silhouettes", silhouettes},
                     {"bootstrap", bootstrap},
                     {"bootstrap_n", resamples},
                     {"lrt", tests},
                     {key::text, text}};
    if (!choice.headline.empty()) json.update({{key::headline, choice.headline}});
    return json;
}

JsonText item_json(const Cluster& cluster, const std::vector<QuantityIndex>& features) {
    JsonText mean = JsonText::object(), covariance = JsonText::array();
    const auto d = static_cast<std::ptrdiff_t>(features.size());
    for (std::size_t a = 0; a < features.size(); ++a) {
        mean.update({{id(features[a]), json_number(cluster.mean[a])}});
        const auto row = cluster.covariance.begin() + static_cast<std::ptrdiff_t>(a) * d;
        covariance.push_back(numbers_json({row, row + d}));
    }
    JsonText ellipse = nullptr;
    if (features.size() == 2)
        ellipse = {{key::semi_major, json_number(cluster.semi_major)},
                   {key::semi_minor, json_number(cluster.semi_minor)},
                   {key::angle_deg, json_number(cluster.angle_deg)}};
    return {{key::label, cluster.label},
            {key::n, cluster.n},
            {key::share, json_number(cluster.share)},
            {key::weight, json_number(cluster.weight)},
            {key::mean, mean},
            {"covariance", covariance},
            {key::ellipse, ellipse},
            {key::mean_posterior, json_number(cluster.mean_posterior)},
            {key::jaccard, json_number(cluster.jaccard)},
            {"jaccard_n", cluster.jaccard_n}};
}

JsonText coordinates_json(const ClusterCoordinates& at,
                          const std::vector<QuantityIndex>& features) {
    JsonText json = {
        {key::load_function, at.load_function}, {key::label, at.label}, {key::n, at.n}};
    for (std::size_t i = 0; i < features.size(); ++i)
        json.update({{id(features[i]),
                      {{key::mean, json_number(at.features[i].mean)},
                       {key::sd, json_number(at.features[i].sd)}}}});
    return json;
}

JsonText explained_json(const std::vector<ExplainedByU>& list) {
    if (list.empty()) return nullptr;
    JsonText json = JsonText::array();
    for (const ExplainedByU& part : list)
        json.push_back({{key::label, part.label},
                        {key::quantity, id(part.quantity)},
                        {"within_sd", json_number(part.within_sd)},
                        {"u_random_rms", json_number(part.u_random_rms)},
                        {key::share, json_number(part.share)}});
    return json;
}

}  // namespace

JsonText clusters_json(const std::optional<ClusterFinding>& found, const SampleOfGroup& samples) {
    if (!found) return nullptr;
    const ClusterFinding& clusters = *found;
    JsonText features = JsonText::array(), left_out = JsonText::array(), items = JsonText::array();
    JsonText shares = JsonText::array(), coordinates = JsonText::array(),
             densities = JsonText::array();
    for (const QuantityIndex feature : clusters.features) features.push_back(id(feature));
    for (const LeftOut& group : clusters.left_out)
        left_out.push_back({{key::reason, group.reason}, {key::n, group.n}});
    for (const Cluster& cluster : clusters.items)
        items.push_back(item_json(cluster, clusters.features));
    for (const ClusterShare& share : clusters.shares)
        shares.push_back({{key::sample, samples.of(share.load_function)},
                          {key::load_function, share.load_function},
                          {key::label, share.label},
                          {key::n, share.n},
                          {key::n_load_function, share.n_load_function},
                          {key::share, json_number(share.share)},
                          {key::ci95, interval_json(share.ci95)}});
    for (const ClusterCoordinates& at : clusters.coordinates)
        coordinates.push_back(
            samples.with(coordinates_json(at, clusters.features), at.load_function));
    for (const ClusterDensity& density : clusters.densities)
        densities.push_back({{key::label, density.label},
                             {key::quantity, id(density.quantity)},
                             {"bandwidth", json_number(density.bandwidth)},
                             {key::x, numbers_json(density.x)},
                             {key::density, numbers_json(density.density)}});
    return {{key::features, features},
            {key::n, clusters.n},
            {"left_out", left_out},
            {key::criteria, criteria_json(clusters.fits)},
            {key::criteria_scikit_learn, criteria_json(clusters.scikit_learn)},
            {key::chosen, clusters.chosen},
            {key::choice, choice_json(clusters)},
            {key::items, items},
            {key::shares, shares},
            {key::coordinates, coordinates},
            {key::kde, densities},
            {"explained_by_u", explained_json(clusters.explained_by_u)}};
}

}  // namespace sneddon
