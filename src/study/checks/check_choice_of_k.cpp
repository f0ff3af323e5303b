#include <fmt/core.h>

#include <cmath>
#include <numeric>

#include "base/nan.hpp"
#include "study/checks/checks.hpp"

namespace sneddon {
namespace {

constexpr double margin_limit = 2;  // less is not worth a mention (Raftery 1995, Sociol. Methodol.)
constexpr double share_limit = 0.5;  // most resamples choose another k

/// The second least BIC of the regular fits less the least; infinite when there is one.
double bic_margin(const ClusterFinding& clusters) {
    const double best = clusters.fits.fits[*clusters.fits.chosen].criteria.bic;
    double margin = INFINITY;
    for (const MixtureFit& fit : clusters.fits.fits)
        if (fit.is_regular() && fit.components != clusters.chosen)
            margin = std::fmin(margin, fit.criteria.bic - best);
    return margin;
}

double share_of_resamples(const ClusterFinding& clusters) {
    const std::vector<std::size_t>& times = clusters.choice.bootstrap_choices;
    // Resamples without a regular fit chose no k and are not counted.
    const auto all = std::accumulate(times.begin(), times.end(), std::size_t{0});
    if (all == 0) return nan;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (clusters.choice.components[i] == clusters.chosen)
            return static_cast<double>(times[i]) / static_cast<double>(all);
    return 0;
}

bool is_table(const CheckInput& input) {
    return !input.tests.empty() && input.tests.front().source == RowSource::table;
}

double number_or_nan(const std::optional<std::size_t>& k) {
    return k ? static_cast<double>(*k) : nan;
}

}  // namespace

Check check_choice_of_k(const CheckInput& input) {
    if (!input.findings.clusters) return not_checked("choice_of_k", "there are no clusters");
    const ClusterFinding& clusters = *input.findings.clusters;
    const double margin = bic_margin(clusters), share = share_of_resamples(clusters);
    const auto aic = clusters.choice.aic.chosen_components;
    const auto icl = clusters.choice.icl.chosen_components;
    Check check;
    check.code = "choice_of_k";
    check.verdict = worse(verdict_below(margin, margin_limit), verdict_below(share, share_limit));
    check.evidence = {{"k_bic", static_cast<double>(clusters.chosen)},
                      {"k_aic", number_or_nan(aic)},
                      {"k_icl", number_or_nan(icl)},
                      {"bic_margin", margin},
                      {"bic_margin_limit", margin_limit},
                      {"share_of_resamples", share},
                      {"share_limit", share_limit}};
    // One cluster at the end of the range 1..1 is what was asked for.
    const bool is_at_end =
        clusters.choice.minimum == BicMinimum::at_most_tried && clusters.chosen > 1;
    if (is_at_end && is_table(input)) check.verdict = Verdict::likely;
    if (is_at_end && is_table(input))
        check.text = fmt::format(
            "BIC has no minimum: it still falls at k = {}, the most that were tried. The "
            "components "
            "describe the shape of the distribution and need not be phases. ",
            clusters.chosen);
    check.text += fmt::format(
        "BIC chooses k = {}{}{}.", clusters.chosen,
        std::isfinite(margin) ? fmt::format(", {:.1f} below the next", margin)
                              : ", no other k was fitted",
        std::isfinite(share) ? fmt::format("; {:.0f} % of resamples choose it", 100 * share) : "");
    if (aic && *aic != clusters.chosen)
        check.text += fmt::format(" At full convergence AIC chooses {}.", *aic);
    if (icl && *icl != clusters.chosen)
        check.text += fmt::format(
            " ICL, which asks for separate groups and not for Gaussians, chooses {}.", *icl);
    return check;
}

}  // namespace sneddon
