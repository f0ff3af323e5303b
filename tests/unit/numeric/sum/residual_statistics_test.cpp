#include "numeric/sum/residual_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

// The compensated statistics are certified; these must agree with them however the residuals come.
TEST(ResidualStatistics, AgreeWithTheCompensatedOnesForAnyBlocks) {
    RandomStream random(12);
    std::vector<double> r(1003);
    for (std::size_t i = 1; i < r.size(); ++i) r[i] = 0.7 * r[i - 1] + random.normal();
    for (const std::size_t block : {1u, 2u, 5u, 64u, 2000u}) {
        ResidualStatistics statistics;
        for (std::size_t begin = 0; begin < r.size(); begin += block)
            statistics.add(std::span(r).subspan(begin, std::min(block, r.size() - begin)));
        EXPECT_NEAR(statistics.lag1(), lag_one_autocorrelation(r), 1e-13) << block;
        EXPECT_NEAR(statistics.durbin_watson(), durbin_watson(r), 1e-13) << block;
    }
}

TEST(ResidualStatistics, ResidualsOfZeroHaveNoCorrelation) {
    ResidualStatistics statistics;
    statistics.add(std::vector<double>{0, 0, 0});
    EXPECT_EQ(statistics.ssr(), 0);
    EXPECT_TRUE(std::isnan(statistics.lag1()));
    EXPECT_TRUE(std::isnan(statistics.durbin_watson()));
}

TEST(ResidualStatistics, SumAboutMeanByHand) {
    EXPECT_DOUBLE_EQ(sum_about_mean(std::vector<double>{1, 2, 3, 4, 5}), 10);
}

}  // namespace
}  // namespace sneddon
