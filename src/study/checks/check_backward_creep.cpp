#include <fmt/core.h>

#include "base/nan.hpp"
#include "numeric/sum/pearson.hpp"
#include "study/checks/group_checks.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double largest_negative_share = 0.05;  // one test in 20

}  // namespace

GroupCheck check_backward_creep(const GroupCheckInput& input) {
    std::vector<double> H_GPa, creep_nm;
    std::size_t negative = 0;
    for (const std::size_t row : input.rows) {
        const QuantityValues& values = input.tests[row].values;
        if (!is_finite(values["H_IT_GPa"_q]) || !is_finite(values["creep_nm"_q])) continue;
        H_GPa.push_back(values["H_IT_GPa"_q]);
        creep_nm.push_back(values["creep_nm"_q]);
        if (creep_nm.back() < 0) ++negative;
    }
    if (creep_nm.size() < fewest_tests) return std::nullopt;
    const double share = static_cast<double>(negative) / static_cast<double>(creep_nm.size());
    const double correlation = pearson(H_GPa, creep_nm);
    Check check = judged("creep", input, share > largest_negative_share, "SND-G057");
    check.evidence = {{"negative_share", share},
                      {"correlation_with_H_IT", correlation},
                      {"limit", largest_negative_share}};
    check.text = fmt::format(
        "{:.1f} % of the tests creep backwards; {}", 100 * share,
        is_nan(correlation) ? "creep or H_IT does not vary"
                            : fmt::format("correlation of creep and H_IT {:+.2f}", correlation));
    return check;
}

}  // namespace sneddon
