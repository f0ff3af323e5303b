#include "numeric/resampling/trend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Series = std::vector<double>;

double s_by_pairs(const Series& series) {
    double s = 0;
    for (std::size_t j = 0; j < series.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) s += (series[j] > series[i]) - (series[j] < series[i]);
    return s;
}

// scipy 1.10: stats.kendalltau(range(12), series).statistic.
TEST(MannKendall, TauEqualsScipy) {
    const Series series{3.1, 2.9, 3.4, 3.4, 3.8, 3.5, 4.0, 3.9, 4.4, 4.0, 4.0, 4.6};
    EXPECT_NEAR(mann_kendall(series).tau_b, 0.8128970193249391, 1e-15);
}

TEST(MannKendall, CountsAllPairs) {
    RandomStream stream(6);
    for (int n = 3; n < 60; ++n) {
        Series series;
        for (int i = 0; i < n; ++i) series.push_back(static_cast<double>(stream.index(20)));
        EXPECT_EQ(mann_kendall(series).s, s_by_pairs(series));
    }
}

// All 6! / (2! 3!) orders of a series with ties: the formula's variance is exact.
TEST(MannKendall, VarianceIsThatOfAllOrders) {
    Series series{1, 1, 2, 3, 3, 3};
    double squares = 0, orders = 0;
    do {
        const double s = s_by_pairs(series);
        squares += s * s;
        ++orders;
    } while (std::next_permutation(series.begin(), series.end()));
    EXPECT_EQ(orders, 60);
    const double sd = mann_kendall(series).sd_s;
    EXPECT_NEAR(sd * sd, squares / orders, 1e-12);
}

TEST(MannKendall, OfARisingSeriesIsCertain) {
    Series series;
    for (int i = 0; i < 50; ++i) series.push_back(i);
    const auto result = mann_kendall(series);
    EXPECT_EQ(result.tau_b, 1);
    EXPECT_EQ(result.s, 1225);
    EXPECT_NEAR(result.z, 1224 / std::sqrt(50.0 * 49 * 105 / 18), 1e-12);
    EXPECT_LT(result.p, 1e-20);
}

// 1,000 series of noise: 5 % fall below 0.05 (sd 0.7 %); 4 sd allowed.
TEST(MannKendall, HoldsItsErrorOnNoise) {
    RandomStream stream(12);
    int rejected = 0;
    for (int run = 0; run < 1000; ++run) {
        Series series;
        for (int i = 0; i < 40; ++i) series.push_back(stream.normal());
        rejected += mann_kendall(series).p < 0.05;
    }
    EXPECT_NEAR(rejected / 1000.0, 0.05, 0.028);
}

TEST(MannKendall, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(mann_kendall(Series{1, 2}).p));
    EXPECT_TRUE(std::isnan(mann_kendall(Series{2, 2, 2, 2}).p));
    EXPECT_TRUE(std::isnan(mann_kendall(Series{1, NAN, 2, 3}).s));
}

}  // namespace
}  // namespace sneddon
