#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "segment/load_runs.hpp"

namespace sneddon {
namespace {

std::vector<double> noise(std::size_t count) {
    RandomStream random(4);
    std::vector<double> values(count);
    for (double& value : values) value = random.normal();
    return values;
}

TEST(WithoutSpikes, IsTheMedianOfFiveWhereThereAreFive) {
    const std::vector<double> values = noise(200), smooth = without_spikes(values);
    ASSERT_EQ(smooth.size(), values.size());
    for (std::size_t i = 2; i + 2 < values.size(); ++i) {
        std::array<double, 5> five{};
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(i) - 2, 5, five.begin());
        std::ranges::sort(five);
        EXPECT_EQ(smooth[i], five[2]) << i;
    }
}

TEST(WithoutSpikes, LeavesTwoPointsAtEachEnd) {
    const std::vector<double> values = {9, 1, 5, 2, 7, 0, 8}, smooth = without_spikes(values);
    EXPECT_EQ(smooth[0], 9);
    EXPECT_EQ(smooth[1], 1);
    EXPECT_EQ(smooth[5], 0);
    EXPECT_EQ(smooth[6], 8);
    for (const std::size_t count : {0u, 1u, 4u}) {
        const std::vector<double> few = noise(count);
        EXPECT_EQ(without_spikes(few), few);
    }
}

TEST(WithoutSpikes, OfOnePointIsThatOfAll) {
    for (const std::size_t count : {1u, 2u, 4u, 5u, 6u, 50u}) {
        const std::vector<double> values = noise(count), smooth = without_spikes(values);
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(without_spikes(values, i), smooth[i]);
    }
}

TEST(LoadScale, OfACoarseConverterHasAMillionthOfThePeakAsNoise) {
    const std::vector<double> load_uN = {-5, 0, 200, 3};
    EXPECT_EQ(load_scale(load_uN, 0).peak_uN, 200);
    EXPECT_DOUBLE_EQ(load_scale(load_uN, 0).noise_uN, 2e-4);
    EXPECT_EQ(load_scale(load_uN, 0.5).noise_uN, 0.5);
    EXPECT_DOUBLE_EQ(load_scale(std::vector<double>{-30, -20}, 0).noise_uN, 2e-5);
}

}  // namespace
}  // namespace sneddon
