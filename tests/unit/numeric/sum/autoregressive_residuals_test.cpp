#include "numeric/sum/autoregressive_residuals.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/correlated_noise.hpp"

namespace sneddon {
namespace {

/// The straight line by least squares, weighted or not, over -1 to 1.
LinearEstimator line_estimator(std::size_t n, bool is_weighted = false) {
    LinearEstimator line;
    line.parameters = 2;
    double s0 = 0, s1 = 0, s2 = 0;
    const auto x_of = [&](std::size_t i) {
        return 2 * static_cast<double>(i) / static_cast<double>(n - 1) - 1;
    };
    const auto weight_of = [&](std::size_t i) { return is_weighted ? 1.5 + x_of(i) : 1; };
    for (std::size_t i = 0; i < n; ++i) {
        const double x = x_of(i), w = weight_of(i);
        line.curve.push_back({1, x, 0});
        s0 += w;
        s1 += w * x;
        s2 += w * x * x;
    }
    const double determinant = s0 * s2 - s1 * s1;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = x_of(i), w = weight_of(i);
        line.weight.push_back(
            {w * (s2 - s1 * x) / determinant, w * (s0 * x - s1) / determinant, 0});
    }
    return line;
}

std::vector<double> residuals_of(const std::vector<double>& noise, const LinearEstimator& fit) {
    EstimatorRow parameters{};
    for (std::size_t i = 0; i < noise.size(); ++i)
        for (std::size_t k = 0; k < 3; ++k) parameters[k] += fit.weight[i][k] * noise[i];
    std::vector<double> residuals = noise;
    for (std::size_t i = 0; i < noise.size(); ++i)
        for (std::size_t k = 0; k < 3; ++k) residuals[i] -= fit.curve[i][k] * parameters[k];
    return residuals;
}

// Against the double sum over all pairs of samples.
TEST(AutoregressiveResiduals, TheCovarianceIsTheDoubleSum) {
    const LinearEstimator line = line_estimator(12, true);
    const double r = 0.8;
    const EstimatorMatrix found = parameter_covariance(line, r);
    for (std::size_t k = 0; k < 2; ++k)
        for (std::size_t l = 0; l < 2; ++l) {
            double sum = 0;
            for (std::size_t i = 0; i < 12; ++i)
                for (std::size_t j = 0; j < 12; ++j)
                    sum += line.weight[i][k] * line.weight[j][l] *
                           std::pow(r, std::abs(static_cast<double>(i) - static_cast<double>(j)));
            EXPECT_NEAR(found[k][l], sum, 1e-12) << k << ' ' << l;
        }
}

// Mean of 1,000 windows. Without the correction the variance at 0.95 is 20 % too small and r by
// 0.02.
TEST(AutoregressiveResiduals, VarianceAndCorrelationAreThoseOfTheNoiseNotOfTheResiduals) {
    for (const bool is_weighted : {false, true})
        for (const double r : {0.0, 0.5, 0.9, 0.95}) {
            const LinearEstimator line = line_estimator(400, is_weighted);
            double variance = 0, correlation = 0;
            constexpr int windows = 1000;
            for (int run = 0; run < windows; ++run) {
                RandomStream random(3, static_cast<std::uint64_t>(run));
                const auto noise = testing::correlated_noise(400, 0.2, r, random);
                const AutoregressiveNoise found = noise_about_fit(residuals_of(noise, line), line);
                variance += found.sd * found.sd / windows;
                correlation += found.correlation / windows;
            }
            // Standard errors of the means: at most 1 % and 0.001. r from 0 on is biased upwards
            // where there is none, by 0.4/sqrt(400); near 1 a ratio of sums of 10 correlation
            // times keeps 0.005, and 5 % of the variance.
            EXPECT_NEAR(variance / 0.04, 1, 0.08) << r;
            EXPECT_NEAR(correlation, r, r == 0 ? 0.025 : 0.006) << r;
        }
}

TEST(AutoregressiveResiduals, AlternatingResidualsCountAsIndependent) {
    const LinearEstimator line = line_estimator(100);
    std::vector<double> alternating(100);
    for (std::size_t i = 0; i < 100; ++i) alternating[i] = i % 2 == 0 ? 1 : -1;
    const AutoregressiveNoise found = noise_about_fit(residuals_of(alternating, line), line);
    EXPECT_EQ(found.correlation, 0);
    EXPECT_NEAR(found.sd, std::sqrt(100.0 / 98), 1e-3);
}

TEST(AutoregressiveResiduals, ASlowBendHasTheLargestCorrelationAWindowCanShow) {
    const LinearEstimator line = line_estimator(100);
    std::vector<double> bend(100);
    for (std::size_t i = 0; i < 100; ++i) bend[i] = std::pow(static_cast<double>(i) / 100, 2);
    const AutoregressiveNoise found = noise_about_fit(residuals_of(bend, line), line);
    EXPECT_EQ(found.correlation, 1 - 2.0 / 100);
    EXPECT_TRUE(std::isfinite(found.sd));
}

TEST(AutoregressiveResiduals, ResidualsOfNothingAreNoNoise) {
    const LinearEstimator line = line_estimator(10);
    const std::vector<double> none(10, 0.0);
    EXPECT_EQ(noise_about_fit(none, line).sd, 0);
}

}  // namespace
}  // namespace sneddon
