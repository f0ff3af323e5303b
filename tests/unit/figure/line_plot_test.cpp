#include "sneddon/figure/line_plot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

LinePlot example_plot() {
    LinePlot plot;
    plot.title = "Load <against> time";
    plot.x_axis = {"Time", "t", "s"};
    plot.y_axis = {"Load", "F", "µN"};
    plot.series = {{"hold 10 s", {0, 10, 20, 30}, {0, 300, 300, 0}, series_style(0)},
                   {"hold & <0>", {0, 10, 20}, {0, 300, 0}, series_style(1)}};
    return plot;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

TEST(LinePlot, SizeIsInMillimetresAndTheViewBoxTheSame) {
    const std::string svg = line_plot_svg(example_plot(), SvgPlace::in_page);
    EXPECT_THAT(svg, HasSubstr("width=\"85mm\" height=\"60mm\" viewBox=\"0 0 85 60\""));
}

TEST(LinePlot, AxesSayQuantitySymbolAndUnitAsText) {
    const std::string svg = line_plot_svg(example_plot(), SvgPlace::in_page);
    EXPECT_THAT(svg, HasSubstr(">Load <tspan font-style=\"italic\">F</tspan> (µN)</text>"));
    EXPECT_THAT(svg, HasSubstr(">Time <tspan font-style=\"italic\">t</tspan> (s)</text>"));
}

TEST(LinePlot, NamesAreEscapedAndTheImageHasAName) {
    const std::string svg = line_plot_svg(example_plot(), SvgPlace::in_page);
    EXPECT_THAT(svg, HasSubstr("role=\"img\""));
    EXPECT_THAT(svg, HasSubstr("<title>Load &lt;against&gt; time</title>"));
    EXPECT_THAT(svg, HasSubstr(">hold &amp; &lt;0&gt;</text>"));
}

TEST(LinePlot, OnlyAFileHasAnXmlHeadAndNameSpace) {
    EXPECT_THAT(line_plot_svg(example_plot(), SvgPlace::in_page), Not(HasSubstr("http")));
    const std::string file = line_plot_svg(example_plot(), SvgPlace::own_file);
    EXPECT_EQ(file.rfind("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=", 0), 0u);
}

/// Numbers of the attribute d that begins at `from`.
std::vector<double> path_numbers(const std::string& svg, std::size_t from) {
    const std::size_t begin = svg.find("d=\"M", from) + 4;
    std::string path = svg.substr(begin, svg.find('"', begin) - begin);
    std::replace(path.begin(), path.end(), 'M', ' ');
    std::vector<double> numbers;
    for (std::size_t at = 0; at < path.size();) {
        std::size_t used = 0;
        numbers.push_back(std::stod(path.substr(at), &used));
        at += used;
    }
    return numbers;
}

// The trapezoid's points: x in equal steps, both ends at one height, the plateau at another.
TEST(LinePlot, PointsAreLinearInTheirValues) {
    const std::string svg = line_plot_svg(example_plot(), SvgPlace::in_page);
    const std::vector<double> at = path_numbers(svg, svg.find("<g "));
    ASSERT_EQ(at.size(), 8u);
    const double step = at[2] - at[0];
    EXPECT_GT(step, 10);
    EXPECT_NEAR(at[4] - at[2], step, 0.011);  // coordinates are rounded to 0.01 mm
    EXPECT_NEAR(at[6] - at[4], step, 0.011);
    EXPECT_EQ(at[1], at[7]);
    EXPECT_EQ(at[3], at[5]);
    EXPECT_LT(at[3], at[1]);  // up is up
}

TEST(LinePlot, APointThatIsNotFiniteBreaksTheLine) {
    LinePlot plot = example_plot();
    plot.series = {{"", {0, 1, 2, 3, 4}, {0, 1, std::nan(""), 1, 0}, series_style(0)}};
    const std::string svg = line_plot_svg(plot, SvgPlace::in_page);
    const std::string lines = svg.substr(svg.find("<g "));
    EXPECT_EQ(count_of(lines, "M"), 2u);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(LinePlot, PointsThatFallTogetherAreWrittenOnce) {
    LinePlot plot = example_plot();
    plot.series = {{"", {0, 0, 0, 1}, {0, 0, 0, 1}, series_style(0)}};
    const std::string svg = line_plot_svg(plot, SvgPlace::in_page);
    EXPECT_EQ(path_numbers(svg, svg.find("<g ")).size(), 4u);
}

TEST(LinePlot, APlotWithoutPointsSaysSo) {
    LinePlot plot = example_plot();
    plot.series.clear();
    EXPECT_THAT(line_plot_svg(plot, SvgPlace::in_page), HasSubstr(">no points</text>"));
}

TEST(LinePlot, EverythingLiesInsideTheFigure) {
    LinePlot plot = example_plot();
    plot.series[0].y = {-1e5, 2e5, 2e5, 0};
    for (int i = 0; i < 12; ++i)
        plot.series.push_back({"a load function with a long name, " + std::to_string(i),
                               {0, 5},
                               {0, 1e5},
                               series_style(static_cast<std::size_t>(i))});
    const std::string svg = line_plot_svg(plot, SvgPlace::in_page);
    for (std::size_t from = 0; (from = svg.find("d=\"M", from)) != std::string::npos; ++from) {
        const std::vector<double> at = path_numbers(svg, from);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            EXPECT_TRUE(at[i] >= 0 && at[i] <= 85) << at[i];
            EXPECT_TRUE(at[i + 1] >= 0 && at[i + 1] <= 60) << at[i + 1];
        }
    }
}

TEST(LinePlot, ALegendThatIsTooLongIsCutAndCounted) {
    LinePlot plot = example_plot();
    for (int i = 0; i < 30; ++i)
        plot.series.push_back(
            {"a load function with a long name", {0, 5}, {0, 1}, series_style(0)});
    // 0.4 of 60 mm hold 6 rows of one such name: five of the 32, then the count.
    EXPECT_THAT(line_plot_svg(plot, SvgPlace::in_page), HasSubstr(">and 27 more</text>"));
}

TEST(LinePlot, TwoCallsGiveTheSameBytes) {
    EXPECT_EQ(line_plot_svg(example_plot(), SvgPlace::own_file),
              line_plot_svg(example_plot(), SvgPlace::own_file));
}

}  // namespace
}  // namespace sneddon
