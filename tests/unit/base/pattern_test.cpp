#include "base/pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sneddon {
namespace {

TEST(MatchesPattern, StarsQuestionMarksAndSets) {
    EXPECT_TRUE(matches_pattern("abc.txt", "*.txt"));
    EXPECT_TRUE(matches_pattern("abc", "a*c"));
    EXPECT_TRUE(matches_pattern("abc", "***"));
    EXPECT_TRUE(matches_pattern("a-b", "a[-]b"));
    EXPECT_TRUE(matches_pattern("a5", "a[!0-4]"));
    EXPECT_TRUE(matches_pattern("a[", "a["));
    EXPECT_TRUE(matches_pattern("", "*"));
    EXPECT_FALSE(matches_pattern("abc", "ab"));
    EXPECT_FALSE(matches_pattern("a5", "a[0-4]"));
    EXPECT_FALSE(matches_pattern(".hidden", "*"));
    EXPECT_FALSE(matches_pattern("", "?"));
    // Would take 2^50 steps if every star were tried again.
    EXPECT_FALSE(matches_pattern(std::string(50, 'a'), "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"));
}

}  // namespace
}  // namespace sneddon
