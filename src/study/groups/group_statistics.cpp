#include "study/groups/group_statistics.hpp"

#include <cmath>

#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"
#include "study/groups/fits_at_bound.hpp"
#include "study/samples.hpp"
#include "study/significance.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

GroupStatistic statistic(const std::vector<TestRow>& tests, const Rows& rows,
                         QuantityIndex quantity) {
    const std::vector<double> values = finite_values(tests, rows, quantity);
    const Moments all = moments(values);
    GroupStatistic found{all.mean, all.sd, values.size(), quartiles(values), {}};
    if (all.n >= 2) {
        const auto n = static_cast<double>(all.n);
        const double half = student_quantile(1 - significance / 2, n - 1) * all.sd / std::sqrt(n);
        found.ci95 = {all.mean - half, all.mean + half};
    }
    if (quantity.info().uncertainty == UncertaintyIs::none) return found;
    found.u_random = all.sd / std::sqrt(static_cast<double>(values.size()));
    // Fully correlated from test to test: the mean is as uncertain as its members.
    std::vector<double> common;
    for (const std::size_t row : rows)
        if (std::isfinite(tests[row].values[quantity]))
            common.push_back(tests[row].u_common[quantity]);
    found.u_common = mean(common);
    return found;
}

}  // namespace

std::vector<Group> group_statistics(const StudyResult& study, FitsAtBound rule) {
    const std::vector<TestRow>& tests = study.tests;
    std::vector<Group> groups;
    for (const LoadFunctionRows& load_function : by_load_function(tests)) {
        Group group;
        group.name = load_function.name;
        group.load_function = group.name;
        if (const auto sample = shared_sample(tests, load_function.rows)) {
            group.sample = sample_name(study, *sample);
            group.load_function = without_sample(study, *sample, group.name);
        }
        group.n = load_function.rows.size();
        const Rows sound = rows_with_own_fit(tests, load_function.rows, rule);
        for (std::size_t i = 0; i < quantity_count; ++i) {
            const Rows& rows = follows_from_fit({i}) ? sound : load_function.rows;
            const GroupStatistic found = statistic(tests, rows, QuantityIndex{i});
            if (found.n > 0) group.statistics.emplace(i, found);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sneddon
