#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "results/findings.hpp"
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

TEST(ReadFindings, EveryFileOfOutIsThere) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto findings = read_findings(folder.path() / "out");
    ASSERT_TRUE(findings) << message(findings.error());
    EXPECT_TRUE(findings->is_simulated());
    EXPECT_FALSE(findings->results.contains("tests")) << "the long list is not kept";
    EXPECT_EQ(findings->number("/groups/0/H_IT_GPa/mean"), 4.891);
    EXPECT_TRUE(findings->is_used(0));
    EXPECT_FALSE(findings->is_used(1));
    EXPECT_EQ(findings->value("H_IT_GPa", 0), 4.5);
    ASSERT_EQ(findings->curves.size(), 1u);
    EXPECT_EQ(findings->curves[0].load_function, "hold 0 s");
    EXPECT_EQ(findings->curves[0].segments.size(), 1u);
    EXPECT_EQ(findings->holds.at("hold_curves_1.csv").number("mean_all_nm")->at(1), 2.5);
    EXPECT_EQ(findings->flag_texts.at(0), std::vector<std::string>{"m at its bound"});
    EXPECT_EQ(findings->recipe_toml, "profile = \"sneddon\"\n");
}

TEST(ReadFindings, NoFileOutsideOfOutIsRead) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto findings = read_findings(folder.path() / "out");
    ASSERT_TRUE(findings);
    EXPECT_EQ(findings->holds.size(), 1u);
}

TEST(ReadFindings, WhatIsMissingIsNoNumber) {
    const testing::TemporaryFolder folder;
    write_out(folder);
    const auto findings = read_findings(folder.path() / "out");
    ASSERT_TRUE(findings);
    EXPECT_TRUE(std::isnan(findings->number("/groups/7/H_IT_GPa/mean")));
    EXPECT_EQ(findings->words("/groups/7/n", 3).plain(), "?");
    EXPECT_EQ(findings->mean_sd("/groups/0/H_IT_GPa").plain(), "4.89 ± 0.38");
    EXPECT_EQ(findings->why_not("space", "otherwise").plain(), "no grid");
    EXPECT_EQ(findings->why_not("order", "otherwise").plain(), "otherwise");
}

TEST(ReadFindings, AFolderThatNoRunWroteIsRefused) {
    const testing::TemporaryFolder folder;
    folder.write("empty/x", "");
    folder.write("other/results.json", "{\"generator\": \"else\"}");
    folder.write("half/results.json", "{\"generator\": \"sneddon\",");
    folder.write("bare/results.json", results);
    for (const char* name : {"nowhere", "empty", "other", "half", "bare"}) {
        const auto findings = read_findings(folder.path() / name);
        ASSERT_FALSE(findings) << name;
        EXPECT_EQ(findings.error().code, "SND-O004") << name;
        EXPECT_THAT(message(findings.error()), HasSubstr(name));
    }
}

}  // namespace
}  // namespace sneddon
