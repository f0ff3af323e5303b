#include "numeric/sum/robust.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

const std::vector<double> ten{2.1, -3.4, 5.6, 0.3, 9.9, -1.2, 4.4, 4.4, 7.0, 11.5};

// scipy 1.10: stats.median_abs_deviation(ten), the same with scale='normal', and that of
// np.diff(ten, 2) over sqrt(6).
TEST(Robust, EqualsScipy) {
    EXPECT_NEAR(median_absolute_deviation(ten), 3.35, 1e-14);
    EXPECT_NEAR(robust_sd(ten), 4.966717431993767, 1e-14);
    EXPECT_NEAR(noise_sigma(ten), 7.535609273228391, 1e-14);
}

TEST(RobustSd, IgnoresFewerThanHalfOfTheValues) {
    std::vector<double> spoiled{1, 2, 3, 4, 5, 6, 7, 8, 9, 1e9, 1e9, 1e9};
    EXPECT_LT(robust_sd(spoiled), 7);
    EXPECT_GT(robust_z(spoiled).back(), 1e7);
}

TEST(RobustZ, HasMedianZeroAndUnitSpread) {
    const auto z = robust_z(ten);
    EXPECT_NEAR(robust_sd(z), 1, 1e-15);
    EXPECT_NEAR(z[0], (2.1 - 4.4) / 4.966717431993767, 1e-15);
}

TEST(RobustZ, WithoutASpreadIsMissing) {
    for (const double z : robust_z(std::vector<double>{3, 3, 3, 9})) EXPECT_TRUE(std::isnan(z));
    EXPECT_TRUE(robust_z({}).empty());
}

// The sd of this estimate is 1.5 % at n = 10,000 (second differences are correlated); 4 of them.
TEST(NoiseSigma, FindsTheNoiseUnderACurveAndSpikes) {
    RandomStream stream(2);
    std::vector<double> series;
    for (int i = 0; i < 10'000; ++i) {
        const double t = i * 1e-3;
        series.push_back(5 * t * t + 3 * t + 0.25 * stream.normal() + (i % 50 == 0 ? 1000 : 0));
    }
    // 3 of 50 second differences hold a spike, so the median of all is the 0.5/0.94 quantile of the
    // rest: scipy norm.ppf(0.5 + 0.25/0.94) / norm.ppf(0.75) = 1.0758.
    EXPECT_NEAR(noise_sigma(series), 0.25 * 1.0758, 0.25 * 0.06);
}

TEST(NoiseSigma, OfAStraightLineIsZeroAndOfTwoValuesMissing) {
    EXPECT_EQ(noise_sigma(std::vector<double>{1, 2, 3, 4, 5, 6}), 0);
    EXPECT_TRUE(std::isnan(noise_sigma(std::vector<double>{1, 2})));
}

}  // namespace
}  // namespace sneddon
