#include "sneddon/numeric/fit_mixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "mixture_cases.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

FitMixtureOptions up_to(std::size_t components) {
    FitMixtureOptions options;
    options.most_components = components;
    options.starts = {3, 20};
    return options;
}

/// Everything a fit says, for comparisons by bits.
std::vector<double> numbers(const MixtureFits& fits) {
    std::vector<double> all;
    for (const MixtureFit& fit : fits.fits) {
        for (const auto* part :
             {&fit.mixture.weights, &fit.mixture.means, &fit.mixture.covariances, &fit.counts})
            all.insert(all.end(), part->begin(), part->end());
        all.insert(all.end(),
                   {fit.log_likelihood, fit.criteria.bic, fit.criteria.icl,
                    static_cast<double>(fit.iterations), static_cast<double>(fit.starts_at_best)});
    }
    return all;
}

TEST(FitMixture, FindsThreeGroupsInOrderOfTheFirstColumn) {
    const auto fits = fit_mixture(cloud(three_groups(), 600, 1), up_to(4));
    ASSERT_TRUE(fits.ok());
    ASSERT_TRUE(fits->chosen);
    const MixtureFit& best = fits->fits[*fits->chosen];
    EXPECT_EQ(best.components, 3u);
    EXPECT_TRUE(best.is_regular());
    // Standard errors of means of 150 rows are below 0.09.
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_NEAR(best.mixture.means[i], three_groups().means[i], 0.4);
    EXPECT_TRUE(std::ranges::is_sorted(
        std::vector{best.mixture.means[0], best.mixture.means[2], best.mixture.means[4]}));
    EXPECT_EQ(std::accumulate(best.counts.begin(), best.counts.end(), 0.0), 600);
    EXPECT_GT(best.starts_at_best, 5u);
}

// Closed form: LL = -n/2 (d ln 2 pi + ln det S + d).
TEST(FitMixture, OneComponentIsTheSampleMeanAndCovariance) {
    const auto points = cloud(three_groups(), 400, 2);
    const auto expected = single_gaussian(points);
    const auto fit = fit_mixture(points, up_to(1))->fits[0];
    for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(fit.mixture.means[i], expected.means[i], 1e-13);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(fit.mixture.covariances[i], expected.covariances[i], 1e-13);
    const auto& s = expected.covariances;
    const double determinant = s[0] * s[3] - s[1] * s[2];
    const double log_likelihood =
        -200 * (2 * std::log(2 * std::acos(-1.0)) + std::log(determinant) + 2);
    EXPECT_NEAR(fit.log_likelihood, log_likelihood, 1e-9);
    EXPECT_NEAR(fit.criteria.bic, -2 * log_likelihood + 5 * std::log(400.0), 1e-9);
    EXPECT_NEAR(fit.criteria.icl, fit.criteria.bic, 1e-12);
}

TEST(FitMixture, APowerOfTwoInTheUnitChangesNoBitOfTheShape) {
    const auto points = cloud(three_groups(), 300, 3);
    Points scaled = points;
    for (double& x : scaled.columns[1]) x *= 0x1p30;
    const auto a = fit_mixture(points, up_to(3)), b = fit_mixture(scaled, up_to(3));
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_EQ(a->fits[k].mixture.weights, b->fits[k].mixture.weights);
        for (std::size_t j = 0; j <= k; ++j) {
            EXPECT_EQ(a->fits[k].mixture.mean(j)[1] * 0x1p30, b->fits[k].mixture.mean(j)[1]);
            EXPECT_EQ(a->fits[k].mixture.covariance(j)[3] * 0x1p60,
                      b->fits[k].mixture.covariance(j)[3]);
        }
        EXPECT_NEAR(a->fits[k].log_likelihood - 300 * 30 * std::log(2.0), b->fits[k].log_likelihood,
                    1e-8);
    }
}

