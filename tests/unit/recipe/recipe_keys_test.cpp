#include "recipe/recipe_keys.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sneddon {
namespace {

OptionValue after_setting(const std::string& key, const OptionValue& value) {
    Recipe recipe;
    const RecipeKey* found = find_recipe_key(key);
    EXPECT_NE(found, nullptr) << key;
    EXPECT_FALSE(check_value(found->rule, value, "")) << key;
    const auto error = found->set(recipe, value, {});
    EXPECT_FALSE(error) << key;
    return found->value(recipe);
}

TEST(RecipeKeys, EveryKeyIsThereOnceWithAMeaning) {
    std::set<std::string_view> seen;
    for (const RecipeKey& key : recipe_keys()) {
        EXPECT_TRUE(seen.insert(key.rule.key).second) << key.rule.key;
        EXPECT_FALSE(key.rule.text.empty()) << key.rule.key;
    }
}

TEST(RecipeKeys, EveryProfileLiesInsideTheRanges) {
    for (const auto name : profile_names()) {
        Recipe recipe;
        recipe.analysis = profile_recipe(std::string(name)).value();
        for (const RecipeKey& key : recipe_keys())
            EXPECT_FALSE(check_value(key.rule, key.value(recipe), ""))
                << name << " " << key.rule.key;
    }
}

// A key that reads one field and sets another is a copying error that this finds.
TEST(RecipeKeys, EveryWordAndBoundReadsBackAsItWasSet) {
    for (const RecipeKey& key : recipe_keys()) {
        const std::string name(key.rule.key);
        if (name == "profile" || name.starts_with("area.")) continue;
        if (key.rule.kind == OptionKind::word) {
            for (const auto word : key.rule.words)
                EXPECT_EQ(after_setting(name, std::string(word)), OptionValue(std::string(word)));
        }
        if (key.rule.kind == OptionKind::number) {
            for (const double bound : {key.rule.low, key.rule.high})
                EXPECT_EQ(after_setting(name, bound), OptionValue(bound)) << name;
        }
        if (key.rule.can_be_none) {
            EXPECT_EQ(after_setting(name, std::string("none")), OptionValue(std::string("none")));
        }
    }
}

TEST(RecipeKeys, WordsMeanTheirEnums) {
    Recipe recipe;
    const auto set = [&](std::string_view key, const char* word) {
        EXPECT_FALSE(find_recipe_key(key)->set(recipe, std::string(word), {}));
    };
    set("unloading.fit_space", "P(h)");
    set("peak.load", "first-after-hold");
    set("peak.depth", "fitted");
    set("contact.epsilon_rule", "pharr-bolshakov-table");
    set("creep.start", "first-at-0.995");
    set("work.ends", "raw");
    set("study.group_by", "folder");
    set("units.load", "mN");
    EXPECT_EQ(recipe.analysis.fit_space, FitSpace::load_of_depth);
    EXPECT_EQ(recipe.analysis.peak_load, PeakLoadRule::first_after_hold);
    EXPECT_EQ(recipe.analysis.peak_depth, PeakDepthRule::fitted);
    EXPECT_EQ(recipe.analysis.epsilon_rule, EpsilonRule::pharr_bolshakov_table);
    EXPECT_EQ(recipe.analysis.creep_start, CreepStartRule::first_at_0995);
    EXPECT_EQ(recipe.analysis.work_ends, WorkEndsRule::raw);
    EXPECT_EQ(recipe.group_by, GroupBy::folder);
    EXPECT_EQ(recipe.units.at("load"), "mN");
    set("peak.load", "last-of-hold");
    EXPECT_EQ(recipe.analysis.peak_load, PeakLoadRule::last_of_hold);
    set("contact.epsilon_rule", "pharr-bolshakov");
    EXPECT_EQ(recipe.analysis.epsilon_rule, EpsilonRule::pharr_bolshakov);
    set("study.group_by", "none");
    EXPECT_EQ(recipe.group_by, GroupBy::none);
}

TEST(RecipeKeys, ANewAreaFunctionForgetsTheRangeOfTheOldOne) {
    Recipe recipe;
    const auto* area = find_recipe_key("area.function");
    const auto* low = find_recipe_key("area.h_c_min_nm");
    ASSERT_FALSE(area->set(recipe, std::string("ideal"), {}));
    ASSERT_FALSE(low->set(recipe, 20.0, {}));
    EXPECT_EQ(recipe.analysis.area_function->h_c_min_nm, 20.0);
    ASSERT_FALSE(area->set(recipe, std::string("cap-cone:300"), {}));
    EXPECT_FALSE(recipe.analysis.area_function->h_c_min_nm);
}

TEST(RecipeKeys, ARangeWithoutAnAreaFunctionIsRefused) {
    Recipe recipe;
    const auto error = find_recipe_key("area.h_c_max_nm")->set(recipe, 20.0, {"--set", {}});
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "SND-U007");
}

}  // namespace
}  // namespace sneddon
