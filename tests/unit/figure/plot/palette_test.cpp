#include "figure/plot/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "figure/plot/figure.hpp"

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

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix& matrix, const Triple& v) {
    Triple product{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) product[i] += matrix[i][j] * v[j];
    return product;
}

// Machado, Oliveira and Fernandes 2009, table of severity 1.0; on linear RGB.
constexpr Matrix full_sight = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968},
                                  {0.280085, 0.672501, 0.047413},
                                  {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}};

/// CIE L*a*b* (ISO/CIE 11664-4) of a colour of sRGB, D65, as such eyes see it.
Triple lab(std::string_view colour, const Matrix& sight) {
    Triple rgb = times(sight, {channel(colour, 1), channel(colour, 3), channel(colour, 5)});
    for (double& part : rgb) part = std::clamp(part, 0.0, 1.0);
    constexpr Matrix to_xyz = {{{0.4124564, 0.3575761, 0.1804375},
                                {0.2126729, 0.7151522, 0.0721750},
                                {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(to_xyz, rgb);
    const auto f = [](double t) {
        constexpr double d = 6.0 / 29;
        return t > d * d * d ? std::cbrt(t) : t / (3 * d * d) + 4.0 / 29;
    };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& a, const Triple& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

TEST(Palette, WhiteIsWhiteInLab) {
    const Triple white = lab("#FFFFFF", full_sight);
    EXPECT_NEAR(white[0], 100, 0.01);
    EXPECT_NEAR(std::hypot(white[1], white[2]), 0, 0.05);
}

// 2.3 is just noticeable side by side (Mahy et al. 1994); points a few millimetres apart need
// several times that..
TEST(Palette, AnyTwoColoursAreFarApartForEveryEye) {
    for (const Matrix& sight : {full_sight, deuteranopia, protanopia})
        for (std::size_t i = 0; i < palette_size; ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_GE(distance(lab(palette[i], sight), lab(palette[j], sight)), 15)
                    << palette[i] << " and " << palette[j];
}

TEST(Palette, TheTestOfColoursCanFail) {
    EXPECT_LT(distance(lab("#A05A2C", deuteranopia), lab("#6C7A2B", deuteranopia)), 15);
    EXPECT_GT(distance(lab("#A05A2C", full_sight), lab("#6C7A2B", full_sight)), 35);
}

// In grey a palette of equal prominence is of nearly equal lightness: there the shape and the dash
// tell clusters apart.
TEST(ClusterStyle, WhatGreyCannotTellApartHasAnotherShapeAndDash) {
    std::size_t alike = 0;
    for (std::size_t i = 0; i < palette_size; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const MarkStyle a = cluster_style(i), b = cluster_style(j);
            EXPECT_NE(a.shape, b.shape) << i << " and " << j;
            const double lighter =
                std::fabs(lab(a.colour, full_sight)[0] - lab(b.colour, full_sight)[0]);
            if (lighter >= 15) continue;
            ++alike;
            EXPECT_NE(a.dash, b.dash) << i << " and " << j;
        }
    EXPECT_GT(alike, 0u);
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
