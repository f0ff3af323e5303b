#include "study/mechanism.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace sneddon {
namespace {

void weigh(const CcdfFinding& ccdf, int last_label, Mechanism& mechanism) {
    if (ccdf.quantity != "W_plast_pJ" || !ccdf.label || ccdf.preferred.empty()) return;
    const bool expects_weibull = *ccdf.label < last_label;
    const bool is_weibull = ccdf.preferred.starts_with("weibull");
    const bool is_normal = ccdf.preferred == "normal";
    const std::string sentence =
        fmt::format("cluster {}: {} is preferred ({} evidence), the paper reads {}", *ccdf.label,
                    ccdf.preferred, ccdf.evidence, expects_weibull ? "Weibull" : "Gaussian");
    const bool agrees = expects_weibull ? is_weibull : is_normal;
    (agrees && ccdf.evidence != "weak" ? mechanism.supports : mechanism.objections)
        .push_back(sentence);
}

}  // namespace

std::optional<Mechanism> find_mechanism(const StudyFindings& findings) {
    if (!findings.clusters || findings.clusters->chosen < 2 || findings.ccdf.empty())
        return std::nullopt;
    Mechanism mechanism;
    mechanism.reading =
        "Pomes et al. 2025 read a Gaussian distribution of plastic energy as individual and a "
        "Weibull "
        "distribution as cooperative activation of shear transformation zones. A distribution "
        "alone "
        "does not show a mechanism.";
    for (const CcdfFinding& ccdf : findings.ccdf)
        weigh(ccdf, static_cast<int>(findings.clusters->chosen) - 1, mechanism);
    for (const Check& check : findings.checks)
        if (check.verdict == Verdict::likely)
            mechanism.objections.push_back(fmt::format("check {}: {}", check.code, check.text));
    return mechanism;
}

}  // namespace sneddon
