#include "numeric/sum/spikes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace sneddon {
namespace {

std::vector<double> ramp() {
    std::vector<double> series;
    for (int i = 0; i < 100; ++i) series.push_back(1.0 * i);
    return series;
}

TEST(Spikes, OneFarValueIsFoundAndMended) {
    for (const double height : {20.0, -20.0, 1e12}) {
        std::vector<double> series = ramp();
        series[50] += height;
        const auto found = spikes_in(series, 0, series.size(), 0.1);
        ASSERT_EQ(found.size(), 1u) << height;
        EXPECT_EQ(found[0].at, 50u);
        mend(series, found);
        EXPECT_DOUBLE_EQ(series[50], 50);
    }
}

TEST(Spikes, AStepABendAndASharpPeakAreNone) {
    std::vector<double> step = ramp(), peak = ramp();
    for (std::size_t i = 50; i < 100; ++i) step[i] += 20;
    for (std::size_t i = 50; i < 100; ++i) peak[i] = 100.0 - static_cast<double>(i);
    EXPECT_TRUE(spikes_in(step, 0, 100, 0.01).empty());
    EXPECT_TRUE(spikes_in(peak, 0, 100, 0.01).empty());
}

// Two neighbours to each side say what the curve does there; behind the last reading but one
// nothing is looked for, since a curve may end in a jump.
TEST(Spikes, AreFoundFromTheThirdReadingToTheFourthLast) {
    for (const std::size_t at : {1u, 2u, 3u, 95u, 96u, 97u, 98u}) {
        std::vector<double> series = ramp();
        series[at] += 20;
        const auto found = spikes_in(series, 0, series.size(), 0.1);
        ASSERT_EQ(found.size(), at >= 2 && at <= 96 ? 1u : 0u) << at;
        EXPECT_EQ(std::ranges::count(found, at, &Spike::at), std::ssize(found)) << at;
    }
}

TEST(Spikes, NoiseIsNone) {
    std::vector<double> series = ramp();
    series[50] += 5;
    EXPECT_TRUE(spikes_in(series, 0, 100, 1).empty());
    EXPECT_EQ(spikes_in(series, 0, 100, 0.1).size(), 1u);
}

}  // namespace
}  // namespace sneddon
