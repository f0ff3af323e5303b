// Every choice of the study stage, as data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_words.hpp"
#include "base/remembered.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/model/area_function.hpp"
#include "sneddon/numeric/distribution.hpp"
#include "study/asked_findings.hpp"
#include "study/compare/sample_tip.hpp"
#include "study/creep/rheology_contact.hpp"

namespace sneddon {

enum class ContactRadiusRule {
    sqrt_A_over_pi,  ///< of a circle with the contact's area
    h_c_tan,         ///< h_c tan 70.3 deg: an ideal tip
    paper_eq3        ///< 2 sqrt(3) h_c tan 65.27 deg: the edge of the triangle
};

template <>
inline constexpr auto words_of<ContactRadiusRule> = std::to_array<Word<ContactRadiusRule>>({
    {ContactRadiusRule::sqrt_A_over_pi, "sqrt-A-over-pi"},
    {ContactRadiusRule::h_c_tan, "h_c-tan-70.3"},
    {ContactRadiusRule::paper_eq3, "paper_eq3"},
});

/// Where more than half of the fits of a group ended at a bound.
enum class FitsAtBound {
    leave_out,  ///< of the means of what follows from the fit
    keep
};

template <>
inline constexpr auto words_of<FitsAtBound> = std::to_array<Word<FitsAtBound>>({
    {FitsAtBound::leave_out, "leave-out", ""},
    {FitsAtBound::keep, "keep", "Unloading fits that ended at a bound count in all means"},
});

/// What the clusters of a study of several samples are cut on.
enum class ClustersOf {
    per_sample,  ///< each sample alone: a label means another cluster in each
    pooled,      ///< the tests of all samples: a label means one cluster in all
    compared     ///< the same, beside the clusters of each sample alone
};

template <>
inline constexpr auto words_of<ClustersOf> = std::to_array<Word<ClustersOf>>({
    {ClustersOf::per_sample, "per-sample", "Each sample was clustered alone"},
    {ClustersOf::pooled, "pooled", "The tests of all samples were clustered together"},
    {ClustersOf::compared, "compared",
     "The tests of all samples were clustered together, and beside it each sample alone"},
});

struct StudyOptions {
    AskedFindings findings;
    std::vector<std::string> features = {"H_IT_GPa", "creep_nm"};
    double shortest_hold_s = 1;  ///< tests with a shorter hold are not clustered
    double longest_hold_s =
        1e9;  ///< 30 years, no limit: tests with a longer hold are not clustered
    std::size_t fewest_clusters = 1, most_clusters = 7;
    ClustersOf clusters_of = ClustersOf::compared;
    std::size_t share_fits = 400;    ///< resamples with a fit of their own, for shares of clusters
    std::size_t k_resamples = 200;   ///< of the tests, for the choice of k
    std::size_t k_simulations = 19;  ///< per likelihood-ratio test
    std::size_t creep_resamples = 200;
    std::size_t fit_simulations = 1000;  ///< goodness of fit
    std::size_t permutations = 999;
    double rate_window_begin = 0.1;  ///< of the hold, for its rate sensitivity: before, the rate
                                     ///< hangs on the start that was found
    double rate_window_end = 0.8;    ///< of the hold
    std::optional<double> shear_modulus_GPa;  ///< of the glass; none: no STZ volume
    FitsAtBound fits_at_bound = FitsAtBound::leave_out;
    ContactRadiusRule contact_radius = ContactRadiusRule::sqrt_A_over_pi;
    RheologyContact rheology = RheologyContact::contact_radius;
    std::vector<std::string> ccdf_quantities = {"W_plast_pJ"};
    std::vector<DistributionFamily> models = {
        DistributionFamily::normal, DistributionFamily::weibull2, DistributionFamily::weibull3,
        DistributionFamily::lognormal, DistributionFamily::gamma};
    double equivalence_margin = 0.05;  ///< of the mean: "the same" within 5 %, of this project
    std::string share_limits = "eta_IT < 0.5";  ///< shares of tests on one side of a limit
    std::uint64_t seed = 1;

    // Not options of the recipe's study.*: what the analysis used and the laboratory knows.
    std::optional<AreaFunction> area_function;
    std::optional<double> area_relative;  ///< u of the area; none: not known
    std::vector<SampleTip> tips;          ///< of each of StudyResult::samples
    /// Of each of StudyResult::samples, or of the one; none: not stated.
    std::vector<std::optional<double>> temperatures_C;
    std::optional<double> tip_radius_nm;  ///< of a sphere, where the recipe states it
    double u_drift_nm_per_s = 0.01;       ///< assumed where study.toml states none
    unsigned threads = 1;
    /// Above 5,000 rows of tables: searches are shorter, distributions are fitted to drawn values,
    /// shares and variograms are told by what needs no resampling.
    bool is_large_table = false;
    Stop stop;
    Memory memory;  ///< of earlier runs
};

}  // namespace sneddon
