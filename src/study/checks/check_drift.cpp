#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "model/cluster_name.hpp"
#include "numeric/sum/pearson.hpp"
#include "study/checks/checks.hpp"

namespace sneddon {
namespace {

// From simulated studies with and without drift (docs/methods/checks.md).
constexpr double correlation_limit = 0.75, negative_limit = 0.03, detection_limit_nm_per_s = 0.02;
constexpr std::size_t fewest_tests = 20;

/// a of cluster 0 (without clusters of all tests) at the longest hold, NaN without a fit.
double linear_term_nm_per_s(const CheckInput& input, const std::string& load_function) {
    const Label label = input.clusters() > 0 ? Label(0) : std::nullopt;
    for (const CreepCurve& curve : input.findings.creep_curves)
        if (curve.load_function == load_function && curve.label == label) return curve.fit.a;
    return nan;
}

double smallest_trend_p(const CheckInput& input) {
    double p = nan;
    for (const OrderFinding& order : input.findings.order)
        if (order.quantity == "creep_nm"_q) p = std::fmin(p, order.p_holm);
    return p;
}

std::string correlation_words(double lowest) {
    if (std::isnan(lowest)) return "No hold has H_IT and creep that vary";
    return fmt::format("Within a hold, r(H_IT, creep) goes down to {:.2f} (limit {:.2f})", lowest,
                       -correlation_limit);
}

}  // namespace

Check check_drift(const CheckInput& input) {
    const std::vector<LoadFunctionRows> holds = input.holds();
    const LoadFunctionRows* longest = longest_hold(holds, input.options.shortest_hold_s);
    if (longest == nullptr) return not_checked("drift", "no test has a hold");
    const std::vector<double> creep = finite_values(input.tests, longest->rows, "creep_nm"_q);
    if (creep.size() < fewest_tests)
        return not_checked("drift",
                           fmt::format("fewer than {} tests at the longest hold", fewest_tests));
    std::vector<double> correlations;
    // A depth that drifts makes creep larger and, through the depth, hardness smaller: the two are
    // then negatively correlated within a hold.
    double lowest = nan;
    for (const LoadFunctionRows& hold : holds) {
        const double r = pearson(values_of(input.tests, hold.rows, "H_IT_GPa"_q),
                                 values_of(input.tests, hold.rows, "creep_nm"_q));
        correlations.push_back(r);
        lowest = std::fmin(lowest, r);
    }
    const auto negative =
        static_cast<double>(std::ranges::count_if(creep, [](double value) { return value < 0; }));
    // Creep forwards cannot give a negative value; a drift, or the noise of a short hold, can.
    const double share_negative = negative / static_cast<double>(creep.size());
    const double a = linear_term_nm_per_s(input, longest->name);
    Check check;
    check.code = "drift";
    check.verdict = worse(verdict_above(-lowest, correlation_limit),
                          verdict_above(share_negative, negative_limit));
    check.evidence = {{"r_H_creep_per_hold", correlations},
                      {"r_limit", -correlation_limit},
                      {"share_negative_creep", share_negative},
                      {"share_negative_limit", negative_limit},
                      {"a_cluster_0_nm_per_s", a},
                      {"u_drift_nm_per_s", input.options.u_drift_nm_per_s},
                      {"trend_p_holm_creep", smallest_trend_p(input)},
                      {"detection_limit_nm_per_s", detection_limit_nm_per_s}};
    check.text = fmt::format("{}; {:.1f} % of {} creep backwards (limit {:.0f} %), they stay in. ",
                             correlation_words(lowest), 100 * share_negative, longest->name,
                             100 * negative_limit);
    if (std::isfinite(a))
        check.text += fmt::format(
            "The linear term of {} is {:.3f} nm/s beside a drift uncertainty of {} nm/s. ",
            input.clusters() > 0 ? cluster_name(input.facts, 0) : "all tests", a,
            said_number(input.options.u_drift_nm_per_s, 3));
    check.text += fmt::format(
        "Differences of drift between tests below about {:.2f} nm/s cannot be told from creep.",
        detection_limit_nm_per_s);
    return check;
}

}  // namespace sneddon
