#include "numeric/sum/quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>

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

/// The value at a place of the values if they were sorted. Selection is linear in n where sorting
/// is n log n: this runs on every curve.
double select(std::span<double> values, const Place& place) {
    const auto at_lower = values.begin() + static_cast<std::ptrdiff_t>(place.lower);
    std::nth_element(values.begin(), at_lower, values.end());
    if (place.share == 0) return *at_lower;
    return between(*at_lower, *std::min_element(at_lower + 1, values.end()), place.share);
}

constexpr std::size_t fewest_for_bracket = 2000;

/// Two values of a sample between which the place most likely lies: 3 standard errors of the
/// sample's quantile to each side (Floyd and Rivest 1975, Commun. ACM 18, 165).
std::array<double, 2> bracket_of(std::span<const double> values, double p) {
    std::array<double, 512> sample;
    const std::size_t step = values.size() / sample.size();
    for (std::size_t i = 0; i < sample.size(); ++i) sample[i] = values[i * step];
    constexpr auto last = static_cast<double>(sample.size() - 1);
    const double middle = p * last, reach = 3 * std::sqrt(last * p * (1 - p)) + 2;
    const auto at = [&](double place) {
        return sample.begin() + static_cast<std::ptrdiff_t>(std::clamp(place, 0.0, last));
    };
    const auto low = at(middle - reach), high = at(middle + reach);
    std::nth_element(sample.begin(), low, sample.end());
    if (high > low) std::nth_element(low + 1, high, sample.end());
    return {*low, *high};
}

/// One pass without a branch keeps the tenth of the values in which the place lies; nothing where
/// it does not.
std::optional<double> from_bracket(std::span<const double> values, Place place) {
    const double n = static_cast<double>(values.size() - 1);
    const auto [low, high] =
        bracket_of(values, (static_cast<double>(place.lower) + place.share) / n);
    const auto inside = std::make_unique_for_overwrite<double[]>(values.size());
    std::size_t below = 0, kept = 0;
    for (const double value : values) {
        below += value < low;
        inside[kept] = value;
        kept += static_cast<std::size_t>(value >= low) & static_cast<std::size_t>(value <= high);
    }
    if (place.lower < below || place.lower + 1 >= below + kept) return std::nullopt;
    place.lower -= below;
    return select({inside.get(), kept}, place);
}

double value_at(std::span<const double> values, const Place& place) {
    if (values.size() >= fewest_for_bracket)
        if (const auto found = from_bracket(values, place)) return *found;
    std::vector<double> copy(values.begin(), values.end());
    return select(copy, place);
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
    return value_at(values, place_of(values.size(), p));
}

double value_of_rank(std::span<const double> values, std::size_t rank) {
    return value_at(values, {rank, 0});
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
