#include "numeric/resampling/compare_means.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

const std::vector<double> first{27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1,
                                21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4};
const std::vector<double> second{27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0,
                                 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4};

// scipy 1.10: stats.ttest_ind(first, second, equal_var=False), df by the Welch-Satterthwaite
// formula in numpy, stats.t.ppf(.975, df).
TEST(WelchTest, EqualsScipy) {
    const auto result = welch_test(first, second);
    EXPECT_NEAR(result.t, -2.8529548701715215, 1e-13);
    EXPECT_NEAR(result.df, 27.88730398842012, 1e-12);
    EXPECT_NEAR(result.p, 0.008071938172194901, 1e-14);
    EXPECT_NEAR(result.difference, -2.833333333333332, 1e-14);
    EXPECT_NEAR(result.difference_low, -4.868022741791965, 1e-12);
    EXPECT_NEAR(result.difference_high, -0.7986439248746993, 1e-12);
}

// J by scipy.special.gammaln; the interval by scipy.optimize.brentq over the integral of
// norm.sf(t sqrt(v/df) - delta) chi2.pdf(v, df).
TEST(WelchTest, GivesHedgesGAndItsExactInterval) {
    const auto result = welch_test(first, second);
    EXPECT_NEAR(result.hedges_g, -1.0135538067442944, 1e-12);
    EXPECT_NEAR(result.hedges_g_low, -1.750406042013883, 1e-10);
    EXPECT_NEAR(result.hedges_g_high, -0.26088437298440564, 1e-10);
}

TEST(WelchTest, ChangesSignWithTheOrderOfTheSets) {
    const auto forward = welch_test(first, second), back = welch_test(second, first);
    EXPECT_EQ(forward.t, -back.t);
    EXPECT_EQ(forward.p, back.p);
    EXPECT_NEAR(forward.hedges_g_low, -back.hedges_g_high, 1e-12);
}

TEST(WelchTest, OfLargeEffectsHasAnInterval) {
    std::vector<double> far;
    for (const double x : second) far.push_back(x + 100);
    const auto result = welch_test(far, first);
    EXPECT_LT(result.hedges_g_low, result.hedges_g);
    EXPECT_GT(result.hedges_g_high, result.hedges_g);
    EXPECT_GT(result.hedges_g_low, 20);
}

// 2,000 pairs of normal sets of sizes 8 and 20 with sd 3 and 1: the p value falls below 0.05 in 5 %
// of the runs (sd 0.5 %), the interval of g (equal spreads) holds the truth in 95 %. 4 sd allowed.
TEST(WelchTest, HoldsItsErrorAndItsCoverage) {
    RandomStream stream(17);
    int rejected = 0, covered = 0;
    constexpr int runs = 800;  // standard errors 0.008
    const auto draw = [&](int n, double mean, double sd) {
        std::vector<double> values;
        for (int i = 0; i < n; ++i) values.push_back(mean + sd * stream.normal());
        return values;
    };
    for (int run = 0; run < runs; ++run) {
        rejected += welch_test(draw(8, 0, 3), draw(20, 0, 1)).p < 0.05;
        const auto shifted = welch_test(draw(8, 0.7, 1), draw(20, 0, 1));
        covered += shifted.hedges_g_low < 0.7 && 0.7 < shifted.hedges_g_high;
    }
    EXPECT_NEAR(rejected / double{runs}, 0.05, 0.025);
    EXPECT_NEAR(covered / double{runs}, 0.95, 0.025);
}

TEST(WelchTest, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(welch_test(first, std::vector<double>{1}).t));
    EXPECT_TRUE(std::isnan(welch_test(std::vector<double>{1, 1}, std::vector<double>{2, 2}).p));
    EXPECT_TRUE(std::isnan(welch_test(first, std::vector<double>{1, NAN}).hedges_g));
    EXPECT_TRUE(std::isnan(welch_test(first, second, 1).p));
}

}  // namespace
}  // namespace sneddon
