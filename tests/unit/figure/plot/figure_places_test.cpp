#include "figure/plot/figure_places.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

Figure raster() {
    Figure figure;
    figure.panels.resize(2);
    Mark mark;
    mark.kind = MarkKind::point_density;
    mark.x = {0, 10, 5, std::nan(""), 2};
    mark.y = {0, 100, 50, 1, 1000};
    mark.tests = {0, 2, 3, 4, 5};
    figure.panels[1].column = 1;
    figure.column_widths = {1, 1};
    FigureAxis& x = figure.panels[1].x_axis;
    FigureAxis& y = figure.panels[1].y_axis;
    x.column = "x";
    y.column = "y";
    x.low = y.low = 0;
    x.high = 10;
    y.high = 100;
    figure.panels[1].marks.push_back(mark);
    return figure;
}

TEST(FigurePlaces, AreCountedFromTheUpperLeftOfTheFrame) {
    const std::string bytes = figure_places(raster(), 6);
    ASSERT_EQ(bytes.size(), 12u);
    const auto at = [&](std::size_t i) {
        return static_cast<int>(static_cast<unsigned char>(bytes[i]));
    };
    EXPECT_EQ(at(0), 0);    // lowest x
    EXPECT_EQ(at(6), 254);  // lowest y is the last row
    EXPECT_EQ(at(2), 254);
    EXPECT_EQ(at(8), 0);
    EXPECT_EQ(at(3), 127);
    EXPECT_EQ(at(9), 127);
    for (const std::size_t missing : {1u, 4u, 5u})  // of no mark, not finite, above the frame
        EXPECT_EQ(at(missing), 255) << missing;
}

TEST(FigurePlaces, PointsThatAreDrawnNeedNone) {
    Figure figure = raster();
    figure.panels[1].marks[0].kind = MarkKind::points;
    EXPECT_EQ(figure_places(figure, 6), "");
}

TEST(FigurePlaces, ACurveHasItsTestItsPanelAndFortyPoints) {
    Figure figure = raster();
    Mark& mark = figure.panels[1].marks[0];
    mark.kind = MarkKind::curve_density;
    mark.x = {0, 10, std::nan(""), std::nan(""), 5, std::nan("")};
    mark.y = {0, 100, std::nan(""), std::nan(""), 500, std::nan("")};
    mark.tests = {258, 1, 2};  // the second has no points, the third stands above the frame
    const std::string bytes = figure_curves(figure, 300);
    ASSERT_EQ(bytes.size(), 2u * (5 + 2 * 40));
    EXPECT_EQ(bytes.substr(0, 5), std::string("\x02\x01\0\0\x01", 5));
    EXPECT_EQ(bytes.substr(5, 2), std::string("\0\xFE", 2));
    EXPECT_EQ(bytes.substr(5 + 78, 2), std::string("\xFE\0", 2));
    EXPECT_EQ(bytes.substr(85 + 5, 2), "\xFF\xFF");
    EXPECT_EQ(figure_curves(figure, 2), "") << "rows that tests.csv does not have";
}

}  // namespace
}  // namespace sneddon
