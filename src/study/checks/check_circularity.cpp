#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "numeric/sum/pearson.hpp"
#include "study/checks/checks.hpp"

namespace sneddon {
namespace {

struct ClusterWorks {
    std::vector<double> plastic, hold, without_hold;  ///< means by label
};

ClusterWorks works_of(const CheckInput& input, const std::string& load_function) {
    ClusterWorks works;
    for (const EnergyFinding& energy : input.findings.energies) {
        if (energy.load_function != load_function || !energy.label) continue;
        works.plastic.push_back(energy.statistics.at("W_plast_pJ"_q.at).mean);
        works.hold.push_back(energy.statistics.at("W_hold_pJ"_q.at).mean);
        works.without_hold.push_back(energy.W_plast_without_hold_pJ.mean);
    }
    return works;
}

/// Largest minus smallest.
double range(const std::vector<double>& values) {
    if (values.empty()) return nan;
    const auto [low, high] = std::ranges::minmax(values);
    return high - low;
}

enum class WorkOfHold { included, taken_out };

double r_squared_on_creep(const CheckInput& input, const Rows& rows, WorkOfHold work_of_hold) {
    std::vector<double> work = values_of(input.tests, rows, "W_plast_pJ"_q);
    const std::vector<double> hold = values_of(input.tests, rows, "W_hold_pJ"_q);
    if (work_of_hold == WorkOfHold::taken_out)
        for (std::size_t i = 0; i < work.size(); ++i) work[i] -= hold[i];
    const double r = pearson(work, values_of(input.tests, rows, "creep_nm"_q));
    return r * r;
}

/// Of tables, whose clusters are cut on hardness and modulus: both are made of one area.
std::optional<Check> shared_area(const CheckInput& input) {
    const auto& features = input.findings.clusters->features;
    const auto has = [&](QuantityIndex quantity) {
        return std::ranges::find(features, quantity) != features.end();
    };
    const bool has_E = has("E_IT_GPa"_q);
    if (!has("H_IT_GPa"_q) || !(has_E || has("E_r_GPa"_q))) return std::nullopt;
    const QuantityIndex modulus = has_E ? "E_IT_GPa"_q : "E_r_GPa"_q;
    const Rows& rows = input.findings.clusters->tests;
    if (input.tests[rows.front()].source != RowSource::table) return std::nullopt;
    Check check;
    check.code = "circularity";
    std::vector<double> within;
    for (std::size_t j = 0; j < input.clusters(); ++j) {
        const Rows of_label = with_label(input.tests, rows, static_cast<int>(j));
        within.push_back(pearson(values_of(input.tests, of_label, "H_IT_GPa"_q),
                                 values_of(input.tests, of_label, modulus)));
    }
    const double all =
        pearson(values_of(input.tests, rows, "H_IT_GPa"_q), values_of(input.tests, rows, modulus));
    check.verdict = Verdict::possible;
    check.evidence = {{"r_H_E", all}, {"r_H_E_by_label", within}};
    check.text = fmt::format(
        "H_IT and {} are not independent: both are made of the contact area A_p, H_IT as 1/A_p and "
        "the reduced modulus as 1/sqrt(A_p). What moves the area of single indents (roughness, "
        "pile-up, an "
        "edge) moves both along one line; their correlation is {:+.2f}.",
        modulus.info().symbol, all);
    return check;
}

}  // namespace

Check check_circularity(const CheckInput& input) {
    if (input.clusters() == 0) return not_checked("circularity", "there are no clusters");
    if (auto check = shared_area(input)) return *std::move(check);
    const std::vector<LoadFunctionRows> holds = input.holds();
    const LoadFunctionRows* longest = longest_hold(holds, input.options.shortest_hold_s);
    if (longest == nullptr) return not_checked("circularity", "no test has a hold");
    Check check;
    check.code = "circularity";
    const auto& features = input.findings.clusters->features;
    const bool is_cut_on_creep = std::ranges::find(features, "creep_nm"_q) != features.end();
    // Not a matter of evidence: a cluster that was cut on creep differs in F_max times creep.
    const bool is_circular = is_cut_on_creep && input.clusters() > 1;
    check.verdict = is_circular ? Verdict::likely : Verdict::not_seen;
    const ClusterWorks works = works_of(input, longest->name);
    const double with = r_squared_on_creep(input, longest->rows, WorkOfHold::included);
    const double without = r_squared_on_creep(input, longest->rows, WorkOfHold::taken_out);
    // The published order is a falling one by label: does it survive without the work of the hold?
    const bool rests_on_hold = std::ranges::is_sorted(works.plastic, std::greater<>()) &&
                               !std::ranges::is_sorted(works.without_hold, std::greater<>());
    check.evidence = {{"W_plast_pJ_by_label", works.plastic},
                      {"W_hold_pJ_by_label", works.hold},
                      {"W_plast_without_hold_pJ_by_label", works.without_hold},
                      {"r2_W_plast_on_creep", with},
                      {"r2_W_plast_without_hold_on_creep", without},
                      {"share_of_range_from_hold", range(works.hold) / range(works.plastic)}};
    if (!is_circular) {
        check.text = is_cut_on_creep ? "There is one cluster: nothing is compared between clusters."
                                     : "Creep is not a feature of the clusters.";
        return check;
    }
    check.text = fmt::format(
        "Clusters are cut on creep, and the work of the hold, F_max times creep, is part of "
        "W_plast "
        "and W_total: their order in these is built in. At {} creep explains {} of the "
        "variance of W_plast and {} of W_plast - W_hold. ",
        longest->name, said_percent(100 * with, 0), said_percent(100 * without, 0));
    check.text += rests_on_hold
                      ? "The order of the clusters in W_plast rests on the work of the hold alone: "
                        "without it the order is another."
                      : fmt::format(
                            "Of the range of W_plast between clusters {} is work of the "
                            "hold.",
                            said_percent(100 * range(works.hold) / range(works.plastic), 0));
    check.text += " No p value between clusters is given for what made them.";
    return check;
}

}  // namespace sneddon
