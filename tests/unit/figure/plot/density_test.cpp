#include "figure/plot/density.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Figure scatter(std::size_t tests) {
    Figure figure;
    figure.id = "test";
    figure.panels.emplace_back();
    figure.panels[0].x_axis.column = "x_um";
    figure.panels[0].y_axis.column = "y_um";
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = "tests";
    for (std::size_t i = 0; i < tests; ++i) {
        mark.x.push_back(static_cast<double>(i % 71));
        mark.y.push_back(static_cast<double>(i / 71));
        mark.tests.push_back(i);
    }
    figure.panels[0].marks.push_back(mark);
    return figure;
}

unsigned total(const Density& density) {
    return std::accumulate(density.counts.begin(), density.counts.end(), 0u);
}

TEST(Density, EveryPointIsCountedOnce) {
    const Figure figure = scatter(5200);
    const FigureLayout layout = layout_of(figure);
    const Panel& panel = figure.panels[0];
    EXPECT_EQ(total(density_of(panel.marks[0], panel, layout.panels[0])), 5200u);
}

TEST(Density, APlaceOfTheLatticeIsAPlaceOfTheRaster) {
    Figure figure = scatter(71 * 40);
    FigureAxis& x = figure.panels[0].x_axis;
    FigureAxis& y = figure.panels[0].y_axis;
    x.low = y.low = -0.5;
    x.high = 70.5;
    y.high = 39.5;
    x.raster_step = y.raster_step = 1;
    const Density density =
        density_of(figure.panels[0].marks[0], figure.panels[0], layout_of(figure).panels[0]);
    EXPECT_EQ(density.width, 71u);
    EXPECT_EQ(density.height, 40u);
    EXPECT_EQ(density.most, 1u);
    EXPECT_EQ(total(density), 71u * 40u);
}

TEST(Density, ACurveThatComesBackCountsOnce) {
    Figure figure;
    figure.panels.emplace_back();
    Mark curve;
    curve.kind = MarkKind::curve_density;
    curve.x = {0, 1, 0, 1};
    curve.y = {0, 1, 0, 1};
    figure.panels[0].marks.push_back(curve);
    EXPECT_EQ(density_of(curve, figure.panels[0], layout_of(figure).panels[0]).most, 1u);
}

TEST(DrawManyAsDensity, FiveThousandTestsAreDrawnOneByOne) {
    Figure figure = scatter(most_marks);
    draw_many_as_density(figure);
    EXPECT_EQ(figure.panels[0].marks[0].kind, MarkKind::points);
    EXPECT_TRUE(figure.caption.is_empty());
    EXPECT_THAT(figure_svg(figure, SvgPlace::in_page), Not(HasSubstr("<image")));
}

TEST(DrawManyAsDensity, MoreAreARasterAndTheCaptionSaysSo) {
    Figure figure = scatter(most_marks + 1);
    draw_many_as_density(figure);
    EXPECT_EQ(figure.caption.plain(),
              " Density of 5,001 tests, on a logarithmic scale: more than 5,000 are not drawn one "
              "by one.");
    const std::string svg = figure_svg(figure, SvgPlace::in_page);
    EXPECT_THAT(svg, HasSubstr("href=\"data:image/png;base64,"));
    EXPECT_THAT(svg, Not(HasSubstr("data-t=")));
    EXPECT_LT(svg.size(), 200'000u);
    EXPECT_THAT(figure_csv(figure, {}), HasSubstr("series,x_um,y_um,tests_here\n"));
}

// The limit is one of the figure: clusters of 2,000 each are not drawn one by one either.
TEST(DrawManyAsDensity, TheMarksOfAFigureCountTogether) {
    Figure figure = scatter(3000);
    figure.panels[0].marks.push_back(figure.panels[0].marks[0]);
    draw_many_as_density(figure);
    for (const Mark& mark : figure.panels[0].marks) {
        EXPECT_EQ(mark.kind, MarkKind::point_density);
        EXPECT_EQ(mark.legend, "") << "two rasters of one colour cannot be told apart";
    }
}

}  // namespace
}  // namespace sneddon
