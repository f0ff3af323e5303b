#include <algorithm>
#include <array>
#include <cmath>

#include "load_runs.hpp"
#include "sneddon/numeric/robust.hpp"

namespace sneddon {

std::vector<double> without_spikes(std::span<const double> load_uN) {
    std::vector<double> smooth(load_uN.begin(), load_uN.end());
    for (std::size_t i = 2; i + 2 < load_uN.size(); ++i) {
        std::array<double, 5> near{};
        std::copy_n(load_uN.begin() + static_cast<std::ptrdiff_t>(i) - 2, 5, near.begin());
        std::ranges::nth_element(near, near.begin() + 2);
        smooth[i] = near[2];
    }
    return smooth;
}

LoadScale load_scale(std::span<const double> load_uN, std::span<const double> smooth_uN) {
    LoadScale scale;
    scale.peak_uN = *std::ranges::max_element(smooth_uN);
    // Readings of a coarse converter may have no noise at all: a part in 10^6 stands for it.
    scale.noise_uN = std::max(noise_sigma(load_uN), 1e-6 * std::abs(scale.peak_uN));
    return scale;
}

}  // namespace sneddon
