#include "numeric/spatial/two_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "base/random.hpp"
#include "numeric/spatial/variogram.hpp"

namespace sneddon {
namespace {

constexpr GridGeometry grid = {{12, 10}, 2, 2};

std::vector<double> white(std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> values(grid.shape.cells());
    for (double& x : values) x = random.normal();
    return values;
}

/// The mean over a window of five cells: likeness over some cells.
std::vector<double> smooth(const std::vector<double>& values) {
    std::vector<double> means(values.size());
    for (std::size_t cell = 0; cell < values.size(); ++cell) {
        const auto x = static_cast<int>(cell % 12), y = static_cast<int>(cell / 12);
        double sum = 0;
        int count = 0;
        for (int dy = -2; dy <= 2; ++dy)
            for (int dx = -2; dx <= 2; ++dx)
                if (x + dx >= 0 && x + dx < 12 && y + dy >= 0 && y + dy < 10) {
                    sum += values[static_cast<std::size_t>((y + dy) * 12 + x + dx)];
                    ++count;
                }
        means[cell] = sum / count;
    }
    return means;
}

// Two by two cells, all neighbours of each other: every smoothed deviation is the mean, 0.
TEST(TwoMaps, LeeByHand) {
    const GridGeometry small = {{2, 2}, 1, 1};
    const auto all = compare_maps(small, std::vector<double>{1, 2, 3, 6},
                                  std::vector<double>{2, 1, 5, 4}, 2, {});
    EXPECT_NEAR(all.lee.value, 0, 1e-15);
    // A row of four, x = y = 0, 0, 1, 1 with deviations -+1/2 and squares 1: smoothed -1/2, -1/6,
    // 1/6, 1/2.
    const GridGeometry row = {{4, 1}, 1, 1};
    const std::vector<double> steps = {0, 0, 1, 1};
    const auto found = compare_maps(row, steps, steps, 2, {});
    EXPECT_NEAR(found.lee.value, 0.25 + 1.0 / 36 + 1.0 / 36 + 0.25, 1e-15);
    EXPECT_NEAR(found.pearson, 1, 1e-15);
}

// The mean over all orders of four cells, counted out.
TEST(TwoMaps, TheExpectedValueIsTheMeanOverAllOrders) {
    const GridGeometry row = {{4, 1}, 1, 1};
    const std::vector<double> x = {0.3, 1, -2, 4}, y = {1, 0.5, 0.2, 3};
    std::vector<std::size_t> order = {0, 1, 2, 3};
    double sum = 0, count = 0, expected = 0;
    do {
        std::vector<double> of_x, of_y;
        for (const std::size_t i : order) {
            of_x.push_back(x[i]);
            of_y.push_back(y[i]);
        }
        const auto found = compare_maps(row, of_x, of_y, 2, {});
        sum += found.lee.value;
        expected = found.lee.expected;
        ++count;
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_NEAR(expected, sum / count, 1e-14);
}

TEST(TwoMaps, MapsThatVaryTogetherAreToldFromThoseThatDoNot) {
    const auto common = smooth(white(1)), other = smooth(white(2)), noise = white(3);
    auto x = common, y = common;
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] += 0.05 * noise[i];
        y[i] -= 0.05 * noise[i];
    }
    const auto together = compare_maps(grid, x, y, 10, {});
    EXPECT_GT(together.lee.value, 0.6);
    EXPECT_LT(together.lee.p_greater, 0.01);
    const auto apart = compare_maps(grid, common, other, 10, {});
    EXPECT_LT(std::abs(apart.lee.value), 0.5);
    // White values that are alike cell by cell: the smoothed maps are alike too, by chance's share.
    const auto alike = compare_maps(grid, noise, noise, 10, {});
    EXPECT_GT(alike.lee.p_two_sided, 0.05);
    EXPECT_NEAR(alike.pearson, 1, 1e-12);
}

TEST(TwoMaps, TheCrossVariogramOfAMapWithItselfIsItsVariogram) {
    const auto x = smooth(white(4));
    const auto found = compare_maps(grid, x, x, 4, {});
    ASSERT_FALSE(found.variogram.empty());
    for (const auto& distances : found.variogram) {
        EXPECT_NEAR(distances.codispersion, 1, 1e-12);
        EXPECT_LE(distances.distance, 8);
    }
    std::vector<double> turned = x;
    for (double& value : turned) value = -value;
    for (const auto& distances : compare_maps(grid, x, turned, 4, {}).variogram)
        EXPECT_NEAR(distances.codispersion, -1, 1e-12);
}

TEST(TwoMaps, WithoutSpreadThereIsNoAnswer) {
    const std::vector<double> flat(grid.shape.cells(), 1.0);
    EXPECT_TRUE(std::isnan(compare_maps(grid, flat, white(1), 4, {}).lee.value));
    const std::vector<double> none(grid.shape.cells(), NAN);
    EXPECT_EQ(compare_maps(grid, none, white(1), 4, {}).n, 0u);
}

}  // namespace
}  // namespace sneddon
