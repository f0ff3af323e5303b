// Reference values: statsmodels 0.15.0, ttost_ind(usevar="unequal").
#include "numeric/resampling/equivalence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "numeric/resampling/compare_means.hpp"

namespace sneddon {
namespace {

Equivalence of(const std::vector<double>& first, const std::vector<double>& second, double margin) {
    const MeanComparison welch = welch_test(first, second);
    return two_one_sided_tests(welch.difference, {welch.standard_error, welch.df, 0}, margin);
}

TEST(Equivalence, AgreesWithStatsmodels) {
    const std::vector<double> a = {4.21, 4.35, 4.02, 4.48, 4.77, 4.19, 4.30, 3.95, 4.61, 4.40};
    const std::vector<double> b = {4.90, 4.55, 5.10, 4.72, 4.20, 5.35, 4.81, 4.66};
    const std::vector<double> c = {4.1, 4.9, 3.6, 5.4, 4.4, 4.6, 3.9, 5.0, 4.3};
    EXPECT_NEAR(of(a, b, 0.8).p, 0.018789900106437715, 1e-12);
    EXPECT_NEAR(of(a, c, 0.5).p, 0.054000744533233926, 1e-12);
    EXPECT_EQ(of(a, c, 0.5).margin, 0.5);
}

TEST(Equivalence, HasNoAnswerWithoutMarginOrError) {
    EXPECT_TRUE(std::isnan(two_one_sided_tests(0, {1, 10, 0}, 0).p));
    EXPECT_TRUE(std::isnan(two_one_sided_tests(0, {0, 10, 0}, 1).p));
}

}  // namespace
}  // namespace sneddon
