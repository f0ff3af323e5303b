#include "numeric/mixture/one_population.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "mixture_cases.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {
namespace {

using testing::cloud;

Points correlated(std::uint64_t seed) {
    return cloud({2, {1}, {1, 2}, {0.2, 0.1, 0.1, 0.3}}, 500, seed);
}

double normal_log_likelihood(const Points& points) {
    FitMixtureOptions options;
    options.most_components = 1;
    return fit_mixture(points, options)->fits[0].log_likelihood;
}

// ln L of exp(x) is that of x less the sum of x.
TEST(OnePopulation, ALogNormalCloudIsTheNormalLawOfItsLogarithms) {
    const Points logarithms = correlated(1);
    Points points = logarithms;
    double jacobian = 0;
    for (auto& column : points.columns)
        for (double& x : column) {
            jacobian -= x;
            x = std::exp(x);
        }
    const auto one = best_single_population(points);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->powers, (std::vector<double>{0, 0}));
    EXPECT_TRUE(std::isinf(one->degrees_of_freedom));
    EXPECT_NEAR(one->log_likelihood, normal_log_likelihood(logarithms) + jacobian, 1e-8);
    EXPECT_EQ(one->parameters, 7u);  // 5, and a power of each column
    EXPECT_NEAR(one->bic, 7 * std::log(500.0) - 2 * one->log_likelihood, 1e-9);
}

TEST(OnePopulation, AGaussianCloudStaysAsItIs) {
    const Points points = correlated(2);
    const auto one = best_single_population(points);
    EXPECT_EQ(one->powers, (std::vector<double>{1, 1}));
    EXPECT_TRUE(std::isinf(one->degrees_of_freedom));
    EXPECT_NEAR(one->log_likelihood, normal_log_likelihood(points), 1e-8);
    EXPECT_EQ(one->words(), "a normal law of column 1 and column 2");
}

TEST(OnePopulation, HeavyTailsAreATLaw) {
    RandomStream random(3);
    Points points = cloud({2, {1}, {0, 0}, {1, 0.3, 0.3, 1}}, 800, 4);
    for (std::size_t i = 0; i < points.rows; ++i) {
        double chi2 = 0;
        for (int k = 0; k < 4; ++k) chi2 += std::pow(random.normal(), 2);
        for (auto& column : points.columns) column[i] *= std::sqrt(4 / chi2);
    }
    const auto one = best_single_population(points);
    EXPECT_GE(one->degrees_of_freedom, 3);
    EXPECT_LE(one->degrees_of_freedom, 6);
    EXPECT_GT(one->log_likelihood, normal_log_likelihood(points) + 50);
    EXPECT_EQ(one->parameters, 6u);
}

double density_of_t(double x, double degrees) {
    return std::exp(std::lgamma((degrees + 1) / 2) - std::lgamma(degrees / 2)) /
           std::sqrt(degrees * std::acos(-1.0)) * std::pow(1 + x * x / degrees, -(degrees + 1) / 2);
}

double log_likelihood_of_t(const std::vector<double>& x, double place, double width,
                           double degrees) {
    double sum = 0;
    for (const double value : x)
        sum += std::log(density_of_t((value - place) / width, degrees) / width);
    return sum;
}

// One column: against a search of place and width on ever finer grids.
TEST(OnePopulation, TheTLawHasItsGreatestLikelihood) {
    Points points = cloud({1, {1}, {-3}, {1}}, 60, 6);
    RandomStream random(7);
    for (double& x : points.columns[0]) x += 2 * std::pow(random.normal(), 3);
    const auto one = best_single_population(points);
    ASSERT_TRUE(std::isfinite(one->degrees_of_freedom));
    double place = -3, width = 2, best = -1e300;
    for (double step = 1; step > 1e-7; step /= 2)
        for (int round = 0; round < 20; ++round)
            for (const auto& [dx, dw] : {std::pair{0, 1}, {0, -1}, {1, 0}, {-1, 0}}) {
                const double x = place + dx * step, w = width * std::exp(dw * step);
                const double here =
                    log_likelihood_of_t(points.columns[0], x, w, one->degrees_of_freedom);
                if (!(here > best)) continue;
                best = here;
                place = x;
                width = w;
            }
    EXPECT_NEAR(one->log_likelihood, best, 1e-3);
    EXPECT_LE(one->log_likelihood, best + 1e-8);
}

TEST(OnePopulation, AConstantColumnHasNone) {
    Points points = correlated(5);
    for (double& x : points.columns[1]) x = 3;
    EXPECT_FALSE(best_single_population(points));
}

}  // namespace
}  // namespace sneddon
