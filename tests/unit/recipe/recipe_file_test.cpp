#include "recipe/recipe_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

const RecipeEntry& entry(const Recipe& recipe, const std::string& key) {
    const auto found = std::ranges::find(recipe.entries, key, &RecipeEntry::key);
    EXPECT_NE(found, recipe.entries.end()) << key;
    return *found;
}

Recipe made(const RunRequest& request, const StudyFacts& facts = {}) {
    auto recipe = make_recipe(request, facts);
    if (!recipe) {
        ADD_FAILURE() << message(recipe.error());
        return {};
    }
    return *std::move(recipe);
}

Error refused(const RunRequest& request, const StudyFacts& facts = {}) {
    const auto recipe = make_recipe(request, facts);
    if (recipe) {
        ADD_FAILURE() << "was not refused";
        return {};
    }
    return recipe.error();
}

TEST(RecipeFile, WithoutAnyStatementEveryOptionIsTheDefault) {
    const Recipe recipe = made({});
    EXPECT_EQ(recipe.analysis.profile, "sneddon");
    EXPECT_EQ(recipe.group_by, GroupBy::load_function);
    EXPECT_FALSE(recipe.analysis.area_function);
    for (const RecipeEntry& each : recipe.entries) EXPECT_EQ(each.origin, "default") << each.key;
    EXPECT_EQ(entry(recipe, "unloading.window_high").value, "0.95");
    EXPECT_EQ(entry(recipe, "area.function").value, "\"none\"");
    EXPECT_TRUE(recipe.warnings.empty());
}

TEST(RecipeFile, LaterSourcesBeatEarlierOnes) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file = folder.write("r.toml",
                                       "profile = \"triboscan\"\n"
                                       "[contact]\n"
                                       "beta = 1.034\n"
                                       "[unloading]\n"
                                       "window_low = 0.3\n"
                                       "[sample]\n"
                                       "nu = 0.2\n");
    request.settings = {{"unloading.window_low", "0.4"}};
    StudyFacts facts;
    facts.poisson_ratio = 0.365;
    facts.indenter_E_GPa = 1000;
    const Recipe recipe = made(request, facts);

    EXPECT_EQ(recipe.analysis.pi, 3.14);  // profile over default
    EXPECT_EQ(entry(recipe, "contact.pi").origin, "profile");
    EXPECT_EQ(recipe.analysis.indenter_E_GPa, 1000);  // study.toml over profile (1140)
    EXPECT_EQ(entry(recipe, "indenter.E_GPa").origin, "study.toml");
    EXPECT_EQ(recipe.analysis.poisson_ratio, 0.2);  // recipe file over study.toml
    EXPECT_EQ(entry(recipe, "sample.nu").origin, "recipe file");
    EXPECT_EQ(recipe.analysis.window_low, 0.4);  // command line over recipe file
    EXPECT_EQ(entry(recipe, "unloading.window_low").origin, "command line");
    EXPECT_EQ(recipe.analysis.beta, 1.034);
    EXPECT_EQ(entry(recipe, "profile").origin, "recipe file");
    EXPECT_EQ(entry(recipe, "profile").value, "\"triboscan\"");
    EXPECT_EQ(entry(recipe, "unloading.window_high").origin, "default");
}

TEST(RecipeFile, FlagsBeatSettings) {
    RunRequest request;
    request.settings = {{"sample.nu", "0.1"},
                        {"study.group_by", "none"},
                        {"contact.beta", "1.1"},
                        {"contact.beta", "1.05"}};
    request.poisson_ratio = 0.3;
    request.group_by = "folder";
    request.area_function = "ideal";
    request.units = {{"load", "\u00b5N"}, {"depth", "nm"}};
    const Recipe recipe = made(request);
    EXPECT_EQ(recipe.analysis.poisson_ratio, 0.3);
    EXPECT_EQ(recipe.group_by, GroupBy::folder);
    EXPECT_EQ(recipe.analysis.area_function->kind, AreaFunction::Kind::ideal);
    EXPECT_EQ(recipe.analysis.beta, 1.05);
    EXPECT_EQ(recipe.units.at("load"), "uN");
    EXPECT_EQ(recipe.units.at("depth"), "nm");
    EXPECT_FALSE(recipe.units.contains("time"));
}

