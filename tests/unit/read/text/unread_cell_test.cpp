#include "read/text/unread_cell.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sneddon {
namespace {

std::string unread(const std::string& text) {
    return first_unread_cell(open_bytes(text));
}

TEST(UnreadCell, IsNamedWithItsPlaceAndHead) {
    EXPECT_EQ(unread("Load (mN);Depth (nm)\n1;2\n3;x2\ny;4\n"),
              "'x2' in row 3, column 2, below 'Depth (nm)'");
    EXPECT_EQ(unread("title\n\nLoad (mN)\tDepth (nm)\n\"a b\"\t2\n"),
              "'a b' in row 4, column 1, below 'Load (mN)'");
    EXPECT_EQ(unread("Load (mN),Depth (nm)\n1,2\n,3\n4,z,5\n"),
              "'z' in row 4, column 2, below 'Depth (nm)'");
}

TEST(UnreadCell, OfATableThatIsReadIsNone) {
    EXPECT_EQ(unread("Load (mN);Depth (nm)\n1;2\n3,5;-4e3\n;\n"), "");
    EXPECT_EQ(unread("Load (mN);note\n1;x\ny;z\n"), "");  // one column of the curve is no table
    EXPECT_EQ(unread("Load (mN);note;Depth (nm)\n1;x;2\n"), "");
    EXPECT_EQ(unread(""), "");
}

}  // namespace
}  // namespace sneddon
