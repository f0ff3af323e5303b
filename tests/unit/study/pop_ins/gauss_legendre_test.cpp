#include "study/pop_ins/gauss_legendre.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Exact up to x^79, but for rounding.
TEST(GaussLegendre, PolynomialsAreExact) {
    for (const int power : {0, 1, 7, 40, 79}) {
        double sum = 0;
        for (const GaussNode& node : gauss_legendre_nodes())
            sum += node.weight * std::pow(node.place, power);
        EXPECT_NEAR(sum * (power + 1), 1, 1e-12) << power;
    }
}

TEST(GaussLegendre, PlacesAscendWithin0And1) {
    double before = 0;
    for (const GaussNode& node : gauss_legendre_nodes()) {
        EXPECT_GT(node.place, before);
        before = node.place;
    }
    EXPECT_LT(before, 1);
}

}  // namespace
}  // namespace sneddon
