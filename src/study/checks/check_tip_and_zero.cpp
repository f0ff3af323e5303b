#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "numeric/sum/line_fit.hpp"
#include "study/checks/checks.hpp"
#include "study/checks/plastic_loading.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

constexpr double share_limit = 0.5;       // of a difference of ln H: most of it
constexpr double largest_residual = 0.3;  // as in check_elastic_share.cpp
constexpr std::size_t fewest_tests = 10;

/// Of one load function: depth at the end of loading, work of loading, hardness.
struct GroupState {
    std::string name;
    Summary h_1_nm, W_load_pJ, H_GPa;
};

GroupState state_of(const CheckInput& input, const LoadFunctionRows& group) {
    std::vector<double> h_1 = values_of(input.tests, group.rows, "h_max_nm"_q);
    // The end of loading is not a quantity of the row: the peak less what the hold added.
    for (std::size_t i = 0; i < h_1.size(); ++i) {
        const double creep = input.tests[group.rows[i]].values["creep_nm"_q];
        if (std::isfinite(creep)) h_1[i] -= creep;
    }
    return {group.name, summarise(h_1),
            summarise(values_of(input.tests, group.rows, "W_load_pJ"_q)),
            summarise(values_of(input.tests, group.rows, "H_IT_GPa"_q))};
}

/// Of the mean.
double relative_variance(const Summary& values) {
    return values.sd * values.sd / (values.mean * values.mean * static_cast<double>(values.n));
}

/// d ln H / d h_c at the mean depth, from the tests' own areas: the area function itself.
double hardness_slope_per_nm(const CheckInput& input) {
    std::vector<double> h_c, log_area;
    for (const TestRow& row : input.tests) {
        const double h = row.values["h_c_nm"_q], area = row.values["A_p_nm2"_q];
        if (row.status != Status::used || !std::isfinite(h) || !(area > 0)) continue;
        h_c.push_back(h);
        log_area.push_back(std::log(area));
    }
    // H = F/A at one load: d ln H = -d ln A.
    return h_c.size() < 3 ? nan : -fit_line(h_c, log_area).slope;
}

/// A depth by which a lies deeper than b though its work of loading does not: areas do not see a
/// shift of the zero, and the same loading of the same material scales both alike.
struct Shift {
    double nm = 0, u_nm = 0;
};

Shift shift_between(const GroupState& a, const GroupState& b) {
    const double h_nm = 0.5 * (a.h_1_nm.mean + b.h_1_nm.mean);
    const double by_depth = a.h_1_nm.mean - b.h_1_nm.mean;
    const double by_work = h_nm * std::log(a.W_load_pJ.mean / b.W_load_pJ.mean);
    const double variance = relative_variance(a.h_1_nm) + relative_variance(b.h_1_nm) +
                            relative_variance(a.W_load_pJ) + relative_variance(b.W_load_pJ);
    return {by_depth - by_work, h_nm * std::sqrt(variance)};
}

/// What the shift would make of the difference of ln H, as a share of it.
double share_of_difference(const GroupState& a, const GroupState& b, const Shift& shift,
                           double slope_per_nm) {
    return slope_per_nm * shift.nm / std::log(a.H_GPa.mean / b.H_GPa.mean);
}

bool differs(const CheckInput& input, const std::string& a, const std::string& b) {
    for (const GroupComparison& pair : input.findings.comparisons)
        if (pair.quantity == "H_IT_GPa"_q && pair.a == a && pair.b == b)
            return pair.p_holm < significance;
    return false;
}

/// eta_IT over that of a sharp tip, less 1; the mean of the tests.
double cheng_cheng_residual(const CheckInput& input) {
    std::vector<double> residuals;
    for (const TestRow& row : input.tests)
        if (row.status == Status::used)
            residuals.push_back(row.values["eta_IT"_q] / eta_of_sharp_tip(row.values["H_IT_GPa"_q],
                                                                          row.values["E_r_GPa"_q]) -
                                1);
    return summarise(residuals).mean;
}

}  // namespace

Check check_tip_and_zero(const CheckInput& input) {
    std::vector<GroupState> groups;
    for (const LoadFunctionRows& group : by_load_function(input.tests)) {
        GroupState state = state_of(input, group);
        if (state.H_GPa.n >= fewest_tests && state.W_load_pJ.n >= fewest_tests)
            groups.push_back(std::move(state));
    }
    if (groups.size() < 2)
        return not_checked(
            "tip_and_zero",
            fmt::format("fewer than 2 load functions with {} tests that have H_IT and "
                        "W_load",
                        fewest_tests));
    const double slope = hardness_slope_per_nm(input);
    Check check;
    check.code = "tip_and_zero";
    check.verdict = Verdict::not_seen;
    std::vector<double> shifts, uncertainties, shares;
    std::string worst;
    double worst_share = 0;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j) {
            const Shift shift = shift_between(groups[i], groups[j]);
            const double share = share_of_difference(groups[i], groups[j], shift, slope);
            shifts.push_back(shift.nm);
            uncertainties.push_back(shift.u_nm);
            shares.push_back(share);
            if (!differs(input, groups[i].name, groups[j].name)) continue;
            if (std::abs(shift.nm) < 2 * shift.u_nm) continue;  // 95 %: it may be no shift at all
            check.verdict = worse(check.verdict, verdict_above(share, share_limit));
            if (share <= worst_share) continue;
            worst_share = share;
            worst = fmt::format(
                "{} lies {} nm {} against {} than its work of loading "
                "allows: as a shift of the zero that is {} of the difference of "
                "ln H_IT. ",
                groups[i].name, said_with_u(std::abs(shift.nm), shift.u_nm, 1),
                shift.nm < 0 ? "shallower" : "deeper", groups[j].name,
                said_percent(100 * share, 0));
        }
    const double residual = cheng_cheng_residual(input);
    check.evidence = {{"shift_nm", shifts},
                      {"u_shift_nm", uncertainties},
                      {"share_of_ln_H_difference", shares},
                      {"share_limit", share_limit},
                      {"d_ln_H_per_nm", slope},
                      {"cheng_cheng_residual", residual}};
    check.text =
        worst.empty() ? "Works and depths of the load functions agree about hardness. " : worst;
    if (std::abs(residual) > largest_residual)
        check.text += fmt::format(
            "eta_IT is {} from the 5.3 H/E_r of a sharp cone: a blunt tip, or an area "
            "function or "
            "zero that does not fit.",
            said_percent(100 * residual, 0, Sign::always));
    return check;
}

}  // namespace sneddon
