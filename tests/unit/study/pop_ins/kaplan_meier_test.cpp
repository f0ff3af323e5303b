#include "study/pop_ins/kaplan_meier.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace sneddon {
namespace {

// By hand: 4 at risk at 1, 2 at risk at 3. The band at 1: ln S has the sd sqrt(1/12), so that
// ln(-ln S) is 1.96 x 0.28868/0.28768 = 1.96678 wide to either side: 0.75^7.1477 and 0.75^0.13990.
TEST(KaplanMeier, StepsAndBandAreThoseByHand) {
    const auto steps = kaplan_meier(std::array{3.0, 1.0}, std::array{4.0, 2.0});
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].value, 1);
    EXPECT_EQ(steps[0].at_risk, 4u);
    EXPECT_DOUBLE_EQ(steps[0].survival, 0.75);
    EXPECT_NEAR(steps[0].low, 0.12795, 1e-4);
    EXPECT_NEAR(steps[0].high, 0.96055, 1e-4);
    EXPECT_EQ(steps[1].at_risk, 2u);
    EXPECT_DOUBLE_EQ(steps[1].survival, 0.375);
}

// Without a censored value it is 1 - i/n.
TEST(KaplanMeier, AllSeenIsTheEmpiricalDistribution) {
    const auto steps = kaplan_meier(std::array{1.0, 2.0, 2.0, 5.0}, {});
    ASSERT_EQ(steps.size(), 3u);
    EXPECT_DOUBLE_EQ(steps[0].survival, 0.75);
    EXPECT_DOUBLE_EQ(steps[1].survival, 0.25);
    EXPECT_EQ(steps[2].survival, 0);
    EXPECT_TRUE(std::isnan(steps[2].low));
}

TEST(KaplanMeier, WhatIsLargerThanAnEventIsAtRiskThere) {
    const auto steps = kaplan_meier(std::array{2.0}, std::array{2.0, 1.0});
    ASSERT_EQ(steps.size(), 1u);
    EXPECT_EQ(steps[0].at_risk, 2u);
    EXPECT_TRUE(kaplan_meier({}, std::array{1.0}).empty());
}

}  // namespace
}  // namespace sneddon
