#include "numeric/least_squares/slow_noise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "support/correlated_noise.hpp"

namespace sneddon {
namespace {

TEST(BlockMeans, AreThoseOfBlocksOfOneLengthHoweverTheValuesCome) {
    std::vector<double> values(101);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
    BlockMeans whole(values.size()), parts(values.size());
    whole.add(values);
    for (std::size_t i = 0; i < values.size(); i += 7)
        parts.add(std::span(values).subspan(i, std::min<std::size_t>(7, values.size() - i)));
    ASSERT_EQ(whole.block(), 4u);  // 101 / 4 = 25 blocks, the last value is in none
    ASSERT_EQ(whole.means().size(), 25u);
    EXPECT_EQ(whole.means()[0], 1.5);
    EXPECT_EQ(whole.means()[24], 97.5);
    for (std::size_t i = 0; i < 25; ++i) EXPECT_EQ(parts.means()[i], whole.means()[i]);
    BlockMeans few(40);
    few.add(std::span(values).first(40));
    EXPECT_EQ(few.block(), 0u);
}

// The sum over all pairs of r^|i-j|, divided by the square of their number.
TEST(SlowNoise, TheVarianceOfABlockIsTheSumOverItsPairs) {
    for (const double r : {0.3, 0.9}) {
        double sum = 0;
        for (int i = 0; i < 12; ++i)
            for (int j = 0; j < 12; ++j) sum += std::pow(r, std::abs(i - j));
        EXPECT_NEAR(ar1_block_variance(12, r), sum / 144, 1e-14);
    }
    EXPECT_EQ(ar1_block_variance(8, -0.2), 1.0 / 8);
}

// Of first-order autoregressive noise alone nothing is found: 3 of 500 at most for a chance of
// 1 in 1,000.
TEST(SlowNoise, IsNotFoundInNoiseOfOneTimeScale) {
    for (const double r : {0.0, 0.5, 0.9}) {
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            RandomStream random(seed);
            const auto noise = testing::correlated_noise(1000, 1, r, random);
            BlockMeans blocks(noise.size());
            blocks.add(noise);
            found += slow_noise(blocks, 1, r, effective_rows(r, 1000, 0), 0).is_found;
        }
        EXPECT_LE(found, 3) << r;
    }
}

}  // namespace
}  // namespace sneddon
