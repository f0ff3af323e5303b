#include "numeric/distribution/kernel_density.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/random.hpp"

namespace sneddon {
namespace {

std::vector<double> normal_values(std::size_t n, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> values(n);
    for (double& x : values) x = random.normal();
    return values;
}

TEST(KernelDensity, OneValueIsOneKernel) {
    const auto density = kernel_density(std::vector<double>{2}, 0.5, std::vector<double>{2, 3, 40});
    EXPECT_DOUBLE_EQ(density[0], 2 / std::sqrt(2 * std::numbers::pi));
    EXPECT_DOUBLE_EQ(density[1], density[0] * std::exp(-2));
    EXPECT_EQ(density[2], 0);
}

TEST(KernelDensity, IntegratesToOne) {
    const auto values = normal_values(200, 61);
    std::vector<double> points;
    for (int i = -1000; i <= 1000; ++i) points.push_back(0.01 * i);
    double sum = 0;
    for (const double d : kernel_density(values, 0.3, points)) sum += 0.01 * d;
    EXPECT_NEAR(sum, 1, 1e-12);  // a sum over even steps of a smooth function
}

TEST(KernelDensity, RulesByHand) {
    // sd = sqrt(2.5), quartiles 2 and 4.
    const std::vector<double> values = {1, 2, 3, 4, 5};
    const double sd = std::sqrt(2.5);
    EXPECT_NEAR(bandwidth(values, BandwidthRule::scott), sd * std::pow(5, -0.2), 1e-15);
    EXPECT_NEAR(bandwidth(values, BandwidthRule::silverman), sd * std::pow(3.75, -0.2), 1e-15);
    EXPECT_NEAR(bandwidth(values, BandwidthRule::nrd0), 0.9 * 2 / 1.34 * std::pow(5, -0.2), 1e-15);
}

// The best bandwidth for n normal values is 1.06 sd n^(-1/5); 10,000 values tell it to a few
// per cent.
TEST(KernelDensity, DiffusionFindsTheBestBandwidthOfNormalValues) {
    const double h = bandwidth(normal_values(10'000, 62), BandwidthRule::improved_sheather_jones);
    EXPECT_NEAR(h, 1.06 * std::pow(1e4, -0.2), 0.01);
}

// Two narrow peaks far apart: the rules of thumb blur them, diffusion keeps them.
TEST(KernelDensity, DiffusionKeepsTwoPeaksApart) {
    auto values = normal_values(1000, 63);
    for (std::size_t i = 0; i < 500; ++i) values[i] += 30;
    const double h = bandwidth(values, BandwidthRule::improved_sheather_jones);
    EXPECT_NEAR(h, 1.06 * std::pow(500, -0.2), 0.1);
    EXPECT_GT(bandwidth(values, BandwidthRule::scott), 10 * h);
}

TEST(KernelDensity, EveryRuleScalesWithTheUnit) {
    const auto values = normal_values(300, 64);
    auto scaled = values;
    for (double& x : scaled) x *= 0.01;
    for (const auto rule : {BandwidthRule::scott, BandwidthRule::silverman, BandwidthRule::nrd0,
                            BandwidthRule::improved_sheather_jones}) {
        EXPECT_NEAR(bandwidth(scaled, rule) / bandwidth(values, rule), 0.01, 1e-11) << name(rule);
        EXPECT_FALSE(name(rule).empty());
    }
}

TEST(KernelDensity, ValuesWithoutAWidthGiveNaN) {
    for (const auto rule : {BandwidthRule::scott, BandwidthRule::improved_sheather_jones}) {
        EXPECT_TRUE(std::isnan(bandwidth(std::vector<double>{1}, rule)));
        EXPECT_TRUE(std::isnan(bandwidth(std::vector<double>{2, 2, 2}, rule)));
        EXPECT_TRUE(std::isnan(bandwidth(std::vector<double>{1, NAN, 3}, rule)));
    }
    EXPECT_TRUE(std::isnan(kernel_density(std::vector<double>{1}, 0, std::vector<double>{1})[0]));
    EXPECT_TRUE(std::isnan(kernel_density({}, 1, std::vector<double>{1})[0]));
}

}  // namespace
}  // namespace sneddon
