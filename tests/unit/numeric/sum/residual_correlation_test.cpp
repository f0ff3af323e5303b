#include "numeric/sum/residual_correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

TEST(ResidualCorrelation, MatchesAHandfulByHand) {
    // Steps 2, -1 over 1 + 9 + 4.
    EXPECT_DOUBLE_EQ(durbin_watson(std::vector<double>{1, 3, 2}), 5.0 / 14);
}

TEST(ResidualCorrelation, ResidualsThatAreAllZeroHaveNone) {
    EXPECT_TRUE(std::isnan(durbin_watson(std::vector<double>{0, 0})));
}

// Standard error of r_1 at 1e5 values is sqrt((1 - 0.64)/1e5) = 0.0019, of d twice that; 5 of them.
TEST(ResidualCorrelation, FindsTheCorrelationOfAnAutoregressiveSeries) {
    RandomStream random(11);
    std::vector<double> x(100'000);
    for (std::size_t i = 1; i < x.size(); ++i) x[i] = 0.8 * x[i - 1] + random.normal();
    EXPECT_NEAR(durbin_watson(x), 2 * (1 - 0.8), 0.02);
}

TEST(ResidualCorrelation, InflationAndEffectiveCountAreInverseSquares) {
    EXPECT_DOUBLE_EQ(ar1_inflation(0.6), 2);
    EXPECT_DOUBLE_EQ(effective_count(100, 0.6), 25);
    EXPECT_EQ(ar1_inflation(-0.5), 1);
    EXPECT_EQ(effective_count(100, -0.5), 100);
    EXPECT_TRUE(std::isinf(ar1_inflation(1)));
}

// By hand: r' = 0.5 + (1 + 7 * 0.5)/100 = 0.545, 100 * 0.455/1.545 = 29.45 rows.
TEST(ResidualCorrelation, EffectiveRowsGiveBackWhatTheFitTook) {
    const EffectiveRows rows = effective_rows(0.5, 100, 3);
    EXPECT_DOUBLE_EQ(rows.count, 100 * 0.455 / 1.545);
    EXPECT_DOUBLE_EQ(rows.freedom, rows.count - 3);
    EXPECT_DOUBLE_EQ(rows.inflation, std::sqrt(97 / rows.freedom));
    EXPECT_EQ(effective_rows(-0.5, 100, 3).inflation, 1);
    EXPECT_EQ(effective_rows(std::nan(""), 100, 3).count, 100);
    EXPECT_EQ(effective_rows(0.99, 100, 3).freedom, 1);
}

}  // namespace
}  // namespace sneddon
