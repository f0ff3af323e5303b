#include "correct/drift.hpp"

#include <fmt/core.h>

#include <cmath>

namespace sneddon {
namespace {

// Nothing is known: between -0.05 and 0.05 nm/s, rectangular.
constexpr double u_uncorrected_nm_per_s = 0.029;
constexpr double u_of_instrument_nm_per_s =
    0.01;  // the least of a measured one, drift_estimates.cpp
constexpr double long_hold_s = 60;
constexpr double large_nm_per_s = 0.1;  // 6 nm over a hold of 60 s

struct Choice {
    std::string method = "none";
    double rate_nm_per_s = 0;
    double u_nm_per_s = u_uncorrected_nm_per_s;
    std::string evidence;
    bool is_applied = false;
};

struct Estimates {
    DriftEstimate hold, monitor, header;
};

Choice chosen(const std::string& method, const DriftEstimate& estimate) {
    if (!estimate.rate_nm_per_s) return {"none", 0, u_uncorrected_nm_per_s, estimate.evidence};
    return {method, *estimate.rate_nm_per_s, estimate.u_nm_per_s, estimate.evidence, true};
}

/// A hold of 60 s, the measurement before the test, the stated rate, a shorter hold.
Choice automatic(const Estimates& estimates) {
    if (estimates.hold.rate_nm_per_s && estimates.hold.hold_s >= long_hold_s)
        return chosen("hold", estimates.hold);
    if (estimates.monitor.rate_nm_per_s) return chosen("monitor", estimates.monitor);
    if (estimates.header.rate_nm_per_s) return chosen("header", estimates.header);
    if (estimates.hold.rate_nm_per_s) return chosen("hold", estimates.hold);
    Choice none;
    none.evidence =
        estimates.hold.evidence + "; " + estimates.monitor.evidence + "; the head states none";
    return none;
}

Choice of_order(const Estimates& estimates, const CorrectionRecipe& recipe) {
    if (recipe.drift_of_order) {
        const DriftOfOrder& smooth = *recipe.drift_of_order;
        return {"order", smooth.rate_nm_per_s, smooth.u_nm_per_s,
                fmt::format("smooth over the order: line through {} tests", smooth.tests), true};
    }
    Choice unsmoothed = automatic(estimates);
    unsmoothed.evidence += "; no order of tests to smooth over";
    return unsmoothed;
}

Choice choose(DriftRule rule, const Estimates& estimates, const CorrectionRecipe& recipe) {
    switch (rule) {
        case DriftRule::automatic:
            return automatic(estimates);
        case DriftRule::header:
            return chosen("header", estimates.header);
        case DriftRule::monitor:
            return chosen("monitor", estimates.monitor);
        case DriftRule::hold:
            return chosen("hold", estimates.hold);
        case DriftRule::value:
            return {"value", recipe.drift_nm_per_s, u_of_instrument_nm_per_s, "given", true};
        case DriftRule::order:
            return of_order(estimates, recipe);
        case DriftRule::none:
            break;
    }
    Choice none;
    none.evidence = "the depth of the file stands";
    return none;
}

/// What two independent measurements disagree by is part of the uncertainty: as the whole width of
/// a rectangular distribution (GUM, 4.3.7).
double disagreement(const DriftEstimate& a, const DriftEstimate& b) {
    if (!a.rate_nm_per_s || !b.rate_nm_per_s) return 0;
    const double width_over_sd = std::sqrt(12.0);  // rectangular
    return std::abs(*a.rate_nm_per_s - *b.rate_nm_per_s) / width_over_sd;
}

Correction step(const Choice& choice) {
    return {"drift",       choice.rate_nm_per_s, choice.u_nm_per_s, "nm/s",
            choice.method, choice.evidence,      choice.is_applied, false};
}

}  // namespace

std::optional<double> automatic_drift(const Test& test, std::span<const Segment> segments) {
    const Choice choice = automatic({drift_of_hold(test.curve, segments),
                                     drift_of_monitor(test.stated), drift_of_header(test.stated)});
    return choice.is_applied ? std::optional(choice.rate_nm_per_s) : std::nullopt;
}

void correct_drift(const Test& test, std::span<const Segment> segments,
                   const CorrectionRecipe& recipe, TestCorrection& correction) {
    const auto& applied = test.applied.drift_nm_per_s;
    const Estimates estimates{drift_of_hold(test.curve, segments), drift_of_monitor(test.stated),
                              drift_of_header(test.stated)};
    if (applied) {
        correction.steps.push_back({"drift", *applied, u_of_instrument_nm_per_s, "nm/s",
                                    "instrument", test.applied.evidence, false, true});
    }
    Choice choice;
    const bool is_own = recipe.drift == DriftRule::automatic ||
                        (recipe.drift == DriftRule::order && !recipe.drift_of_order);
    if (applied && is_own) {
        choice.u_nm_per_s = u_of_instrument_nm_per_s;
        choice.evidence = "the instrument had subtracted it";
    } else {
        choice = choose(recipe.drift, estimates, recipe);
        if (applied && !choice.is_applied) choice.u_nm_per_s = u_of_instrument_nm_per_s;
    }
    if (choice.is_applied) {
        // The hold is seen in the depths of the file: what it shows comes on top of what was done.
        const bool is_on_top = choice.method == "hold";
        correction.change.drift_nm_per_s =
            choice.rate_nm_per_s - (is_on_top ? 0 : applied.value_or(0));
        if (applied && !is_on_top) choice.evidence += "; the instrument's drift is taken back";
        if (!applied && choice.method != "value" && choice.method != "order")
            choice.u_nm_per_s =
                std::hypot(choice.u_nm_per_s, disagreement(estimates.hold, estimates.monitor));
    }
    const double all = applied.value_or(0) + correction.change.drift_nm_per_s;
    if (std::abs(all) > large_nm_per_s)
        correction.flags.push_back(
            {"SND-C002", all, large_nm_per_s, fmt::format("drift of {:.3g} nm/s", all)});
    correction.u_drift_nm_per_s = choice.u_nm_per_s;
    correction.steps.push_back(step(choice));
}

}  // namespace sneddon
