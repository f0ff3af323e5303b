#include "study/asked_findings.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(AskedFindings, AreAllWhereNothingIsSaid) {
    const AskedFindings asked;
    for (const Word<Finding>& entry : words_of<Finding>) EXPECT_TRUE(asked.has(entry.value));
    EXPECT_EQ(asked.text(), "all");
    EXPECT_TRUE(not_asked_for(asked).empty());
}

TEST(AskedFindings, AreThoseThatAreNamed) {
    const auto asked = AskedFindings::parse("creep,  clusters", "here");
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->text(), "clusters, creep");
    EXPECT_TRUE(asked->has(Finding::clusters));
    EXPECT_FALSE(asked->has(Finding::maps));
    const auto missing = not_asked_for(*asked);
    EXPECT_FALSE(missing.contains("clusters"));
    EXPECT_FALSE(missing.contains("creep_curves"));
    EXPECT_EQ(missing.at("space"), "not asked for: study.findings = \"clusters, creep\"");
}

TEST(AskedFindings, EveryTextReadsBack) {
    for (const char* text : {"all", "none", "maps", "pop-ins, checks"}) {
        const auto asked = AskedFindings::parse(text, "here");
        ASSERT_TRUE(asked) << text;
        EXPECT_EQ(asked->text(), text);
    }
    std::string every;
    for (const std::string_view name : bare_words<Finding>) every += std::string(name) + ",";
    EXPECT_EQ(AskedFindings::parse(every, "here")->text(), "all");
}

TEST(AskedFindings, OfAnotherNameAreAnErrorWithTheNearest) {
    for (const char* text : {"cluster", "creep, cluster", "", ",", "all, creep"}) {
        const auto asked = AskedFindings::parse(text, "--findings");
        ASSERT_FALSE(asked) << text;
        EXPECT_EQ(asked.error().code, "SND-U004");
        EXPECT_EQ(asked.error().where, "--findings");
    }
    EXPECT_EQ(AskedFindings::parse("cluster", "").error().fix, "did you mean clusters?");
}

}  // namespace
}  // namespace sneddon
