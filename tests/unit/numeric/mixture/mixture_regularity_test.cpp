#include "numeric/mixture/mixture_regularity.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

GaussianMixture pair_with(double eigenvalue, double weight) {
    return {2, {1 - weight, weight}, {0, 0, 1, 1}, {1, 0, 0, 1, 0.5, 0, 0, eigenvalue}};
}

TEST(MixtureRegularity, ASpikeIsASmallEigenvalue) {
    EXPECT_TRUE(assess_regularity(pair_with(1.001e-3, 0.5), 100).is_regular());
    const auto spike = assess_regularity(pair_with(0.999e-3, 0.5), 100);
    EXPECT_TRUE(spike.is_spike);
    EXPECT_EQ(spike.weakest, 1u);
    EXPECT_NEAR(spike.smallest_eigenvalue, 0.999e-3, 1e-17);
}

TEST(MixtureRegularity, TwoDPlusTwoRowsAreNeeded) {
    EXPECT_TRUE(assess_regularity(pair_with(0.1, 0.0601), 100).is_regular());
    EXPECT_TRUE(assess_regularity(pair_with(0.1, 0.0599), 100).has_few_rows);
}

TEST(MixtureRegularity, FewerThanFiveDPlusFiveRowsAreWeakButRegular) {
    const auto weak = assess_regularity(pair_with(0.1, 0.1499), 100);
    EXPECT_TRUE(weak.is_weak);
    EXPECT_TRUE(weak.is_regular());
    EXPECT_FALSE(assess_regularity(pair_with(0.1, 0.1501), 100).is_weak);
}

// Two correlated variables: eigenvalues 1 +- r, so the corner of the covariance is not the measure.
TEST(MixtureRegularity, ALineOfAnyDirectionIsASpike) {
    const GaussianMixture line{2, {1}, {0, 0}, {1, 0.9995, 0.9995, 1}};
    EXPECT_TRUE(assess_regularity(line, 100).is_spike);
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
