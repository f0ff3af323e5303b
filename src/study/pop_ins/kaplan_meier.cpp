#include "study/pop_ins/kaplan_meier.hpp"

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"

namespace sneddon {

std::vector<SurvivalStep> kaplan_meier(std::span<const double> events,
                                       std::span<const double> larger_than) {
    constexpr double z_95 = 1.959963984540054;
    std::vector<double> seen(events.begin(), events.end());
    std::vector<double> larger(larger_than.begin(), larger_than.end());
    std::ranges::sort(seen);
    std::ranges::sort(larger);
    std::vector<SurvivalStep> steps;
    double survival = 1, variance = 0;
    for (auto here = seen.begin(); here != seen.end();) {
        const auto behind = std::upper_bound(here, seen.end(), *here);
        const auto count = static_cast<double>(behind - here);
        const auto at_risk = static_cast<std::size_t>(
            (seen.end() - here) + (larger.end() - std::ranges::lower_bound(larger, *here)));
        const auto n = static_cast<double>(at_risk);
        survival *= 1 - count / n;
        variance += count / (n * (n - count));
        SurvivalStep step{*here, at_risk, survival, nan, nan};
        if (survival > 0) {
            const double half = z_95 * std::sqrt(variance) / std::fabs(std::log(survival));
            step.low = std::pow(survival, std::exp(half));
            step.high = std::pow(survival, std::exp(-half));
        }
        steps.push_back(step);
        here = behind;
    }
    return steps;
}

}  // namespace sneddon
