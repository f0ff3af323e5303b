#include "study/clusters/cluster_points.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 20;  // two Gaussians in two dimensions have 11 parameters

Error cannot(std::string why) {
    return {"SND-G022", "clusters", std::move(why), "", ""};
}

/// Empty: it is clustered.
std::string why_left_out(const TestRow& row, const std::vector<QuantityIndex>& features,
                         const StudyOptions& options) {
    if (row.status != Status::used) return "not used";
    const double hold_s = row.values["hold_s"_q];
    if (!(hold_s >= options.shortest_hold_s))
        return fmt::format("no hold of {:g} s", options.shortest_hold_s);
    if (hold_s > options.longest_hold_s)
        return fmt::format("a hold above {:g} s", options.longest_hold_s);
    for (const QuantityIndex feature : features)
        if (!is_finite(row.values[feature])) return fmt::format("no {}", feature.info().id);
    return "";
}

void count(std::vector<LeftOut>& list, const std::string& reason) {
    const auto known = std::ranges::find(list, reason, &LeftOut::reason);
    if (known != list.end())
        ++known->n;
    else
        list.push_back({reason, 1});
}

}  // namespace

Result<ClusterPoints> cluster_points(const std::vector<TestRow>& tests, const StudyOptions& options,
                                     std::optional<std::size_t> sample) {
    ClusterPoints found;
    for (const std::string& id : options.features) {
        const auto quantity = find_quantity(id);
        if (!quantity) return cannot(fmt::format("no quantity is called {}", id));
        found.features.push_back(*quantity);
    }
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (sample && tests[i].sample != *sample) continue;
        const std::string reason = why_left_out(tests[i], found.features, options);
        if (reason.empty())
            found.rows.push_back(i);
        else
            count(found.left_out, reason);
    }
    std::ranges::sort(found.left_out, {}, &LeftOut::reason);
    if (found.rows.size() < fewest_tests) {
        std::string why = fmt::format(
            "{} tests with a hold and a number for each of {}, at least "
            "{} are needed",
            found.rows.size(), joined(options.features, ", "), fewest_tests);
        return cannot(std::move(why));
    }
    std::vector<std::vector<double>> columns;
    for (const QuantityIndex feature : found.features)
        columns.push_back(values_of(tests, found.rows, feature));
    Result<Points> points = make_points(columns);
    if (!points) return points.error();
    found.points = std::move(points).value();
    return found;
}

}  // namespace sneddon
