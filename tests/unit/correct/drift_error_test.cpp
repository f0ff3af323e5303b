// The standard error of a drift in closed form: residuals at right angles to any straight line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "correct/drift.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// 16 points, 1 s apart: 0.5 nm/s and these residuals twice.
DriftEstimate monitored(const std::vector<double>& half) {
    StatedByFile stated;
    for (std::size_t i = 0; i < 16; ++i) {
        const auto t = static_cast<double>(i);
        stated.monitor_time_s.push_back(t);
        stated.monitor_depth_nm.push_back(0.5 * t + half[i % 8]);
    }
    stated.drift_analysis_s = 15;
    return drift_of_monitor(stated);
}

// 16 squares of 1 over 16 - 2, over the 340 s² of the times.
const double independent = std::sqrt(16.0 / 14 / 340);

TEST(DriftError, OfNeighboursThatAreAlikeIsLarger) {
    const DriftEstimate found = monitored({1, 1, -1, -1, -1, -1, 1, 1});
    EXPECT_NEAR(found.rate_nm_per_s.value_or(0), 0.5, 1e-12);
    const double r = 7.0 / 16;
    EXPECT_NEAR(found.u_nm_per_s, independent * std::sqrt((1 + r) / (1 - r)), 1e-12);
    EXPECT_THAT(found.evidence, HasSubstr("line over 15 s, residual 1.1 nm, standard error 0.093"));
}

TEST(DriftError, OfNeighboursThatDifferIsNoSmaller) {
    EXPECT_NEAR(monitored({1, -1, -1, 1, -1, 1, 1, -1}).u_nm_per_s, independent, 1e-12);
}

// A line through one measurement does not know how the drift changes.
TEST(DriftError, IsAtLeastAHundredthOfANanometrePerSecond) {
    EXPECT_EQ(monitored({.1, -.1, -.1, .1, -.1, .1, .1, -.1}).u_nm_per_s, 0.01);
    StatedByFile still;
    for (int i = 0; i < 10; ++i) {
        still.monitor_time_s.push_back(i);
        still.monitor_depth_nm.push_back(3);
    }
    still.drift_analysis_s = 9;
    const DriftEstimate found = drift_of_monitor(still);
    EXPECT_EQ(found.rate_nm_per_s, 0);
    EXPECT_EQ(found.u_nm_per_s, 0.01);
    EXPECT_THAT(found.evidence, HasSubstr("residual 0 nm, standard error 0 nm/s"));
}

}  // namespace
}  // namespace sneddon
