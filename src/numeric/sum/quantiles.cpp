#include "numeric/sum/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/nan.hpp"
#include "base/numbers/all_finite.hpp"
#include "base/numbers/selection.hpp"

namespace sneddon {
namespace {

/// Where Q(p) lies between two neighbours of the sorted values.
struct Place {
    std::size_t lower;
    double share;  ///< of the step to the next value
};

Place place_of(std::size_t count, double p) {
    const double h = static_cast<double>(count - 1) * p;
    const double lower = std::floor(h);
    return {static_cast<std::size_t>(lower), h - lower};
}

// No step is taken for a share of 0: with infinite values it would be 0 * inf.
double between(double lower, double upper, double share) {
    return share == 0 || lower == upper ? lower : lower + share * (upper - lower);
}

}  // namespace

double quantile_of_sorted(std::span<const double> sorted, double p) {
    if (sorted.empty() || !(p >= 0 && p <= 1)) return nan;
    const auto [lower, share] = place_of(sorted.size(), p);
    const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
    return between(sorted[lower], sorted[upper], share);
}

double quantile(std::span<const double> values, double p) {
    if (values.empty() || !(p >= 0 && p <= 1) || has_nan(values)) return nan;
    const auto [lower, share] = place_of(values.size(), p);
    const auto [at, next] = values_from_rank(values, lower);
    return between(at, next, share);
}

std::vector<double> sorted_values(std::span<const double> values) {
    if (has_nan(values)) return {};
    std::vector<double> copy(values.begin(), values.end());
    std::ranges::sort(copy);
    return copy;
}

double median(std::span<const double> values) {
    return quantile(values, 0.5);
}

double interquartile_range(std::span<const double> values) {
    const auto sorted = sorted_values(values);
    return quantile_of_sorted(sorted, 0.75) - quantile_of_sorted(sorted, 0.25);
}

}  // namespace sneddon
