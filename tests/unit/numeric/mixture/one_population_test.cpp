#include "numeric/mixture/one_population.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "mixture_cases.hpp"
#include "sneddon/numeric/choose_k.hpp"
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

Points made(auto row) {
    RandomStream random(11);
    std::vector<std::vector<double>> columns(2, std::vector<double>(300));
    for (std::size_t i = 0; i < 300; ++i) row(random, columns[0][i], columns[1][i]);
    return *make_points(columns);
}

KChoice choice_of(const Points& points) {
    FitMixtureOptions options;
    options.most_components = 4;
    return choose_k(points, *fit_mixture(points, options), options);
}

// Clouds that BIC gives several Gaussians, and that are one.
TEST(OnePopulation, IsSaidFirstOfOneCloudOfAnotherShape) {
    const Points ridge = made([](RandomStream& random, double& x, double& y) {
        x = random.normal();
        y = 0.5 * x * x + 0.3 * random.normal();
    });
    const Points box = made([](RandomStream& random, double& x, double& y) {
        x = random.uniform();
        y = random.uniform();
    });
    const Points skewed = made([](RandomStream& random, double& x, double& y) {
        const double along = std::fabs(random.normal());
        x = 2 * along + 0.5 * random.normal();
        y = along + 0.5 * random.normal();
    });
    const Points arc = made([](RandomStream& random, double& x, double& y) {
        const double angle = 1.57 * random.uniform(), radius = 5 + 0.4 * random.normal();
        x = radius * std::cos(angle);
        y = radius * std::sin(angle);
    });
    for (const Points& points : {ridge, box, skewed, arc}) {
        const KChoice choice = choice_of(points);
        EXPECT_GT(choice.chosen_components, 1u);
        ASSERT_FALSE(choice.headline.empty());
        EXPECT_EQ(choice.headline, choice.warnings.front());
    }
    EXPECT_NE(choice_of(ridge).headline.find("about a curve in column 1"), std::string::npos);
    EXPECT_NE(choice_of(box).headline.find("a uniform law of column"), std::string::npos);
    EXPECT_NE(choice_of(arc).headline.find("about a curve in principal axis 1"), std::string::npos);
    const auto one = best_single_population(skewed);
    EXPECT_EQ(one->words({"H", "creep"}), "a skew-normal law of H and creep");
}

TEST(OnePopulation, IsNotSaidOfGroups) {
    const KChoice choice =
        choice_of(cloud({2, {0.5, 0.5}, {0, 0, 4, 0}, {1, 0, 0, 1, 1, 0, 0, 1}}, 300, 12));
    EXPECT_EQ(choice.chosen_components, 2u);
    EXPECT_TRUE(choice.headline.empty());
}

TEST(OnePopulation, AConstantColumnHasNone) {
    Points points = correlated(5);
    for (double& x : points.columns[1]) x = 3;
    EXPECT_FALSE(best_single_population(points));
}

}  // namespace
}  // namespace sneddon
