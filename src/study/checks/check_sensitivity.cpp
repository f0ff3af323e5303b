#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/said.hpp"
#include "study/checks/checks.hpp"
#include "study/checks/window_sensitivity.hpp"

namespace sneddon {
namespace {

constexpr double move_limit = 0.2;  // of a or c; a fifth, of this project
/// Of a difference in hardness: what is left of it under another window. 0 is the limit.
constexpr double share_limit = 0.2;

/// (a, b, c) of every cluster under one choice of the start.
using Laws = std::vector<CreepLaw>;

CreepLaw law_of(const LinearPowerFit& fit) {
    return {fit.a, fit.b, fit.c};
}

std::vector<std::size_t> order_by(const Laws& laws, double CreepLaw::*member) {
    std::vector<std::size_t> order(laws.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(
        order, [&](std::size_t i, std::size_t j) { return laws[i].*member > laws[j].*member; });
    return order;
}

/// The cluster of the largest a, and the order in c: what is concluded from the laws.
bool says_the_same(const Laws& one, const Laws& other) {
    return order_by(one, &CreepLaw::a_nm_per_s).front() ==
               order_by(other, &CreepLaw::a_nm_per_s).front() &&
           order_by(one, &CreepLaw::c) == order_by(other, &CreepLaw::c);
}

double largest_move(const Laws& one, const Laws& other) {
    // a often ends at 0: only the largest can be compared as a ratio. c is never 0.
    const std::size_t first = order_by(one, &CreepLaw::a_nm_per_s).front();
    double move = 0;
    if (one[first].a_nm_per_s > 0)
        move = std::abs(other[first].a_nm_per_s / one[first].a_nm_per_s - 1);
    for (std::size_t i = 0; i < one.size(); ++i)
        move = std::fmax(move, std::abs(other[i].c / one[i].c - 1));
    return move;
}

/// What another start of the hold makes of the creep laws of the clusters at the longest hold.
void check_start_of_hold(const CheckInput& input, const std::string& longest, Check& check) {
    const bool has_clusters = input.clusters() > 0;
    Laws nominal;
    std::map<StartChange, Laws> changed;
    for (const CreepCurve& curve : input.findings.creep_curves) {
        if (curve.load_function != longest || curve.label.has_value() != has_clusters) continue;
        nominal.push_back(law_of(curve.fit));
        for (const StartSensitivity& other : curve.sensitivity)
            changed[other.change].push_back(law_of(other.fit));
    }
    if (nominal.empty()) return;
    double move = 0;
    std::string turned;
    for (const auto& [change, laws] : changed) {
        if (laws.size() != nominal.size()) continue;  // a cluster has no fit under this choice
        move = std::fmax(move, largest_move(nominal, laws));
        if (says_the_same(nominal, laws)) continue;
        check.verdict = Verdict::likely;
        turned += fmt::format("{}{}", turned.empty() ? "" : "; ", words(change));
    }
    check.verdict = worse(check.verdict, move > move_limit ? Verdict::possible : Verdict::not_seen);
    check.evidence = {{"largest_move", move}, {"move_limit", move_limit}, {"turned_by", turned}};
    check.text = fmt::format("Another start of the hold moves a or c by up to {}.",
                             said_percent(100 * move, 0));
    if (!turned.empty())
        check.text +=
            fmt::format(" The order of the clusters in a or c is another with: {}.", turned);
}

/// What another unloading window makes of the differences in hardness.
void check_window(const CheckInput& input, Check& check) {
    const WindowSensitivity window =
        window_sensitivity(input.findings.comparisons, input.sensitivity);
    if (!std::isfinite(window.least_share)) return;
    check.verdict = worse(check.verdict, window.least_share <= 0             ? Verdict::likely
                                         : window.least_share <= share_limit ? Verdict::possible
                                                                             : Verdict::not_seen);
    check.evidence.emplace_back("least_share_by_window", window.least_share);
    check.evidence.emplace_back("share_limit", share_limit);
    check.evidence.emplace_back("least_share_at", window.least_at);
    check.text += fmt::format(
        "{}Another unloading window or fit space leaves at least {} of the differences in "
        "H_IT between load functions ({}).",
        check.text.empty() ? "" : " ", said_percent(100 * window.least_share, 0), window.least_at);
}

}  // namespace

Check check_sensitivity(const CheckInput& input) {
    const std::vector<LoadFunctionRows> holds = input.holds();
    Check check;
    check.code = "sensitivity";
    check.verdict = Verdict::not_seen;
    if (const auto* longest = longest_hold(holds, input.options.shortest_hold_s))
        check_start_of_hold(input, longest->name, check);
    check_window(input, check);
    if (check.text.empty())
        return not_checked("sensitivity",
                           "no hold curve, and no two load functions that differ in H_IT");
    return check;
}

}  // namespace sneddon
