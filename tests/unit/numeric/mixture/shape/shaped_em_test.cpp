#include "numeric/mixture/shape/shaped_em.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "../mixture_cases.hpp"
#include "numeric/mixture/shape/shape_start.hpp"
#include "shape_cases.hpp"

namespace sneddon {
namespace {

using testing::first_column;
using testing::heavy_rows;
using testing::skewed_rows;

// Expected: direct maximisation of the same likelihood by scipy 1.17 (Nelder-Mead, then BFGS).
TEST(ShapedEm, OneTComponentHasTheGreatestLikelihood) {
    const ShapedEmResult found = fit_one_component(heavy_rows(), ComponentFamily::student_t);
    EXPECT_TRUE(found.has_converged);
    EXPECT_NEAR(found.log_likelihood, -146.48119939185014, 1e-7);
    EXPECT_NEAR(found.mixture.degrees[0], 2.5068320, 1e-3);
    EXPECT_NEAR(
        fit_one_component(first_column(heavy_rows()), ComponentFamily::student_t).log_likelihood,
        -77.7931938486931, 1e-7);
}

TEST(ShapedEm, OneSkewNormalComponentHasTheGreatestLikelihood) {
    const auto skewed = ComponentFamily::skew_normal;
    EXPECT_NEAR(fit_one_component(first_column(skewed_rows()), skewed).log_likelihood,
                8.256508694265683, 1e-7);
    EXPECT_NEAR(fit_one_component(skewed_rows(), skewed).log_likelihood, -34.02630591108114, 1e-6);
    EXPECT_NEAR(fit_one_component(heavy_rows(), skewed).log_likelihood, -153.81766752732239, 1e-6);
}

TEST(ShapedEm, OneGaussianComponentIsTheMeanAndCovariance) {
    const Points points = skewed_rows();
    const ShapedMixture one = fit_one_component(points, ComponentFamily::gaussian).mixture;
    double mean = 0, square = 0;
    for (const double x : points.columns[0]) mean += x / 40;
    for (const double x : points.columns[0]) square += (x - mean) * (x - mean) / 40;
    EXPECT_NEAR(one.locations[0], mean, 1e-14);
    EXPECT_NEAR(one.scatters[0], square, 1e-14);
}

// Of every family, with noise and without: no step loses likelihood, weights stay shares.
TEST(ShapedEm, TheLikelihoodNeverFalls) {
    Points points = testing::cloud(testing::three_groups(), 400, 7);
    for (std::size_t i = 0; i < 20; ++i) points.columns[i % 2][i] += 30;
    for (const auto family :
         {ComponentFamily::gaussian, ComponentFamily::student_t, ComponentFamily::skew_normal})
        for (const bool has_noise : {false, true}) {
            const ShapedEmResult found =
                run_em(points, start_from(testing::three_groups(), family, has_noise, points));
            EXPECT_FALSE(found.has_collapsed);
            ASSERT_GT(found.trace.size(), 2u);
            for (std::size_t i = 1; i < found.trace.size(); ++i)
                EXPECT_GE(found.trace[i], found.trace[i - 1] - 1e-9);
            double sum = found.mixture.noise_weight;
            for (const double weight : found.mixture.weights) sum += weight;
            EXPECT_NEAR(sum, 1, 1e-12);
            // A half-normal side has a scatter of nearly no width: 1e-6 is rounding.
            EXPECT_NEAR(evaluate(found.mixture, points).log_likelihood, found.log_likelihood, 1e-5);
        }
}

// A plain step too, which no extrapolation can hide.
TEST(ShapedEm, NoSingleStepLosesLikelihood) {
    const Points points = testing::cloud(testing::three_groups(), 300, 9);
    for (const auto family : {ComponentFamily::student_t, ComponentFamily::skew_normal}) {
        ShapedMixture mixture = start_from(testing::three_groups(), family, true, points);
        double before = -1e300;
        for (int step = 0; step < 60; ++step) {
            const ShapedStep next = em_step(points, mixture);
            EXPECT_GE(next.log_likelihood, before - 1e-10);
            before = next.log_likelihood;
            ASSERT_TRUE(next.next);
            mixture = *next.next;
        }
    }
}

TEST(ShapedEm, NoiseTakesTheRowsThatBelongToNoComponent) {
    Points points = testing::cloud({2, {1}, {0, 0}, {1, 0, 0, 1}}, 900, 3);
    RandomStream random(4);
    for (std::size_t i = 0; i < 90; ++i)
        for (auto& column : points.columns) column[i] = 40 * random.uniform() - 20;
    const ShapedEmResult found =
        run_em(points,
               start_from({2, {1}, {0, 0}, {9, 0, 0, 9}}, ComponentFamily::gaussian, true, points));
    EXPECT_NEAR(found.mixture.noise_weight, 0.1, 0.02);
    EXPECT_NEAR(found.mixture.scatters[0], 1, 0.15);
}

TEST(ShapedEm, WeightsAreRepeatedRows) {
    Points weighted = skewed_rows(), repeated = weighted;
    weighted.weights.assign(40, 1);
    weighted.weights[5] = 3;
    for (auto& column : repeated.columns) column.insert(column.end(), 2, column[5]);
    repeated.rows = 42;
    for (const auto family : {ComponentFamily::student_t, ComponentFamily::skew_normal})
        EXPECT_NEAR(fit_one_component(weighted, family).log_likelihood,
                    fit_one_component(repeated, family).log_likelihood, 1e-6);
}

}  // namespace
}  // namespace sneddon
