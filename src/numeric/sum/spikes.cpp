#include "numeric/sum/spikes.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/numbers/first_above.hpp"

namespace sneddon {
namespace {

constexpr double noise_factor = 12;    // normal noise reaches 5 in a million readings
constexpr double least_height = 1e-3;  // of the largest value: less moves no result
constexpr double steps_beside = 3;     // of the curve's own steps on both sides

/// Largest value, spikes aside.
double largest_of(std::span<const double> series, std::size_t begin, std::size_t end) {
    double largest = 0;
    for (std::size_t i = begin + 1; i + 1 < end; ++i) {
        const double low = std::min(series[i - 1], series[i + 1]);
        const double high = std::max(series[i - 1], series[i + 1]);
        largest = std::max(largest, std::abs(std::min(std::max(series[i], low), high)));
    }
    return largest;
}

/// How far a reading is from both neighbours at least.
constexpr auto height_at = [](auto at, std::size_t i) {
    return smaller_of(size_of(at(i) - at(i - 1)), size_of(at(i) - at(i + 1)));
};

/// Whether the reading is above or below both neighbours, by much more than the curve changes
/// there.
bool stands_out(std::span<const double> series, std::size_t i, double height) {
    if (!((series[i] - series[i - 1]) * (series[i] - series[i + 1]) > 0)) return false;
    const double beside =
        std::max(std::abs(series[i - 1] - series[i - 2]), std::abs(series[i + 2] - series[i + 1]));
    return height > steps_beside * beside;
}

}  // namespace

std::vector<Spike> spikes_in(std::span<const double> series, std::size_t begin, std::size_t end,
                             double noise) {
    std::vector<Spike> found;
    if (series.size() < 5) return found;
    // Most series have nothing so far above their noise, and need no largest value.
    const double least = noise_factor * noise;
    const std::size_t last = std::min(end, series.size() - 1);
    for (std::size_t i = std::max<std::size_t>(begin, 2); i + 2 < last; ++i) {
        i = first_above(series, i, last - 2, least, height_at);
        if (i + 2 >= last) break;
        const double height = height_at([&](std::size_t j) { return series[j]; }, i);
        if (stands_out(series, i, height)) found.push_back({i, height, least});
    }
    if (found.empty()) return found;
    const double limit = std::max(least, least_height * largest_of(series, begin, end));
    std::erase_if(found, [&](const Spike& spike) { return !(spike.height > limit); });
    for (Spike& spike : found) spike.limit = limit;
    return found;
}

void mend(std::vector<double>& series, std::span<const Spike> spikes) {
    for (const Spike& spike : spikes)
        series[spike.at] = series[spike.at - 1] + (series[spike.at + 1] - series[spike.at - 1]) / 2;
}

}  // namespace sneddon