TEST(RecipeFile, AProfileOfTheCommandLineBeatsTheOneOfTheFileAndItsOptionsStay) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file =
        folder.write("r.toml", "profile = \"triboscan\"\nunloading.window_low = 0.3\n");
    request.profile = "antonpaar";
    const Recipe recipe = made(request);
    EXPECT_EQ(recipe.analysis.profile, "antonpaar");
    EXPECT_EQ(recipe.analysis.fit_space, FitSpace::load_of_depth);
    EXPECT_EQ(recipe.analysis.window_low, 0.3);
    EXPECT_EQ(entry(recipe, "profile").origin, "command line");
    ASSERT_EQ(recipe.warnings.size(), 1u);
    EXPECT_EQ(recipe.warnings[0].code, "SND-U015");
    EXPECT_NE(recipe.warnings[0].text.find("unloading.window_low"), std::string::npos);
}

TEST(RecipeFile, NoWarningWhereTheFileStatesWhatTheProfileWouldChoose) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file =
        folder.write("r.toml", "profile = \"sneddon\"\nunloading.window_low = 0.2\n");
    request.profile = "triboscan";
    EXPECT_TRUE(made(request).warnings.empty());
}

TEST(RecipeFile, AnUnknownKeyIsAnsweredWithTheNearestAndItsLine) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file = folder.write("r.toml", "[unloading]\nwindow_hihg = 0.9\n");
    const Error error = refused(request);
    EXPECT_EQ(error.code, "SND-U002");
    EXPECT_EQ(error.where, request.recipe_file + ":2");
    EXPECT_EQ(error.fix, "did you mean \"unloading.window_high\"?");
}

TEST(RecipeFile, AMisspeltTableIsRefusedWithoutAKeyToo) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file = folder.write("r.toml", "[unloading]\n[unlaoding]\n");
    const Error error = refused(request);
    EXPECT_EQ(error.code, "SND-U002");
    EXPECT_EQ(error.where, request.recipe_file + ":2");
    EXPECT_EQ(error.fix, "did you mean [unloading]?");
}

TEST(RecipeFile, WrongTypesRangesAndWordsAreRefusedWithTheirLine) {
    const testing::TemporaryFolder folder;
    const auto code_of = [&](const std::string& text) {
        RunRequest request;
        request.recipe_file = folder.write("r.toml", text);
        const Error error = refused(request);
        EXPECT_EQ(error.where, request.recipe_file + ":1") << text;
        return error.code;
    };
    EXPECT_EQ(code_of("unloading.window_high = \"0.9\""), "SND-U003");
    EXPECT_EQ(code_of("unloading.window_high = 9"), "SND-U004");
    EXPECT_EQ(code_of("unloading.fit_space = \"h(p)\""), "SND-U004");
    EXPECT_EQ(code_of("profile = \"hysitron\""), "SND-U004");
    EXPECT_EQ(code_of("unloading = 3"), "SND-U002");
    EXPECT_EQ(code_of("unloading.window_high = nan"), "SND-U004");
}

TEST(RecipeFile, AMisspeltProfileOfTheCommandLineIsAnsweredWithTheNearest) {
    RunRequest request;
    request.profile = "antonpar";
    const Error error = refused(request);
    EXPECT_EQ(error.where, "--profile");
    EXPECT_EQ(error.fix, "did you mean \"antonpaar\"?");
}

TEST(RecipeFile, OptionsAgainstEachOtherAreRefused) {
    RunRequest request;
    request.settings = {{"unloading.window_low", "0.6"}, {"unloading.window_high", "0.5"}};
    EXPECT_EQ(refused(request).code, "SND-U007");
    request.settings = {{"unloading.m_min", "5"}, {"unloading.m_max", "5"}};
    EXPECT_EQ(refused(request).code, "SND-U007");
    request.settings = {
        {"area.function", "ideal"}, {"area.h_c_min_nm", "9"}, {"area.h_c_max_nm", "3"}};
    EXPECT_EQ(refused(request).code, "SND-U007");
}

