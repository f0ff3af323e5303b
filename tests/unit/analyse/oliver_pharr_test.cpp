#include "analyse/oliver_pharr.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace sneddon {
namespace {

// Where the gamma functions have closed forms: Gamma(1/2) = sqrt(pi), Gamma(3/2) = sqrt(pi)/2.
TEST(EpsilonPharrBolshakov, HasItsClosedForms) {
    EXPECT_EQ(epsilon_pharr_bolshakov(1), 1);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.5), 0.75, 1e-12);
    EXPECT_NEAR(epsilon_pharr_bolshakov(2), 2 * (1 - 2 / std::numbers::pi), 1e-12);
}

}  // namespace
}  // namespace sneddon
