#include "numeric/mixture/family/component_normality.hpp"

#include <gtest/gtest.h>

#include "../mixture_cases.hpp"
#include "../shape/shape_cases.hpp"
#include "numeric/mixture/em.hpp"

namespace sneddon {
namespace {

// One component in one column: the squared skewness and the kurtosis of the values.
TEST(ComponentNormality, OfOneColumnIsItsSkewnessAndKurtosis) {
    const Points points = testing::first_column(testing::skewed_rows());
    double mean = 0, second = 0, third = 0, fourth = 0;
    for (const double x : points.columns[0]) mean += x / 40;
    for (const double x : points.columns[0]) second += std::pow(x - mean, 2) / 40;
    for (const double x : points.columns[0]) third += std::pow(x - mean, 3) / 40;
    for (const double x : points.columns[0]) fourth += std::pow(x - mean, 4) / 40;
    const auto found = moments_of_components({1, {1}, {mean}, {second}}, points);
    EXPECT_NEAR(found[0].skewness, third * third / std::pow(second, 3), 1e-12);
    EXPECT_NEAR(found[0].kurtosis, fourth / (second * second), 1e-12);
}

TEST(ComponentNormality, TrueGaussiansThatOverlapAreNotRejected) {
    const GaussianMixture overlapping{1, {0.5, 0.5}, {0, 2.5}, {1, 1}};
    const Points points = testing::cloud(overlapping, 600, 21);
    // Fitted, as the simulated samples are.
    const GaussianMixture fitted = run_em(points, overlapping).mixture;
    for (const auto& component : test_components_for_normality(fitted, points, 49, 1, 1, {})) {
        EXPECT_EQ(component.samples, 49u);
        EXPECT_GT(component.p_skewness, 0.04);
        EXPECT_GT(component.p_kurtosis, 0.04);
    }
}

TEST(ComponentNormality, ASkewedComponentBesideAGaussianOneIsNamed) {
    Points points = testing::cloud({1, {1}, {0}, {1}}, 300, 5);
    const Points other = testing::cloud({1, {1}, {0}, {0.25}}, 300, 6);
    for (const double z : other.columns[0]) points.columns[0].push_back(20 + 4 * std::exp(z));
    points.rows = 600;
    const GaussianMixture fitted{1, {0.5, 0.5}, {0, 24.5}, {1, 6.5}};
    const auto found = test_components_for_normality(fitted, points, 39, 1, 2, {});
    EXPECT_GT(found[0].p_skewness, 0.05);
    EXPECT_EQ(found[1].p_skewness, 1.0 / 40);
}

}  // namespace
}  // namespace sneddon
