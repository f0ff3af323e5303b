#include "figure/plot/figure_width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::HasSubstr;

Figure of_width(double width_mm) {
    Figure figure;
    figure.width_mm = width_mm;
    figure.height_mm = 60;
    figure.panels.emplace_back();
    figure.panels[0].x_axis = {"Depth", "h", "nm", "h_nm"};
    Mark mark;
    mark.kind = MarkKind::points;
    mark.x = mark.y = {1, 2};
    figure.panels[0].marks.push_back(mark);
    return figure;
}

TEST(FigureWidth, OneColumnBecomesWiderInItsShapeAndKeepsItsType) {
    const std::string svg = figure_svg(at_width(of_width(85), 180), SvgPlace::own_file);
    EXPECT_THAT(svg, HasSubstr("width=\"180mm\" height=\"127.06mm\""));
    EXPECT_THAT(svg, HasSubstr("font-size=\"2.47\""));
    EXPECT_THAT(svg, HasSubstr("a0.5 0.5 0 1 0 1 0"));  // a mark of 1 mm
}

TEST(FigureWidth, AFigureOfTwoColumnsStays) {
    EXPECT_EQ(at_width(of_width(180), 120).width_mm, 180);
    EXPECT_EQ(at_width(of_width(85), 85).height_mm, 60);
}

}  // namespace
}  // namespace sneddon
