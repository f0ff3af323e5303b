#include "numeric/sum/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/nan.hpp"

namespace sneddon {
namespace {

bool has_nan(std::span<const double> values) {
    return std::ranges::any_of(values, [](double x) { return std::isnan(x); });
}

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
    // Selection is linear in n where sorting is n log n: this runs on every curve.
    std::vector<double> copy(values.begin(), values.end());
    const auto at_lower = copy.begin() + static_cast<std::ptrdiff_t>(lower);
    std::nth_element(copy.begin(), at_lower, copy.end());
    if (share == 0) return *at_lower;
    return between(*at_lower, *std::min_element(at_lower + 1, copy.end()), share);
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
