#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "example_study.hpp"
#include "results/write_results.hpp"

namespace sneddon {
namespace {

using testing::example_study;
using testing::text_of;

TEST(RecipeToml, ReadsBackWithTheSameValuesInTheirTables) {
    const toml::table table = toml::parse(text_of(write_recipe_toml, example_study()));
    EXPECT_EQ(table["profile"].value<std::string>(), "sneddon");
    EXPECT_EQ(table["unloading"]["window_high"].value<double>(), 0.95);
    EXPECT_EQ(table["unloading"]["fit_space"].value<std::string>(), "h(P)");
    // The example has "unloading" in two places; TOML forbids two tables of one name.
    EXPECT_EQ(table["unloading"]["is_robust"].value<bool>(), true);
    EXPECT_EQ(table["area"]["coefficients"][0].value<double>(), 24.5);
    EXPECT_FALSE(table["area"]["poisson_ratio"]);
}

TEST(RecipeToml, MeaningAndOriginStandAboveEachOption) {
    EXPECT_THAT(text_of(write_recipe_toml, example_study()),
                ::testing::HasSubstr("\n[unloading]\n\n# upper end, fraction of F_max\n"
                                     "# from: profile\nwindow_high = 0.95\n"));
    EXPECT_THAT(text_of(write_recipe_toml, example_study()),
                ::testing::HasSubstr("# poisson_ratio = (not given)\n"));
}

TEST(RecipeToml, AMeaningOfSeveralLinesStaysAComment) {
    StudyResult study;
    study.recipe = {{"seed", "1", "first\nsecond = 2\x01", "default"}};
    const toml::table table = toml::parse(text_of(write_recipe_toml, study));
    EXPECT_EQ(table.size(), 1u);
}

TEST(RecipeToml, OptionsWithoutATableComeBeforeAllTables) {
    StudyResult study;
    study.recipe = {{"a.x", "1", "", ""}, {"y", "2", "", ""}};
    const toml::table table = toml::parse(text_of(write_recipe_toml, study));
    EXPECT_EQ(table["y"].value<int>(), 2);
    EXPECT_EQ(table["a"]["x"].value<int>(), 1);
}

}  // namespace
}  // namespace sneddon
