#include <fmt/core.h>

#include "base/nan.hpp"
#include "study/checks/group_checks.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double least_p = 0.01;  // after Holm; below 0.05: every group of every study is asked

const OrderFinding* order_of(const GroupCheckInput& input) {
    for (const OrderFinding& order : input.findings.order)
        if (order.load_function == input.group.name && order.quantity == "H_IT_GPa"_q)
            return &order;
    return nullptr;
}

}  // namespace

GroupCheck check_trend(const GroupCheckInput& input) {
    const std::vector<double> H_GPa = finite_values(input.tests, input.rows, "H_IT_GPa"_q);
    if (H_GPa.size() < fewest_tests) return std::nullopt;
    const OrderFinding* order = order_of(input);
    if (order == nullptr) return std::nullopt;
    const MannKendall& trend = order->trend;
    Check check = judged("trend", input, order->p_holm < least_p, "SND-G054");
    check.evidence = {
        {"tau_b", trend.tau_b}, {"p", trend.p}, {"p_holm", order->p_holm}, {"limit", least_p}};
    if (is_nan(trend.tau_b))
        check.text = "H_IT in the order of the tests: all are equal";
    else
        check.text =
            fmt::format("H_IT in the order of the tests: tau_b {:+.2f}, p = {:.2g} after Holm",
                        trend.tau_b, order->p_holm);
    return check;
}

}  // namespace sneddon
