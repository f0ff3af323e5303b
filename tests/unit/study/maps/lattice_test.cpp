#include "study/maps/lattice.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

struct Cloud {
    std::vector<double> x, y;
};

/// nx times ny places of a stage that misses each by up to `jitter` pitches.
Cloud grid(int nx, int ny, double pitch_x, double pitch_y, double jitter) {
    RandomStream random(3);
    Cloud cloud;
    for (int i = 0; i < nx * ny; ++i) {
        cloud.x.push_back(100 + pitch_x * (i % nx + jitter * (2 * random.uniform() - 1)));
        cloud.y.push_back(-40 + pitch_y * (i / nx + jitter * (2 * random.uniform() - 1)));
    }
    return cloud;
}

TEST(Lattice, IsFoundUnderTheScatterOfAStage) {
    const Cloud cloud = grid(30, 20, 7, 5, 0.1);
    const auto found = find_lattice(cloud.x, cloud.y);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->nx, 30);
    EXPECT_EQ(found->ny, 20);
    EXPECT_NEAR(found->pitch_x_um, 7, 0.1);
    EXPECT_NEAR(found->pitch_y_um, 5, 0.1);
}

TEST(Lattice, IsFoundWithPlacesMissing) {
    Cloud cloud = grid(30, 20, 7, 7, 0.05), left;
    for (std::size_t i = 0; i < cloud.x.size(); ++i)
        if (i % 7 != 0) {
            left.x.push_back(cloud.x[i]);
            left.y.push_back(cloud.y[i]);
        }
    const auto found = find_lattice(left.x, left.y);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->nx, 30);
    EXPECT_EQ(found->ny, 20);
}

TEST(Lattice, FreePlacesHaveNone) {
    RandomStream random(4);
    Cloud cloud;
    for (int i = 0; i < 500; ++i) {
        cloud.x.push_back(100 * random.uniform());
        cloud.y.push_back(100 * random.uniform());
    }
    EXPECT_FALSE(find_lattice(cloud.x, cloud.y));
}

TEST(Lattice, OnePlaceHasNone) {
    const std::vector<double> same(50, 2.0);
    EXPECT_FALSE(find_lattice(same, same));
}

}  // namespace
}  // namespace sneddon
