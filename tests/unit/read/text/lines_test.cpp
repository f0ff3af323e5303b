#include "read/text/lines.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (LineCursor cursor(text); !cursor.is_at_end();) lines.emplace_back(cursor.next());
    return lines;
}

TEST(LineCursor, EndsLinesAtAnyLineEnd) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(lines_of("a\nb\r\nc\rd"), (Lines{"a", "b", "c", "d"}));
    EXPECT_EQ(lines_of("a\n\rb"), (Lines{"a", "", "b"}));
    EXPECT_EQ(lines_of("a\r\r\nb\n"), (Lines{"a", "", "b"}));
    EXPECT_EQ(lines_of(""), Lines{});
    EXPECT_EQ(lines_of("\n"), Lines{""});
}

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

TEST(CellsOf, QuotesProtectTheDelimiter) {
    EXPECT_EQ(cells_of("a,\"b,c\",", ',').size(), 3u);
    EXPECT_EQ(unquoted(cells_of("a, \"b,c\" ,d", ',')[1]), "b,c");
    EXPECT_EQ(unquoted("\""), "\"");
}

TEST(IsBlank, SpacesTabsAndDelimiters) {
    EXPECT_TRUE(is_blank(" \t\x1A"));
    EXPECT_TRUE(is_blank(";;\"\";", ';'));
    EXPECT_FALSE(is_blank(";"));
}

}  // namespace
}  // namespace sneddon
