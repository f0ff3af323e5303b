// The keys of results.json, curves.json and drawn_curves.json that are read back: each word stands
// here once, for the one that writes it and the one that asks for it. A key that nobody asks for
// stands where it is written. docs/results.md says what each means.
#pragma once

#include "results/written/place.hpp"

namespace sneddon::key {

// The top of the file, and the head of a list.
inline constexpr Key generator{"generator"}, version{"version"}, simulated{"simulated"},
    study{"study"}, recipe{"recipe"}, recipe_origins{"recipe_origins"}, inputs{"inputs"},
    counts{"counts"}, tests{"tests"}, groups{"groups"}, comparisons{"comparisons"},
    clusters{"clusters"}, creep_curves{"creep_curves"}, contact{"contact"}, energies{"energies"},
    ccdf{"ccdf"}, space{"space"}, maps{"maps"}, order{"order"}, series{"series"},
    mechanism{"mechanism"}, checks{"checks"}, not_computed{"not_computed"},
    uncertainty_inputs{"uncertainty_inputs"}, cross_checks{"cross_checks"},
    sensitivity{"sensitivity"}, pop_ins{"pop_ins"}, warnings{"warnings"}, samples{"samples"},
    sample_clusters{"sample_clusters"}, corrections{"corrections"}, by_instrument{"by_instrument"};

// What many sections have.
inline constexpr Key label{"label"}, load_function{"load_function"}, n{"n"}, id{"id"}, name{"name"},
    group{"group"}, quantity{"quantity"}, unit{"unit"}, text{"text"}, headline{"headline"},
    code{"code"}, reason{"reason"}, file{"file"}, value{"value"}, share{"share"},
    evidence{"evidence"}, what{"what"};

// Statistics and tests of significance.
inline constexpr Key mean{"mean"}, sd{"sd"}, median{"median"}, q25{"q25"}, q75{"q75"}, ci95{"ci95"},
    expected{"expected"}, p{"p"}, p_holm{"p_holm"}, t{"t"}, df{"df"}, difference{"difference"},
    hedges_g{"hedges_g"}, a{"a"}, b{"b"}, c{"c"};

// Samples, spread and sameness.
inline constexpr Key sample_differences{"sample_differences"}, statements{"statements"},
    about{"about"}, mean_a{"mean_a"}, mean_b{"mean_b"}, ratio{"ratio"}, ratio_ci95{"ratio_ci95"},
    tip{"tip"}, u_tip{"u_tip"}, fact_trends{"fact_trends"}, fact{"fact"}, slope{"slope"},
    spread{"spread"}, sd_a{"sd_a"}, sd_b{"sd_b"}, equivalence{"equivalence"},
    limit_shares{"limit_shares"}, limit{"limit"}, share_trends{"share_trends"}, factor{"factor"},
    within{"within"};

// Facts, inputs, counts.
inline constexpr Key sample{"sample"}, area_function{"area_function"}, source{"source"},
    attachments{"attachments"}, kind{"kind"}, caption{"caption"}, um_per_pixel{"um_per_pixel"},
    path{"path"}, sha256{"sha256"}, format{"format"}, status{"status"}, input{"input"},
    files_given{"files_given"}, used{"used"}, excluded{"excluded"}, refused{"refused"},
    rows{"rows"}, rows_used{"rows_used"}, rows_excluded{"rows_excluded"},
    rows_refused{"rows_refused"}, rows_flagged{"rows_flagged"};

// Samples: their facts, what they are clustered by, and their shares of common clusters.
inline constexpr Key facts{"facts"}, stated{"stated"}, poisson_ratio{"poisson_ratio"},
    clusters_of{"clusters_of"}, own{"own"}, agreement{"agreement"}, share_tests{"share_tests"},
    n_sample{"n_sample"}, statistic{"statistic"}, method{"method"};

// One test.
inline constexpr Key test_id{"test_id"}, test{"test"}, cycle{"cycle"}, values{"values"},
    vendor{"vendor"}, flags{"flags"}, tests_in{"tests_in"}, columns{"columns"},
    u_random{"u_random"}, u_common{"u_common"};

// Tests left out by hand.
inline constexpr Key left_out{"left_out"}, n_with{"n_with"}, mean_with{"mean_with"};

// Clusters.
inline constexpr Key features{"features"}, criteria{"criteria"},
    criteria_scikit_learn{"criteria_scikit_learn"}, components{"components"}, bic{"bic"},
    aic{"aic"}, chosen{"chosen"}, choice{"choice"}, scikit_learn_bic{"scikit_learn_bic"},
    scikit_learn_aic{"scikit_learn_aic"}, items{"items"}, weight{"weight"}, ellipse{"ellipse"},
    semi_major{"semi_major"}, semi_minor{"semi_minor"}, angle_deg{"angle_deg"},
    mean_posterior{"mean_posterior"}, jaccard{"jaccard"}, shares{"shares"},
    n_load_function{"n_load_function"}, coordinates{"coordinates"}, kde{"kde"}, x{"x"},
    density{"density"};

// Creep, contact.
inline constexpr Key column{"column"}, fit{"fit"}, a_nm_per_s{"a_nm_per_s"}, b_nm{"b_nm"}, se{"se"},
    at_bound{"at_bound"}, r_squared{"r_squared"}, rms_nm{"rms_nm"},
    u_drift_nm_per_s{"u_drift_nm_per_s"}, change{"change"}, hold_s{"hold_s"}, rule{"rule"},
    radius_nm{"radius_nm"}, profile{"profile"}, r_nm{"r_nm"}, sigma_z_over_p_m{"sigma_z_over_p_m"};

// Depth profiles.
inline constexpr Key profiles{"profiles"}, depth_nm{"depth_nm"},
    stiffness_uN_per_nm{"stiffness_uN_per_nm"}, hardness_GPa{"hardness_GPa"},
    reduced_modulus_GPa{"reduced_modulus_GPa"}, modulus_GPa{"modulus_GPa"},
    size_effect{"size_effect"}, H0_GPa{"H0_GPa"}, H0_ci95{"H0_ci95"}, h_star_nm{"h_star_nm"},
    h_star_ci95{"h_star_ci95"}, why_not{"why_not"}, from_nm{"from_nm"}, to_nm{"to_nm"},
    sources{"sources"}, stiffness_rises_nm{"stiffness_rises_nm"}, averaged{"averaged"},
    flagged{"flagged"};

// Rheology of a mean hold curve.
inline constexpr Key rheology{"rheology"}, ramp_s{"ramp_s"}, contact_radius_nm{"contact_radius_nm"},
    state{"state"}, aicc{"aicc"}, creep_law_aicc{"creep_law_aicc"}, L_0_per_GPa{"L_0_per_GPa"},
    L_0_ci95{"L_0_ci95"}, flow_per_GPa_s{"flow_per_GPa_s"}, flow_ci95{"flow_ci95"},
    u_drift_flow_per_GPa_s{"u_drift_flow_per_GPa_s"}, elements{"elements"}, L_per_GPa{"L_per_GPa"},
    L_ci95{"L_ci95"}, tau_s{"tau_s"}, tau_ci95{"tau_ci95"}, is_separable{"is_separable"},
    has_slow_noise{"has_slow_noise"}, lag1{"lag1"}, durbin_watson{"durbin_watson"},
    compliance_per_GPa{"compliance_per_GPa"}, fitted_per_GPa{"fitted_per_GPa"},
    spectrum{"spectrum"}, t_dL_dt_per_GPa{"t_dL_dt_per_GPa"};

// Distributions.
inline constexpr Key models{"models"}, model{"model"}, parameters{"parameters"}, loglik{"loglik"},
    r2_mle{"r2_mle"}, r2_lsq{"r2_lsq"}, p_ks{"p_ks"}, preferred{"preferred"};

// Maps and order.
inline constexpr Key quantities{"quantities"}, moran_i{"moran_i"}, variogram{"variogram"},
    classes{"classes"}, pitch_x_um{"pitch_x_um"}, pitch_y_um{"pitch_y_um"}, places{"places"},
    distance_um{"distance_um"}, gamma{"gamma"}, verdict{"verdict"}, labels{"labels"},
    same_label{"same_label"}, tau_b{"tau_b"}, correlation_length_um{"correlation_length_um"},
    length_ci95{"correlation_length_ci95"};

// Readings of a publication, choices of the analyst, pop-ins.
inline constexpr Key paper{"paper"}, supports{"for"}, against{"against"}, doubt{"doubt"},
    variant{"variant"}, variant_mean{"variant_mean"}, change_percent{"change_percent"},
    tests_searched{"tests_searched"}, tests_with_pop_in{"tests_with_pop_in"},
    weibull_k{"weibull_k"}, weibull_lambda_uN{"weibull_lambda_uN"};

// A curve of curves.json.
inline constexpr Key t_s{"t_s"}, h_nm{"h_nm"}, P_uN{"P_uN"}, segments{"segments"},
    begin_s{"begin_s"}, end_s{"end_s"}, residuals{"residuals"}, largest_nm{"largest_nm"};

// The bootstrap over tests of a creep law.
inline constexpr Key bootstrap{"bootstrap"}, a_ci95{"a_ci95"}, b_ci95{"b_ci95"}, c_ci95{"c_ci95"};

// Strain rates of a hold.
inline constexpr Key strain_rates{"strain_rates"}, ci95_tests{"ci95_tests"},
    rate_sensitivity{"rate_sensitivity"}, ci95_tests_and_drift{"ci95_tests_and_drift"},
    window_begin_s{"window_begin_s"}, window_end_s{"window_end_s"},
    strain_rate_end_per_s{"strain_rate_end_per_s"}, stress_exponent{"stress_exponent"},
    doubts{"doubts"}, strain_rate_per_s{"strain_rate_per_s"}, H_GPa{"H_GPa"},
    stz_volume_nm3{"stz_volume_nm3"};

// The activation volume of the first pop-ins.
inline constexpr Key activation{"activation"}, load_rate_uN_per_s{"load_rate_uN_per_s"},
    expected_with{"expected_with"}, median_tau_GPa{"median_tau_GPa"}, tau_GPa{"tau_GPa"},
    log_log{"log_log"}, model_tau_GPa{"model_tau_GPa"}, model_log_log{"model_log_log"},
    temperature_C{"temperature_C"}, E_r_hertz_GPa{"E_r_hertz_GPa"}, E_r_GPa{"E_r_GPa"},
    volume_nm3{"volume_nm3"}, volume_ci95{"volume_ci95"}, share_ci95{"share_ci95"},
    line_volume_nm3{"line_volume_nm3"}, sites_volume_nm3{"sites_volume_nm3"},
    rate_power{"rate_power"}, rate_power_ci95{"rate_power_ci95"}, rate_power_p{"rate_power_p"},
    spread_volume_nm3{"spread_volume_nm3"}, shift_volume_nm3{"shift_volume_nm3"}, zone{"zone"},
    diameter_nm{"diameter_nm"}, rates{"rates"}, remarks{"remarks"};

// A curve of drawn_curves.json.
inline constexpr Key curve{"curve"}, residual_h_nm{"residual_h_nm"}, residual_nm{"residual_nm"};

}  // namespace sneddon::key
