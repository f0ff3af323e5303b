#include "numeric/mixture/silhouette.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Rows 0, 1 | 10: s = (9.5... by hand: row 0: a = 1, b = 10 -> .9; row 1: a = 1, b = 9 -> 8/9; row
// 2 is alone -> 0.
TEST(Silhouette, IsTheValueByHand) {
    const auto points = make_points(std::vector<std::vector<double>>{{0, 1, 10}});
    EXPECT_NEAR(mean_silhouette(*points, std::vector<std::uint32_t>{0, 0, 1}),
                (0.9 + 8.0 / 9.0) / 3, 1e-15);
}

TEST(Silhouette, OfOneClusterIsNone) {
    const auto points = make_points(std::vector<std::vector<double>>{{0, 1, 10}});
    EXPECT_TRUE(std::isnan(mean_silhouette(*points, std::vector<std::uint32_t>{1, 1, 1})));
}

}  // namespace
}  // namespace sneddon