// GPa to Pa, nm to m with an offset, and a reversed axis. What remains is the rounding of the new
// columns (1e-16 of their size) and the tolerance of the gradient.
TEST(FitMixture, IsInvariantUnderUnitsOffsetsAndReversedAxes) {
    const auto points = cloud(three_groups(), 300, 4);
    Points mapped = points;
    for (double& x : mapped.columns[0]) x = -1e9 * x;
    for (double& x : mapped.columns[1]) x = 1e-9 * x + 3e-8;
    const auto a = fit_mixture(points, up_to(3)), b = fit_mixture(mapped, up_to(3));
    for (std::size_t k = 0; k < 3; ++k) {
        const MixtureFit &one = a->fits[k], &other = b->fits[k];
        EXPECT_NEAR(one.log_likelihood, other.log_likelihood, 1e-7);  // ln 1e9 + ln 1e-9 = 0
        for (std::size_t j = 0; j <= k; ++j) {
            EXPECT_NEAR(one.mixture.weights[j], other.mixture.weights[k - j], 1e-8);
            EXPECT_NEAR(-1e9 * one.mixture.mean(j)[0], other.mixture.mean(k - j)[0], 10);
            EXPECT_NEAR(1e-9 * one.mixture.mean(j)[1] + 3e-8, other.mixture.mean(k - j)[1], 1e-17);
        }
    }
}

TEST(FitMixture, DoesNotDependOnTheOrderOfRows) {
    const auto points = cloud(three_groups(), 300, 5);
    Points reversed = points;
    for (auto& column : reversed.columns) std::ranges::reverse(column);
    const auto a = fit_mixture(points, up_to(3)), b = fit_mixture(reversed, up_to(3));
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(a->fits[k].log_likelihood, b->fits[k].log_likelihood, 1e-9);
        EXPECT_EQ(a->fits[k].counts, b->fits[k].counts);
    }
}

TEST(FitMixture, IntegerWeightsAreDuplicateRows) {
    Points weighted = cloud(three_groups(), 200, 6);
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < weighted.rows; ++i) {
        weighted.weights.push_back(static_cast<double>(1 + i % 2));
        for (std::size_t copy = 0; copy < 1 + i % 2; ++copy) repeated.push_back(i);
    }
    Points duplicated = choose_rows(weighted, repeated);
    duplicated.weights.clear();
    const auto a = fit_mixture(weighted, up_to(3)), b = fit_mixture(duplicated, up_to(3));
    EXPECT_EQ(a->total_weight, b->total_weight);
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(a->fits[k].log_likelihood, b->fits[k].log_likelihood, 1e-8);
        EXPECT_NEAR(a->fits[k].criteria.bic, b->fits[k].criteria.bic, 1e-8);
        EXPECT_EQ(a->fits[k].counts, b->fits[k].counts);
    }
}

TEST(FitMixture, ThreadsGiveTheSameBits) {
    const auto points = cloud(three_groups(), 5000, 7);
    auto one = up_to(3), two = up_to(3);
    two.threads = 2;
    EXPECT_EQ(numbers(*fit_mixture(points, one)), numbers(*fit_mixture(points, two)));
}

// One component more contains the fits of one less: among regular fits the likelihood grows with k,
// or the search missed an optimum. To rounding and the tolerance of the gradient.
TEST(FitMixture, TheLikelihoodDoesNotFallWithTheNumberOfComponents) {
    for (const std::size_t rows : {150u, 900u, 6000u}) {
        const auto fits = fit_mixture(cloud(three_groups(), rows, 20), up_to(8));
        double last = -1e300;
        std::size_t regular = 0;
        for (const MixtureFit& fit : fits->fits) {
            if (!fit.is_regular()) continue;
            ++regular;
            EXPECT_GE(fit.log_likelihood, last - 1e-6) << rows << " rows, k = " << fit.components;
            last = fit.log_likelihood;
        }
        EXPECT_GE(regular, 6u) << rows;
    }
}

