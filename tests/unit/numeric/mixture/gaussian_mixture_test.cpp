#include "sneddon/numeric/gaussian_mixture.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::random_mixture;
using testing::three_groups;

TEST(GaussianMixture, CountsFreeParameters) {
    EXPECT_EQ(parameter_count(1, 2), 5u);
    EXPECT_EQ(parameter_count(3, 2), 17u);
    EXPECT_EQ(parameter_count(3, 4), 44u);
    EXPECT_EQ(parameter_count(2, 5), 41u);
}

// Densities by hand: 1/sqrt(2 pi), exp(-1/4)/sqrt(4 pi), 1/(2 pi), exp(-1/2)/(4 pi).
// 1e-14: a few roundings.
TEST(GaussianMixture, DensityOfOneGaussianIsTheClosedForm) {
    const GaussianMixture standard{1, {1}, {0}, {1}}, wide{1, {1}, {0}, {2}};
    const GaussianMixture plane{2, {1}, {0, 0}, {1, 0, 0, 1}},
        wide_plane{2, {1}, {0, 0}, {2, 0, 0, 2}};
    EXPECT_NEAR(std::exp(log_density(standard, std::array{0.0})), 0.398942280401433, 1e-14);
    EXPECT_NEAR(std::exp(log_density(wide, std::array{1.0})), 0.219695644733861, 1e-14);
    EXPECT_NEAR(std::exp(log_density(plane, std::array{0.0, 0.0})), 0.159154943091895, 1e-14);
    EXPECT_NEAR(std::exp(log_density(wide_plane, std::array{1.0, 1.0})), 0.0482661763150270, 1e-14);
}

// Known answers of mlpack's mixture tests, printed with 10 digits.
TEST(GaussianMixture, DensityOfAMixtureMatchesPublishedValues) {
    const GaussianMixture mixture{2, {0.3, 0.7}, {0, 0, 3, 3}, {1, 0, 0, 1, 2, 1, 1, 2}};
    const auto density = [&](double x, double y) {
        return std::exp(log_density(mixture, std::array{x, y}));
    };
    EXPECT_NEAR(density(0, 0), 0.05094887202, 1e-11);
    EXPECT_NEAR(density(1, 1), 0.03451996667, 1e-11);
    EXPECT_NEAR(density(2, 2), 0.04696302254, 1e-11);
    EXPECT_NEAR(density(3, 3), 0.06432759685, 1e-11);
    EXPECT_NEAR(density(-1, 5.3), 2.503171278804e-6, 1e-15);
    EXPECT_NEAR(density(1.4, 0), 0.024676682176, 1e-12);
}

TEST(GaussianMixture, SingularCovarianceGivesNaN) {
    const GaussianMixture line{2, {1}, {0, 0}, {1, 1, 1, 1}};
    EXPECT_TRUE(std::isnan(log_density(line, std::array{0.0, 0.0})));
    EXPECT_TRUE(std::isnan(posterior(line, std::array{0.0, 0.0})[0]));
}

TEST(GaussianMixture, PosteriorIsBayesRuleAndSumsToOne) {
    const auto mixture = three_groups();
    const std::array x{1.0, -0.5};
    const auto z = posterior(mixture, x);
    for (std::size_t j = 0; j < 3; ++j) {
        const GaussianMixture one{2,
                                  {1},
                                  {mixture.mean(j).begin(), mixture.mean(j).end()},
                                  {mixture.covariance(j).begin(), mixture.covariance(j).end()}};
        EXPECT_NEAR(z[j],
                    mixture.weights[j] * std::exp(log_density(one, x) - log_density(mixture, x)),
                    1e-14);
    }
    EXPECT_NEAR(std::accumulate(z.begin(), z.end(), 0.0), 1, 1e-15);
}

