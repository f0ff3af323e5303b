#include "results/written/results.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/json.hpp"

namespace sneddon {
namespace {

const Json document = Json::parse(R"json({
    "version": "1.0.0",
    "recipe": {"a/b~c": 1, "word": "x", "list": [1, 2], "none": null},
    "groups": [{"name": "hold 0 s", "n": 1200, "H_IT_GPa": {"mean": 4.891, "sd": 0.382}}],
    "clusters": {"features": ["H_IT_GPa", "creep_nm"], "kde": [{"x": [1, null, 3]}]},
    "counts": null
})json");
const WrittenResults results{{node_of(&document), ""}};

TEST(Place, KnowsItsPointer) {
    const auto group = results.groups()[0];
    EXPECT_EQ(group.name().pointer(), "/groups/0/name");
    EXPECT_EQ(group.of_quantity("H_IT_GPa"_q).mean().pointer(), "/groups/0/H_IT_GPa/mean");
    EXPECT_EQ(results.recipe()["a/b~c"].pointer(), "/recipe/a~1b~0c") << "RFC 6901, section 3";
    EXPECT_EQ(document.at(Json::json_pointer(results.recipe()["a/b~c"].pointer())), 1);
}

TEST(Place, WordsCarryIt) {
    const Words words = results.groups()[0].n().count();
    ASSERT_EQ(words.pieces().size(), 1u);
    EXPECT_EQ(words.pieces()[0].text, "1,200");
    EXPECT_EQ(words.pieces()[0].ref, "/groups/0/n");
    EXPECT_EQ(results.groups()[0].of_quantity("H_IT_GPa"_q).mean_sd().plain(), "4.89 ± 0.38");
}

TEST(Place, WhatIsMissingNullOrOfAnotherTypeIsNothing) {
    EXPECT_FALSE(results.counts().is_there()) << "null";
    EXPECT_FALSE(results.counts().rows().is_there());
    EXPECT_EQ(results.counts().rows().count().plain(), "?");
    EXPECT_TRUE(std::isnan(results.groups()[7].n().value()));
    EXPECT_TRUE(std::isnan(results.recipe()["word"].number().value()));
    EXPECT_EQ(results.groups()[0].of_quantity("E_IT_GPa"_q).mean_sd().plain(), "");
    EXPECT_TRUE(results.warnings().is_empty());
    EXPECT_EQ(results.counts().rows().pointer(), "/counts/rows")
        << "the place is known all the same";
}

TEST(Place, ListsAndNamesKeepTheirOrder) {
    EXPECT_EQ(results.clusters().features().values(),
              (std::vector<std::string>{"H_IT_GPa", "creep_nm"}));
    EXPECT_EQ(results.recipe().names(),
              (std::vector<std::string>{"a/b~c", "word", "list", "none"}));
    const auto x = results.clusters().densities()[0].x().values();
    ASSERT_EQ(x.size(), 3u);
    EXPECT_TRUE(std::isnan(x[1]));
    EXPECT_EQ(x[2], 3);
}

TEST(Place, AChoiceIsOfItsKind) {
    EXPECT_EQ(results.recipe()["word"].kind(), ValueKind::text);
    EXPECT_EQ(results.recipe()["a/b~c"].kind(), ValueKind::number);
    EXPECT_EQ(results.recipe()["list"].as_json(), "[1,2]");
    EXPECT_EQ(results.recipe()["none"].as_json(), "null");
}

}  // namespace
}  // namespace sneddon
