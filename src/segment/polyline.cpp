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
    Farthest farthest{first, 0};
    const auto look = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const double distance = std::abs(rise(x[i], y[i]));
            if (distance > farthest.distance) farthest = {i, distance};
        }
    };
    constexpr std::size_t at_once = 8;  // most of which have none that is farther
    std::size_t i = first + 1;
    for (; i + at_once <= last; i += at_once) {
        Pair largest{};
        for (std::size_t j = i; j < i + at_once; j += 2) {
            const Pair pair = rise(pair_at(&x[j]), pair_at(&y[j]));
            largest = larger_of(largest, larger_of(pair, -pair));
        }
        if (std::max(largest[0], largest[1]) > farthest.distance) look(i, i + at_once);
    }
    look(i, last);
    return farthest;
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
