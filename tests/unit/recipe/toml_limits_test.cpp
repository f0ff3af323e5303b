#include "recipe/toml_limits.hpp"

#include <gtest/gtest.h>

#include "recipe/toml_options.hpp"

namespace sneddon {
namespace {

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(TomlLimits, AKeyOfManyPartsIsRefusedWithItsLine) {
    for (const int parts : {40, 20000}) {
        const std::string head = "x = 1\n[" + repeated("a.", parts) + "a]\n";
        const auto options = parse_toml_options(head, "study.toml");
        ASSERT_FALSE(options) << parts;
        EXPECT_EQ(options.error().code, "SND-U005");
        EXPECT_EQ(options.error().where, "study.toml:2");
        EXPECT_LT(message(options.error()).size(), 200u);
    }
}

TEST(TomlLimits, DeepBracketsAreRefused) {
    EXPECT_TRUE(beyond_toml_limits("x = " + repeated("[", 1000000), "x"));
    EXPECT_TRUE(beyond_toml_limits("x = " + repeated("[", 33), "x"));
    EXPECT_FALSE(beyond_toml_limits("x = " + repeated("[", 32) + repeated("]", 32), "x"));
}

TEST(TomlLimits, StringsAndCommentsMayHoldAnything) {
    const std::string brackets = repeated("[.", 100);
    EXPECT_FALSE(beyond_toml_limits("x = \"" + brackets + "\\\" " + brackets + "\"", "x"));
    EXPECT_FALSE(beyond_toml_limits("x = '" + brackets + "\\'", "x"));
    EXPECT_FALSE(beyond_toml_limits("# " + brackets + "\nx = 1", "x"));
    EXPECT_TRUE(beyond_toml_limits("# a comment\nx = " + repeated("[", 33), "x"));
}

TEST(TomlLimits, NumbersInAListAreNoKeys) {
    EXPECT_FALSE(beyond_toml_limits("x = [" + repeated("1.5, ", 1000) + "2.5]", "x"));
}

TEST(TomlLimits, ATextOfMoreThanAMegabyteIsRefused) {
    EXPECT_TRUE(beyond_toml_limits(repeated("x = 1\n", 200000), "x"));
}

}  // namespace
}  // namespace sneddon
