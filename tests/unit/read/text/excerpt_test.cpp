#include "read/text/excerpt.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "base/delimited.hpp"

namespace sneddon {
namespace {

TEST(LineNumber, CountsAsTheCursorDoes) {
    const std::string text = "a\nbb\r\nc\rd\n\re";
    std::size_t number = 0;
    for (LineCursor cursor(text); !cursor.is_at_end();) {
        const std::size_t position = cursor.position();
        ++number;
        const std::string_view line = cursor.next();
        for (std::size_t i = position; i <= position + line.size(); ++i)
            EXPECT_EQ(line_number(text, i), number) << i;
    }
    EXPECT_EQ(line_number("", 5), 1u);
    EXPECT_EQ(line_number("a\nb", 100), 2u);
}

TEST(Excerpt, ShortensAndShowsControlBytes) {
    EXPECT_EQ(excerpt("one\ttwo\nthree"), "one two");
    EXPECT_EQ(excerpt(std::string("a\0b", 3)), "a\\x00b");
    std::string shortened(80, 'x');
    shortened += "...";
    EXPECT_EQ(excerpt(std::string(100, 'x')), shortened);
    EXPECT_EQ(excerpt("\xB5N"), "µN");
    EXPECT_EQ(excerpt("ab", 7), "");
    std::string accents;
    for (int i = 0; i < 60; ++i) accents += "ü";
    EXPECT_EQ(excerpt(fmt::format("x{}", accents)), fmt::format("x{}...", accents.substr(0, 78)))
        << "never cut inside a character";
}

TEST(Excerpt, EndsAtTheLimitAndAtTheLine) {
    EXPECT_EQ(excerpt("abcdef", 1, 3), "bcd...");
    EXPECT_EQ(excerpt("abcd", 1, 3), "bcd");
    EXPECT_EQ(excerpt("abcd\nefg", 1, 3), "bcd");
    EXPECT_EQ(excerpt("a\x7F\x1B"
                      "b"),
              "a\\x7f\\x1bb");
    EXPECT_EQ(excerpt(" a"), " a");
    EXPECT_EQ(excerpt("", 0, 0), "");
    // Bytes of another encoding are cut where they are: no more than three are taken back.
    EXPECT_EQ(excerpt("\xB5\xB5\xB5\xB5\xB5\xB5", 0, 5), "µµ...");
}

}  // namespace
}  // namespace sneddon
