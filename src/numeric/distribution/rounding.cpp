#include "numeric/distribution/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace sneddon {
namespace {

constexpr int most_parts = 10;           // of the least distance that are tried as the step
constexpr std::size_t fewest_kinds = 4;  // of values for a grid to say anything
constexpr double tolerance = 1e-4;       // of a step: values are printed with some digits

bool is_grid(std::span<const double> kinds, double step) {
    const double largest = std::max(std::abs(kinds.front()), std::abs(kinds.back()));
    const double rounding = 4 * std::numeric_limits<double>::epsilon() * largest / step;
    if (rounding > tolerance) return false;
    return std::ranges::all_of(kinds, [&](double x) {
        const double place = (x - kinds.front()) / step;
        return std::abs(place - std::round(place)) <= tolerance;
    });
}

std::optional<Rounding> grid_of(std::span<const double> kinds) {
    if (kinds.size() < fewest_kinds) return std::nullopt;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < kinds.size(); ++i) least = std::min(least, kinds[i] - kinds[i - 1]);
    for (int parts = 1; parts <= most_parts; ++parts)
        if (is_grid(kinds, least / parts)) {
            // From the whole range: the least distance has the fewest digits.
            const double range = kinds.back() - kinds.front();
            return Rounding{range / std::round(range * parts / least), kinds.front()};
        }
    return std::nullopt;
}

}  // namespace

double Rounding::operator()(double x) const {
    if (!(step > 0)) return x;
    const double rounded = origin + step * std::round((x - origin) / step);
    // The origin is a value of the data, not zero: what is left of both is no value.
    return std::abs(rounded) < tolerance * step ? 0 : rounded;
}

Repetition repetition(std::span<const double> values) {
    std::vector<double> kinds(values.begin(), values.end());
    std::ranges::sort(kinds);
    Repetition found;
    if (kinds.empty() || std::ranges::any_of(kinds, [](double x) { return !std::isfinite(x); }))
        return found;
    found.at_low = static_cast<std::size_t>(std::ranges::count(kinds, kinds.front()));
    found.at_high = static_cast<std::size_t>(std::ranges::count(kinds, kinds.back()));
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    found.distinct = kinds.size();
    if (found.distinct < values.size()) found.rounding = grid_of(kinds);
    return found;
}

}  // namespace sneddon
