#include "figure/plot/figure_layout.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "figure/plot/svg_writer.hpp"

namespace sneddon {
namespace {

Figure one_panel(std::vector<double> x, std::vector<double> y) {
    Figure figure;
    figure.id = "test";
    figure.panels.emplace_back();
    Mark mark;
    mark.x = std::move(x);
    mark.y = std::move(y);
    figure.panels[0].marks.push_back(mark);
    figure.panels[0].x_axis = {"Depth", "h", "nm", "h_nm"};
    figure.panels[0].y_axis = {"Load", "F", "µN", "F_uN"};
    return figure;
}

std::vector<std::string> words_of(const FigureScale& scale) {
    std::vector<std::string> all;
    for (const auto& lines : scale.labels)
        for (const std::string& line : lines) all.push_back(line);
    return all;
}

TEST(FigureLayout, FrameAndTitlesAreInsideThePaper) {
    for (const double width_mm : {single_column_mm, double_column_mm}) {
        Figure figure = one_panel({0, 1e6}, {-12345.5, 20000});
        figure.width_mm = width_mm;
        const PanelLayout layout = layout_of(figure).panels.at(0);
        EXPECT_GT(layout.x.from_mm, layout.y.labels.empty() ? 0 : type::title_mm);
        EXPECT_LT(layout.x.to_mm, width_mm);
        EXPECT_GT(layout.y.to_mm, 0);
        // Title, labels and ticks stand below the axis.
        EXPECT_LE(layout.y.from_mm + type::tick_mm + type::label_mm + type::title_mm,
                  figure.height_mm);
    }
}

TEST(FigureLayout, TheLastLabelOfXEndsOnThePaper) {
    const Figure figure = one_panel({0, 1e6}, {0, 1});
    const FigureScale x = layout_of(figure).panels.at(0).x;
    ASSERT_EQ(x.labels.back().front(), "1\u2009000\u2009000");
    EXPECT_LE(x.mm(x.ticks.back()) + label_width_mm(x.labels.back()) / 2, figure.width_mm);
}

TEST(FigureLayout, CategoriesThatAreTooWideAreBrokenBeforeTheyAreTurned) {
    Figure figure = one_panel({0, 1, 2, 3}, {1, 2, 3, 4});
    figure.panels[0].x_axis.categories = {"Hardness", "Reduced modulus", "Plastic work", "Creep"};
    PanelLayout layout = layout_of(figure).panels.at(0);
    EXPECT_FALSE(layout.has_turned_labels);
    EXPECT_EQ(layout.x.labels[1], (std::vector<std::string>{"Reduced", "modulus"}));
    figure.panels[0].x_axis.categories = {"a", "Donaudampfschifffahrtsgesellschaft", "b", "c"};
    layout = layout_of(figure).panels.at(0);
    EXPECT_TRUE(layout.has_turned_labels);
    EXPECT_EQ(layout.x.labels[1].size(), 1u);
}

TEST(FigureLayout, CategoriesOfYKeepTheFrameWide) {
    Figure figure = one_panel({1, 2}, {0, 1});
    figure.panels[0].y_axis.categories = {
        "as analysed", "y0 up by the standard deviation of the residuals, and then some more"};
    const PanelLayout layout = layout_of(figure).panels.at(0);
    EXPECT_GT(layout.y.labels[1].size(), 1u);
    EXPECT_GT(layout.x.to_mm - layout.x.from_mm, 40);
}

TEST(FigureLayout, ALogarithmicAxisHasOneWayOfWriting) {
    Figure figure = one_panel({0, 1}, {3e-6, 0.9});
    figure.panels[0].y_axis.scale = AxisScale::logarithm;
    const FigureScale y = layout_of(figure).panels.at(0).y;
    EXPECT_EQ(words_of(y),
              (std::vector<std::string>{"10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"}));
    EXPECT_FALSE(y.minor_ticks.empty());
    for (const double tick : y.minor_ticks) EXPECT_TRUE(tick >= y.low && tick <= y.high) << tick;
}

TEST(FigureLayout, AShortLogarithmicAxisIsWrittenOut) {
    Figure figure = one_panel({0, 1}, {0.02, 0.8});
    figure.panels[0].y_axis.scale = AxisScale::logarithm;
    EXPECT_EQ(words_of(layout_of(figure).panels.at(0).y),
              (std::vector<std::string>{"0.02", "0.05", "0.1", "0.2", "0.5"}));
}

TEST(FigureLayout, AScaleMapsItsLimitsToItsEnds) {
    const FigureScale linear = {AxisScale::linear, 2, 4, 10, 30, {}, {}, {}};
    EXPECT_DOUBLE_EQ(linear.mm(2), 10);
    EXPECT_DOUBLE_EQ(linear.mm(3), 20);
    const FigureScale log = {AxisScale::logarithm, 1, 100, 10, 30, {}, {}, {}};
    EXPECT_NEAR(log.mm(10), 20, 1e-12);
    EXPECT_TRUE(std::isnan(log.mm(0)));
}

TEST(FigureLayout, AFigureWithoutValuesHasALayout) {
    const PanelLayout layout = layout_of(one_panel({}, {})).panels.at(0);
    EXPECT_LT(layout.x.from_mm, layout.x.to_mm);
}

TEST(Wrapped, BreaksAtSpacesAndKeepsLongWords) {
    EXPECT_EQ(wrapped("", 10, 2), std::vector<std::string>{""});
    EXPECT_EQ(wrapped("one two", 100, 2), std::vector<std::string>{"one two"});
    EXPECT_EQ(wrapped("one two", 5, 2), (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(wrapped("extraordinary", 1, 2), std::vector<std::string>{"extraordinary"});
}

}  // namespace
}  // namespace sneddon
