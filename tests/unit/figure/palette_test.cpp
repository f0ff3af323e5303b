#include "sneddon/figure/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace sneddon {
namespace {

double channel(std::string_view colour, std::size_t at) {
    const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

/// WCAG 2.2, contrast ratio; 3:1 is asked of graphics (criterion 1.4.11).
double contrast(std::string_view a, std::string_view b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Palette, ContrastOfBlackOnWhiteIs21) {
    EXPECT_NEAR(contrast("#000000", "#FFFFFF"), 21, 1e-9);
}

TEST(Palette, TheFirstFourStandOutOnTheLightAndTheDarkPage) {
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_GE(contrast(palette[i], "#FFFFFF"), 3) << palette[i];
        EXPECT_GE(contrast(palette[i], "#14171C"), 3) << palette[i];
    }
}

TEST(Palette, TheOthersStandOutOnOneOfThem) {
    for (const std::string_view colour : palette)
        EXPECT_GE(std::max(contrast(colour, "#FFFFFF"), contrast(colour, "#14171C")), 3) << colour;
}

TEST(SeriesStyle, ThirtySeriesAllDiffer) {
    std::set<std::pair<std::string_view, std::string_view>> styles;
    for (std::size_t i = 0; i < 30; ++i)
        styles.emplace(series_style(i).colour, series_style(i).dash);
    EXPECT_EQ(styles.size(), 30u);
    EXPECT_EQ(series_style(0).dash, "");
}

}  // namespace
}  // namespace sneddon
