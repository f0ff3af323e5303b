#include "numeric/sum/spikes.hpp"

#include <algorithm>
#include <cstdlib>

namespace sneddon {
namespace {

constexpr double noise_factor = 12;    // normal noise reaches 5 in a million readings
constexpr double least_height = 1e-3;  // of the largest value: less moves no result
constexpr double steps_beside = 3;     // of the curve's own steps on both sides

/// Largest value, spikes aside.
double largest_of(std::span<const double> series, std::size_t begin, std::size_t end) {
    double largest = 0;
    for (std::size_t i = begin + 1; i + 1 < end; ++i) {
        const auto [low, high] = std::minmax(series[i - 1], series[i + 1]);
        largest = std::max(largest, std::abs(std::clamp(series[i], low, high)));
    }
    return largest;
}

}  // namespace

std::vector<Spike> spikes_in(std::span<const double> series, std::size_t begin, std::size_t end,
                             double noise) {
    std::vector<Spike> found;
    if (series.size() < 5) return found;
    const double limit =
        std::max(noise_factor * noise, least_height * largest_of(series, begin, end));
    for (std::size_t i = std::max<std::size_t>(begin, 2); i + 2 < std::min(end, series.size() - 1);
         ++i) {
        const double before = series[i] - series[i - 1], behind = series[i] - series[i + 1];
        const double height = std::min(std::abs(before), std::abs(behind));
        // Asked first: few are so high, and every other reading is above or below both neighbours.
        if (!(height > limit) || !(before * behind > 0)) continue;
        const double beside = std::max(std::abs(series[i - 1] - series[i - 2]),
                                       std::abs(series[i + 2] - series[i + 1]));
        if (height > steps_beside * beside) found.push_back({i, height, limit});
    }
    return found;
}

void mend(std::vector<double>& series, std::span<const Spike> spikes) {
    for (const Spike& spike : spikes)
        series[spike.at] = series[spike.at - 1] + (series[spike.at + 1] - series[spike.at - 1]) / 2;
}

}  // namespace sneddon
