#include "numeric/sum/autocorrelation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "support/nist_statistics.hpp"

namespace sneddon {
namespace {

using testing::agreeing_digits;
using Series = std::vector<double>;

Series first_order_autoregression(double lag_one, int n, std::uint64_t seed) {
    RandomStream stream(seed);
    Series series{stream.normal()};
    const double innovation = std::sqrt(1 - lag_one * lag_one);
    for (int i = 1; i < n; ++i)
        series.push_back(lag_one * series.back() + innovation * stream.normal());
    return series;
}

// Deviations of 1..5 are -2 -1 0 1 2: r_1 = (2 + 0 + 0 + 2)/10, r_2 = (0 - 1 + 0)/10.
TEST(Autocorrelation, OfOneToFiveIsKnown) {
    const auto r = autocorrelation(Series{1, 2, 3, 4, 5}, 9);
    ASSERT_EQ(r.size(), 5u);
    EXPECT_EQ(r[0], 1);
    EXPECT_DOUBLE_EQ(r[1], 0.4);
    EXPECT_DOUBLE_EQ(r[2], -0.1);
}

struct Expected {
    const char* name;
    double digits;  ///< what doubles can hold, see exact
    double exact;   ///< python fractions.Fraction over the stored doubles
};

constexpr Expected nist[] = {
    {"NumAcc1", 15, -0.5},
    {"NumAcc2", 14.5, -0.999},
    {"NumAcc3", 12.2, -0.9989999999994185},
    {"NumAcc4", 11.0, -0.9989999999906961},
    {"Mavro", 11.9, 0.9379891834382589},
    {"Michelso", 13.4, 0.5351996686212636},
    {"Lew", 14, -0.30730480060567944},
    {"Lottery", 14, -0.12094862296739287},
    {"PiDigits", 14, -0.0035509928723797216},
};

TEST(Autocorrelation, ReachesTheCertifiedValuesOfNist) {
    SNEDDON_NEEDS_SHARED();
    for (const auto& expected : nist) {
        const auto set = testing::nist_univariate(expected.name);
        const double r = lag_one_autocorrelation(set.values);
        EXPECT_GE(agreeing_digits(r, set.lag_one), expected.digits) << expected.name;
        EXPECT_GE(agreeing_digits(r, expected.exact), 13) << expected.name;
    }
}

TEST(Autocorrelation, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(autocorrelation({}, 3).empty());
    EXPECT_TRUE(std::isnan(lag_one_autocorrelation(Series{1})));
    EXPECT_TRUE(std::isnan(lag_one_autocorrelation(Series{2, 2, 2})));
    EXPECT_TRUE(std::isnan(lag_one_autocorrelation(Series{2, NAN, 3})));
    EXPECT_TRUE(std::isnan(effective_sample_size(Series{2, 2, 2})));
    EXPECT_TRUE(std::isnan(effective_sample_size_ar1(10, 1)));
}

// The closed form n (1 - r)/(1 + r) is the limit; one series of 20,000 gives it within about 10 %.
TEST(EffectiveSampleSize, OfAnAutoregressionIsItsClosedForm) {
    constexpr int n = 20'000;
    for (const double lag_one : {0.0, 0.5, 0.9}) {
        const auto series = first_order_autoregression(lag_one, n, 3);
        const double expected = effective_sample_size_ar1(n, lag_one);
        EXPECT_NEAR(effective_sample_size(series), expected, 0.15 * expected) << lag_one;
    }
}

TEST(EffectiveSampleSize, IsBetweenOneAndTheSize) {
    Series alternating, rising;
    for (int i = 0; i < 100; ++i) {
        alternating.push_back(i % 2);
        rising.push_back(i);
    }
    EXPECT_EQ(effective_sample_size(alternating), 100);
    EXPECT_GE(effective_sample_size(rising), 1);
    EXPECT_LT(effective_sample_size(rising), 4);
}

}  // namespace
}  // namespace sneddon