TEST(RecipeFile, AnUnknownColumnOfAUnitIsAnsweredWithTheNearest) {
    RunRequest request;
    request.units = {{"laod", "uN"}};
    EXPECT_EQ(refused(request).fix, "did you mean \"units.load\"?");
    request.units = {{"load", "kg"}};
    EXPECT_EQ(refused(request).code, "SND-U004");
}

TEST(RecipeFile, ATipFileIsSeenFromTheRecipesFolder) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file = folder.write("deep/r.toml", "area.function = \"tip.ara\"\n");
    const Error error = refused(request);
    EXPECT_EQ(error.code, "SND-U010");
    EXPECT_NE(error.found.find((folder.path() / "deep" / "tip.ara").string()), std::string::npos);
}

TEST(RecipeFile, AnotherAreaFunctionDoesNotKeepTheRangeOfTheStudysOne) {
    StudyFacts facts;
    facts.area_function = AreaFunction{};
    facts.area_function->h_c_min_nm = 20;
    EXPECT_EQ(entry(made({}, facts), "area.h_c_min_nm").value, "20");
    EXPECT_EQ(entry(made({}, facts), "area.h_c_min_nm").origin, "study.toml");
    RunRequest request;
    request.area_function = "cap-cone:300";
    const Recipe recipe = made(request, facts);
    EXPECT_EQ(entry(recipe, "area.h_c_min_nm").value, "\"none\"");
    EXPECT_EQ(entry(recipe, "area.h_c_min_nm").origin, "command line");
    EXPECT_EQ(entry(recipe, "area.function").value, "\"cap-cone:300:70.2996\"");
}

TEST(RecipeFile, ARadiusThatCameWithTheTipSaysSo) {
    RunRequest request;
    request.area_function = "cap-cone:300";
    const RecipeEntry radius = entry(made(request), "correct.tip_radius_nm");
    EXPECT_EQ(radius.value, "300");
    EXPECT_EQ(radius.origin, "area.function (command line)");
    request.settings = {{"correct.tip_radius_nm", "120"}};
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").value, "120");
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").origin, "command line");
}

// recipe.toml of a run states the radius of the tip file: with another tip it is not that tip's.
TEST(RecipeFile, AnotherAreaFunctionDoesNotKeepTheRadiusOfTheFilesOne) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.recipe_file =
        folder.write("r.toml", "area.function = \"24.5, 1000\"\ncorrect.tip_radius_nm = 300\n");
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").value, "300");
    request.area_function = "ideal";
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").value, "\"none\"");
    request.area_function = "cap-cone:150";
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").value, "150");
    request.recipe_file = folder.write("r2.toml", "correct.tip_radius_nm = 300\n");
    EXPECT_EQ(entry(made(request), "correct.tip_radius_nm").value, "300");
}

// What a run writes as recipe.toml is these entries: they must give the same recipe again.
TEST(RecipeFile, TheEntriesReadBackAsTheSameRecipe) {
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.profile = "antonpaar";
    request.area_function = "24.5, 2460.6, -3.25";
    request.settings = {{"area.h_c_min_nm", "12.5"}};
    request.poisson_ratio = 0.3;
    request.units = {{"load", "mN"}};
    const Recipe first = made(request);
    std::string text;
    for (const RecipeEntry& each : first.entries)
        text += "# " + each.text + "\n" + each.key + " = " + each.value + "\n";
    RunRequest again;
    again.recipe_file = folder.write("recipe.toml", text);
    const Recipe second = made(again);
    for (std::size_t i = 0; i < first.entries.size(); ++i) {
        EXPECT_EQ(first.entries[i].key, second.entries[i].key);
        EXPECT_EQ(first.entries[i].value, second.entries[i].value) << first.entries[i].key;
        EXPECT_EQ(second.entries[i].origin, "recipe file");
    }
}

}  // namespace
}  // namespace sneddon
