#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/json.hpp"
#include "results/written_study.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view results =
    "{\n  \"generator\": \"sneddon\",\n  \"simulated\": true,\n  \"tests\": [\n"
    "    {\"test_id\":\"a1\",\"flags\":[{\"code\":\"SND-A011\",\"text\":\"m at its bound\"}]},\n"
    "    {\"test_id\":\"a2\",\"flags\":[]}\n  ],\n"
    "  \"groups\": [{\"name\":\"hold 0 s\",\"H_IT_GPa\":{\"mean\":4.891,\"sd\":0.382,\"n\":2}}],\n"
    "  \"creep_curves\": [{\"file\":\"hold_curves_1.csv\"},{\"file\":\"../secret.csv\"}],\n"
    "  \"not_computed\": {\"space\": \"no grid\"}\n}\n";

void write_out(const testing::TemporaryFolder& folder) {
    folder.write("out/results.json", results);
    folder.write("out/tests.csv",
                 "test_id,status,load_function,H_IT_GPa\na1,used,hold 0 s,4.5\n"
                 "a2,excluded,hold 0 s,\n");
    folder.write("out/curves.json",
                 "[\n{\"test_id\":\"a1\",\"t_s\":[0,1],\"h_nm\":[0,2],\"P_uN\":[0,null],"
                 "\"segments\":[{\"kind\":\"load\",\"begin_s\":0,\"end_s\":1}]},\n{broken\n]\n");
    folder.write("out/hold_curves_1.csv", "time_s,mean_all_nm\n0,0\n1,2.5\n");
    folder.write("secret.csv", "time_s\n1\n");
    folder.write("out/recipe.toml", "profile = \"sneddon\"\n");
}

TEST(ReadStudy, EveryFileOfOutIsThere) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto study = read_study(folder.path() / "out");
    ASSERT_TRUE(study) << message(study.error());
    EXPECT_TRUE(study->results.is_simulated().is_true());
    const auto document = std::any_cast<std::shared_ptr<const Json>>(study->document);
    EXPECT_FALSE(document->contains("tests")) << "the long list is not kept";
    EXPECT_EQ(study->results.groups()[0].of_quantity("H_IT_GPa"_q).mean().value(), 4.891);
    EXPECT_TRUE(study->tests.is_used(0));
    EXPECT_FALSE(study->tests.is_used(1));
    EXPECT_EQ(study->tests.value("H_IT_GPa"_q, 0), 4.5);
    ASSERT_EQ(study->curves.size(), 1u);
    EXPECT_EQ(study->curves[0].load_function, "hold 0 s");
    EXPECT_EQ(study->curves[0].segments.size(), 1u);
    EXPECT_EQ(study->holds.at("hold_curves_1.csv").number("mean_all_nm")->at(1), 2.5);
    EXPECT_EQ(study->flag_texts.at(0), std::vector<std::string>{"m at its bound"});
    EXPECT_EQ(study->recipe_toml, "profile = \"sneddon\"\n");
}

TEST(ReadStudy, NoFileOutsideOfOutIsRead) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto study = read_study(folder.path() / "out");
    ASSERT_TRUE(study);
    EXPECT_EQ(study->holds.size(), 1u);
}

TEST(ReadStudy, WhatIsMissingIsNoNumber) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto study = read_study(folder.path() / "out");
    ASSERT_TRUE(study);
    const auto groups = study->results.groups();
    EXPECT_TRUE(std::isnan(groups[7].of_quantity("H_IT_GPa"_q).mean().value()));
    EXPECT_EQ(groups[7].n().words(3).plain(), "?");
    EXPECT_EQ(groups[0].of_quantity("H_IT_GPa"_q).mean_sd().plain(), "4.89 ± 0.38");
    EXPECT_EQ(study->results.why_not(key::space, "otherwise").plain(), "no grid");
    EXPECT_EQ(study->results.why_not(key::order, "otherwise").plain(), "otherwise");
}

TEST(ReadStudy, AFolderThatNoRunWroteIsRefused) {
    const testing::TemporaryFolder folder;
    folder.write("empty/x", "");
    folder.write("other/results.json", "{\"generator\": \"else\"}");
    folder.write("half/results.json", "{\"generator\": \"sneddon\",");
    folder.write("bare/results.json", results);
    for (const char* name : {"nowhere", "empty", "other", "half", "bare"}) {
        const auto study = read_study(folder.path() / name);
        ASSERT_FALSE(study) << name;
        EXPECT_EQ(study.error().code, "SND-O004") << name;
        EXPECT_THAT(message(study.error()), HasSubstr(name));
    }
}

TEST(ReadStudy, OfRowsAloneItIsSaidThatTheyAre) {
    const testing::TemporaryFolder folder;
    folder.write("out/tests.csv", "test_id\n");
    const auto study = read_study(folder.path() / "out");
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().code, "SND-O004");
    EXPECT_THAT(message(study.error()), HasSubstr("--rows-only"));
}

}  // namespace
}  // namespace sneddon
