#include "numeric/spatial/plane_neighbours.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "numeric/spatial/spatial_autocorrelation.hpp"

namespace sneddon {
namespace {

struct Cloud {
    std::vector<double> x, y;
};

Cloud random_cloud(std::size_t n) {
    RandomStream random(7);
    Cloud cloud;
    for (std::size_t i = 0; i < n; ++i) {
        cloud.x.push_back(random.uniform());
        cloud.y.push_back(3 * random.uniform());
    }
    return cloud;
}

TEST(PlaneNeighbours, AreThoseOfASearchThroughAll) {
    const Cloud cloud = random_cloud(300);
    constexpr std::size_t count = 8;
    const NeighbourGraph graph = nearest_neighbours(cloud.x, cloud.y, count);
    ASSERT_EQ(graph.size(), 300u);
    for (std::size_t i = 0; i < 300; ++i) {
        std::vector<std::pair<double, std::size_t>> others;
        for (std::size_t j = 0; j < 300; ++j)
            if (j != i)
                others.emplace_back(std::hypot(cloud.x[j] - cloud.x[i], cloud.y[j] - cloud.y[i]),
                                    j);
        std::ranges::sort(others);
        for (std::size_t k = 0; k < count; ++k) {
            const auto begin = graph.neighbour.begin();
            const auto from = begin + static_cast<std::ptrdiff_t>(graph.begin[i]);
            const auto to = begin + static_cast<std::ptrdiff_t>(graph.begin[i + 1]);
            EXPECT_TRUE(std::binary_search(from, to, others[k].second));
        }
    }
}

TEST(PlaneNeighbours, InsideAGridAreTheQueens) {
    Cloud cloud;
    for (int i = 0; i < 20 * 20; ++i) {
        cloud.x.push_back(i % 20);
        cloud.y.push_back(i / 20);
    }
    const NeighbourGraph graph = nearest_neighbours(cloud.x, cloud.y, 8);
    const std::size_t inside = 10 * 20 + 10;
    EXPECT_EQ(graph.degree(inside), 8u);
    EXPECT_EQ(graph.neighbour[graph.begin[inside]], inside - 21);
    EXPECT_DOUBLE_EQ(median_spacing(cloud.x, cloud.y), 1);
}

TEST(PlaneNeighbours, ManyPointsOnOnePlaceEndSoon) {
    const std::vector<double> same(20000, 1.0);
    EXPECT_EQ(nearest_neighbours(same, same, 8).size(), 20000u);
    EXPECT_TRUE(std::isnan(median_spacing(same, same)));
}

TEST(PlaneNeighbours, MoransIOfAGradientOverFreePlacesIsHighAndOfNoiseNone) {
    const Cloud cloud = random_cloud(800);
    const NeighbourGraph graph = nearest_neighbours(cloud.x, cloud.y, 8);
    SpatialOptions options;
    options.permutation.permutations = 99;
    EXPECT_GT(spatial_autocorrelation(graph, cloud.y, options).moran.value, 0.9);
    RandomStream random(9);
    std::vector<double> noise;
    for (int i = 0; i < 800; ++i) noise.push_back(random.normal());
    const auto found = spatial_autocorrelation(graph, noise, options).moran;
    EXPECT_LT(std::abs(found.value - found.expected), 4 * found.sd);
}

}  // namespace
}  // namespace sneddon
