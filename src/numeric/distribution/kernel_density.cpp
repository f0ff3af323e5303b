#include "numeric/distribution/kernel_density.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "numeric/distribution/diffusion_bandwidth.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

bool are_finite(std::span<const double> values) {
    return std::ranges::all_of(values, [](double x) { return std::isfinite(x); });
}

// Half of the values may be equal, then the quartiles tell nothing and the sd is used (as R does).
double nrd0_spread(std::span<const double> sorted, double sd) {
    const double quartiles =
        (quantile_of_sorted(sorted, 0.75) - quantile_of_sorted(sorted, 0.25)) / 1.34;
    return quartiles > 0 ? std::min(sd, quartiles) : sd;
}

}  // namespace

std::string_view name(BandwidthRule rule) {
    switch (rule) {
        case BandwidthRule::scott:
            return "scott";
        case BandwidthRule::silverman:
            return "silverman";
        case BandwidthRule::nrd0:
            return "nrd0";
        case BandwidthRule::improved_sheather_jones:
            return "isj";
    }
    return "";
}

double bandwidth(std::span<const double> values, BandwidthRule rule) {
    if (values.size() < 2 || !are_finite(values)) return nan;
    const auto sorted = sorted_values(values);
    if (sorted.front() == sorted.back()) return nan;
    const auto n = static_cast<double>(sorted.size());
    const double sd = standard_deviation(sorted);
    switch (rule) {
        case BandwidthRule::scott:
            return sd * std::pow(n, -0.2);
        case BandwidthRule::silverman:
            return sd * std::pow(0.75 * n, -0.2);
        case BandwidthRule::nrd0:
            return 0.9 * nrd0_spread(sorted, sd) * std::pow(n, -0.2);
        case BandwidthRule::improved_sheather_jones:
            return diffusion_bandwidth(sorted);
    }
    return nan;
}

std::vector<double> kernel_density(std::span<const double> values, double bandwidth,
                                   std::span<const double> points) {
    if (!(bandwidth > 0) || !std::isfinite(bandwidth) || values.empty() || !are_finite(values))
        return std::vector<double>(points.size(), nan);
    const auto sorted = sorted_values(values);
    const double scale =
        1 / (bandwidth * static_cast<double>(sorted.size()) * std::sqrt(2 * std::numbers::pi));
    std::vector<double> density;
    density.reserve(points.size());
    for (const double point : points) {
        // Beyond 39 bandwidths a kernel is below the smallest double.
        auto from = std::ranges::lower_bound(sorted, point - 39 * bandwidth);
        const auto to = std::ranges::upper_bound(sorted, point + 39 * bandwidth);
        double sum = 0;
        for (; from < to; ++from) {
            const double z = (point - *from) / bandwidth;
            sum += std::exp(-0.5 * z * z);
        }
        density.push_back(std::isnan(point) ? nan : sum * scale);
    }
    return density;
}

}  // namespace sneddon
