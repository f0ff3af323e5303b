#include "numeric/mixture/em.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "mixture_cases.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/search/mixture_moves.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::random_mixture;
using testing::three_groups;

TEST(Em, OneComponentIsReachedInOneStep) {
    const auto points = cloud(three_groups(), 300, 1);
    const auto expected = single_gaussian(points);
    const auto result = run_em(points, {2, {1}, {5, 5}, {3, 0, 0, 3}});
    EXPECT_EQ(result.end, EmEnd::converged);
    EXPECT_LE(result.passes, 4u);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_NEAR(result.mixture.means[i], expected.means[i], 1e-12);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(result.mixture.covariances[i], expected.covariances[i], 1e-12);
}

// Only the rounding of the sum itself may show: 1e-13 of its size.
TEST(Em, LikelihoodNeverFalls) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const std::size_t d = 1 + seed % 3, k = 2 + seed % 4;
        const auto points = cloud(random_mixture(3, d, seed), 200, seed);
        const auto start = random_mixture(k, d, 100 + seed);
        for (const auto acceleration :
             {Acceleration::none, Acceleration::squarem, Acceleration::quasi_newton}) {
            EmOptions options;
            options.acceleration = acceleration;
            options.most_passes = 300;
            const auto path = run_em(points, start, options).log_likelihoods;
            for (std::size_t i = 1; i < path.size(); ++i)
                EXPECT_GE(path[i], path[i - 1] - 1e-13 * (1 + std::fabs(path[i])))
                    << "seed " << seed << " step " << i;
        }
    }
}

TEST(Em, AccelerationReachesTheSameOptimumInFewerPasses) {
    const auto points = cloud(three_groups(), 600, 2);
    EmOptions plain;
    plain.acceleration = Acceleration::none;
    const GaussianMixture start{
        2, {.3, .3, .4}, {-2, 0, 0, 1, 2, -1}, {2, 0, 0, 2, 2, 0, 0, 2, 2, 0, 0, 2}};
    const auto slow = run_em(points, start, plain), fast = run_em(points, start);
    EXPECT_EQ(fast.end, EmEnd::converged);
    EXPECT_LT(fast.passes, slow.passes);
    EXPECT_NEAR(fast.log_likelihood, slow.log_likelihood, 1e-9);
    // delta 1e-9 of a standard error, times 1 / (1 - rate of EM) < 100.
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_NEAR(fast.mixture.means[i], slow.mixture.means[i], 1e-7);
}

// Six components for three groups: EM gains next to nothing per step. From the same start curvature
// ends at least as high in a tenth of the passes, at a gradient a million times smaller.
TEST(Em, CurvatureFindsTheWayWhereTheLikelihoodIsFlat) {
    const auto points = cloud(three_groups(), 3000, 8);
    EmOptions squarem, curved;
    squarem.acceleration = Acceleration::squarem;
    squarem.most_passes = 2000;
    squarem.gradient_tolerance = curved.gradient_tolerance = 1e-8;
    auto start = three_groups();
    for (std::size_t j = 0; j < 3; ++j) start = split_across(start, j);
    const auto slow = run_em(points, start, squarem), fast = run_em(points, start, curved);
    EXPECT_EQ(fast.end, EmEnd::converged);
    EXPECT_LT(fast.passes * 3, slow.passes);
    EXPECT_GE(fast.log_likelihood, slow.log_likelihood - 1e-6);
}

// The gradient of the likelihood by central differences vanishes at the optimum. The likelihood
// (about -2000) carries 1e-12 of rounding, so with steps of 1e-4 the quotient is known to 1e-8; its
// curvature is 1e3, hence 1e-4.
TEST(Em, EndsWhereTheGradientVanishes) {
    const auto points = cloud(three_groups(), 500, 3);
    const auto optimum = run_em(points, three_groups()).mixture;
    const auto likelihood = [&](GaussianMixture mixture, std::size_t mean, double step) {
        mixture.means[mean] += step;
        return evaluate(mixture, points).log_likelihood;
    };
    for (std::size_t i = 0; i < optimum.means.size(); ++i)
        EXPECT_NEAR((likelihood(optimum, i, 1e-4) - likelihood(optimum, i, -1e-4)) / 2e-4, 0, 1e-4);
}

