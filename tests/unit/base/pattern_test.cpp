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

TEST(MatchesPattern, AsAShellDoes) {
    struct Case {
        const char *name, *pattern;
        bool is_match;
    };
    for (const Case& each : {Case{"a.txt", "*.txt", true},
                             Case{"a.txt", "*.TXT", false},
                             Case{"a.txt", "a.txt", true},
                             Case{"a.txt", "a.tx", false},
                             Case{"a.tx", "a.txt", false},
                             Case{"", "", true},
                             Case{"", "*", true},
                             Case{"", "?", false},
                             Case{"ab", "a?", true},
                             Case{"a", "a?", false},
                             Case{"a", "a*", true},
                             Case{"abcbc", "a*bc", true},
                             Case{"abcbd", "a*bc", false},
                             Case{"aXbXc", "*X*c", true},
                             Case{"ab", "**", true},
                             Case{"ab", "a**b**", true},
                             Case{"b", "[a-c]", true},
                             Case{"a", "[a-c]", true},
                             Case{"c", "[a-c]", true},
                             Case{"d", "[a-c]", false},
                             Case{"d", "[!a-c]", true},
                             Case{"b", "[^a-c]", false},
                             Case{"-", "[a-]", true},
                             Case{"a", "[a-]", true},
                             Case{"b", "[a-]", false},
                             Case{"x", "[abx]", true},
                             Case{"e", "[a-cd-f]", true},
                             Case{"-", "[a-cd-f]", false},
                             Case{"]", "[]]", true},
                             Case{"x", "[]]", false},
                             Case{"x", "[!]]", true},
                             Case{"]", "[!]]", false},
                             Case{"[", "[", true},
                             Case{"[a", "[a", true},
                             Case{"a", "[a", false},
                             Case{"xb", "x[a-c]", true},
                             Case{"b1", "[a-c][0-9]", true},
                             Case{"bb", "[a-c][0-9]", false},
                             Case{".a", "*", false},
                             Case{".a", ".*", true},
                             Case{".a", "?a", false},
                             Case{"a1b2", "a[0-9]b[0-9]", true},
                             Case{"xx.b1", "*.b[1]", true},
                             Case{"b", "[!", false}})
        EXPECT_EQ(matches_pattern(each.name, each.pattern), each.is_match)
            << each.name << " " << each.pattern;
}

TEST(HasPattern, WithAStarAQuestionMarkOrABracket) {
    for (const char* pattern : {"a*", "?", "x[a]"}) EXPECT_TRUE(has_pattern(pattern)) << pattern;
    for (const char* path : {"", "a/b.txt", "a]"}) EXPECT_FALSE(has_pattern(path)) << path;
}

}  // namespace
}  // namespace sneddon
