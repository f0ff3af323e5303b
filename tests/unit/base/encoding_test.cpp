#include "base/encoding.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

using namespace std::string_literals;

TEST(FindEncoding, ReadsTheByteOrderMark) {
    EXPECT_EQ(find_encoding("\xEF\xBB\xBFx").encoding, Encoding::utf8);
    EXPECT_EQ(find_encoding("\xEF\xBB\xBFx").mark_length, 3u);
    EXPECT_EQ(find_encoding("\xFF\xFEx\0"s).encoding, Encoding::utf16le);
    EXPECT_EQ(find_encoding("\xFE\xFF\0x"s).encoding, Encoding::utf16be);
    EXPECT_EQ(find_encoding("plain").encoding, Encoding::bytes);
    EXPECT_EQ(find_encoding("").encoding, Encoding::bytes);
}

TEST(FindEncoding, SeesUtf16WithoutAMark) {
    EXPECT_EQ(find_encoding("f\0i\0l\0e\0"s).encoding, Encoding::utf16le);
    EXPECT_EQ(find_encoding("f\0i\0l\0e\0"s).mark_length, 0u);
    EXPECT_EQ(find_encoding("\0f\0i\0l\0e"s).encoding, Encoding::utf16be);
    EXPECT_EQ(find_encoding("\0\0\0\0\0\0\0\0"s).encoding, Encoding::bytes) << "zeros are no text";
}

TEST(IsUtf8, AcceptsEveryLengthAndNothingElse) {
    EXPECT_TRUE(is_utf8("a\xC2\xB5\xE2\x82\xAC\xF0\x9F\x98\x80"));
    for (const std::string& bytes :
         {"\xB5"s, "\xC2"s, "\xC0\xAF"s, "\xC1\xBF"s, "\xE0\x80\xAF"s, "\xED\xA0\x80"s,
          "\xF0\x80\x80\xAF"s, "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xE2\x82"s, "\xC2N"s})
        EXPECT_FALSE(is_utf8(bytes)) << ::testing::PrintToString(bytes);
}

TEST(TextUtf8, KeepsUtf8AndReadsTheRestAsWindows1252) {
    EXPECT_EQ(text_utf8("Load (\xC2\xB5N)"), "Load (µN)");
    EXPECT_EQ(text_utf8("Load (\xB5N)"), "Load (µN)");
    EXPECT_EQ(text_utf8("\x80\x99\xFF"), "€™ÿ");
}

TEST(Utf16ToUtf8, BothByteOrdersAndSurrogatePairs) {
    EXPECT_EQ(utf16_to_utf8("\xB5\0N\0"s, Encoding::utf16le), "µN");
    EXPECT_EQ(utf16_to_utf8("\0\xB5\0N"s, Encoding::utf16be), "µN");
    EXPECT_EQ(utf16_to_utf8("\x3D\xD8\x00\xDE"s, Encoding::utf16le), "\xF0\x9F\x98\x80");
}

TEST(Utf16ToUtf8, BrokenUnitsBecomeTheReplacementCharacter) {
    EXPECT_EQ(utf16_to_utf8("\x3D\xD8N\0"s, Encoding::utf16le), "\xEF\xBF\xBDN");
    EXPECT_EQ(utf16_to_utf8("\x00\xDE"s, Encoding::utf16le), "\xEF\xBF\xBD");
    EXPECT_EQ(utf16_to_utf8("N\0x"s, Encoding::utf16le), "N\xEF\xBF\xBD");
}

}  // namespace
}  // namespace sneddon
