// How many components? BIC decides; the other criteria, the stability of the choice and a
// likelihood-ratio test stand beside it, each with what it says in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

struct Memory;

struct ChooseKOptions {
    std::size_t bootstrap_samples = 0;         ///< of the rows, for the stability of BIC's choice
    std::size_t simulated_samples = 0;         ///< per likelihood-ratio test, at most
    double significance = 0.05;                ///< of the tests
    std::size_t silhouette_rows = 2000;        ///< at most; 0 for none
    StartCounts resample_starts{2, 10, 0, 1};  ///< resamples start from the fit of the data too
    std::vector<std::string> column_names{};   ///< in the words; empty: "column 1", ...
    std::uint64_t seed = 0;
    unsigned threads = 1;
    Stop stop{};
    const Memory* memory = nullptr;  ///< of earlier runs; null: nothing is remembered
};

/// Where the least BIC of the regular fits lies in the range of k that was tried.
enum class BicMinimum {
    inside,          ///< larger k were tried and are worse
    at_most_tried,   ///< no minimum in the range: BIC still falls at the largest regular k
    at_least_tried,  ///< the smallest k tried, and it was not 1
    none             ///< no regular fit at all
};

/// Kass and Raftery 1995: what a difference of BIC to the best means.
enum class BicEvidence { best, weak, positive, strong, very_strong };  // 0, <2, <6, <10, >=10

/// One criterion at each k of the fits; NaN where there is no regular fit.
struct CriterionCurve {
    std::vector<double> values;
    std::optional<std::size_t> chosen_components;
};

/// H0: k components, H1: k + 1 (McLachlan 1987): the statistic 2 (LL_1 - LL_0) of the data among
/// those of samples simulated from the fit of k components.
struct LikelihoodRatioTest {
    std::size_t components = 0;
    double statistic = 0;
    /// (1 + as_large)/(1 + simulated); as_large/simulated where so many were as large that the test
    /// ended early: it does not reject then.
    double p_value = 0;
    std::size_t simulated = 0;
    std::size_t as_large = 0;  ///< of these, as large as the observed
};

struct KChoice {
    std::vector<std::size_t> components;           ///< the k of the curves below
    std::optional<std::size_t> chosen_components;  ///< BIC's
    BicMinimum minimum = BicMinimum::none;
    std::vector<BicEvidence> evidence;  ///< against each k, relative to the best
    CriterionCurve bic, aic, icl,
        silhouette;  ///< of these only the silhouette is better when higher
    std::vector<std::size_t> bootstrap_choices;  ///< how many resamples chose each k
    std::size_t bootstrap_failures = 0;          ///< resamples without any regular fit
    std::vector<LikelihoodRatioTest> tests;  ///< k = first, first + 1, ... until one is accepted
    std::optional<std::size_t> test_components;  ///< the first k that its test does not reject
    /// Why several components need not be groups; empty when nothing speaks against groups. The
    /// first of the warnings, and what is to be said first of the choice.
    std::string headline;
    std::vector<std::string> words;     ///< one finding each
    std::vector<std::string> warnings;  ///< what a reader of the choice must know
};

/// `fits` were made from `points` with `fit_options` (converged mode).
KChoice choose_k(const Points& points, const MixtureFits& fits,
                 const FitMixtureOptions& fit_options, const ChooseKOptions& options = {});

BicEvidence bic_evidence(double difference);

}  // namespace sneddon
