#include <algorithm>
#include <cstdlib>

#include "base/numbers/extremes.hpp"
#include "segment/load_runs.hpp"

namespace sneddon {
namespace {

/// Without a branch: neither the least nor the largest of two pairs is the median of five.
double median_of_5(std::span<const double, 5> x) {
    const double low = std::max(std::min(x[0], x[1]), std::min(x[3], x[4]));
    const double high = std::min(std::max(x[0], x[1]), std::max(x[3], x[4]));
    return std::max(std::min(low, high), std::min(std::max(low, high), x[2]));
}

}  // namespace

std::vector<double> without_spikes(std::span<const double> load_uN) {
    std::vector<double> smooth(load_uN.begin(), load_uN.end());
    for (std::size_t i = 2; i + 2 < load_uN.size(); ++i)
        smooth[i] = median_of_5(load_uN.subspan(i - 2).first<5>());
    return smooth;
}

double without_spikes(std::span<const double> values, std::size_t i) {
    if (i < 2 || i + 2 >= values.size()) return values[i];
    return median_of_5(values.subspan(i - 2).first<5>());
}

LoadScale load_scale(std::span<const double> smooth_uN, double noise_uN) {
    LoadScale scale;
    scale.peak_uN = largest_of(smooth_uN);
    // Readings of a coarse converter may have no noise at all: a part in 10^6 stands for it.
    scale.noise_uN = std::max(noise_uN, 1e-6 * std::abs(scale.peak_uN));
    return scale;
}

}  // namespace sneddon
