#include "analyse/depth_profile/stiffness_rise.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr std::size_t points_in_air = 10, fewest_points = 20;
constexpr double noise_factor = 5, most_of_largest = 0.02;
constexpr double sd_of_median_deviation = 1.4826;  // of a normal distribution

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

}  // namespace

double stiffness_rise_nm(std::span<const double> depth_nm, std::span<const double> stiffness) {
    if (stiffness.size() < fewest_points) return nan;
    std::vector<double> air(stiffness.begin(), stiffness.begin() + points_in_air);
    const double middle = median(air);
    for (double& value : air) value = std::fabs(value - middle);
    const double threshold = middle + noise_factor * sd_of_median_deviation * median(air);
    const double largest = std::ranges::max(stiffness);
    if (!(threshold < most_of_largest * largest)) return nan;
    std::size_t last = 0;
    for (std::size_t i = 0; i + 1 < stiffness.size(); ++i)
        if (stiffness[i] <= threshold) last = i;
    return (depth_nm[last] + depth_nm[last + 1]) / 2;
}

}  // namespace sneddon
