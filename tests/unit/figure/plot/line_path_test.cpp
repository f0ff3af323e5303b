#include "figure/plot/line_path.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/nan.hpp"

namespace sneddon {
namespace {

/// One mm a unit.
PanelLayout as_mm() {
    PanelLayout layout;
    for (FigureScale* scale : {&layout.x, &layout.y}) {
        scale->low = 0;
        scale->high = 100;
        scale->from_mm = 0;
        scale->to_mm = 100;
    }
    return layout;
}

struct DrawnPoint {
    double x, y;
    bool is_move;
};

std::vector<DrawnPoint> points_of(std::string path) {
    std::vector<DrawnPoint> points;
    std::string spaced;
    for (const char c : path) spaced += c == 'M' ? " M " : std::string(1, c);
    std::istringstream in(spaced);
    bool is_move = false;
    for (std::string word; in >> word;) {
        if (word == "M") {
            is_move = true;
            continue;
        }
        double y = 0;
        in >> y;
        points.push_back({std::stod(word), y, is_move});
        is_move = false;
    }
    return points;
}

double distance_to_path(const std::vector<DrawnPoint>& path, double x, double y) {
    double least = 1e9;
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (path[i].is_move) continue;
        const double dx = path[i].x - path[i - 1].x, dy = path[i].y - path[i - 1].y;
        const double length = dx * dx + dy * dy;
        double part =
            length > 0 ? ((x - path[i - 1].x) * dx + (y - path[i - 1].y) * dy) / length : 0;
        part = std::clamp(part, 0.0, 1.0);
        least = std::min(least,
                         std::hypot(x - path[i - 1].x - part * dx, y - path[i - 1].y - part * dy));
    }
    return least;
}

constexpr double tolerance_mm = 0.05;
constexpr double last_digit_mm = 0.01;

TEST(LinePath, ToleranceFollowsTheWidthOfTheFigure) {
    EXPECT_DOUBLE_EQ(line_tolerance_mm(180), 0.05);
    EXPECT_DOUBLE_EQ(line_tolerance_mm(90), 0.025);
}

// A hold: 20,000 samples move about within half a millimetre, which creeps on by 1 mm.
TEST(LinePath, TheNoiseOfAHoldIsDrawnOnceAndEverySampleLiesOnInk) {
    std::vector<double> x, y;
    for (int i = 0; i < 20000; ++i) {
        x.push_back(20 + 5e-5 * i + 0.3 * std::sin(1.7 * i) + 0.3 * std::sin(0.37 * i));
        y.push_back(50 + 0.3 * std::sin(2.3 * i * i));
    }
    const std::string path = line_path(x, y, as_mm(), tolerance_mm, DrawnTwice::leave_out);
    const auto drawn = points_of(path);
    EXPECT_LT(drawn.size(), 4000u);
    double farthest = 0;
    for (std::size_t i = 0; i < x.size(); i += 7)
        farthest = std::max(farthest, distance_to_path(drawn, x[i], y[i]));
    EXPECT_LE(farthest, 2 * tolerance_mm + last_digit_mm);
    EXPECT_GT(line_path(x, y, as_mm(), tolerance_mm, DrawnTwice::keep).size(), 3 * path.size());
}

TEST(LinePath, NoiseAcrossTheLineIsNoSaw) {
    std::vector<double> x, y;
    for (int i = 0; i < 5000; ++i) {
        x.push_back(0.01 * i);
        y.push_back(40 + std::sin(12.9898 * i) * std::sin(78.233 * i));
    }
    const auto drawn = points_of(line_path(x, y, as_mm(), tolerance_mm, DrawnTwice::leave_out));
    double low = 1e9, high = -1e9;
    std::size_t inner = 0;
    for (const DrawnPoint& point : drawn) {
        low = std::min(low, point.y);
        high = std::max(high, point.y);
        if (std::fabs(point.y - 40) < 0.5) ++inner;
    }
    // Extremes alone would leave the middle half of the band without a point.
    EXPECT_GT(static_cast<double>(inner), 0.25 * static_cast<double>(drawn.size()));
    EXPECT_GT(high - low, 1.8);
}

TEST(LinePath, IsBrokenWhereThereIsNoNumber) {
    const auto drawn =
        points_of(line_path({1, 2, nan, 5, 6}, {1, 1, 1, 1, 2}, as_mm(), 0.01, DrawnTwice::keep));
    ASSERT_EQ(drawn.size(), 4u);
    EXPECT_TRUE(drawn[0].is_move);
    EXPECT_FALSE(drawn[1].is_move);
    EXPECT_TRUE(drawn[2].is_move);
    EXPECT_EQ(line_path({}, {}, as_mm(), 0.01, DrawnTwice::keep), "");
}

}  // namespace
}  // namespace sneddon
