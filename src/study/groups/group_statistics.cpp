#include "study/groups/group_statistics.hpp"

#include <cmath>

#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct NaturalLess {
    bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
};

GroupStatistic statistic(const std::vector<const TestRow*>& rows, QuantityIndex quantity) {
    std::vector<double> values;
    for (const TestRow* row : rows)
        if (std::isfinite(row->values[quantity])) values.push_back(row->values[quantity]);
    const Moments of = moments(values);
    GroupStatistic found{of.mean, of.sd, values.size(), quartiles(values), {}};
    if (of.n >= 2) {
        const auto n = static_cast<double>(of.n);
        const double half = student_quantile(0.975, n - 1) * of.sd / std::sqrt(n);
        found.ci95 = {of.mean - half, of.mean + half};
    }
    if (quantity.info().uncertainty == UncertaintyIs::none) return found;
    found.u_random = of.sd / std::sqrt(static_cast<double>(values.size()));
    // Fully correlated from test to test: the mean is as uncertain as its members.
    std::vector<double> common;
    for (const TestRow* row : rows)
        if (std::isfinite(row->values[quantity])) common.push_back(row->u_common[quantity]);
    found.u_common = mean(common);
    return found;
}

}  // namespace

std::vector<Group> group_statistics(const std::vector<TestRow>& tests) {
    std::map<std::string, std::vector<const TestRow*>, NaturalLess> members;
    for (const TestRow& row : tests)
        if (row.status == Status::used) members[row.load_function].push_back(&row);
    std::vector<Group> groups;
    for (const auto& [name, rows] : members) {
        Group group;
        group.name = name;
        group.n = rows.size();
        for (std::size_t i = 0; i < quantity_count; ++i) {
            const GroupStatistic of = statistic(rows, QuantityIndex{i});
            if (of.n > 0) group.statistics.emplace(i, of);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sneddon
