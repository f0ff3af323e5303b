#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/said.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"
#include "study/checks/group_checks.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double largest_effect =
    0.1;  // of depth on F/S^2, which should show none: a tenth, of this project
constexpr double least_load_ratio = 1.5;  // less is the scatter of one load

/// F/S^2 of the deeper half of the tests over that of the shallower half, less 1.
double effect_of_depth(const std::vector<double>& depth, const std::vector<double>& ratio) {
    const double middle = median(depth);
    std::vector<double> shallow, deep;
    for (std::size_t i = 0; i < depth.size(); ++i)
        (depth[i] < middle ? shallow : deep).push_back(ratio[i]);
    return median(deep) / median(shallow) - 1;
}

}  // namespace

GroupCheck check_stiffness(const GroupCheckInput& input) {
    std::vector<double> depth, ratio;
    for (const std::size_t row : input.rows) {
        const QuantityValues& values = input.tests[row].values;
        if (!std::isfinite(values["h_c_nm"_q]) || !std::isfinite(values["P_per_S2_per_GPa"_q]))
            continue;
        depth.push_back(values["h_c_nm"_q]);
        ratio.push_back(values["P_per_S2_per_GPa"_q]);
    }
    if (ratio.size() < fewest_tests) return std::nullopt;
    const double effect = effect_of_depth(depth, ratio);
    const Moments scatter = moments(ratio);
    const std::vector<double> load = finite_values(input.tests, input.rows, "F_max_uN"_q);
    const auto [least, most] = std::ranges::minmax(load);
    // At one load the deeper tests are the softer ones, so that F/S^2 does depend on the depth:
    // only depths that the load made count.
    const bool is_by_load = most > least_load_ratio * least;
    Check check =
        judged("P/S2", input, is_by_load && std::fabs(effect) > largest_effect, "SND-G055");
    check.evidence = {{"mean_per_GPa", scatter.mean},
                      {"relative_sd", scatter.sd / scatter.mean},
                      {"deep_over_shallow_less_1", effect},
                      {"largest_over_smallest_load", most / least},
                      {"limit", largest_effect}};
    check.text =
        std::isnan(effect)
            ? "F/S^2 against the depth: all depths are equal"
            : fmt::format(
                  "F/S^2 of the deeper half differs by {} from that of the shallower half{}",
                  said_percent(100 * effect, 1, Sign::always),
                  is_by_load ? "" : "; at one load the deeper tests are the softer ones");
    return check;
}

GroupCheck check_stiffness_of_loads(const GroupCheckInput& input) {
    if (input.is_first()) return std::nullopt;
    const auto *load_a = statistic_of(input.first, "F_max_uN"_q),
               *load_b = statistic_of(input.group, "F_max_uN"_q),
               *ratio_a = statistic_of(input.first, "P_per_S2_per_GPa"_q),
               *ratio_b = statistic_of(input.group, "P_per_S2_per_GPa"_q);
    if (!load_a || !load_b || !ratio_a || !ratio_b) return std::nullopt;
    const double load_ratio = load_b->mean / load_a->mean;
    const double effect = ratio_b->mean / ratio_a->mean - 1;
    if (load_ratio < least_load_ratio && 1 / load_ratio < least_load_ratio) return std::nullopt;
    Check check = judged("P/S2 of loads", input, std::fabs(effect) > largest_effect, "SND-G055");
    check.evidence = {
        {"load_ratio", load_ratio}, {"relative_change", effect}, {"limit", largest_effect}};
    check.text = fmt::format("against {}: F/S^2 {} at {:.3g} times the load", input.first.name,
                             said_percent(100 * effect, 1, Sign::always), load_ratio);
    return check;
}

}  // namespace sneddon
