#include "numeric/distribution/rounding.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/distribution/goodness_of_fit.hpp"

namespace sneddon {
namespace {

TEST(Rounding, TheStepIsFoundWhereValuesRepeat) {
    const auto found = repetition(std::vector<double>{4.6, 4.2, 4.6, 4.5, 5.1, 4.2});
    ASSERT_TRUE(found.rounding);
    EXPECT_NEAR(found.rounding->step, 0.1, 1e-12);
    EXPECT_EQ(found.distinct, 4u);
    EXPECT_EQ(found.at_low, 2u);
    EXPECT_EQ(found.at_high, 1u);
    EXPECT_NEAR((*found.rounding)(4.4499), 4.4, 1e-12);
    EXPECT_EQ(Rounding()(4.4499), 4.4499);
    // Distances 2, 3 and 4: the step is half of the least one.
    const auto part = repetition(std::vector<double>{0, 2, 5, 9, 9});
    ASSERT_TRUE(part.rounding);
    EXPECT_NEAR(part.rounding->step, 1, 1e-12);
}

TEST(Rounding, NoStepIsSeenInSmoothValues) {
    RandomStream random(3);
    std::vector<double> values(500);
    for (double& x : values) x = random.normal();
    EXPECT_FALSE(repetition(values).rounding);
    values.push_back(values.front());  // one value twice
    EXPECT_FALSE(repetition(values).rounding);
    EXPECT_EQ(repetition(values).distinct, 500u);
    EXPECT_FALSE(repetition(std::vector<double>{1, 1, 2}).rounding);
    EXPECT_EQ(repetition({}).distinct, 0u);
    EXPECT_EQ(repetition(std::vector<double>{1, std::nan("")}).distinct, 0u);
}

// A normal of standard deviation 0.3, rounded to 0.1: of 200 sets p < 0.05 in 2 to 20 (the central
// 99 % of a binomial of 5 %), where replicates as they are drawn reject all but a few.
TEST(Rounding, RoundedReplicatesGiveUniformP) {
    constexpr int sets = 200;
    int rounded = 0, smooth = 0;
    for (std::uint64_t seed = 1; seed <= sets; ++seed) {
        RandomStream random(seed);
        std::vector<double> values(100);
        for (double& x : values) x = std::round(10 * (4.5 + 0.3 * random.normal())) / 10;
        const auto grid = repetition(values).rounding;
        ASSERT_TRUE(grid);
        const auto fit = fit_distribution(values, DistributionFamily::normal);
        GoodnessOfFitOptions options;
        options.replicates = 99;
        options.seed = seed;
        smooth += goodness_of_fit_p(values, fit, options).ad < 0.05;
        options.rounding = *grid;
        rounded += goodness_of_fit_p(values, fit, options).ad < 0.05;
    }
    EXPECT_GE(rounded, 2);
    EXPECT_LE(rounded, 20);
    EXPECT_GE(smooth, sets / 4);
}

// Replicates of an exponential round to 0, where its distance is infinite: no p of Anderson and
// Darling then, and the largest distance refuses it.
TEST(Rounding, AnInfiniteDistanceOfAReplicateGivesNoP) {
    RandomStream random(5);
    std::vector<double> values(100);
    for (double& x : values) x = std::round(10 * (4.5 + 0.3 * random.normal())) / 10;
    const auto fit = fit_distribution(values, DistributionFamily::exponential);
    GoodnessOfFitOptions options;
    options.replicates = 99;
    options.rounding = repetition(values).rounding.value_or(Rounding());
    const auto p = goodness_of_fit_p(values, fit, options);
    EXPECT_TRUE(std::isnan(p.ad));
    EXPECT_EQ(p.ks, 0.01);
    options.rounding = {};
    EXPECT_EQ(goodness_of_fit_p(values, fit, options).ad, 0.01);
}

}  // namespace
}  // namespace sneddon
