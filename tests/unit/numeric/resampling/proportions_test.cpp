// Reference values: statsmodels 0.15.0, proportion_confint(method="wilson"); the Cochran-Armitage
// formula in numpy 2.4.6, whose square is the X-squared of R's prop.trend.test.
#include "numeric/resampling/proportions.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace sneddon {
namespace {

TEST(WilsonInterval, AgreesWithStatsmodels) {
    const ShareInterval some = wilson_interval(7, 60);
    EXPECT_NEAR(some.share, 7.0 / 60, 1e-15);
    EXPECT_NEAR(some.low, 0.0576772064005603, 1e-12);
    EXPECT_NEAR(some.high, 0.22178788024170865, 1e-12);
    EXPECT_EQ(wilson_interval(0, 20).low, 0);
    EXPECT_NEAR(wilson_interval(0, 20).high, 0.1611251580528194, 1e-12);
    EXPECT_NEAR(wilson_interval(20, 20).low, 0.8388748419471804, 1e-12);
    EXPECT_EQ(wilson_interval(20, 20).high, 1);
    EXPECT_TRUE(std::isnan(wilson_interval(0, 0).share));
}

TEST(CochranArmitage, AgreesWithItsFormula) {
    const std::array shares = {ScoredShare{0, 12, 100}, ScoredShare{10, 21, 100},
                               ScoredShare{30, 33, 100}, ScoredShare{60, 30, 80}};
    const ShareTrend trend = cochran_armitage(shares);
    EXPECT_NEAR(trend.z, 4.165473202652019, 1e-12);
    EXPECT_NEAR(trend.p, 3.1070741982292236e-05, 1e-15);
    EXPECT_NEAR(trend.slope, 0.004217142857142858, 1e-15);
}

TEST(CochranArmitage, HasNoAnswerWithoutSharesOrOrder) {
    EXPECT_TRUE(std::isnan(cochran_armitage(std::array<ScoredShare, 0>{}).p));
    EXPECT_TRUE(
        std::isnan(cochran_armitage(std::array{ScoredShare{0, 0, 10}, ScoredShare{1, 0, 10}}).p));
    EXPECT_TRUE(
        std::isnan(cochran_armitage(std::array{ScoredShare{1, 2, 10}, ScoredShare{1, 4, 10}}).p));
}

}  // namespace
}  // namespace sneddon
