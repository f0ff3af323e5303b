#include "figure/plot/braille_plot.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace sneddon {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string drawn(const std::vector<double>& x, const std::vector<double>& y) {
    return braille_plot(x, y, {4, 1, "h (nm)", "F (uN)"});
}

TEST(BraillePlot, ALineFromCornerToCornerFillsTheDiagonalDots) {
    // 2 x 4 dots: a rise of 3 dots over 1: the two lower dots left, the two upper ones right.
    const std::string text =
        braille_plot(std::vector<double>{0, 1}, std::vector<double>{0, 3}, {1, 1, "x", "y"});
    EXPECT_NE(text.find("\u285c"), std::string::npos) << text;
}

TEST(BraillePlot, AxesPrintTheSmallestAndLargestValues) {
    const std::string text = braille_plot(
        std::vector<double>{2, 250}, std::vector<double>{-1.5, 9000}, {40, 5, "h (nm)", "F (uN)"});
    EXPECT_NE(text.find("9000 "), std::string::npos) << text;
    EXPECT_NE(text.find("-1.5 "), std::string::npos);
    EXPECT_NE(text.find("h (nm)  250\n"), std::string::npos);
    EXPECT_NE(text.find("F (uN)\n"), std::string::npos);
}

TEST(BraillePlot, AMissingPointBreaksTheLine) {
    const std::string whole = drawn({0, 1, 2, 3}, {0, 0, 0, 0});
    const std::string broken = drawn({0, nan, 2, 3}, {0, 0, 0, 0});
    EXPECT_NE(whole, broken);
    EXPECT_NE(broken.find("\u2800"), std::string::npos) << "an empty place in the gap";
}

TEST(BraillePlot, NothingToDrawIsNoText) {
    EXPECT_EQ(drawn({}, {}), "");
    EXPECT_EQ(drawn({nan, 1}, {1, nan}), "");
}

TEST(BraillePlot, EqualValuesAreDrawnInTheMiddle) {
    EXPECT_FALSE(drawn({5}, {7}).empty());
    EXPECT_FALSE(drawn({5, 5}, {7, 7}).empty());
}

TEST(BraillePlot, EveryLineOfTheDrawingHasTheSameWidth) {
    const std::string text =
        braille_plot(std::vector<double>{0, 1, 2}, std::vector<double>{0, 5, 1}, {10, 3, "x", "y"});
    std::size_t drawings = 0, begin = 0;
    for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
        const std::string line = text.substr(begin, end - begin);
        if (line.find("\u2502") == std::string::npos) continue;
        ++drawings;
        EXPECT_EQ(line.size(), 1 + 1 + 3 + 10 * 3u) << line;  // label, space, bar, 3 bytes a place
    }
    EXPECT_EQ(drawings, 3u);
}

}  // namespace
}  // namespace sneddon
