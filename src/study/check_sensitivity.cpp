#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "checks.hpp"

namespace sneddon {
namespace {

constexpr double move_limit = 0.2;

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
    const std::size_t first = order_by(one, &CreepLaw::a_nm_per_s).front();
    double move = std::abs(other[first].a_nm_per_s / one[first].a_nm_per_s - 1);
    for (std::size_t i = 0; i < one.size(); ++i)
        move = std::fmax(move, std::abs(other[i].c / one[i].c - 1));
    return move;
}

}  // namespace

Check check_sensitivity(const CheckInput& input) {
    const std::vector<LoadFunctionRows> holds = input.holds();
    const LoadFunctionRows* longest = longest_hold(holds, input.options.shortest_hold_s);
    if (longest == nullptr) return not_checked("sensitivity", "no test has a hold");
    const bool has_clusters = input.clusters() > 0;
    Laws nominal;
    std::map<StartChange, Laws> changed;
    for (const CreepCurve& curve : input.findings.creep_curves) {
        if (curve.load_function != longest->name || curve.label.has_value() != has_clusters)
            continue;
        nominal.push_back(law_of(curve.fit));
        for (const StartSensitivity& each : curve.sensitivity)
            changed[each.change].push_back(law_of(each.fit));
    }
    if (nominal.empty()) return not_checked("sensitivity", "no hold curve of the longest hold");
    Check check;
    check.code = "sensitivity";
    check.verdict = Verdict::not_seen;
    double move = 0;
    std::string turned;
    for (const auto& [change, laws] : changed) {
        if (laws.size() != nominal.size()) continue;
        move = std::fmax(move, largest_move(nominal, laws));
        if (says_the_same(nominal, laws)) continue;
        check.verdict = Verdict::likely;
        turned += fmt::format("{}{}", turned.empty() ? "" : "; ", words(change));
    }
    if (move > move_limit) check.verdict = worse(check.verdict, Verdict::possible);
    check.evidence = {{"largest_move", move}, {"move_limit", move_limit}, {"turned_by", turned}};
    check.text =
        fmt::format("Another start of the hold moves a or c by up to {:.0f} %.", 100 * move);
    if (!turned.empty())
        check.text +=
            fmt::format(" The order of the clusters in a or c is another with: {}.", turned);
    return check;
}

}  // namespace sneddon
