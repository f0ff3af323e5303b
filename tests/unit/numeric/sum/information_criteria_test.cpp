#include "sneddon/numeric/information_criteria.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// A published table: two log-likelihoods, k = 2, n = 116; printed to 0.01.
TEST(InformationCriteria, ReproduceAPublishedTable) {
    const auto weibull = information_criteria(-46.44, 2, 116);
    const auto normal = information_criteria(-67.00, 2, 116);
    EXPECT_NEAR(weibull.aic, 96.88, 1e-9);
    EXPECT_NEAR(normal.aic, 138.00, 1e-9);
    EXPECT_NEAR(weibull.bic, 102.39, 0.005);
    EXPECT_NEAR(normal.bic, 143.51, 0.005);
    // One value more or less would print other numbers.
    EXPECT_GT(std::abs(information_criteria(-46.44, 2, 115).bic - 102.39), 0.005);
    EXPECT_GT(std::abs(information_criteria(-46.44, 2, 117).bic - 102.39), 0.005);
}

TEST(InformationCriteria, TheCorrectionNeedsMoreValuesThanParameters) {
    EXPECT_DOUBLE_EQ(information_criteria(-10, 2, 7).aicc, 24 + 12.0 / 4);
    EXPECT_TRUE(std::isnan(information_criteria(-10, 2, 3).aicc));
}

}  // namespace
}  // namespace sneddon
