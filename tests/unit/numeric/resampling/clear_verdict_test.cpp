#include "numeric/resampling/clear_verdict.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(ClearVerdict, IsLookedForAfter99AndThenEveryHundred) {
    EXPECT_EQ(next_look(0, 1000), 99u);
    EXPECT_EQ(next_look(99, 1000), 199u);
    EXPECT_EQ(next_look(999, 1000), 1000u);
    EXPECT_EQ(next_look(0, 19), 19u);
}

// scipy.stats.binom: of 99, chance 0.1: at most 0 of them 2.95e-5, at most 1 3.54e-4; at least 22
// 2.68e-4, at least 23 9.70e-5.
TEST(ClearVerdict, IsWhereTheLevelIsBeyondDoubt) {
    EXPECT_TRUE(is_verdict_clear(0, 99, 0.1));
    EXPECT_FALSE(is_verdict_clear(1, 99, 0.1));
    EXPECT_FALSE(is_verdict_clear(22, 99, 0.1));
    EXPECT_TRUE(is_verdict_clear(23, 99, 0.1));
    EXPECT_FALSE(is_verdict_clear(0, 99, 0.05));
}

}  // namespace
}  // namespace sneddon
