#include "pipeline/summary/findings_summary.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/text_table.hpp"
#include "model/cluster_name.hpp"
#include "sneddon/base/text.hpp"
#include "study/findings.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

constexpr std::string_view blanks = "            ";

std::string labelled(std::string_view label, const std::string& text) {
    return fmt::format("  {:<10}{}\n", label, text);
}

std::string k_text(const std::optional<std::size_t>& k) {
    return k ? std::to_string(*k) : "none";
}

std::string choice_text(const ClusterFinding& clusters) {
    std::string features;
    for (const QuantityIndex feature : clusters.features)
        features += (features.empty() ? "" : ", ") + std::string(feature.info().symbol);
    const KChoice& choice = clusters.choice;
    const std::string first = choice.headline.empty() ? "" : labelled("clusters", choice.headline);
    std::string text =
        fmt::format("{} by BIC (AIC {}, ICL {}) of {} tests on {}", clusters.chosen,
                    k_text(choice.aic.chosen_components), k_text(choice.icl.chosen_components),
                    count_text(clusters.n), features);
    std::size_t resamples = 0, agreeing = 0;
    for (std::size_t i = 0; i < choice.bootstrap_choices.size(); ++i) {
        resamples += choice.bootstrap_choices[i];
        if (choice.components[i] == clusters.chosen) agreeing = choice.bootstrap_choices[i];
    }
    if (resamples > 0) text += fmt::format("; {} of {} resamples agree", agreeing, resamples);
    // Said first: k is then the end of the range, and no number of phases.
    if (choice.minimum == BicMinimum::at_most_tried && clusters.chosen > 1)
        text = fmt::format("k at the end of its range: BIC still falls at {}; ", clusters.chosen) +
               text;
    return first + labelled(first.empty() ? "clusters" : "", text);
}

/// The curves with a label of the load function that holds longest.
std::vector<const CreepCurve*> curves_of_longest_hold(const StudyFindings& findings) {
    double longest_s = 0;
    for (const CreepCurve& curve : findings.creep_curves)
        longest_s = std::max(longest_s, curve.duration_s());
    std::vector<const CreepCurve*> curves;
    for (const CreepCurve& curve : findings.creep_curves)
        if (curve.label && curve.duration_s() == longest_s) curves.push_back(&curve);
    return curves;
}

std::string share_text(const ClusterFinding& clusters, const CreepCurve& curve) {
    for (const ClusterShare& share : clusters.shares)
        if (share.label == curve.label && share.load_function == curve.load_function)
            return fmt::format("{:.1f} ({:.1f}-{:.1f})", 100 * share.share, 100 * share.ci95.low,
                               100 * share.ci95.high);
    return "";
}

std::string model_text(const StudyFindings& findings, const CreepCurve& curve) {
    for (const CcdfFinding& ccdf : findings.ccdf)
        if (ccdf.label == curve.label && ccdf.load_function == curve.load_function &&
            ccdf.quantity == "W_plast_pJ")
            return fmt::format("{} ({})", ccdf.preferred, ccdf.evidence);
    return "";
}

std::string clusters_text(const StudyFacts& facts, const StudyFindings& findings) {
    if (!findings.clusters) return "";
    const ClusterFinding& clusters = *findings.clusters;
    std::string text = choice_text(clusters);
    const std::vector<const CreepCurve*> curves = curves_of_longest_hold(findings);
    if (curves.empty()) return text;
    const bool is_one_group = std::ranges::all_of(curves, [&](const CreepCurve* curve) {
        return curve->load_function == curves.front()->load_function;
    });
    std::vector<std::vector<std::string>> rows = {
        {is_one_group ? curves.front()->load_function : "longest hold", "n", "share (%)",
         "creep (nm)", "a (nm/s)", "b (nm)", "c", "W_plast"}};
    for (const CreepCurve* curve : curves)
        rows.push_back({(is_one_group ? "" : curve->load_function + ", ") +
                            cluster_name(facts, static_cast<std::size_t>(*curve->label)),
                        std::to_string(curve->n), share_text(clusters, *curve),
                        fmt::format("{:.2f}", curve->curve.mean_nm.back()),
                        fmt::format("{:.4f}", curve->fit.a), fmt::format("{:.3f}", curve->fit.b),
                        fmt::format("{:.3f}", curve->fit.c), model_text(findings, *curve)});
    return text + text_table(rows, blanks, {1, 2, 3, 4, 5, 6});
}

