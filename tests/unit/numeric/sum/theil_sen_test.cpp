#include "numeric/sum/theil_sen.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

using Series = std::vector<double>;

const Series y{3.1, 2.9, 3.4, 3.4, 3.8, 3.5, 4.0, 3.9, 4.4, 4.0, 4.0, 4.6};

// scipy 1.10: stats.theilslopes(y, np.arange(12.)).
TEST(TheilSen, EqualsScipy) {
    const auto line = theil_sen(Series{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, y);
    EXPECT_NEAR(line.slope, 0.125, 1e-15);
    EXPECT_NEAR(line.intercept, 3.1624999999999996, 1e-14);
    EXPECT_NEAR(line.slope_low, 0.08, 1e-15);
    EXPECT_NEAR(line.slope_high, 0.175, 1e-15);
}

// scipy 1.10: stats.theilslopes(y, [0, 1, 1, 2, 3, 5, 8, 8, 8, 13, 21, 34]).
TEST(TheilSen, WithEqualAbscissaeEqualsScipy) {
    const auto line = theil_sen(Series{0, 1, 1, 2, 3, 5, 8, 8, 8, 13, 21, 34}, y);
    EXPECT_NEAR(line.slope, 0.05075757575757576, 1e-15);
    EXPECT_NEAR(line.intercept, 3.520075757575757, 1e-14);
    EXPECT_NEAR(line.slope_low, 0.02580645161290322, 1e-15);
    EXPECT_NEAR(line.slope_high, 0.1333333333333333, 1e-15);
}

TEST(TheilSen, IsUnmovedByAQuarterOfWildValues) {
    Series x, line;
    for (int i = 0; i < 100; ++i) {
        x.push_back(i);
        line.push_back(i % 4 == 0 ? 1e6 : 2 + 0.5 * i);
    }
    EXPECT_NEAR(theil_sen(x, line).slope, 0.5, 1e-12);
}

// Above 1,000 points slopes are counted, not listed. 1,500 of them can still be listed here.
TEST(TheilSen, ByCountingEqualsListing) {
    RandomStream stream(31);
    Series x, noisy, slopes;
    for (int i = 0; i < 1500; ++i) {
        x.push_back(i % 7 == 0 ? i + 1 : i);  // some equal abscissae
        noisy.push_back(-0.02 * x.back() + stream.normal());
    }
    for (std::size_t j = 0; j < x.size(); ++j)
        for (std::size_t i = 0; i < x.size(); ++i)
            if (x[i] < x[j]) slopes.push_back((noisy[j] - noisy[i]) / (x[j] - x[i]));
    const auto line = theil_sen(x, noisy);
    // y - slope x reaches 30 and is rounded at 4e-15; a pair is at least 1 apart.
    EXPECT_NEAR(line.slope, median(slopes), 1e-14);
    EXPECT_LT(line.slope_low, line.slope);
    EXPECT_GT(line.slope_high, line.slope);
    EXPECT_NEAR(line.slope, -0.02, 0.001);
}

TEST(TheilSen, ByCountingBearsManyEqualSlopes) {
    RandomStream stream(32);
    Series x, steps, flat;
    for (int i = 0; i < 1200; ++i) {
        x.push_back(i);
        steps.push_back(std::floor(0.01 * i));             // 8 % of all pairs have slope 0
        flat.push_back(stream.index(4) == 0 ? 5.0 : 2.0);  // 62 % have
    }
    EXPECT_NEAR(theil_sen(x, steps).slope, 0.01, 1e-4);
    EXPECT_NEAR(theil_sen(x, flat).slope, 0, 1e-15);
    EXPECT_NEAR(theil_sen(x, Series(1200, 3.0)).slope, 0, 1e-15);  // the rounding of 3 over 1200
}

TEST(TheilSen, IntervalCoversTheTruth) {
    RandomStream stream(9);
    int covered = 0;
    for (int run = 0; run < 500; ++run) {
        Series x, values;
        for (int i = 0; i < 30; ++i) {
            x.push_back(i);
            values.push_back(0.1 * i + stream.normal());
        }
        const auto line = theil_sen(x, values);
        covered += line.slope_low <= 0.1 && 0.1 <= line.slope_high;
    }
    EXPECT_NEAR(covered / 500.0, 0.95, 0.04);  // sd of the share 0.01
}

TEST(TheilSen, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(theil_sen(Series{1}, Series{2}).slope));
    EXPECT_TRUE(std::isnan(theil_sen(Series{1, 1}, Series{2, 3}).slope));
    EXPECT_TRUE(std::isnan(theil_sen(Series{1, 2}, Series{NAN, 3}).slope));
}

}  // namespace
}  // namespace sneddon
