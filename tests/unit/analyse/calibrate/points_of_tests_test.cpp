#include "analyse/calibrate/points_of_tests.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sneddon {
namespace {

using Numbers = std::vector<double>;

// Points 0, 2 and 3 are of one test: their scores are summed before they are squared.
TEST(PointsOfTests, AreSummedByTestAndThenSquared) {
    const TestNumbers tests{{0, 1, 0, 0, 2}, 3};
    const Numbers scores = {1, 2, -3, 4, 5, -6, 0.5, 0, 7, -8};
    EXPECT_EQ(sums_of_tests(tests, scores, 2), (Numbers{6.5, -4, -3, 4, 7, -8}));
    // T/(T - p) = 3 times 6.5^2 + 3^2 + 7^2, -26 - 12 - 56, 16 + 16 + 64.
    EXPECT_EQ(squares_of_tests(tests, scores, 2), (Numbers{300.75, -282, -282, 288}));
}

TEST(PointsOfTests, AreEnoughFromSixTestsOnAndMoreThanParameters) {
    EXPECT_FALSE(are_enough_tests(5, 1));
    EXPECT_TRUE(are_enough_tests(6, 5));
    EXPECT_FALSE(are_enough_tests(6, 6));
    EXPECT_TRUE(are_enough_tests(7, 6));
}

}  // namespace
}  // namespace sneddon
