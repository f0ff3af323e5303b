#include <fmt/core.h>

#include <algorithm>

#include "model/cluster_name.hpp"
#include "study/checks/checks.hpp"

namespace sneddon {

Check check_cluster_size(const CheckInput& input) {
    constexpr double limit = 20;  // of this project: below, intervals are guesses
    if (input.clusters() == 0) return not_checked("cluster_size", "there are no clusters");
    const std::vector<LoadFunctionRows> holds = input.holds();
    const LoadFunctionRows* longest = longest_hold(holds, input.options.shortest_hold_s);
    const std::vector<LoadFunctionRows> groups = by_load_function(input.tests);
    if (longest == nullptr && groups.size() == 1) longest = &groups.front();  // a table
    if (longest == nullptr) return not_checked("cluster_size", "no test has a hold");
    std::vector<double> sizes;
    for (std::size_t j = 0; j < input.clusters(); ++j)
        sizes.push_back(static_cast<double>(
            with_label(input.tests, longest->rows, static_cast<int>(j)).size()));
    const auto smallest = std::ranges::min_element(sizes);
    Check check;
    check.code = "cluster_size";
    check.verdict = verdict_below(*smallest, limit);
    check.evidence = {{"n_by_label", sizes}, {"limit", limit}};
    check.text = fmt::format(
        "At {} the smallest one, {}, has {:.0f} tests ({:.0f} are asked for).", longest->name,
        cluster_name(input.facts, static_cast<std::size_t>(smallest - sizes.begin())), *smallest,
        limit);
    return check;
}

}  // namespace sneddon
