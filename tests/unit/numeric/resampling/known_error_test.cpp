// Reference values: scipy 1.17.1.
#include "numeric/resampling/known_error.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

TEST(KnownError, WithoutOneItIsStudents) {
    const EstimateError error{0.1, 5, 0};
    EXPECT_NEAR(reach_of(error), 2.5705818356363146 * 0.1, 1e-12);
    EXPECT_NEAR(one_sided_p(0.3, error), 0.015049623948731293, 1e-12);
    EXPECT_NEAR(two_sided_p(-0.3, error), 0.030099247897462586, 1e-12);
    EXPECT_NEAR(one_sided_p(-0.3, error), 1 - 0.015049623948731293, 1e-12);
}

TEST(KnownError, EachPartHasTheFactorOfItsLaw) {
    const EstimateError error{0.1, 5, 0.2};
    const double reach = std::hypot(2.5705818356363146 * 0.1, 1.959963984540054 * 0.2);
    EXPECT_NEAR(reach_of(error), reach, 1e-12);
    EXPECT_NEAR(two_sided_p(reach, error), 0.05, 1e-9) << "the test and its interval agree";
    EXPECT_NEAR(one_sided_p(-reach, error), 0.975, 1e-9);
    EXPECT_NEAR(error.together(), std::hypot(0.1, 0.2), 1e-15);
}

// Where Welch and Satterthwaite would give a narrower interval for it.
TEST(KnownError, MakesNoIntervalNarrowerAndNoPSmaller) {
    for (const double df : {1.0, 2.0, 20.0})
        for (const double estimate : {0.01, 0.2, 1.5}) {
            EXPECT_GT(reach_of({0.1, df, 0.05}), reach_of({0.1, df, 0}));
            EXPECT_GT(two_sided_p(estimate, {0.1, df, 0.05}), two_sided_p(estimate, {0.1, df, 0}));
        }
}

TEST(KnownError, HasNoAnswerWithoutAStandardErrorAndLeavesOutWhatIsNotKnown) {
    EXPECT_TRUE(std::isnan(one_sided_p(1, {0, 5, 1})));
    EXPECT_NEAR(two_sided_p(0.3, {0.1, 5, nan}), 0.030099247897462586, 1e-12);
}

// 20,000 estimates of 5 values and a known error of the size of their standard error: 95 % of them
// scatter by 0.15 %.
TEST(KnownError, IntervalsHoldTheTruth) {
    RandomStream random(3);
    int holds = 0;
    const int runs = 20000;
    for (int run = 0; run < runs; ++run) {
        double sum = 0, squares = 0;
        for (int i = 0; i < 5; ++i) {
            const double value = random.normal();
            sum += value;
            squares += value * value;
        }
        const double mean = sum / 5, sd = std::sqrt((squares - sum * mean) / 4);
        const double known = 1 / std::sqrt(5.0);
        const double estimate = mean + known * random.normal();
        holds += std::abs(estimate) <= reach_of({sd / std::sqrt(5.0), 4, known}) ? 1 : 0;
    }
    EXPECT_GT(holds, 0.945 * runs);
    EXPECT_LT(holds, 0.975 * runs);
}

}  // namespace
}  // namespace sneddon
