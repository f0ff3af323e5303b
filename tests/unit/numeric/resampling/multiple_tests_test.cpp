#include "numeric/resampling/multiple_tests.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

using P = std::vector<double>;

void expect_adjusted(const P& p, const P& expected) {
    const auto adjusted = holm_adjusted(p);
    ASSERT_EQ(adjusted.size(), expected.size());
    for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-15) << i;
}

// By hand: sorted .005 .01 .03 .04 times 4 3 2 1 = .02 .03 .06 .04, made to rise: .06 stays.
TEST(HolmAdjusted, IsTheStepDownProductInTheOrderGiven) {
    expect_adjusted({0.01, 0.04, 0.03, 0.005}, {0.03, 0.06, 0.06, 0.02});
}

TEST(HolmAdjusted, IsAtMostOne) {
    expect_adjusted({0.5, 0.9, 0.8}, {1, 1, 1});
}

TEST(HolmAdjusted, LeavesOutMissingValues) {
    const auto adjusted = holm_adjusted(P{0.01, NAN, 0.02});
    EXPECT_DOUBLE_EQ(adjusted[0], 0.02);
    EXPECT_TRUE(std::isnan(adjusted[1]));
    EXPECT_DOUBLE_EQ(adjusted[2], 0.02);
}

TEST(HolmAdjusted, OfNothingIsNothingAndOfOneIsItself) {
    EXPECT_TRUE(holm_adjusted({}).empty());
    expect_adjusted({0.2}, {0.2});
}

}  // namespace
}  // namespace sneddon
