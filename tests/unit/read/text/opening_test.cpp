#include "read/text/opening.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sneddon {
namespace {

TEST(Opening, HasTheFirstLinesOfAText) {
    const std::string text = "\n  Load (mN)\tx  \nsecond\n";
    const Opening opening = open_bytes(text);
    EXPECT_TRUE(opening.is_text);
    EXPECT_EQ(opening.bytes, text);
    ASSERT_EQ(opening.lines.size(), 3u);
    EXPECT_EQ(opening.lines[2], "second");
    EXPECT_EQ(opening.first_line(), "Load (mN)\tx");
    EXPECT_EQ(opening.find_line("Load"), 1);
    EXPECT_EQ(opening.find_line("second"), 2);
    EXPECT_EQ(opening.find_line("x"), -1);
    EXPECT_TRUE(opening.has_line("\n") == false && opening.has_line("sec"));
    EXPECT_EQ(open_bytes("\n\n").first_line(), "");
    EXPECT_FALSE(open_bytes("").is_text);
}

TEST(Opening, LooksAtSixtyFourLines) {
    std::string text;
    for (int i = 0; i < 70; ++i) text += "x\n";
    EXPECT_EQ(open_bytes(text).lines.size(), 64u);
}

TEST(Opening, LooksAtSixtyFourKibibytes) {
    const std::string text = std::string(65536, 'x') + "y";
    ASSERT_EQ(open_bytes(text).lines.size(), 1u);
    EXPECT_EQ(open_bytes(text).lines[0].size(), 65536u);
}

// One in 200; what lays out a text is none.
TEST(Opening, OfFewControlBytesIsAText) {
    EXPECT_TRUE(open_bytes(std::string(199, 'x') + "\x01").is_text);
    EXPECT_FALSE(open_bytes(std::string(198, 'x') + "\x01").is_text);
    EXPECT_TRUE(open_bytes("\t\n\r\f\x1A\x20").is_text);
    EXPECT_FALSE(open_bytes("\x1F").is_text);
}

// 64 bytes of lines in front of zeros are a text that a full disk cut off.
TEST(Opening, ZerosBehindLinesAreNoText) {
    const std::string zeros(100, '\0');
    EXPECT_TRUE(open_bytes(std::string(63, 'x') + "\n" + zeros).is_text);
    EXPECT_TRUE(open_bytes(std::string(63, 'x') + "\r" + zeros).is_text);
    EXPECT_FALSE(open_bytes(std::string(62, 'x') + "\n" + zeros).is_text);
    EXPECT_FALSE(open_bytes(std::string(64, 'x') + zeros).is_text);
    EXPECT_EQ(open_bytes(std::string(63, 'x') + "\ny" + zeros).lines.size(), 2u);
}

}  // namespace
}  // namespace sneddon