// Above 65,536 rows single passes are shared by the threads, below them whole runs are.
TEST(FitMixture, ThreadsGiveTheSameBitsOfManyRowsToo) {
    const auto points = cloud(three_groups(), 70'000, 21);
    auto one = up_to(3), two = up_to(3);
    one.starts = two.starts = {1, 4, 1};
    two.threads = 2;
    const auto fits = fit_mixture(points, one);
    EXPECT_EQ(numbers(*fits), numbers(*fit_mixture(points, two)));
    EXPECT_TRUE(fits->fits[2].flags.empty());
}

// 60 equal rows among 200: every k >= 2 has a spike of unbounded likelihood on them.
TEST(FitMixture, ASpikeIsNeverTheAnswer) {
    Points points = cloud(three_groups(), 140, 8);
    for (int i = 0; i < 60; ++i) {
        points.columns[0].push_back(0.5);
        points.columns[1].push_back(0.25);
    }
    points.rows += 60;
    const auto fits = fit_mixture(points, up_to(5));
    std::size_t spikes = 0;
    for (const MixtureFit& fit : fits->fits) {
        spikes += fit.irregular_optima;
        if (fit.is_regular()) {
            EXPECT_GE(fit.smallest_eigenvalue, 1e-3);
            EXPECT_GE(fit.smallest_rows, 6);
        } else {
            EXPECT_FALSE(fit.words.empty());
        }
    }
    EXPECT_GT(spikes, 0u);
    EXPECT_TRUE(fits->fits[*fits->chosen].is_regular());
}

// A group of 10 rows away from 100: regular and chosen, with the doubt said.
TEST(FitMixture, ASmallGroupIsFoundAndCalledWeak) {
    Points points = cloud({2, {1}, {0, 0}, {1, 0, 0, 1}}, 100, 9);
    const Points small = cloud({2, {1}, {9, 9}, {1, 0, 0, 1}}, 10, 10);
    for (std::size_t a = 0; a < 2; ++a)
        points.columns[a].insert(points.columns[a].end(), small.columns[a].begin(),
                                 small.columns[a].end());
    points.rows += 10;
    const auto fits = fit_mixture(points, up_to(2));
    const MixtureFit& fit = fits->fits[1];
    EXPECT_EQ(*fits->chosen, 1u);
    EXPECT_TRUE(fit.is_regular());
    EXPECT_EQ(fit.flags, std::vector{MixtureFlag::weak_component});
    EXPECT_NE(fit.words.find("fewer than 15"), std::string::npos) << fit.words;
}

// Two tight pairs of values: k = 2 can only be two spikes.
TEST(FitMixture, AKWithoutARegularOptimumIsAFlaggedEntry) {
    std::vector<double> values;
    for (int i = 0; i < 20; ++i) values.push_back(i % 2 ? 5.0 : 1.0);
    const auto fits = fit_mixture(*make_points(std::vector<std::vector<double>>{values}), up_to(6));
    ASSERT_TRUE(fits.ok());
    EXPECT_TRUE(fits->fits[0].is_regular());
    EXPECT_EQ(*fits->chosen, 0u);
    EXPECT_EQ(fits->fits[1].flags[0], MixtureFlag::no_regular_optimum);
    EXPECT_TRUE(std::isnan(fits->fits[1].criteria.bic));
    EXPECT_TRUE(fits->fits[1].mixture.weights.empty());
    // 6 components need 24 rows.
    EXPECT_EQ(fits->fits[5].flags, std::vector{MixtureFlag::too_few_rows});
}

// Two bands 200 widths apart, tilted, 300 rows each: their columns one by one show one cloud.
TEST(FitMixture, TwoThinParallelBandsAreTwoGroups) {
    const GaussianMixture bands{
        2, {0.5, 0.5}, {-1, 1, 1, -1}, {9, 8.9999, 8.9999, 9, 9, 8.9999, 8.9999, 9}};
    const auto fits = fit_mixture(cloud(bands, 600, 12), up_to(3));
    EXPECT_EQ(*fits->chosen, 1u);
    EXPECT_TRUE(fits->fits[1].flags.empty()) << fits->fits[1].words;
    EXPECT_NEAR(fits->fits[1].mixture.weights[0], 0.5, 0.07);
}

// One cloud with a correlation of 0.9999, and the same cloud after a turn of its axes.
TEST(FitMixture, CorrelatedColumnsAreOneRegularGroup) {
    const Points points = cloud({2, {1}, {4, 9}, {1, 0.9999, 0.9999, 1}}, 300, 13);
    Points turned = points;
    for (std::size_t i = 0; i < points.rows; ++i) {
        turned.columns[0][i] = points.columns[0][i] + points.columns[1][i];
        turned.columns[1][i] = points.columns[0][i] - points.columns[1][i];
    }
    const auto here = fit_mixture(points, up_to(2)), there = fit_mixture(turned, up_to(2));
    EXPECT_EQ(*here->chosen, 0u);
    EXPECT_TRUE(here->fits[0].flags.empty()) << here->fits[0].words;
    // d(u, v) = 2 d(x, y).
    for (std::size_t k = 0; k < 2; ++k)
        EXPECT_NEAR(here->fits[k].log_likelihood - 300 * std::log(2.0),
                    there->fits[k].log_likelihood, 1e-6);
}

// 40 rows of 4 columns: k = 2 has 29 parameters.
TEST(FitMixture, AFitOfTooManyParametersIsShownAndNeverChosen) {
    const auto fits = fit_mixture(cloud(testing::random_mixture(2, 4, 3), 40, 14), up_to(2));
    const MixtureFit& two = fits->fits[1];
    EXPECT_EQ(*fits->chosen, 0u);
    EXPECT_EQ(std::ranges::count(two.flags, MixtureFlag::too_many_parameters), 1);
    EXPECT_LT(two.criteria.bic, fits->fits[0].criteria.bic);  // BIC alone would take it
    EXPECT_NE(two.words.find("29 parameters"), std::string::npos) << two.words;
}

// As many starts as asked reach the optimum of clear groups; of one start nobody knows.
TEST(FitMixture, AnOptimumThatFewStartsReachIsFoundRarely) {
    auto options = up_to(3);
    options.fewest_components = 3;
    const auto points = cloud(three_groups(), 600, 1);
    const MixtureFit often = fit_mixture(points, options)->fits[0];
    EXPECT_TRUE(often.flags.empty()) << often.words;
    EXPECT_GE(often.starts_at_best, 3u);
    options.starts.wanted_at_best = often.starts + 1000;
    options.starts.repeat_batches = 2;
    const MixtureFit rarely = fit_mixture(points, options)->fits[0];
    EXPECT_EQ(rarely.flags, std::vector{MixtureFlag::found_rarely});
    EXPECT_EQ(rarely.starts, often.starts + 2 * 20);  // two batches more, and no further
    EXPECT_TRUE(rarely.is_regular());
    EXPECT_EQ(rarely.log_likelihood, often.log_likelihood);
    EXPECT_NE(rarely.words.find("starts reached this optimum"), std::string::npos);
}

TEST(FitMixture, TheRowThatStandsAloneIsNamed) {
    Points points = cloud({2, {1}, {0, 0}, {1, 0, 0, 1}}, 100, 15);
    points.columns[0][41] = points.columns[1][41] = 5000;
    const auto fits = fit_mixture(points, up_to(2));
    EXPECT_EQ(*fits->chosen, 0u);
    EXPECT_TRUE(fits->fits[0].flags.empty()) << fits->fits[0].words;
    EXPECT_NE(fits->fits[1].words.find("row 42 of those fitted"), std::string::npos)
        << fits->fits[1].words;
}

TEST(FitMixture, LargeCloudsAreSearchedOnASubsampleAndFinishedOnAllRows) {
    const auto points = cloud(three_groups(), 9000, 9);
    const auto fits = fit_mixture(points, up_to(3));
    EXPECT_EQ(fits->fits[2].flags, std::vector<MixtureFlag>{});
    EXPECT_EQ(std::accumulate(fits->fits[2].counts.begin(), fits->fits[2].counts.end(), 0.0), 9000);
    for (std::size_t j = 0; j < 3; ++j)
        EXPECT_NEAR(fits->fits[2].mixture.weights[j], three_groups().weights[j], 0.03);
}

TEST(FitMixture, BadRequestsAreRefused) {
    const auto points = cloud(three_groups(), 50, 10);
    auto options = up_to(3);
    options.fewest_components = 0;
    EXPECT_EQ(fit_mixture(points, options).error().code, "SND-G024");
    options = up_to(33);
    EXPECT_EQ(fit_mixture(points, options).error().code, "SND-G024");
    options = up_to(2);
    options.regularisation = -1;
    EXPECT_EQ(fit_mixture(points, options).error().code, "SND-G024");
    EXPECT_EQ(fit_mixture(cloud(three_groups(), 5, 1), up_to(1)).error().code, "SND-G022");
    Points constant = points;
    std::ranges::fill(constant.columns[1], 3.0);
    EXPECT_EQ(fit_mixture(constant, up_to(1)).error().code, "SND-G023");
    EXPECT_EQ(fit_mixture(Points{}, up_to(1)).error().code, "SND-G022");
}

TEST(FitMixture, AGivenStartIsFollowed) {
    auto options = up_to(3);
    options.fewest_components = 3;
    options.starts = {0, 0, 0};
    options.given_starts = {three_groups()};
    const auto fits = fit_mixture(cloud(three_groups(), 600, 1), options);
    EXPECT_EQ(fits->fits[0].starts, 3u);  // two hierarchical ones and the given one
    EXPECT_TRUE(fits->fits[0].is_regular());
}

}  // namespace
}  // namespace sneddon
