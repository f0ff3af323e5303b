#include "segment/polyline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// Point by point, as the method is described.
void add_corners(const std::vector<double>& x, const std::vector<double>& y, std::size_t first,
                 std::size_t last, double tolerance, std::vector<std::size_t>& corners) {
    const double slope = (y[last] - y[first]) / (x[last] - x[first]);
    std::size_t farthest = first;
    double largest = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double distance = std::abs(y[i] - (y[first] + slope * (x[i] - x[first])));
        if (distance > largest) largest = distance, farthest = i;
    }
    if (largest <= tolerance) return;
    corners.push_back(farthest);
    add_corners(x, y, first, farthest, tolerance, corners);
    add_corners(x, y, farthest, last, tolerance, corners);
}

// A coarse reading has many points of one distance: the first of them is the corner.
TEST(Polyline, CornersAreTheFarthestPoints) {
    for (const bool is_coarse : {false, true})
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            RandomStream random(seed);
            std::vector<double> x, y;
            double value = 0;
            for (int i = 0; i < 200 + static_cast<int>(seed); ++i) {
                value += random.normal();
                x.push_back(0.1 * i);
                y.push_back(is_coarse ? std::round(value) : value);
            }
            std::vector<std::size_t> expected{0, x.size() - 1};
            add_corners(x, y, 0, x.size() - 1, 1.5, expected);
            std::ranges::sort(expected);
            EXPECT_EQ(polyline_corners(x, y, 1.5), expected);
        }
}

}  // namespace
}  // namespace sneddon
