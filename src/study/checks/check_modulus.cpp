#include <fmt/core.h>

#include <cmath>

#include "base/said.hpp"
#include "base/words.hpp"
#include "numeric/sum/quantiles.hpp"
#include "study/checks/checks.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

/// Below it a difference may be of the fit alone: of this project.
constexpr double least_change = 0.02;
constexpr double one_peak_within = 0.05;   // as load functions are told apart
constexpr double one_hold_within_s = 0.5;  // as load functions are told apart

struct GroupLoad {
    double peak_uN = nan, hold_s = nan;
};

GroupLoad load_of(const CheckInput& input, const std::string& name) {
    for (const LoadFunctionRows& group : by_load_function(input.tests)) {
        if (group.name != name) continue;
        const std::vector<double> peaks = finite_values(input.tests, group.rows, "F_max_uN"_q);
        return {peaks.empty() ? nan : median(peaks), group.hold_s};
    }
    return {};
}

bool differ_in_hold_alone(const GroupLoad& a, const GroupLoad& b) {
    return std::abs(a.peak_uN / b.peak_uN - 1) <= one_peak_within &&
           std::abs(a.hold_s - b.hold_s) > one_hold_within_s;
}

}  // namespace

Check check_modulus(const CheckInput& input) {
    const GroupComparison* largest = nullptr;
    std::size_t pairs = 0;
    const auto change_of = [](const GroupComparison& pair) {
        return std::abs(pair.welch.difference / pair.mean_b);
    };
    for (const GroupComparison& pair : input.findings.comparisons) {
        if (!(pair.quantity == "E_r_GPa"_q)) continue;
        if (!differ_in_hold_alone(load_of(input, pair.a), load_of(input, pair.b))) continue;
        ++pairs;
        const bool is_significant = pair.p_holm < significance;
        if (is_significant && (!largest || change_of(pair) > change_of(*largest))) largest = &pair;
    }
    if (pairs == 0)
        return not_checked("modulus",
                           "no two load functions of one peak load and two holds have E_r");
    Check check;
    check.code = "modulus";
    check.verdict = Verdict::not_seen;
    if (largest) check.verdict = verdict_above(change_of(*largest), least_change);
    check.evidence = {{"pairs", static_cast<double>(pairs)},
                      {"largest_change", largest ? change_of(*largest) : 0},
                      {"limit", least_change}};
    if (!largest) {
        check.text = "E_r does not depend on the hold.";
        return check;
    }
    check.evidence.emplace_back("a", largest->a);
    check.evidence.emplace_back("b", largest->b);
    check.evidence.emplace_back("p_holm", largest->p_holm);
    const std::string change =
        said_percent(100 * largest->welch.difference / largest->mean_b, 1, Sign::always);
    if (check.verdict == Verdict::not_seen) {
        check.text = fmt::format("E_r of {} is {} from that of {} at one peak load: little.",
                                 largest->a, change, largest->b);
        return check;
    }
    check.text = fmt::format(
        "E_r of {} is {} from that of {} at one peak load ({} and {} GPa), and a modulus does not "
        "hang on the hold: creep that goes on while unloading, back-flow, drift or the fit window "
        "are "
        "in the stiffness, and so in H_IT and E_IT.",
        largest->a, change, largest->b, number_words(largest->mean_a, 4),
        number_words(largest->mean_b, 4));
    return check;
}

}  // namespace sneddon
