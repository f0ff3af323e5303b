#include "study/groups/pop_in_statistics.hpp"

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {
namespace {

constexpr std::array probabilities = {0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0};
constexpr std::size_t fewest_loads = 10;  // for a distribution

std::vector<std::pair<double, double>> quantiles_of(std::span<const double> values) {
    std::vector<std::pair<double, double>> quantiles;
    const std::vector<double> sorted = sorted_values(values);
    for (const double p : probabilities) quantiles.emplace_back(p, quantile_of_sorted(sorted, p));
    return quantiles;
}

GroupPopIns first_pop_ins(const std::string& group, const std::vector<TestRow>& tests) {
    GroupPopIns pop_ins;
    pop_ins.group = group;
    std::vector<double> loads, jumps;
    for (const TestRow& row : tests) {
        if (row.status != Status::used || row.load_function != group) continue;
        if (is_nan(row.values["pop_ins"_q])) continue;  // not searched: no loading
        ++pop_ins.searched;
        const auto is_of_loading = [](const PopIn& event) {
            return event.kind == PopInKind::loading;
        };
        pop_ins.total +=
            static_cast<std::size_t>(std::ranges::count_if(row.pop_ins, is_of_loading));
        const auto first = std::ranges::find_if(row.pop_ins, is_of_loading);
        if (first == row.pop_ins.end()) continue;
        loads.push_back(first->load_uN);
        jumps.push_back(first->jump_nm);
    }
    pop_ins.with = loads.size();
    if (loads.empty()) return pop_ins;
    pop_ins.first_load_uN = quantiles_of(loads);
    pop_ins.first_jump_nm = quantiles_of(jumps);
    if (loads.size() < fewest_loads) return pop_ins;
    const DistributionFit fit = fit_distribution(loads, DistributionFamily::weibull2);
    if (!fit.is_fitted()) return pop_ins;
    pop_ins.weibull_k = fit.distribution.parameters[0];
    pop_ins.weibull_lambda_uN = fit.distribution.parameters[1];
    return pop_ins;
}

}  // namespace

std::vector<GroupPopIns> pop_in_statistics(const StudyResult& study) {
    std::vector<GroupPopIns> all;
    for (const Group& group : study.groups) {
        GroupPopIns pop_ins = first_pop_ins(group.name, study.tests);
        if (pop_ins.with > 0) all.push_back(std::move(pop_ins));
    }
    return all;
}

}  // namespace sneddon
