#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "figure/study/figure_list.hpp"
#include "results/write_results.hpp"
#include "support/temporary_folder.hpp"
#include "unit/results/example_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::text_of;

/// Nine tests on a lattice of 10 um whose creep grows along x.
WrittenStudy lattice_study() {
    StudyResult study = testing::example_study();
    const TestRow row = study.tests.front();
    const std::string name = study.groups.front().name;
    study.tests.assign(9, row);
    for (std::size_t i = 0; i < 9; ++i) {
        TestRow& test = study.tests[i];
        test.test_id = test.file = "t" + std::to_string(i);
        test.status = Status::used;
        test.load_function = name;
        test.position = {10.0 * static_cast<double>(i % 3), 10.0 * static_cast<double>(i / 3)};
        test.values["creep_nm"_q] = 1 + static_cast<double>(i % 3);
    }
    study.groups.resize(1);
    testing::TemporaryFolder folder;
    folder.write("tests.csv", text_of(write_tests_csv, study));
    folder.write("results.json", text_of(write_results_json, study));
    folder.write("recipe.toml", text_of(write_recipe_toml, study));
    folder.write("curves.json", "[\n\n]\n");
    return read_study(folder.path()).value();
}

std::vector<std::string> ids_of(const std::vector<DrawnEntry>& drawn) {
    std::vector<std::string> ids;
    for (const DrawnEntry& entry : drawn)
        for (const Figure& figure : entry.drawn.figures) ids.push_back(figure.id);
    return ids;
}

TEST(MapOfQuantity, IsDrawnOnRequestAndNotElse) {
    const WrittenStudy study = lattice_study();
    const auto asked = draw_figures(study, figure_choice("map-creep_nm,map-hardness").value());
    EXPECT_THAT(ids_of(asked), ::testing::ElementsAre("map-creep_nm", "map-hardness"));
    EXPECT_THAT(ids_of(draw_figures(study, FigureChoice{})),
                ::testing::Not(::testing::Contains("map-creep_nm")));
    EXPECT_THAT(ids_of(draw_figures(study, figure_choice("all,map-creep_nm").value())),
                ::testing::IsSupersetOf({"map", "map-creep_nm"}));
}

TEST(MapOfQuantity, EachTestStandsAtItsPlaceInTheFifthOfItsValue) {
    const auto drawn = draw_figures(lattice_study(), figure_choice("map-creep_nm").value());
    ASSERT_EQ(drawn.size(), 1u);
    const Figure& figure = drawn[0].drawn.figures.at(0);
    EXPECT_THAT(figure.caption.plain(), HasSubstr("(nm, in fifths of the tests)"));
    std::size_t tests = 0;
    double last_x = -1;  // values grow along x, and so do the classes
    for (const Mark& mark : figure.panels.at(0).marks) {
        EXPECT_TRUE(mark.legend.ends_with(" nm")) << mark.legend;
        for (const double x : mark.x) {
            EXPECT_GE(x, last_x);
            last_x = x;
            ++tests;
        }
    }
    EXPECT_EQ(tests, 9u);
}

TEST(MapOfQuantity, AQuantityWithoutValuesSaysSo) {
    const auto drawn = draw_figures(lattice_study(), figure_choice("map-W_hold_pJ").value());
    ASSERT_EQ(drawn.size(), 1u);
    EXPECT_TRUE(drawn[0].drawn.figures.empty());
    EXPECT_THAT(drawn[0].drawn.reason.plain(), HasSubstr("no test has W_hold_pJ"));
}

TEST(MapOfQuantity, AnUnknownOneIsRefusedWithTheNearest) {
    const auto choice = figure_choice("map-creap_nm");
    ASSERT_FALSE(choice);
    EXPECT_THAT(message(choice.error()), HasSubstr("did you mean map-creep_nm?"));
}

}  // namespace
}  // namespace sneddon