TEST(Em, AComponentOnRepeatedRowsCollapsesAndSaysSo) {
    Points points = cloud(three_groups(), 100, 4);
    for (int i = 0; i < 30; ++i) {
        points.columns[0].push_back(1.5);
        points.columns[1].push_back(-7);
    }
    points.rows += 30;
    const GaussianMixture start{2, {.8, .2}, {0, 0, 1.5, -7}, {5, 0, 0, 3, .01, 0, 0, .01}};
    const auto result = run_em(points, start);
    EXPECT_EQ(result.end, EmEnd::collapsed);
    EXPECT_TRUE(std::isfinite(result.log_likelihood));
    EmOptions ridge;
    ridge.ridge = 1e-3;
    EXPECT_EQ(run_em(points, start, ridge).end, EmEnd::converged);
}

TEST(Em, SingularStartAndPassLimitAreReported) {
    const auto points = cloud(three_groups(), 100, 5);
    EXPECT_EQ(run_em(points, {2, {1}, {0, 0}, {1, 1, 1, 1}}).end, EmEnd::collapsed);
    EmOptions options;
    options.most_passes = 3;
    const auto cut = run_em(points, random_mixture(4, 2, 1), options);
    EXPECT_EQ(cut.end, EmEnd::out_of_passes);
    EXPECT_LE(cut.passes, 4u);
}

TEST(Em, ThreadsGiveTheSameBits) {
    const auto points = cloud(three_groups(), 40000, 6);
    EmOptions one, two;
    one.most_passes = two.most_passes = 12;
    two.threads = 2;
    const auto start = random_mixture(3, 2, 2);
    const auto a = run_em(points, start, one), b = run_em(points, start, two);
    EXPECT_EQ(a.mixture.means, b.mixture.means);
    EXPECT_EQ(a.mixture.covariances, b.mixture.covariances);
    EXPECT_EQ(a.log_likelihoods, b.log_likelihoods);
}

// Five components on three groups: one way along the valley takes moments and the rows' own second
// derivatives, and ends at a gradient of 1e-9 standard errors like the other.
TEST(Em, AlongMomentsAFlatValleyIsStraight) {
    const auto points = cloud(three_groups(), 3000, 9);
    const GaussianMixture start = random_mixture(5, 2, 3);
    EmOptions moments;
    moments.most_passes = 24;
    moments.chart = ChartKind::moments;
    const auto near = run_em(points, start, moments);
    moments.most_passes = EmOptions{}.most_passes;
    moments.like = &points;
    const auto plain = run_em(points, near.mixture);
    const auto climbed = run_em(points, near.mixture, moments);
    EXPECT_EQ(climbed.end, EmEnd::converged);
    EXPECT_LE(climbed.delta, 1e-9);
    EXPECT_GT(climbed.log_likelihood, plain.log_likelihood - 1e-6);
    EXPECT_LT(3 * climbed.passes, 2 * plain.passes);
}

// From the optimum of other rows of the same law, to the same gradient: the likelihood of both ends
// is 1e-9^2/2 nats from the maximum.
TEST(Em, TheCurvatureOfOtherRowsLeadsToTheSameOptimumInFewerPasses) {
    const GaussianMixture close = {2,
                                   {0.3, 0.45, 0.25},
                                   {-1, 1, 0, 0, 1, -1},
                                   {1, 0.3, 0.3, 0.5, 0.6, -0.2, -0.2, 0.9, 0.8, 0.4, 0.4, 1.2}};
    const auto others = cloud(close, 20000, 7), points = cloud(close, 20000, 8);
    const auto start = run_em(others, close).mixture;
    const auto curvature = curvature_around(others, start);
    ASSERT_TRUE(curvature);
    EmOptions known;
    known.curvature = &*curvature;
    EmOptions asked;
    asked.like = &others;
    asked.chart = ChartKind::moments;
    const auto plain = run_em(points, start);
    for (const EmOptions& options : {known, asked}) {
        const auto helped = run_em(points, start, options);
        EXPECT_EQ(helped.end, EmEnd::converged);
        EXPECT_NEAR(helped.log_likelihood, plain.log_likelihood, 1e-8);
        EXPECT_LT(2 * helped.passes, plain.passes);
    }
}

}  // namespace
}  // namespace sneddon
