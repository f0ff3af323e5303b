#include "correct/residual_inflation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

std::vector<double> steps(std::size_t size, std::size_t length) {
    std::vector<double> residuals;
    for (std::size_t i = 0; i < size; ++i) residuals.push_back(i / length % 2 == 0 ? -1 : 1);
    return residuals;
}

// Of 12 in steps of three: 11 products, three of them of two steps: r = (8 - 3)/12.
TEST(ResidualInflation, IsThatOfTheLagOneCorrelation) {
    EXPECT_DOUBLE_EQ(inflation_of(steps(12, 3)), std::sqrt((1 + 5.0 / 12) / (1 - 5.0 / 12)));
    EXPECT_EQ(inflation_of(steps(12, 1)), 1);  // residuals that alternate are as good as more
}

TEST(ResidualInflation, OfResidualsWithoutACorrelationIsOne) {
    EXPECT_EQ(inflation_of({}), 1);
    EXPECT_EQ(inflation_of(std::vector<double>{0, 0, 0}), 1);
}

// One step in n: r = (n - 3)/n, the inflation about sqrt(2 n / 3).
TEST(ResidualInflation, IsAHundredAtMost) {
    EXPECT_NEAR(inflation_of(steps(14000, 7000)), std::sqrt((28000 - 3) / 3.0), 1e-3);
    EXPECT_EQ(inflation_of(steps(16000, 8000)), 100);
}

}  // namespace
}  // namespace sneddon
