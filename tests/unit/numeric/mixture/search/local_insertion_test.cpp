#include "numeric/mixture/search/local_insertion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "../mixture_cases.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/mixture/search/mixture_moves.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

double log_likelihood(const GaussianMixture& mixture, const Points& points) {
    return collect_statistics(mixture, points)->log_likelihood.value();
}

TEST(PlacedRows, AreTheRowsInAnotherOrderInTheirBoxes) {
    const Points points = cloud(three_groups(), 3000, 2);
    const PlacedRows placed = place_rows(points, 3000);
    auto before = points.columns[1], after = placed.points.columns[1];
    std::ranges::sort(before);
    std::ranges::sort(after);
    EXPECT_EQ(before, after);
    double weight = 0;
    std::size_t next = 0;
    for (const auto& stretch : placed.stretches) {
        EXPECT_EQ(stretch.first, next);
        next = stretch.last;
        weight += stretch.weight;
        for (std::size_t i = stretch.first; i < stretch.last; ++i)
            for (std::size_t a = 0; a < 2; ++a) {
                EXPECT_LE(stretch.low[a], placed.points.columns[a][i]);
                EXPECT_GE(stretch.high[a], placed.points.columns[a][i]);
            }
    }
    EXPECT_EQ(next, 3000u);
    EXPECT_EQ(weight, 3000);
}

TEST(PlacedRows, NoRowOfABoxIsFarFromIt) {
    const PlacedRows placed = place_rows(cloud(three_groups(), 3000, 2), 3000);
    const std::vector<double> mean{0.5, 0.5}, reach{0.4, 0.3};
    double weight = 0;
    const auto ranges = placed.near(mean, reach, weight);
    const auto is_near = [&](std::size_t i) {
        return std::ranges::any_of(
            ranges, [&](const auto& range) { return range.first <= i && i < range.last; });
    };
    std::size_t counted = 0;
    for (std::size_t i = 0; i < placed.points.rows; ++i) {
        counted += is_near(i);
        if (std::fabs(placed.points.columns[0][i] - mean[0]) <= reach[0] &&
            std::fabs(placed.points.columns[1][i] - mean[1]) <= reach[1]) {
            EXPECT_TRUE(is_near(i)) << i;
        }
    }
    EXPECT_EQ(weight, static_cast<double>(counted));
    EXPECT_LT(counted, 1500u);  // far rows are left out
}

// The sum of one likelihood and of the other, but for their own rounding.
TEST(LocalInsertion, WhatGoesIsLostAtFirst) {
    const Points points = cloud(three_groups(), 2000, 4);
    const PlacedRows placed = place_rows(points, 2000);
    const auto densities = densities_of(three_groups(), placed);
    const double all = log_likelihood(three_groups(), points);
    EXPECT_NEAR(densities.log_likelihood, all, 1e-8);
    ASSERT_EQ(densities.losses.size(), 3u);
    for (std::size_t j = 0; j < 3; ++j) {
        const double lost = all - log_likelihood(without(three_groups(), j), points);
        // A posterior of 1 leaves 2^-53 of the density: such a row loses 37 nats at most.
        EXPECT_LE(densities.losses[j], lost + 1e-6);
        EXPECT_GT(densities.losses[j], 100);
    }
}

// Without the third group it is there that the likelihood gains most: within two
// standard deviations of its mean, 0.89 and 1.10.
TEST(LocalInsertion, IsWhereAComponentIsMissing) {
    const Points points = cloud(three_groups(), 2000, 5);
    const GaussianMixture two = without(three_groups(), 2);
    const PlacedRows placed = place_rows(points, 2000);
    const auto densities = densities_of(two, placed);
    const auto found = best_insertions(two, placed, densities, 3);
    ASSERT_FALSE(found.empty());
    EXPECT_NEAR(found[0].mean[0], 4, 2 * 0.89);
    EXPECT_NEAR(found[0].mean[1], -2, 2 * 1.10);
    // Partial EM leaves out the rows far away, where the component has less than e^-9 of its
    // density: it gains no less than it says.
    const auto more = with_component(two, found[0].weight, found[0].mean, found[0].covariance);
    EXPECT_GE(log_likelihood(more, points) - densities.log_likelihood, found[0].gain - 1e-6);
    EXPECT_TRUE(std::ranges::is_sorted(found, std::greater{}, &Insertion::gain));
    const auto on_threads = best_insertions(two, placed, densities, 3, {}, 2);
    ASSERT_EQ(on_threads.size(), found.size());
    for (std::size_t n = 0; n < found.size(); ++n) EXPECT_EQ(on_threads[n].mean, found[n].mean);
}

// With the components that made the rows there is little to gain.
TEST(LocalInsertion, GainsLittleWhereNothingIsMissing) {
    const Points points = cloud(three_groups(), 4000, 6);
    const PlacedRows placed = place_rows(points, 4000);
    for (const Insertion& one :
         best_insertions(three_groups(), placed, densities_of(three_groups(), placed), 3)) {
        EXPECT_LT(one.gain, 25);
    }
}

// A small group among wide ones that cells do not show.
TEST(CellSearch, FindsFortyRowsOfTenThousand) {
    Points points = cloud(three_groups(), 10000, 7);
    RandomStream random(11);
    for (std::size_t i = 0; i < 40; ++i) {
        points.columns[0].push_back(-6 + 0.15 * random.normal());
        points.columns[1].push_back(6 + 0.15 * random.normal());
    }
    points.rows += 40;
    FitMixtureOptions options;
    options.fewest_components = 3;
    options.most_components = 4;
    const auto fits = fit_mixture(points, options);
    ASSERT_TRUE(fits.ok());
    const MixtureFit& four = fits->fits[1];
    ASSERT_TRUE(four.is_regular());
    const auto lightest = static_cast<std::size_t>(std::ranges::min_element(four.mixture.weights) -
                                                   four.mixture.weights.begin());
    EXPECT_NEAR(four.mixture.weights[lightest] * 10040, 40, 3);
    EXPECT_NEAR(four.mixture.mean(lightest)[0], -6, 4 * 0.15 / std::sqrt(40.0));
    EXPECT_LT(four.criteria.bic, fits->fits[0].criteria.bic);
}

}  // namespace
}  // namespace sneddon
