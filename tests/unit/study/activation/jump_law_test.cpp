#include "study/activation/jump_law.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

// jump = 1.4 nm (F/100 uN)^2.2 with a sd of ln jump of 0.3; those below 1 nm are not in the list.
std::vector<SeenJump> seen_jumps(std::size_t tests, double limit_nm) {
    RandomStream stream(7, 0);
    std::vector<SeenJump> seen;
    for (std::size_t i = 0; i < tests; ++i) {
        const double load_uN = 60 + 80 * stream.uniform();
        const double jump_nm = 1.4 * std::pow(load_uN / 100, 2.2) * std::exp(0.3 * stream.normal());
        if (jump_nm > limit_nm) seen.push_back({load_uN, jump_nm, limit_nm});
    }
    return seen;
}

// 4000 draws: standard errors of about 0.01 of ln size and of the spread, 0.06 of the power; the
// tolerances are four of them. A line through the seen ones alone misses the power by 0.6.
TEST(JumpLaw, CountsWhatIsTooSmallToBeSeen) {
    const std::vector<SeenJump> seen = seen_jumps(4000, 1);
    ASSERT_LT(seen.size(), 3200U);
    const JumpLaw law = fit_jump_law(seen);
    ASSERT_TRUE(law.is_fitted);
    EXPECT_NEAR(law.size_nm * std::pow(100 / law.load_uN, law.power), 1.4, 0.06);
    EXPECT_NEAR(law.power, 2.2, 0.25);
    EXPECT_NEAR(law.spread, 0.3, 0.04);
}

// Half of the jumps are above their median.
TEST(JumpLaw, ProbabilityIsOneHalfAtTheMedian) {
    const JumpLaw law{true, 1.4, 100, 2.2, 0.3};
    EXPECT_NEAR(law.probability_above(1.4, 100), 0.5, 1e-12);
    EXPECT_NEAR(law.probability_above(1.4 * std::pow(2, 2.2), 200), 0.5, 1e-12);
    EXPECT_GT(law.probability_above(1.4, 120), 0.8);
    EXPECT_EQ(law.probability_above(1.4, 0), 0);
}

TEST(JumpLaw, OfFewOrEqualLoadsIsNone) {
    EXPECT_FALSE(fit_jump_law(seen_jumps(5, 0)).is_fitted);
    const std::vector<SeenJump> equal(20, SeenJump{100, 1.4, 0.2});
    EXPECT_FALSE(fit_jump_law(equal).is_fitted);
}

}  // namespace
}  // namespace sneddon
