#include "correct/frame_compliance.hpp"

#include <algorithm>

#include "base/nan.hpp"

namespace sneddon {
namespace {

Correction step(double value, std::string method, std::string evidence) {
    return {"frame_compliance",  value, nan,  "nm/uN", std::move(method),
            std::move(evidence), false, false};
}

}  // namespace

void correct_frame_compliance(const Test& test, const CorrectionRecipe& recipe,
                              TestCorrection& correction) {
    const auto& applied = test.applied.frame_compliance_nm_per_uN;
    const auto& stated = test.stated.frame_compliance_nm_per_uN;
    if (applied) {
        correction.steps.push_back(step(*applied, "instrument", test.applied.evidence));
        correction.steps.back().is_by_instrument = true;
    }
    Correction ours = step(0, "none", "");
    switch (recipe.frame_compliance) {
        case FrameComplianceRule::none:
            ours.evidence = "the depth of the file stands";
            break;
        case FrameComplianceRule::value:
            ours = step(recipe.frame_compliance_nm_per_uN, "value",
                        applied ? "given; what the instrument had applied is taken back" : "given");
            ours.is_applied = true;
            break;
        case FrameComplianceRule::automatic:
        case FrameComplianceRule::header:
            if (applied) {
                ours.evidence = "the instrument had applied it";
            } else if (stated) {
                ours = step(*stated, "header", "as the file states it");
                ours.is_applied = true;
            } else {
                ours.evidence = "the file states none";
            }
            break;
    }
    if (ours.is_applied)
        correction.change.frame_compliance_nm_per_uN = ours.value - applied.value_or(0);
    correction.steps.push_back(std::move(ours));
}

double u_frame_compliance_nm_per_uN(const TestCorrection& correction, double otherwise) {
    constexpr double most_relative = 0.1;
    const double known = correction.u_frame_compliance_nm_per_uN;
    if (is_finite(known)) return known;
    double u = otherwise;
    for (const Correction& step : correction.steps) {
        if (step.what != "frame_compliance" || !(step.is_applied || step.is_by_instrument))
            continue;
        const bool is_stated = step.method != "value" && step.value > 0;
        u = is_stated ? std::min(otherwise, most_relative * step.value) : otherwise;
    }
    return u;
}

}  // namespace sneddon
