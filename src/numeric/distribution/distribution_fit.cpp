#include "sneddon/numeric/distribution_fit.hpp"

#include <algorithm>
#include <vector>

#include "base/nan.hpp"
#include "numeric/distribution/distribution_family.hpp"
#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {
namespace {

DistributionFitState check(std::span<const double> sorted, const FamilyFunctions& family) {
    if (sorted.size() <= family.parameter_names.size()) return DistributionFitState::too_few_values;
    if (family.support == Support::above_zero && !(sorted.front() > 0))
        return DistributionFitState::value_not_positive;
    if (family.support == Support::from_zero && !(sorted.front() >= 0))
        return DistributionFitState::value_negative;
    if (sorted.front() == sorted.back()) return DistributionFitState::values_all_equal;
    return DistributionFitState::fitted;
}

}  // namespace

std::string_view words(DistributionFitState state) {
    switch (state) {
        case DistributionFitState::fitted:
            return "fitted";
        case DistributionFitState::too_few_values:
            return "not more values than parameters";
        case DistributionFitState::value_not_finite:
            return "a value is not a finite number";
        case DistributionFitState::value_not_positive:
            return "a value is not positive";
        case DistributionFitState::value_negative:
            return "a value is negative";
        case DistributionFitState::value_not_whole:
            return "a value is not a whole number";
        case DistributionFitState::not_for_intervals:
            return "no form for values that are censored or intervals";
        case DistributionFitState::values_all_equal:
            return "all values are equal";
        case DistributionFitState::no_interior_optimum:
            return "none: the likelihood has no maximum inside the range";
    }
    return "";
}

DistributionFit fit_distribution(std::span<const double> values, DistributionFamily family,
                                 const DistributionFitOptions& options) {
    const FamilyFunctions& functions = functions_of(family);
    DistributionFit fit;
    fit.distribution.family = family;
    fit.n = values.size();
    const bool is_tail = functions.support == Support::tail;
    fit.k = is_tail ? 1 : functions.parameter_names.size();
    if (!std::ranges::all_of(values, [](double x) { return is_finite(x); })) {
        fit.state = DistributionFitState::value_not_finite;
        return fit;
    }
    // Sorted: the result does not depend on the order of the values, not even in its last bit.
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    if (is_tail) std::erase_if(sorted, [](double x) { return !(x > 0); });
    fit.state = check(sorted, functions);
    if (!fit.is_fitted()) return fit;
    const FamilyEstimate estimate = functions.estimate(sorted, options);
    fit.state = estimate.state;
    if (!fit.is_fitted()) return fit;

    fit.distribution.parameters = estimate.parameters;
    CompensatedSum sum;
    fit.n = 0;
    for (const double x : sorted) {
        if (is_tail && x < estimate.parameters[1]) continue;
        sum.add(log_density(fit.distribution, x));
        ++fit.n;
    }
    fit.log_likelihood = sum.value();
    fit.criteria = information_criteria(fit.log_likelihood, fit.k, fit.n);
    return fit;
}

}  // namespace sneddon
