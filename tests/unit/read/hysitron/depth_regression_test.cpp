#include "read/hysitron/depth_regression.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

TEST(DepthRegression, FindsTheCoefficientsOfNearlyDependentColumns) {
    std::vector<std::vector<double>> columns(2);
    std::vector<double> depth;
    for (int i = 0; i < 200; ++i) {
        const double t = 0.1 * i, load = 50 * t + std::sin(t);
        columns[0].push_back(load);
        columns[1].push_back(t);
        depth.push_back(7 - 0.02 * load + 0.3 * t);
    }
    const DepthRegression found = regress_depth(columns, depth);
    ASSERT_EQ(found.coefficients.size(), 2u);
    EXPECT_NEAR(found.coefficients[0], -0.02, 1e-11);
    EXPECT_NEAR(found.coefficients[1], 0.3, 1e-9);
    EXPECT_LT(found.residual_rms, 1e-10);
    EXPECT_LT(found.independence, 0.01);
}

TEST(DepthRegression, AConstantColumnHasNoAnswer) {
    EXPECT_TRUE(regress_depth({{1, 1, 1}, {1, 2, 4}}, {1, 2, 3}).coefficients.empty());
}

}  // namespace
}  // namespace sneddon
