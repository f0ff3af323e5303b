#include "study/pop_ins/pop_in_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "numeric/sum/quantiles.hpp"
#include "study/pop_ins/group_fits.hpp"

namespace sneddon {
namespace {

constexpr std::array probabilities = {0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0};

std::vector<std::pair<double, double>> quantiles_of(std::span<const double> values) {
    std::vector<std::pair<double, double>> quantiles;
    const std::vector<double> sorted = sorted_values(values);
    for (const double p : probabilities) quantiles.emplace_back(p, quantile_of_sorted(sorted, p));
    return quantiles;
}

bool is_of_loading(const PopIn& event) {
    return event.kind == PopInKind::loading;
}

GroupPopIns first_pop_ins(const std::string& group, const std::vector<TestRow>& tests) {
    GroupPopIns pop_ins;
    pop_ins.group = group;
    std::vector<double> loads, jumps;
    for (const TestRow& row : tests) {
        if (!is_searched_test_of(group, row)) continue;
        ++pop_ins.searched;
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

std::vector<PopInFinding> find_pop_ins_of_groups(StudyResult& study, unsigned threads) {
    std::vector<PopInFinding> all;
    ordered_parallel(
        study.pop_ins.size(), threads, {},
        [&](std::size_t i) { return pop_ins_of_group(study.pop_ins[i].group, study.tests); },
        [&](std::size_t i, PopInFinding&& finding) {
            const FirstLoadFit& weibull = finding.fits.front();
            if (weibull.is_fitted()) {
                const auto [k, lambda_uN] = weibull.parameters.law.parameters();
                study.pop_ins[i].weibull_k = k;
                study.pop_ins[i].weibull_lambda_uN = lambda_uN;
            }
            all.push_back(std::move(finding));
        });
    return all;
}

}  // namespace sneddon
