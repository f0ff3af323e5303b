#include <fmt/core.h>

#include "numeric/resampling/trend.hpp"
#include "study/checks/group_checks.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double least_p = 0.01;  // below 0.05: every group of every study is asked

}  // namespace

GroupCheck check_trend(const GroupCheckInput& input) {
    const std::vector<double> H_GPa = finite_values(input.tests, input.rows, "H_IT_GPa"_q);
    if (H_GPa.size() < fewest_tests) return std::nullopt;
    const MannKendall trend = mann_kendall(H_GPa);
    Check check = judged("trend", input, trend.p < least_p, "SND-G054");
    check.evidence = {{"tau_b", trend.tau_b}, {"p", trend.p}, {"limit", least_p}};
    check.text = fmt::format("H_IT in the order of the tests: tau_b {:+.2f}, p = {:.2g}",
                             trend.tau_b, trend.p);
    return check;
}

}  // namespace sneddon
