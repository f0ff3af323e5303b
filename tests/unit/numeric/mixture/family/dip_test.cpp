#include "numeric/mixture/family/dip.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "../shape/shape_cases.hpp"

namespace sneddon {
namespace {

// Two atoms: half of each is as far from any law of one mode as values can be.
TEST(Dip, OfTwoHeapsIsAQuarter) {
    EXPECT_NEAR(dip_of(std::vector<double>{0, 0, 0, 0, 1, 1, 1, 1}), 0.25, 1e-15);
}

TEST(Dip, OfEvenStepsIsTheLeastThereIs) {
    std::vector<double> even;
    for (int i = 0; i < 50; ++i) even.push_back(i);
    EXPECT_NEAR(dip_of(even), 1.0 / 100, 1e-15);
    EXPECT_EQ(dip_of({3, 3, 3}), 0);
    EXPECT_EQ(dip_of({}), 0);
}

// Expected: the linear programme over all laws of one mode, solved by scipy 1.17 (HiGHS).
TEST(Dip, IsTheOptimumOfALinearProgramme) {
    std::vector<double> values;
    for (int i = 0; i < 12; ++i) values.push_back(std::fmod(i * i * 0.37, 3.1) + (i % 3) * 4);
    EXPECT_NEAR(dip_of(values), 0.10162141779789, 1e-12);
    values.clear();
    for (int i = 0; i < 17; ++i) values.push_back(std::sin(i * 1.7) * (1 + i % 4));
    EXPECT_NEAR(dip_of(values), 0.07298290193739, 1e-12);
}

TEST(Dip, UnitsChangeNothing) {
    std::vector<double> values = testing::normal_scores(101), scaled;
    for (const double x : values) scaled.push_back(-8 * x);
    EXPECT_NEAR(dip_of(values), dip_of(scaled), 1e-14);
}

TEST(DipTest, RejectsTwoHumpsAndNotOne) {
    std::vector<double> two, one;
    for (const double z : testing::normal_scores(150)) {
        two.push_back(z);
        two.push_back(z + 4.5);
        one.push_back(std::exp(z));
    }
    EXPECT_LE(dip_test(two, 99, 1, 1, {}).p, 0.02);
    EXPECT_GT(dip_test(one, 99, 1, 1, {}).p, 0.5);
    EXPECT_EQ(dip_test(two, 99, 1, 2, {}).p, dip_test(two, 99, 1, 1, {}).p);
}

}  // namespace
}  // namespace sneddon
