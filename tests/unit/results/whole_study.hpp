// A study by hand in which every section has one item: what can be written is written.
#pragma once

#include <memory>

#include "study/findings.hpp"
#include "unit/results/example_study.hpp"

namespace sneddon::testing {

inline LinearPowerFit fitted_creep_law() {
    LinearPowerFit fit;
    fit.state = LinearPowerState::fitted;
    fit.a = 0.01;
    fit.b = 1;
    fit.c = 0.4;
    fit.standard_errors.fill(0.1);
    fit.residual_sd = 0.05;
    fit.r_squared = 0.99;
    fit.is_a_at_bound = true;
    return fit;
}

inline ClusterFinding whole_clusters() {
    ClusterFinding clusters;
    clusters.features = {"H_IT_GPa"_q, "creep_nm"_q};
    clusters.n = 30;
    clusters.fits.fits.emplace_back();
    clusters.fits.fits[0].components = 2;
    clusters.fits.fits[0].criteria = {1, 2, 3};
    clusters.scikit_learn = clusters.fits;
    clusters.chosen = 2;
    clusters.choice.bic.chosen_components = clusters.choice.aic.chosen_components = 2;
    clusters.choice.headline = "one population is as good: a t law";
    clusters.choice.warnings = {clusters.choice.headline, "BIC still falls"};
    clusters.choice.words = {"BIC is least at k = 2"};
    Cluster cluster;
    cluster.n = 30;
    cluster.mean = {4.3, 5};
    cluster.covariance = {1, 0, 0, 1};
    cluster.semi_major = cluster.semi_minor = cluster.angle_deg = cluster.jaccard = 1;
    clusters.items = {cluster};
    clusters.shares = {{"hold 10 s", 0, 20, 30, 0.67, {0.6, 0.7}}};
    clusters.coordinates = {{"hold 10 s", 0, 20, {{4.3, 0.3, 20}, {5, 1, 20}}}};
    clusters.densities = {{0, "H_IT_GPa"_q, 0.1, {4, 5}, {0.1, 0.2}}};
    return clusters;
}

inline SampleClusters whole_sample_clusters() {
    SampleClusters found;
    found.alone = {{0, whole_clusters(), "", 0.9}, {1, std::nullopt, "2 tests", nan}};
    found.shares = {{0, "hold 10 s", 0, 20, 30, 0.67, {0.6, 0.7}}};
    found.tests = {{"hold 10 s", 60, 4, 1, 0.05, 0.05, true}};
    found.differences = {{0, 1, "hold 10 s", 0, 0.1, {-0.1, 0.3}}};
    found.text = "clustered together";
    return found;
}

inline ActivationFinding whole_activation() {
    ActivationFinding found;
    found.temperature_C = 25;
    found.radius_nm = 300;
    found.E_r_hertz_GPa = found.E_r_GPa = 48;
    found.tests = 60;
    found.pop_ins = 50;
    found.volume_nm3 = 0.03;
    found.volume_ci95 = {0.028, 0.032};
    found.share = 0.9;
    found.share_ci95 = {0.85, 0.95};
    found.line_volume_nm3 = 0.033;
    found.sites_volume_nm3 = 0.025;
    found.sites_log_likelihood = -0.2;
    found.rate_power = 0.9;
    found.rate_power_ci95 = {0.7, 1.1};
    found.rate_power_p = 0.4;
    found.spread_volume_nm3 = 0.029;
    found.shift_volume_nm3 = 0.032;
    found.zone_volume_nm3 = 0.3;
    found.zone_diameter_nm = 0.83;
    found.stz = {0.4, 0.01, 0.8};
    found.stz_assumed = {33, 25};
    found.jumps = {true, 1.4, 100, 2.2, 0.1};
    found.rates = {
        {"ramp 3 s", 100, 60, 50, 51.5, 2.4, {2.2, 2.5}, {-1, 0.5}, {2.2, 2.5}, {-1, 0.5}}};
    found.remarks = {"a remark"};
    return found;
}

/// Burgers under a cone, and a Kelvin model that is not separable.
inline RheologyFinding whole_rheology() {
    RheologyFinding rheology;
    rheology.contact = RheologyContact::cone;
    rheology.ramp_s = 5;
    rheology.F_uN = 300;
    rheology.contact_radius_nm = 80;
    rheology.has_instantaneous = true;
    rheology.nm_per_compliance = 2000;
    rheology.choice.effective_count = 90;
    rheology.creep_law_aicc = -80;
    rheology.u_drift_flow = 5e-6;
    for (const auto model : {RetardationModel::burgers, RetardationModel::kelvin_1}) {
        RetardationFit& fit = rheology.choice.fits[static_cast<std::size_t>(model)];
        fit.model = model;
        fit.state = RetardationState::fitted;
        fit.parameters = terms_of(model).parameters();
        fit.instantaneous = 0.011;
        fit.point.flow = terms_of(model).has_flow ? 2e-5 : 0;
        fit.point.strength = {0.0015};
        fit.point.tau = {6};
        fit.u_instantaneous = 1e-4;
        fit.u_flow = 1e-6;
        fit.u_strength = {1e-4};
        fit.u_log_tau = {0.1};
        fit.freedom = 80;
        fit.residual_sd = 1e-5;
        fit.lag1 = 0.1;
        fit.durbin_watson = 1.8;
        fit.aicc = model == RetardationModel::burgers ? -100 : -90;
        fit.is_separable = model == RetardationModel::burgers;
    }
    rheology.choice.chosen = static_cast<std::size_t>(RetardationModel::burgers);
    rheology.resampling.replicates = 200;
    rheology.profile = {{1, 2}, {0.012, 0.013}, {0.0121, 0.0129}, {-0.2, 0.2}};
    rheology.spectrum = {{1, 10}, {1e-4, 1e-3}};
    return rheology;
}

inline ProfileOfGroup whole_profile() {
    const OverTests over{1, 0.1};
    ProfileOfGroup profile;
    profile.group = "hold 10 s";
    profile.tests = 3;
    profile.cells = {{100, 3, over, over, over, over, over}};
    profile.sources = {"column 'STIFFNESS (N/m)'"};
    profile.from_nm = {40, 60};
    profile.to_nm = {90, 95};
    profile.rise_nm = {0.4, 0.2};
    profile.flagged = {{"SND-A061", 2}};
    profile.size_effect = {3, 10, 100, 2, 50, {1, 3}, {40, 60}, "h* is not above 0"};
    return profile;
}

inline CreepCurve whole_creep_curve() {
    CreepCurve curve;
    curve.label = 0;
    curve.load_function = "hold 10 s";
    curve.n = 20;
    curve.file = "hold_curves_1.csv";
    curve.step_s = 1;
    curve.curve.mean_nm = curve.curve.sd_nm = curve.curve.se_nm = {0, 1};
    curve.fit = fitted_creep_law();
    curve.resampling = {200, {0, 1}, {0, 1}, {0, 1}};
    curve.sensitivity = {{StartChange{}, fitted_creep_law()}};
    curve.rheology = whole_rheology();
    const RatedValue rated{0.1, {0.09, 0.11}, {0.08, 0.12}};
    curve.rates.strain_rate_per_s = curve.rates.sensitivity = rated;
    curve.rates.stress_exponent = curve.rates.stz_volume_nm3 = rated;
    curve.rates.window_begin_s = 1;
    curve.rates.window_end_s = 8;
    curve.rates.doubts = {"SND-G080"};
    curve.rates.t_s = curve.rates.at_strain_rate_per_s = curve.rates.H_GPa = {1, 2};
    return curve;
}

inline CcdfFinding whole_distribution() {
    CcdfModel model;
    model.fit.state = DistributionFitState::fitted;
    model.fit.distribution.family = model.family;
    model.fit.distribution.parameters = {5, 1};
    model.fit.log_likelihood = -40;
    model.fit.criteria.aic = model.fit.criteria.bic = 84;
    model.lsq.r_squared = model.r2_mle = 0.99;
    model.p.ks = 0.4;
    CcdfFinding distribution;
    distribution.label = 0;
    distribution.load_function = "hold 10 s";
    distribution.quantity = "W_plast_pJ";
    distribution.unit = "pJ";
    distribution.values = {5, 1, 20};
    distribution.models = {model};
    distribution.preferred = "normal";
    distribution.evidence = "strong";
    return distribution;
}

inline MapFinding whole_map() {
    MapQuantity quantity;
    quantity.autocorrelation.moran.value = 0.1;
    quantity.autocorrelation.moran.sd = 0.05;
    quantity.variogram.emplace_back();
    quantity.variogram[0].distance = 2;
    quantity.variogram[0].cressie_hawkins = 0.1;
    quantity.length = {
        LengthVerdict::resolved, CorrelationModel::exponential, 4, 2.5, 8, 0.3, 12, 0.5, 300};
    MapFinding map;
    map.load_function = "hold 10 s";
    map.places = MapPlaces::lattice;
    map.quantities = {quantity};
    map.labels.emplace();
    map.labels->same_label.value = 10;
    map.labels->same_label.expected = 8;
    map.labels->same_label.p_greater = 0.03;
    return map;
}

inline SpreadComparison whole_spread() {
    return {0.3, 0.2, 0.1, 0.1, {1.5, 1.1, 2}, {4, 1, 50, 0.05}, 0.1};
}

/// Samples, trends, shares and the sentences about them.
inline void add_compared(StudyFindings& findings, const MeanComparison& welch) {
    SampleDifference difference;
    difference.quantity = "H_IT_GPa"_q;
    difference.load_function = "hold 10 s";
    difference.a = "annealed";
    difference.b = "as cast";
    difference.mean_a = 4.8;
    difference.mean_b = 4.3;
    difference.welch = welch;
    difference.tip = TipShare::shared;
    difference.u_tip = difference.u_mimicked = difference.u_other = difference.u = 0.01;
    difference.ci95 = {0.3, 0.7};
    difference.p = difference.p_holm = 0.001;
    difference.ratio = 1.1;
    difference.u_ratio = 0.02;
    difference.ratio_ci95 = {1.05, 1.15};
    difference.spread = whole_spread();
    difference.equivalence = {{0.2, 0.3}, 0.4};
    findings.sample_differences = {difference};
    FactTrend trend;
    trend.quantity = "H_IT_GPa"_q;
    trend.load_function = "hold 10 s";
    trend.fact = "temperature_C";
    trend.values = {25, 300, 750};
    trend.means = {4.5, 4, 3};
    trend.tests = 30;
    trend.slope = trend.se = trend.u_tip = trend.df = trend.p = trend.p_holm = 0.1;
    trend.ci95 = {-1, 1};
    findings.fact_trends = {trend};
    findings.limit_shares = {{"eta_IT < 0.5", "hold 10 s", 3, 10, {0.3, 0.1, 0.6}}};
    findings.share_trends = {{"cluster 0",
                              "hold_s",
                              "annealed",
                              {{0, 1, 10}, {10, 2, 10}, {60, 3, 10}},
                              {0.01, 2, 0.04},
                              0.05}};
    findings.statements = {{"samples", "a sentence"}};
}

inline PopInFinding whole_pop_ins() {
    PopInFinding finding;
    finding.group = "hold 10 s";
    finding.events_per_test = finding.first_load_uN = {1, {0.5, 1.5}};
    finding.limit_nm = 0.5;
    finding.noise_nm = 0.1;
    finding.survival = {{100, 20, 0.95, 0.8, 0.99}};
    FirstLoadFit& fit = finding.fits.front();
    fit.state = FirstLoadState::fitted;
    fit.parameters = {{FirstLoadFamily::weibull, 4.6, 0.5}, 0.6, {0, 2, 0.3}};
    fit.intervals = {Interval{1.5, 3}, Interval{80, 120}};
    fit.share = {0.4, 0.8};
    fit.log_likelihood = -10;
    fit.criteria = {22, 23, 24};
    fit.share_unseen = 0.1;
    finding.preferred = FirstLoadFamily::weibull;
    finding.curve_uN = {0, 300};
    finding.curves.front() = {{0, 0.6}, {0, 0.5}};
    finding.jumps_nm = {1, 2};
    finding.jumps =
        finding.energies = {"pop_in_jump_nm", "nm", 20, 0.7, {}, {}, SizeFamily::cut_off};
    SizeFit& sizes = finding.jumps.fits[1];
    sizes.family = SizeFamily::cut_off;
    sizes.state = SizeState::fitted;
    sizes.alpha = sizes.cut = 2;
    sizes.alpha_ci95 = sizes.cut_ci95 = {1, 3};
    sizes.log_likelihood = -10;
    sizes.criteria = {22, 23, 24};
    finding.jumps.goodness[1] = {0.1, 0.4, 1000};
    finding.size_curve_nm = {0.7, 2};
    finding.size_curve = {1, 0.1};
    finding.detect_nm = {0.5};
    finding.detect = {0.5};
    return finding;
}

inline StudyFindings whole_findings() {
    StudyFindings findings;
    MeanComparison welch{};
    welch.difference = welch.t = welch.df = welch.p = welch.hedges_g = 1;
    GroupComparison pair;
    pair.quantity = "H_IT_GPa"_q;
    pair.a = "hold 0 s";
    pair.b = "hold 10 s";
    pair.welch = welch;
    pair.p_holm = 0.1;
    pair.u_common = 0.2;
    pair.spread = whole_spread();
    pair.equivalence = {{0.2, 0.3}, 0.4};
    findings.comparisons = {pair};
    add_compared(findings, welch);
    findings.clusters = whole_clusters();
    findings.sample_clusters = whole_sample_clusters();
    findings.creep_curves = {whole_creep_curve()};
    ContactFinding contact;
    contact.label = 0;
    contact.load_function = "hold 10 s";
    contact.n = 20;
    contact.radius_nm = {100, 2, 20};
    contact.r_nm = contact.sigma_z_over_p_m = {1, 2};
    findings.contact = {contact};
    EnergyFinding energy;
    energy.label = 0;
    energy.load_function = "hold 10 s";
    energy.hold_s = 10;
    energy.statistics[("W_plast_pJ"_q).at] = {5, 1, 20};
    findings.energies = {energy};
    findings.profiles = {whole_profile()};
    findings.ccdf = {whole_distribution()};
    findings.maps = {whole_map()};
    findings.left_out = {{"hold 0 s", "H_IT_GPa"_q, 3, 4, 4.5, 5}};
    OrderFinding order;
    order.load_function = "hold 10 s";
    order.trend.tau_b = order.p_holm = 0.1;
    findings.order = {order};
    findings.activation = {whole_activation()};
    findings.mechanism = Mechanism{"reading", {"for it"}, {"against it"}};
    findings.checks = {
        {"pooling", "", Verdict::likely, {{"share", Evidence(0.5)}}, "seen", "reason", ""}};
    findings.group_checks = {
        {"eta", "hold 10 s", {}, {{"eta", Evidence(0.6)}}, "they agree", "", "SND-G001"}};
    findings.pop_ins = {whole_pop_ins()};
    findings.not_computed = {{"space", "no grid"}};
    return findings;
}

inline StudyResult whole_study() {
    StudyResult study = example_study();
    study.facts.area_function = AreaFunction{};
    study.facts.area_function->source = "tip.ara";
    study.facts.attachments = {{"image", "a.png", "a picture", 0.5}};
    study.inputs.front().columns = {{"H_IT_GPa", "Hardness (GPa)", "its head"}};
    study.tests.front().status = Status::used;
    study.tests.front().corrections = {{"zero", 1, 0.5, "nm", "hertz", "", true, false}};
    study.samples = {{"as cast", study.facts}, {"annealed", {}}};
    study.recipe.push_back({"uncertainty.zero_nm", "0.5", "", "default"});
    for (Group& group : study.groups)
        for (auto& [at, statistic] : group.statistics) {
            statistic.sd = 0.1;
            statistic.u_random = 0.02;
            statistic.u_common = 0.03;
            statistic.quartiles = {4, 4.3, 4.6};
        }
    study.findings = HeldFindings(whole_findings());
    study.sensitivity = {{"hold 10 s", "m = 1.5", "H_IT_GPa"_q, 4.3, 4.4, 0.1, 20}};
    return study;
}

}  // namespace sneddon::testing
