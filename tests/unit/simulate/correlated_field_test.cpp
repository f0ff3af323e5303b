#include "simulate/correlated_field.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// 4,000 draws of four points: standard errors of a covariance are below 1.5/sqrt(4000) = 0.024.
TEST(CorrelatedField, HasTheCovarianceOfItsGrid) {
    const std::vector<GridPoint> points = {{0, 0}, {2, 0}, {0, 2}, {6, 8}};
    const CorrelatedField field(points, SimulatedGrid{});
    constexpr int draws = 4000;
    double products[4][4] = {};
    RandomStream random(3);
    for (int n = 0; n < draws; ++n) {
        const auto z = field.draw(random);
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t j = 0; j < 4; ++j) products[i][j] += z[i] * z[j] / draws;
    }
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            const double d =
                std::hypot(points[i].x_um - points[j].x_um, points[i].y_um - points[j].y_um);
            EXPECT_NEAR(products[i][j], i == j ? 1 : 0.65 * std::exp(-d / 4), 0.08) << i << j;
        }
}

TEST(CorrelatedField, MomentsCanBeMadeExact) {
    std::vector<double> values = {1, 2, 4, 8}, other = {3, 1, 4, 1};
    standardise(values);
    standardise(other);
    make_uncorrelated(other, values);
    double sum = 0, squares = 0, product = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        sum += values[i];
        squares += values[i] * values[i];
        product += values[i] * other[i];
    }
    EXPECT_NEAR(sum, 0, 1e-14);
    EXPECT_NEAR(squares, 4, 1e-14);
    EXPECT_NEAR(product, 0, 1e-14);
}

}  // namespace
}  // namespace sneddon
