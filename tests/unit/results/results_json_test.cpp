#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "example_study.hpp"
#include "results/write_results.hpp"
#include "whole_study.hpp"

namespace sneddon {
namespace {

using nlohmann::ordered_json;
using testing::example_study;
using testing::text_of;

ordered_json parsed(const StudyResult& study) {
    return ordered_json::parse(text_of(write_results_json, study));
}

TEST(ResultsJson, TheHeadlineOfTheClustersIsTheFirstOfTheirSentences) {
    const auto json = parsed(testing::whole_study());
    const auto& choice = json["clusters"]["choice"];
    EXPECT_EQ(choice["headline"], "one population is as good: a t law");
    EXPECT_EQ(choice["text"], ordered_json({"one population is as good: a t law",
                                            "BIC is least at k = 2", "BIC still falls"}));
}

TEST(ResultsJson, KeysStandInTheirFixedOrder) {
    const ordered_json json = parsed(example_study());
    std::string keys;
    for (const auto& item : json.items()) keys += item.key() + " ";
    EXPECT_EQ(
        keys,
        "schema generator version simulated study samples recipe recipe_origins inputs counts "
        "corrections "
        "tests "
        "groups comparisons sample_differences fact_trends limit_shares share_trends statements "
        "clusters sample_clusters creep_curves contact profiles energies ccdf space order "
        "activation mechanism "
        "checks left_out not_computed uncertainty_inputs cross_checks sensitivity pop_ins "
        "warnings ");
}

TEST(ResultsJson, NumbersReadBackAsTheSameDoubles) {
    const ordered_json test = parsed(example_study())["tests"][0];
    EXPECT_EQ(test["values"]["creep_nm"].get<double>(), 0.1 + 0.2);
    EXPECT_EQ(test["values"]["F_max_uN"].get<double>(), 300.0625);
    EXPECT_EQ(test["values"]["points"].dump(), "4300");
    EXPECT_EQ(test["values"].size(), quantity_count);
    EXPECT_EQ(test["x_um"], 2);
}

TEST(ResultsJson, WhatIsNotFiniteIsNull) {
    StudyResult study = example_study();
    study.tests[0].values["m"_q] = std::numeric_limits<double>::infinity();
    const ordered_json json = parsed(study);
    EXPECT_TRUE(json["tests"][0]["values"]["m"].is_null());
    EXPECT_TRUE(json["tests"][2]["values"]["H_IT_GPa"].is_null());
    EXPECT_TRUE(json["groups"][0]["H_IT_GPa"]["sd"].is_null());
    EXPECT_EQ(json["groups"][0]["H_IT_GPa"]["mean"], 4.5);
}

TEST(ResultsJson, InputsOfUncertaintySayWhoStandsForThem) {
    StudyResult study = example_study();
    study.recipe = {{"uncertainty.area_relative", "\"none\"", "", "default"},
                    {"uncertainty.zero_nm", "\"none\"", "", "default"},
                    {"uncertainty.drift_nm_per_s", "0.005", "", "study.toml"},
                    {"uncertainty.load_relative", "0.0005", "", "default"},
                    {"uncertainty.monte_carlo", "0", "", "default"}};
    const ordered_json inputs = parsed(study)["uncertainty_inputs"];
    ASSERT_EQ(inputs.size(), 4u);
    const char* sources[] = {"not known", "correction", "study.toml", "assumed"};
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(inputs[i]["source"], sources[i]) << inputs[i];
}

TEST(ResultsJson, RecipeValuesHaveTheirTypes) {
    const ordered_json json = parsed(example_study());
    EXPECT_EQ(json["recipe"]["unloading.window_high"], 0.95);
    EXPECT_EQ(json["recipe"]["unloading.fit_space"], "h(P)");
    EXPECT_EQ(json["recipe"]["unloading.is_robust"], true);
    EXPECT_EQ(json["recipe"]["area.coefficients"], ordered_json::parse("[24.5, 1]"));
    EXPECT_TRUE(json["recipe"]["area.poisson_ratio"].is_null());
    EXPECT_EQ(json["recipe_origins"]["area.coefficients"], "command line");
}

TEST(ResultsJson, CountsAddUp) {
    const ordered_json counts = parsed(example_study())["counts"];
    EXPECT_EQ(counts["files_given"], 4);
    EXPECT_EQ(counts["used"], 2);
    EXPECT_EQ(counts["excluded"], 1);
    EXPECT_EQ(counts["refused"], 1);
    EXPECT_EQ(counts["tests"], 3);
    EXPECT_EQ(counts["rows_used"], 2);
    EXPECT_EQ(counts["rows_excluded"], 1);
    EXPECT_EQ(counts["rows_flagged"], 1);
}

TEST(ResultsJson, FilesFlagsAndWarningsAreWhole) {
    const ordered_json json = parsed(example_study());
    EXPECT_EQ(json["inputs"][3]["path"], "bmg/<b>&\".txt");
    EXPECT_EQ(json["inputs"][3]["status"], "refused");
    EXPECT_EQ(json["inputs"][2]["companion"], true);
    EXPECT_EQ(json["tests"][1]["flags"][0]["text"], "m = 5 at its bound");
    EXPECT_EQ(json["tests"][1]["applied_by_instrument"]["frame_compliance_nm_per_uN"], 0.001);
    EXPECT_EQ(json["tests"][0]["vendor"]["H_IT_GPa"], 4);
    EXPECT_FALSE(json["tests"][0]["vendor"].contains("h_c_nm"));
    EXPECT_EQ(json["warnings"][0]["tests"][0], "a2");
    EXPECT_EQ(json["study"]["poisson_ratio"], 0.36);
}

TEST(ResultsJson, OneTestIsOneLine) {
    const std::string text = text_of(write_results_json, example_study());
    EXPECT_THAT(text, ::testing::HasSubstr("\n    {\"test_id\":\"a2\","));
    EXPECT_THAT(text, ::testing::HasSubstr("}\n  ],\n  \"groups\": ["));
}

TEST(ResultsJson, AnEmptyStudyAndForeignBytesAreStillJson) {
    EXPECT_TRUE(parsed(StudyResult())["tests"].empty());
    StudyResult study = example_study();
    study.tests[0].file = "\xB5.txt";
    EXPECT_EQ(parsed(study)["tests"][0]["file"], "\uFFFD.txt");
}

TEST(ResultsJson, TwoCallsGiveTheSameBytes) {
    EXPECT_EQ(text_of(write_results_json, example_study()),
              text_of(write_results_json, example_study()));
}

}  // namespace
}  // namespace sneddon
