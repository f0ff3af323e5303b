#include "numeric/spatial/spatial_autocorrelation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Values = std::vector<double>;

SpatialOptions with(NeighbourWeights weights, std::size_t permutations = 0) {
    SpatialOptions options;
    options.weights = weights;
    options.permutation.permutations = permutations;
    return options;
}

// Dense matrices in numpy: W from |dx| <= 1 and |dy| <= 1, n/W.sum() z@W@z/(z@z) and the like.
TEST(SpatialAutocorrelation, EqualsNumpyWithMissingCells) {
    const double none = NAN;
    const Values values{3.1,  2.7, none, 4.4,  4.0, 2.9, 3.3, 3.8, 4.1, none,
                        none, 3.0, 3.6,  none, 5.0, 2.2, 2.5, 3.9, 4.6, 4.8};
    const auto binary = spatial_autocorrelation({5, 4}, values, with(NeighbourWeights::binary));
    EXPECT_EQ(binary.n, 16u);
    EXPECT_NEAR(binary.moran.value, 0.5120244384394231, 1e-14);
    EXPECT_NEAR(binary.geary.value, 0.25467871666463954, 1e-14);
    const auto rows =
        spatial_autocorrelation({5, 4}, values, with(NeighbourWeights::row_standardised));
    EXPECT_NEAR(rows.moran.value, 0.673030600175618, 1e-14);
    EXPECT_NEAR(rows.geary.value, 0.2370478323375188, 1e-14);
}

// All 720 orders of six values on 4 x 2 cells, two of them empty so that cells differ in their
// number of neighbours: expectation and sd are exact for both weights.
TEST(SpatialAutocorrelation, MomentsAreThoseOfAllOrders) {
    for (const auto weights : {NeighbourWeights::binary, NeighbourWeights::row_standardised}) {
        Values six{1, 2.5, 4, 4.5, 9, -3};
        std::ranges::sort(six);
        double moran = 0, moran_squared = 0, geary = 0, geary_squared = 0, orders = 0;
        SpatialAutocorrelation result;
        do {
            const Values cells{six[0], six[1], NAN, six[2], NAN, six[3], six[4], six[5]};
            result = spatial_autocorrelation({4, 2}, cells, with(weights));
            moran += result.moran.value;
            moran_squared += result.moran.value * result.moran.value;
            geary += result.geary.value;
            geary_squared += result.geary.value * result.geary.value;
            ++orders;
        } while (std::next_permutation(six.begin(), six.end()));
        ASSERT_EQ(orders, 720);
        EXPECT_NEAR(moran / orders, result.moran.expected, 1e-13);
        EXPECT_NEAR(geary / orders, 1, 1e-13);
        const double moran_variance = moran_squared / orders - std::pow(moran / orders, 2);
        const double geary_variance = geary_squared / orders - std::pow(geary / orders, 2);
        EXPECT_NEAR(result.moran.sd, std::sqrt(moran_variance), 1e-12);
        EXPECT_NEAR(result.geary.sd, std::sqrt(geary_variance), 1e-12);
    }
}

TEST(SpatialAutocorrelation, OfNoiseOnTwentyByFifteenHasTheKnownSpread) {
    RandomStream stream(2);
    Values noise;
    for (int i = 0; i < 300; ++i) noise.push_back(stream.normal());
    const auto result =
        spatial_autocorrelation({20, 15}, noise, with(NeighbourWeights::binary, 999));
    EXPECT_DOUBLE_EQ(result.moran.expected, -1.0 / 299);
    EXPECT_GT(result.moran.sd, 0.028);
    EXPECT_LT(result.moran.sd, 0.031);
    EXPECT_GT(result.moran.p_two_sided, 0.01);
}

TEST(SpatialAutocorrelation, OfAGradientIsCertain) {
    Values gradient;
    for (int row = 0; row < 10; ++row)
        for (int column = 0; column < 10; ++column) gradient.push_back(row + 0.1 * column);
    const auto result =
        spatial_autocorrelation({10, 10}, gradient, with(NeighbourWeights::binary, 999));
    EXPECT_GT(result.moran.value, 0.7);
    EXPECT_EQ(result.moran.p_greater, 0.001);
    EXPECT_LT(result.geary.value, 0.3);
    EXPECT_EQ(result.geary.p_less, 0.001);
    EXPECT_GT(result.moran.z, 10);
}

// 300 maps of noise, 99 permutations: p <= 0.05 in 5 % of them (sd 1.3 %); 4 sd allowed.
TEST(SpatialAutocorrelation, HoldsItsErrorOnNoise) {
    RandomStream stream(77);
    int rejected = 0;
    for (int run = 0; run < 300; ++run) {
        Values noise;
        for (int i = 0; i < 36; ++i) noise.push_back(i % 11 == 3 ? NAN : std::exp(stream.normal()));
        const auto result =
            spatial_autocorrelation({6, 6}, noise, with(NeighbourWeights::row_standardised, 99));
        rejected += result.moran.p_greater <= 0.05;
    }
    EXPECT_NEAR(rejected / 300.0, 0.05, 0.05);
}

TEST(SpatialAutocorrelation, DoesNotMindShiftScaleAndThreads) {
    RandomStream stream(3);
    Values values, scaled;
    for (int i = 0; i < 48; ++i) {
        values.push_back(std::floor(stream.uniform() * 1024));
        scaled.push_back(values.back() * 0.25 + 4096);  // exact in binary
    }
    auto options = with(NeighbourWeights::binary, 199);
    const auto one = spatial_autocorrelation({8, 6}, values, options);
    options.permutation.threads = 3;
    const auto other = spatial_autocorrelation({8, 6}, scaled, options);
    EXPECT_NEAR(one.moran.value, other.moran.value, 1e-14);
    EXPECT_EQ(one.moran.p_greater, other.moran.p_greater);
    EXPECT_EQ(one.geary.p_two_sided, other.geary.p_two_sided);
}

TEST(SpatialAutocorrelation, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(spatial_autocorrelation({2, 2}, Values(4, 5.0)).moran.value));
    EXPECT_TRUE(std::isnan(spatial_autocorrelation({3, 1}, Values{1, 2, 3}).moran.value));
    const auto apart = spatial_autocorrelation({3, 1}, Values{1, NAN, 3});
    EXPECT_EQ(apart.isolated, 2u);
    EXPECT_TRUE(std::isnan(apart.geary.p_less));
}

}  // namespace
}  // namespace sneddon
