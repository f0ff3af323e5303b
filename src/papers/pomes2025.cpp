#include "papers/pomes2025.hpp"

#include <fmt/core.h>

#include "model/cluster_name.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

// Text of sections 3.1 and 3.2.
constexpr PaperHold holds[] = {
    {0, "4.89 ± 0.38", "0.65 ± 0.04"},
    {10, "4.30 ± 0.39", "0.63 ± 0.04"},
    {30, "4.35 ± 0.36", "0.61 ± 0.06"},
    {60, "4.37 ± 0.36", "0.61 ± 0.08"},
};

constexpr PaperFigure figures[] = {
    {"load-functions", "1b"},
    {"hardness", "2"},
    {"work-areas", "3a"},
    {"work-vs-hold", "3b"},
    {"criteria", "4a"},
    {"clusters", "4b"},
    {"shares", "4c"},
    {"clusters-hold", "4d to f"},
    {"map", "5a"},
    {"creep-curves", "5b"},
    {"contact-pressure", "6a"},
    {"energies", "6b"},
    {"ccdf", "7"},
    {"xrd", "1a"},
    {"image", "2, inset"},
};

/// Section 3.3.1: a cluster of deep creep is read as Weibull, that of the least creep as Gaussian.
void weigh(const CcdfFinding& ccdf, const StudyFacts& facts, int last_label, Mechanism& mechanism) {
    if (ccdf.quantity != "W_plast_pJ" || !ccdf.label || ccdf.preferred.empty()) return;
    const bool expects_weibull = *ccdf.label < last_label;
    const bool is_weibull = ccdf.preferred.starts_with("weibull");
    const bool is_normal = ccdf.preferred == "normal";
    const bool agrees = expects_weibull ? is_weibull : is_normal;
    auto& side = agrees ? mechanism.supports : mechanism.objections;  // how strong is said
    side.push_back(fmt::format("{}: {} is preferred ({} evidence), {} the paper{}",
                               cluster_name(facts, static_cast<std::size_t>(*ccdf.label)),
                               ccdf.preferred, ccdf.evidence, agrees ? "as in" : "not as in",
                               expects_weibull ? "'s Weibull" : "'s Gaussian"));
}

Mechanism mechanism(const StudyFacts& facts, const StudyFindings& findings) {
    Mechanism found;
    found.reading =
        "Pomes et al. 2025 read a Gaussian distribution of plastic energy as individual and a "
        "Weibull distribution as cooperative activation of shear transformation zones. A "
        "distribution alone does not show a mechanism.";
    for (const CcdfFinding& ccdf : findings.ccdf)
        weigh(ccdf, facts, static_cast<int>(findings.clusters->chosen) - 1, found);
    for (const Check& check : findings.checks)
        if (check.verdict == Verdict::likely)
            found.objections.push_back(fmt::format("check {}: {}", check.code, check.text));
    return found;
}

}  // namespace

Paper pomes2025() {
    return {"pomes2025", "S. Pomes et al., J. Mater. Res. Technol. 38 (2025) 3464–3471", holds,
            figures, mechanism};
}

}  // namespace sneddon
