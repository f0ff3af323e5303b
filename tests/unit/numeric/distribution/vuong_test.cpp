#include "numeric/distribution/vuong.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sneddon {
namespace {

using F = DistributionFamily;

// Normal densities of unit sd about 0 and 1: the log ratio at x is 1/2 - x.
TEST(VuongTest, ByHand) {
    const std::vector<double> x = {0, 1, 0.2};
    const auto test = vuong_test(x, {F::normal, {0, 1}}, {F::normal, {1, 1}});
    EXPECT_NEAR(test.log_likelihood_ratio, 1.5 - 1.2, 1e-15);
    const double variance = (0.16 + 0.36 + 0.04) / 3;
    EXPECT_NEAR(test.z, 0.3 / std::sqrt(3 * variance), 1e-14);
    EXPECT_NEAR(test.p_two_sided, std::erfc(test.z / std::sqrt(2)), 1e-14);
}

TEST(VuongTest, SwappedModelsSwapTheSign) {
    const std::vector<double> x = {0.3, 1.1, 0.2, 2.2};
    const Distribution a{F::weibull2, {1.4, 1}}, b{F::lognormal, {0, 0.8}};
    EXPECT_EQ(vuong_test(x, a, b).z, -vuong_test(x, b, a).z);
}

TEST(VuongTest, EqualModelsAndImpossibleValuesHaveNoAnswer) {
    const std::vector<double> x = {0.3, -1.1};
    EXPECT_TRUE(std::isnan(vuong_test(x, {F::normal, {0, 1}}, {F::normal, {0, 1}}).z));
    EXPECT_TRUE(std::isnan(vuong_test(x, {F::normal, {0, 1}}, {F::exponential, {1}}).z));
}

}  // namespace
}  // namespace sneddon
