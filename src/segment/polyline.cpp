#include "segment/polyline.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

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
    Farthest farthest{first, 0};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double distance = std::abs(y[i] - (y[first] + slope * (x[i] - x[first])));
        if (distance > farthest.distance) farthest = {i, distance};
    }
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