/// What the clusters were cut on, where there are several samples.
std::string samples_text(const StudyFindings& findings) {
    if (!findings.sample_clusters) return "";
    return labelled("samples", findings.sample_clusters->text);
}

std::string largest_difference(const StudyFindings& findings) {
    const GroupComparison* largest = nullptr;
    for (const GroupComparison& pair : findings.comparisons) {
        if (pair.quantity != "H_IT_GPa"_q) continue;
        if (!largest || std::abs(pair.welch.hedges_g) > std::abs(largest->welch.hedges_g))
            largest = &pair;
    }
    if (!largest) return "";
    return labelled("H_IT",
                    fmt::format("{} less {}: {:+.3f} GPa, 95 % {:+.3f} to {:+.3f}, Hedges' g "
                                "{:.2f}, p(Holm) {:.1g}",
                                largest->a, largest->b, largest->welch.difference,
                                largest->welch.difference_low, largest->welch.difference_high,
                                largest->welch.hedges_g, largest->p_holm));
}

/// What samples and their facts do; spreads, sameness and shares stand in the report.
std::string statements_text(const StudyFindings& findings) {
    std::string text;
    for (const FindingText& statement : findings.statements)
        if (statement.about == "samples" || statement.about == "trend")
            text += labelled(statement.about, statement.text);
    return text;
}

std::string mean_text(const StudyResult& study, const std::string& group, std::string_view symbol,
                      QuantityIndex quantity) {
    for (const Group& of : study.groups) {
        const auto found = of.statistics.find(quantity.at);
        if (of.name != group || found == of.statistics.end() || !(found->second.mean > 0)) continue;
        const auto& [mean, sd] = std::pair(found->second.mean, found->second.sd);
        // As many decimals as the second digit of the standard deviation asks for.
        const int decimals =
            sd > 0 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(sd))), 0, 9) : 2;
        return fmt::format("{} {:.{}f} ± {:.{}f} GPa, ", symbol, mean, decimals, sd, decimals);
    }
    return "";
}

/// What hardness and modulus are over the averaged depths, and whether there is a size effect.
std::string profile_text(const StudyResult& study, const ProfileOfGroup& profile) {
    const SizeEffect& effect = profile.size_effect;
    const std::string law =
        effect.why_not.empty()
            ? fmt::format(
                  "size effect H0 {:.4g} GPa (95 % {:.4g} to {:.4g}), h* {:.3g} nm ({:.3g} "
                  "to {:.3g})",
                  effect.H0_GPa, effect.H0_ci95.low, effect.H0_ci95.high, effect.h_star_nm,
                  effect.h_star_ci95.low, effect.h_star_ci95.high)
            : "no size effect: " + effect.why_not;
    return labelled("profiles",
                    fmt::format("{} ({} tests), {:.0f} to {:.0f} nm: {}{}{}", profile.group,
                                profile.tests, profile.from_nm.low, profile.to_nm.high,
                                mean_text(study, profile.group, "H", "H_profile_GPa"_q),
                                mean_text(study, profile.group, "E", "E_profile_GPa"_q), law));
}

std::string profiles_text(const StudyResult& study, const StudyFindings& findings) {
    constexpr std::size_t most_groups = 5;  // the report has all
    std::string text;
    for (std::size_t i = 0; i < std::min(most_groups, findings.profiles.size()); ++i)
        text += profile_text(study, findings.profiles[i]);
    return text;
}

std::string checks_text(const StudyFindings& findings) {
    std::string quiet, raised;
    for (const Check& check : findings.checks) {
        if (check.verdict == Verdict::not_seen || check.verdict == Verdict::not_checked) {
            quiet += fmt::format("{}{} {}", quiet.empty() ? "" : " · ", check.code,
                                 check.verdict == Verdict::not_seen ? "not seen" : "not checked");
            continue;
        }
        raised += fmt::format("  ? {} {}: {}\n", check.code, name(check.verdict), check.text);
    }
    return (quiet.empty() ? "" : labelled("checks", quiet)) + raised;
}

}  // namespace

std::string findings_summary(const StudyResult& study) {
    const StudyFindings& findings = findings_of(study);
    return largest_difference(findings) + profiles_text(study, findings) +
           statements_text(findings) + clusters_text(study.facts, findings) +
           samples_text(findings) + checks_text(findings);
}

}  // namespace sneddon
