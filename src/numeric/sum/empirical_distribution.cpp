#include "numeric/sum/empirical_distribution.hpp"

#include <cstddef>

#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

// Calls visit(x, values below x, values up to x) for every different value.
template <class Visit>
void visit_steps(std::span<const double> values, Visit&& visit) {
    const auto sorted = sorted_values(values);  // empty with a NaN
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t end = begin + 1;
        while (end < sorted.size() && sorted[end] == sorted[begin]) ++end;
        visit(sorted[begin], begin, end);
        begin = end;
    }
}

}  // namespace

EmpiricalSteps empirical_cdf(std::span<const double> values) {
    EmpiricalSteps steps;
    const auto n = static_cast<double>(values.size());
    visit_steps(values, [&](double x, std::size_t, std::size_t up_to) {
        steps.x.push_back(x);
        steps.share.push_back(static_cast<double>(up_to) / n);
    });
    return steps;
}

EmpiricalSteps empirical_ccdf(std::span<const double> values, Tail tail) {
    EmpiricalSteps steps;
    const auto n = static_cast<double>(values.size());
    visit_steps(values, [&](double x, std::size_t below, std::size_t up_to) {
        const std::size_t excluded = tail == Tail::at_least ? below : up_to;
        steps.x.push_back(x);
        steps.share.push_back(static_cast<double>(values.size() - excluded) / n);
    });
    return steps;
}

}  // namespace sneddon