TEST(GaussianMixture, EvaluationAgreesWithTheDensityOfEachPoint) {
    for (std::size_t d = 1; d <= most_dimensions; ++d) {
        const auto mixture = random_mixture(3, d, d);
        const auto points = cloud(mixture, 300, 7);
        const auto evaluation = evaluate(mixture, points);
        const auto z = posteriors(mixture, points);
        double sum = 0;
        for (std::size_t i = 0; i < points.rows; ++i) {
            std::vector<double> x;
            for (const auto& column : points.columns) x.push_back(column[i]);
            const double expected = log_density(mixture, x);
            sum += expected;
            EXPECT_NEAR(evaluation.log_densities[i], expected, 1e-12);
            const auto expected_z = posterior(mixture, x);
            for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(z[i * 3 + j], expected_z[j], 1e-12);
            EXPECT_EQ(evaluation.largest_posteriors[i], z[i * 3 + evaluation.labels[i]]);
        }
        EXPECT_NEAR(evaluation.log_likelihood, sum, 1e-10);
        EXPECT_EQ(std::accumulate(evaluation.counts.begin(), evaluation.counts.end(), 0.0), 300);
    }
}

// The paper's table: logL -46.44 and -67.00 with 2 parameters of n = 116 values.
TEST(GaussianMixture, CriteriaFollowTheirDefinitions) {
    MixtureEvaluation evaluation;
    evaluation.log_likelihood = -46.44;
    evaluation.map_log_posterior = -1.5;
    const auto criteria = mixture_criteria(evaluation, 2, 116);
    EXPECT_NEAR(criteria.aic, 96.88, 1e-12);
    EXPECT_NEAR(criteria.bic, 102.39, 0.005);
    EXPECT_NEAR(criteria.icl, criteria.bic + 3, 1e-12);
    evaluation.log_likelihood = -67.00;
    EXPECT_NEAR(mixture_criteria(evaluation, 2, 116).bic, 143.51, 0.005);
}

// 40,000 rows: standard errors below 0.02 for every number compared; five of them are allowed.
TEST(GaussianMixture, SampleHasTheMomentsOfItsComponents) {
    const auto mixture = three_groups();
    RandomStream random(3);
    const auto drawn = sample(mixture, 40000, random);
    for (std::size_t j = 0; j < 3; ++j) {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < drawn.labels.size(); ++i)
            if (drawn.labels[i] == j) rows.push_back(i);
        const auto n = static_cast<double>(rows.size());
        EXPECT_NEAR(n / 40000, mixture.weights[j], 0.0125);
        const auto part = choose_rows(drawn.points, rows);
        std::array<double, 2> mean{};
        for (std::size_t a = 0; a < 2; ++a) {
            mean[a] = std::accumulate(part.columns[a].begin(), part.columns[a].end(), 0.0) / n;
            EXPECT_NEAR(mean[a], mixture.mean(j)[a], 0.06);
        }
        double covariance = 0;
        for (std::size_t i = 0; i < part.rows; ++i)
            covariance += (part.columns[0][i] - mean[0]) * (part.columns[1][i] - mean[1]) / n;
        EXPECT_NEAR(covariance, mixture.covariance(j)[1], 0.06);
    }
    EXPECT_EQ(sample(mixture, 0, random).points.rows, 0u);
}

TEST(GaussianMixture, ReorderPermutesEverything) {
    const auto mixture = three_groups();
    const std::array<std::size_t, 3> order{2, 0, 1};
    const auto shuffled = reorder(mixture, order);
    const std::array x{0.3, 0.2};
    EXPECT_NEAR(log_density(shuffled, x), log_density(mixture, x), 1e-15);
    EXPECT_EQ(posterior(shuffled, x)[0], posterior(mixture, x)[2]);
    const auto sorted = reorder(shuffled, order_by_first_mean(shuffled));
    EXPECT_EQ(sorted.means, mixture.means);
    EXPECT_EQ(sorted.covariances, mixture.covariances);
    EXPECT_EQ(sorted.weights, mixture.weights);
}

TEST(GaussianMixture, AffineMapShiftsTheLogDensityByTheJacobian) {
    const auto mixture = three_groups();
    const std::array scale{-2.5, 1e3}, shift{7.0, -3.0};
    const auto mapped = affine_map(mixture, scale, shift);
    const std::array x{0.3, 0.2}, y{scale[0] * 0.3 + 7, scale[1] * 0.2 - 3};
    EXPECT_NEAR(log_density(mapped, y), log_density(mixture, x) - std::log(2.5e3), 1e-12);
}

}  // namespace
}  // namespace sneddon
