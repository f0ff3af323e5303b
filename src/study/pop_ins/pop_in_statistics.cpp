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

PopInCounts counts_of(const std::string& group, const std::vector<TestRow>& tests) {
    PopInCounts counts;
    std::vector<double> loads, jumps;
    for (const TestRow& row : tests) {
        if (!is_searched_test_of(group, row)) continue;
        ++counts.searched;
        counts.total += static_cast<std::size_t>(std::ranges::count_if(row.pop_ins, is_of_loading));
        const auto first = std::ranges::find_if(row.pop_ins, is_of_loading);
        if (first == row.pop_ins.end()) continue;
        loads.push_back(first->load_uN);
        jumps.push_back(first->jump_nm);
    }
    counts.with = loads.size();
    if (loads.empty()) return counts;
    counts.first_load_uN = quantiles_of(loads);
    counts.first_jump_nm = quantiles_of(jumps);
    return counts;
}

}  // namespace

std::vector<PopInFinding> find_pop_ins_of_groups(const StudyResult& study,
                                                 const StudyOptions& options) {
    std::vector<PopInFinding> all;
    for (const Group& group : study.groups) {
        PopInFinding finding;
        finding.group = group.name;
        finding.counts = counts_of(group.name, study.tests);
        if (finding.counts.with > 0) all.push_back(std::move(finding));
    }
    const SizeGoodnessOptions goodness{options.fit_simulations, options.seed, options.stop};
    ordered_parallel(
        all.size(), options.threads, {},
        [&](std::size_t i) {
            PopInFinding finding = all[i];
            fit_pop_ins_of_group(study.tests, goodness, options.memory, finding);
            return finding;
        },
        [&](std::size_t i, PopInFinding&& finding) { all[i] = std::move(finding); });
    return all;
}

}  // namespace sneddon
