#include "base/markup.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(Markup, EveryCharacterThatCouldCloseAnElementOrAttributeIsEscaped) {
    EXPECT_EQ(escaped_markup("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c&#39;");
    EXPECT_EQ(escaped_markup("µN Δh 10⁶ 𝛼"), "µN Δh 10⁶ 𝛼");
}

TEST(Markup, ControlCharactersBecomeTheReplacementCharacter) {
    EXPECT_EQ(escaped_markup(std::string_view("a\0b\x1b"
                                              "c\td",
                                              7)),
              "a\uFFFDb\uFFFDc\td");
}

TEST(Markup, BytesThatAreNotUtf8BecomeTheReplacementCharacter) {
    EXPECT_EQ(valid_utf8("\xB5N"), "\uFFFDN");                         // Latin-1 micro sign
    EXPECT_EQ(valid_utf8("\xC0\xAF"), "\uFFFD\uFFFD");                 // overlong '/'
    EXPECT_EQ(valid_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");       // surrogate
    EXPECT_EQ(valid_utf8("\xF4\x90\x80\x80").substr(0, 3), "\uFFFD");  // above U+10FFFF
    EXPECT_EQ(valid_utf8("end\xE2\x82"), "end\uFFFD\uFFFD");           // cut short
    EXPECT_EQ(valid_utf8("€\u00B5"), "€µ");
}

}  // namespace
}  // namespace sneddon
