#include "segment/polyline.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/numbers/extremes.hpp"

namespace sneddon {
namespace {

struct Farthest {
    std::size_t at = 0;
    double distance = 0;
};

Farthest farthest_from_chord(std::span<const double> x, std::span<const double> y,
                             std::size_t first, std::size_t last) {
    const double width = x[last] - x[first];
    const double slope = width > 0 ? (y[last] - y[first]) / width : 0;
    const double x_first = x[first], y_first = y[first];
    const auto rise = [&](auto x_i, auto y_i) { return y_i - (y_first + slope * (x_i - x_first)); };
    constexpr std::size_t at_once = 8;
    const auto largest_from = [&](std::size_t i) {
        Pair largest{};
        for (std::size_t j = i; j < i + at_once; j += 2) {
            const Pair pair = rise(pair_at(&x[j]), pair_at(&y[j]));
            largest = larger_of(largest, larger_of(pair, -pair));
        }
        return largest;
    };
    const auto distance_at = [&](std::size_t i) { return std::abs(rise(x[i], y[i])); };
    Pair of_all{};
    std::size_t i = first + 1;
    for (; i + at_once <= last; i += at_once) of_all = larger_of(of_all, largest_from(i));
    double distance = std::max(of_all[0], of_all[1]);
    for (; i < last; ++i) distance = std::max(distance, distance_at(i));
    if (!(distance > 0)) return {first, 0};
    // The first point that is so far.
    std::size_t at = first + 1;
    for (; at + at_once <= last; at += at_once) {
        const Pair largest = largest_from(at);
        if (largest[0] == distance || largest[1] == distance) break;
    }
    while (at + 1 < last && distance_at(at) != distance) ++at;
    return {at, distance};
}

}  // namespace

std::vector<std::size_t> polyline_corners(std::span<const double> x, std::span<const double> y,
                                          double tolerance) {
    if (x.empty()) return {};
    std::vector<std::size_t> corners{0, x.size() - 1};
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, x.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        const Farthest farthest = farthest_from_chord(x, y, first, last);
        if (farthest.distance <= tolerance) continue;
        corners.push_back(farthest.at);
        open.emplace_back(first, farthest.at);
        open.emplace_back(farthest.at, last);
    }
    std::ranges::sort(corners);
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    return corners;
}

}  // namespace sneddon
