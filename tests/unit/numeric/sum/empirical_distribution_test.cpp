#include "numeric/sum/empirical_distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using Values = std::vector<double>;

TEST(EmpiricalDistribution, StepsByHand) {
    const Values values = {3, 1, 2, 2};
    EXPECT_EQ(empirical_cdf(values).x, (Values{1, 2, 3}));
    EXPECT_EQ(empirical_cdf(values).share, (Values{0.25, 0.75, 1}));
    EXPECT_EQ(empirical_ccdf(values).share, (Values{1, 0.75, 0.25}));
    EXPECT_EQ(empirical_ccdf(values, Tail::above).share, (Values{0.75, 0.25, 0}));
}

TEST(EmpiricalDistribution, NoValuesAndNaNHaveNoSteps) {
    EXPECT_TRUE(empirical_cdf({}).x.empty());
    EXPECT_TRUE(empirical_ccdf(Values{1, NAN}).x.empty());
    EXPECT_EQ(empirical_cdf(Values{INFINITY, 0}).share, (Values{0.5, 1}));
}

}  // namespace
}  // namespace sneddon
