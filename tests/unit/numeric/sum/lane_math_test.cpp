// The portable exponential and logarithm are private: the mixture's inner loop is built on them.
#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace {

/// Difference in units of the last place of the long double reference, rounded to double.
double ulps(double value, long double reference) {
    const double rounded = static_cast<double>(reference);
    const double spacing = std::nextafter(std::fabs(rounded), INFINITY) - std::fabs(rounded);
    return static_cast<double>(std::fabs(static_cast<long double>(value) - reference)) / spacing;
}

// Half a unit from the last addition, as much from the fraction below it.
TEST(LaneMath, ExponentialIsWithinAUnitOfTheLastPlaceOfLongDouble) {
    RandomStream random(1);
    double worst = 0;
    for (int i = 0; i < 200000; ++i) {
        const double x = -700 * random.uniform() * (i % 2 ? 1 : random.uniform() * 0.01);
        worst = std::fmax(worst, ulps(portable_exp(x), std::exp(static_cast<long double>(x))));
    }
    EXPECT_LT(worst, 1.1);
    EXPECT_EQ(portable_exp(0), 1);
    EXPECT_EQ(portable_exp(-1e300), portable_exp(-700));
}

TEST(LaneMath, LogarithmIsWithinTwoUlpsOfLongDouble) {
    RandomStream random(2);
    double worst = 0;
    for (int i = 0; i < 200000; ++i) {
        const double x = i % 2 ? std::ldexp(1 + random.uniform(), static_cast<int>(i % 1900) - 950)
                               : 1 + random.uniform();
        worst = std::fmax(worst, ulps(portable_log(x), std::log(static_cast<long double>(x))));
    }
    EXPECT_LT(worst, 2.0);
    EXPECT_EQ(portable_log(1), 0);
}

}  // namespace
}  // namespace sneddon
