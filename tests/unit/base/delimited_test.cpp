#include "base/delimited.hpp"

#include <gtest/gtest.h>

#include <string>

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
