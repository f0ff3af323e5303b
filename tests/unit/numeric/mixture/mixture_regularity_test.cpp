#include "numeric/mixture/mixture_regularity.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

/// A slab of variance `eigenvalue` across y among rows of covariance 1 altogether.
GaussianMixture pair_with(double eigenvalue, double weight) {
    const double rest = (1 - weight * eigenvalue) / (1 - weight);
    return {2, {1 - weight, weight}, {0, 0, 0, 0}, {1, 0, 0, rest, 1, 0, 0, eigenvalue}};
}

/// The mixture of u = x + 2 y, v = x + 2.001 y.
GaussianMixture nearly_collinear(const GaussianMixture& mixture) {
    const double map[2][2] = {{1, 2}, {1, 2.001}};
    GaussianMixture mapped = mixture;
    for (std::size_t j = 0; j < mixture.components(); ++j)
        for (std::size_t a = 0; a < 2; ++a) {
            mapped.means[j * 2 + a] =
                map[a][0] * mixture.mean(j)[0] + map[a][1] * mixture.mean(j)[1];
            for (std::size_t b = 0; b < 2; ++b) {
                double element = 0;
                for (std::size_t p = 0; p < 2; ++p)
                    for (std::size_t q = 0; q < 2; ++q)
                        element += map[a][p] * mixture.covariance(j)[p * 2 + q] * map[b][q];
                mapped.covariances[(j * 2 + a) * 2 + b] = element;
            }
        }
    return mapped;
}

TEST(MixtureRegularity, ASpikeIsASmallEigenvalueOfFewRows) {
    EXPECT_TRUE(assess_regularity(pair_with(1.001e-3, 0.14), 100).is_regular());
    const auto spike = assess_regularity(pair_with(0.999e-3, 0.14), 100);
    EXPECT_TRUE(spike.is_spike);
    EXPECT_EQ(spike.weakest, 1u);
    EXPECT_NEAR(spike.smallest_eigenvalue, 0.999e-3, 1e-16);
    // Of one column twice as much is asked.
    const double wide = 1 - 0.14 * 2.1e-3;
    const GaussianMixture line{1, {0.86, 0.14}, {0, 0}, {wide / 0.86, 2.1e-3}};
    EXPECT_FALSE(assess_regularity(line, 50).is_spike);
    const GaussianMixture point{1, {0.86, 0.14}, {0, 0}, {wide / 0.86, 1.9e-3}};
    EXPECT_TRUE(assess_regularity(point, 50).is_spike);
}

// Two bands, 100 rows of 200 each: no chance puts half the rows into 1 % of the cloud's width.
TEST(MixtureRegularity, ManyRowsVouchForAThinGroup) {
    const GaussianMixture bands{2, {0.5, 0.5}, {0, -1, 0, 1}, {1, 0, 0, 1e-4, 1, 0, 0, 1e-4}};
    const auto regularity = assess_regularity(bands, 200);
    EXPECT_TRUE(regularity.is_regular());
    EXPECT_NEAR(regularity.smallest_eigenvalue, 1e-4 / 1.0001, 1e-15);
}

// 40 of 900: a slab of variance 4e-4 holds 25 rows of a Gaussian cloud on average, and the fullest
// of all planes many more. 40 of 90 in it have no such excuse.
TEST(MixtureRegularity, WhatChanceCanDoIsASpike) {
    EXPECT_TRUE(assess_regularity(pair_with(4e-4, 40.0 / 900), 900).is_spike);
    EXPECT_FALSE(assess_regularity(pair_with(4e-4, 40.0 / 90), 90).is_spike);
}

TEST(MixtureRegularity, RepeatedValuesAreASpikeOfAnyNumberOfRows) {
    EXPECT_FALSE(assess_regularity(pair_with(1e-9, 0.5), 1000).is_spike);
    EXPECT_TRUE(assess_regularity(pair_with(1e-11, 0.5), 1000).is_spike);
    EXPECT_TRUE(assess_regularity(pair_with(0, 0.5), 1000).is_spike);
}

TEST(MixtureRegularity, ALinearMapOfTheColumnsChangesNothing) {
    for (const double eigenvalue : {0.3, 2e-3, 2e-4}) {
        const auto here = assess_regularity(pair_with(eigenvalue, 0.14), 100),
                   there = assess_regularity(nearly_collinear(pair_with(eigenvalue, 0.14)), 100);
        EXPECT_NEAR(there.smallest_eigenvalue, here.smallest_eigenvalue, 1e-8);
        EXPECT_EQ(there.is_spike, here.is_spike);
    }
}

TEST(MixtureRegularity, OneComponentIsNeverASpike) {
    const GaussianMixture line{2, {1}, {3, 4}, {1, 0.99999, 0.99999, 1}};
    const auto regularity = assess_regularity(line, 100);
    EXPECT_TRUE(regularity.is_regular());
    EXPECT_NEAR(regularity.smallest_eigenvalue, 1, 1e-9);
}

TEST(MixtureRegularity, TwoDPlusTwoRowsAreNeeded) {
    EXPECT_TRUE(assess_regularity(pair_with(0.1, 0.0601), 100).is_regular());
    const auto few = assess_regularity(pair_with(0.1, 0.0599), 100);
    EXPECT_TRUE(few.has_few_rows);
    EXPECT_EQ(few.lightest, 1u);
}

TEST(MixtureRegularity, FewerThanFiveDPlusFiveRowsAreWeakButRegular) {
    const auto weak = assess_regularity(pair_with(0.1, 0.1499), 100);
    EXPECT_TRUE(weak.is_weak);
    EXPECT_TRUE(weak.is_regular());
    EXPECT_FALSE(assess_regularity(pair_with(0.1, 0.1501), 100).is_weak);
}

// 3 components of 6 columns have 83 parameters, 2 have 55, 1 has 27.
TEST(MixtureRegularity, MoreParametersThanHalfTheRowsAreTooMany) {
    EXPECT_TRUE(has_too_many_parameters(3, 6, 165));
    EXPECT_FALSE(has_too_many_parameters(3, 6, 166));
    EXPECT_TRUE(has_too_many_parameters(2, 6, 80));
    EXPECT_FALSE(has_too_many_parameters(1, 6, 30));
}

TEST(MixtureRegularity, TwinsAreTwoComponentsOfOneMeanAndCovariance) {
    GaussianMixture mixture{2, {0.2, 0.5, 0.3}, {1, 2, 3, 4, 1, 2}, {}};
    for (int j = 0; j < 3; ++j)
        mixture.covariances.insert(mixture.covariances.end(), {1, 0.2, 0.2, 1});
    EXPECT_TRUE(has_twins(mixture));
    mixture.means[4] += 1e-4;
    EXPECT_FALSE(has_twins(mixture));
    mixture.means[4] = 1;
    mixture.covariances[9] = mixture.covariances[10] = 0.3;
    EXPECT_FALSE(has_twins(mixture));
}

}  // namespace
}  // namespace sneddon
