#include <gtest/gtest.h>

#include "figure/plot/figure.hpp"

namespace sneddon {
namespace {

Figure two_tests() {
    Figure figure;
    figure.panels.emplace_back();
    Panel& panel = figure.panels[0];
    panel.x_axis.column = "load_function";
    panel.x_axis.categories = {"hold 0 s", "=cmd|' /C calc'!A0"};
    panel.y_axis.column = "H_IT_GPa";
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = "tests";
    mark.x = {0.1, 0.9};
    mark.y = {-1.5, 2};
    mark.tests = {0, 1};
    panel.marks.push_back(mark);
    return figure;
}

TEST(FigureCsv, NamesAreNoFormulasAndNumbersStayNumbers) {
    EXPECT_EQ(figure_csv(two_tests(), {"@SUM(A1)", "a,\"2\""}),
              "series,test_id,load_function,H_IT_GPa\n"
              "tests,'@SUM(A1),hold 0 s,-1.5\n"
              "tests,\"a,\"\"2\"\"\",'=cmd|' /C calc'!A0,2\n");
}

TEST(FigureCsv, SimulatedStandsInEveryRow) {
    Figure figure = two_tests();
    figure.is_simulated = true;
    EXPECT_EQ(figure_csv(figure, {"a", "b"}),
              "simulated,series,test_id,load_function,H_IT_GPa\n"
              "yes,tests,a,hold 0 s,-1.5\n"
              "yes,tests,b,'=cmd|' /C calc'!A0,2\n");
}

TEST(FigureCsv, WhiskersHaveColumnsOfTheirOwn) {
    Figure figure = two_tests();
    Mark& mark = figure.panels[0].marks[0];
    mark.tests.clear();
    mark.low = {-2, 1};
    mark.high = {-1, 3};
    figure.panels[0].x_axis.categories.clear();
    EXPECT_EQ(figure_csv(figure, {}),
              "series,load_function,H_IT_GPa,H_IT_GPa_low,H_IT_GPa_high\n"
              "tests,0.1,-1.5,-2,-1\ntests,0.9,2,1,3\n");
}

TEST(FigureCsv, CategoriesOfYAreWords) {
    Figure figure = two_tests();
    Panel& panel = figure.panels[0];
    std::swap(panel.x_axis, panel.y_axis);
    std::swap(panel.marks[0].x, panel.marks[0].y);
    panel.marks[0].tests.clear();
    EXPECT_EQ(figure_csv(figure, {}),
              "series,H_IT_GPa,load_function\ntests,-1.5,hold 0 s\ntests,2,'=cmd|' /C calc'!A0\n");
}

}  // namespace
}  // namespace sneddon
