// Every option of a recipe is in the methods paragraph, or its line says that it is not: each
// value in turn, one sentence becomes another (or comes, or goes), and no second.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "recipe/recipe_keys.hpp"
#include "report/methods/methods_paragraph.hpp"
#include "results/study_of_json.hpp"
#include "support/sentences.hpp"

namespace sneddon {
namespace {

Json json_of(const OptionValue& value) {
    if (value == OptionValue(std::string("none"))) return nullptr;
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::get<std::string>(value);
}

/// A number inside the bounds of the rule.
double number_within(const OptionRule& rule) {
    constexpr double share = 0.37;  // any that gives no default
    const double number = rule.low + share * (rule.high - rule.low);
    return rule.kind == OptionKind::whole_number ? std::floor(number) : number;
}

/// A text has no list of what it may be.
const std::map<std::string_view, std::vector<OptionValue>> texts = {
    {"area.function", {std::string("tip.ara"), std::string("other.ara")}},
    {"study.features", {std::string("E_r_GPa"), std::string("H_IT_GPa, creep_nm")}},
    {"study.ccdf_quantities", {std::string("eta_IT"), std::string("W_plast_pJ")}},
    {"study.share_limits", {std::string("eta_IT < 0.5"), std::string("none")}},
    {"study.findings", {std::string("all"), std::string("clusters, creep")}},
    {"study.exclude_flags", {std::string("none"), std::string("SND-C002")}},
};

/// Every word of a choice; of a number the default and another one.
std::vector<OptionValue> values_of(const RecipeKey& key) {
    const OptionRule& rule = key.rule;
    if (rule.kind == OptionKind::text) return texts.at(rule.key);
    std::vector<OptionValue> values;
    for (const std::string_view word : rule.words) values.emplace_back(std::string(word));
    if (values.empty()) values = {key.value(Recipe()), number_within(rule)};
    const OptionValue none = std::string("none");
    if (rule.can_be_none && values.front() != none) values.push_back(none);
    return values;
}

void set_option(Json& results, std::string_view key, const OptionValue& value) {
    const Json json = json_of(value);
    results["recipe"][key] = json;
    // Facts that follow the recipe in a run.
    if (key == "study.features") results["clusters"]["features"] = Json::array({json});
    if (key == "study.clusters_of") results["sample_clusters"]["clusters_of"] = json;
    if (key == "study.contact_radius") results["contact"][0]["rule"] = json;
    if (key == "study.rheology") results["creep_curves"][0]["rheology"]["contact"] = json;
}

/// Everything was done and stated: each sentence can stand in the paragraph.
Json complete_results() {
    Json results = Json::parse(R"json({
        "version": "1.0.0", "simulated": false, "counts": {"tests": 1200}, "study": {},
        "samples": [{"name": "as cast"}, {"name": "annealed"}],
        "comparisons": [{}], "limit_shares": [{}],
        "clusters": {"n": 900, "chosen": 3, "items": [{}]},
        "creep_curves": [{"strain_rates": {"rate_sensitivity": {"value": 0.1}}}],
        "contact": [{}], "ccdf": [{}],
        "space": {"maps": [{}]}, "pop_ins": [{}],
        "profiles": [{"sources": ["column 'S (N/m)'"], "size_effect": {"H0_GPa": 2}}]
    })json");
    for (const RecipeKey& key : recipe_keys()) set_option(results, key.rule.key, values_of(key)[0]);
    // Choices whose numbers are said with them alone.
    for (const char* key : {"correct.tare", "correct.frame_compliance", "correct.drift"})
        set_option(results, key, std::string("value"));
    return results;
}

// References are numbered as they are cited, so the LaTeX is compared.
std::string paragraph_of(Json results) {
    WrittenStudy study = study_of(std::make_shared<const Json>(std::move(results)));
    study.tests = {parse_column_table(
        "test_id,H_IT_GPa,E_r_GPa,E_IT_GPa,W_total_pJ,creep_nm,h_max_nm_u_random\n"
        "a,4.5,48,45,6,2,0.1\n")};
    return methods_of(study).latex();
}

std::string paragraph_with(const RecipeKey& key, const OptionValue& value) {
    Json results = complete_results();
    // Said of a window of points alone.
    if (key.rule.key == "unloading.window_skip" || key.rule.key == "unloading.window_points")
        set_option(results, "unloading.window", std::string("of-points"));
    set_option(results, key.rule.key, value);
    return paragraph_of(std::move(results));
}

TEST(MethodsOfRecipe, EveryValueOfEveryKeyHasASentenceOrTheKeyIsSilent) {
    const std::string before = paragraph_of(complete_results());
    for (const RecipeKey& key : recipe_keys()) {
        ASSERT_TRUE(key.rule.kind != OptionKind::text || texts.contains(key.rule.key))
            << key.rule.key << " has no other text";
        std::set<std::string> paragraphs;
        const auto values = values_of(key);
        for (const OptionValue& value : values) {
            const std::string after = paragraph_with(key, value);
            paragraphs.insert(after);
            EXPECT_LE(testing::only_in(after, before).size(), 1u) << key.rule.key;
            EXPECT_LE(testing::only_in(before, after).size(), 1u) << key.rule.key;
        }
        const std::size_t wanted = key.in_methods == InMethods::stated ? values.size() : 1;
        EXPECT_EQ(paragraphs.size(), wanted) << key.rule.key;
    }
}

}  // namespace
}  // namespace sneddon
