#include "figure/plot/simplified_line.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

double distance(const LinePoint& point, const LinePoint& from, const LinePoint& to) {
    const double dx = to[0] - from[0], dy = to[1] - from[1], length = dx * dx + dy * dy;
    double part = length > 0 ? ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length : 0;
    part = std::clamp(part, 0.0, 1.0);
    return std::hypot(point[0] - from[0] - part * dx, point[1] - from[1] - part * dy);
}

double farthest_left_out(const std::vector<LinePoint>& line, const std::vector<std::size_t>& kept) {
    double most = 0;
    for (std::size_t k = 0; k + 1 < kept.size(); ++k)
        for (std::size_t i = kept[k]; i <= kept[k + 1]; ++i)
            most = std::max(most, distance(line[i], line[kept[k]], line[kept[k + 1]]));
    return most;
}

std::vector<LinePoint> circle(std::size_t n) {
    std::vector<LinePoint> line;
    for (std::size_t i = 0; i < n; ++i) {
        const double turn = 6.28 * static_cast<double>(i) / static_cast<double>(n - 1);
        line.push_back({20 * std::cos(turn), 20 * std::sin(turn), 0});
    }
    return line;
}

TEST(SimplifiedLine, StaysWithinTheToleranceOfEveryPoint) {
    const auto line = circle(900);
    const auto kept = simplified_line(line, 0.05);
    EXPECT_LE(farthest_left_out(line, kept), 0.05);
    // A chord of a circle of radius R leaves s = R (1 - cos(angle/2)): 45 chords at least.
    EXPECT_GE(kept.size(), 45u);
    EXPECT_LE(kept.size(), 130u);
}

TEST(SimplifiedLine, GivesUpWhereMoreThanTheMostPointsAreKept) {
    const auto line = circle(900);
    const auto kept = simplified_line(line, 0.05);
    EXPECT_EQ(simplified_line(line, 0.05, kept.size()), kept);
    EXPECT_FALSE(simplified_line(line, 0.05, kept.size() - 1));
}

TEST(SimplifiedLine, KeepsTheEndsOfStretchesAndNothingElseOfAStraightLine) {
    std::vector<LinePoint> line;
    for (int i = 0; i < 500; ++i) line.push_back({0.1 * i, 0.2 * i, 0});
    EXPECT_EQ(simplified_line(line, 0.01), (std::vector<std::size_t>{0, 256, 499}));
    EXPECT_EQ(simplified_line({line.data(), 1}, 0.01), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(simplified_line({}, 0.01).empty());
}

// Along one line and back: the turn lies on the line through the ends.
TEST(SimplifiedLine, KeepsATurnBackOnItself) {
    std::vector<LinePoint> line;
    for (int i = 0; i <= 100; ++i) line.push_back({0.1 * i, 0, 0});
    for (int i = 99; i >= 50; --i) line.push_back({0.1 * i, 0, 0});
    const auto kept = simplified_line(line, 0.01);
    EXPECT_NE(std::ranges::find(kept, 100u), kept.end());
}

TEST(SimplifiedLine, KeepsAStepThatIsLargerThanTheTolerance) {
    std::vector<LinePoint> line;
    for (int i = 0; i < 200; ++i) line.push_back({0.1 * i, i < 120 ? 0.0 : 0.4, 0});
    const auto kept = simplified_line(line, 0.05);
    EXPECT_EQ(kept, (std::vector<std::size_t>{0, 119, 120, 199}));
}

// A saw of a million teeth: the time must grow with the points and not with their square.
TEST(SimplifiedLine, IsDoneWithALongSaw) {
    std::vector<LinePoint> line;
    for (int i = 0; i < 1'000'000; ++i) line.push_back({1.0 * i, i % 2 == 0 ? 0.0 : 1.0, 0});
    EXPECT_GE(simplified_line(line, 0.05).size(), 999'000u);
}

}  // namespace
}  // namespace sneddon
