#include "study/left_out/condition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// One test: H_IT 4.5 GPa, hold 60 s, no creep, at x = 2, y unknown.
struct OneTest {
    OneTest() {
        TestRow row = testing::used_row(7, 60, 4.5, 0);
        row.values["creep_nm"_q] = std::nan("");
        row.file = "maps/a 7.txt";
        row.sample = 1;
        study.samples = {{"as cast", {}}, {"annealed", {}}};
        study.tests = {row};
    }
    bool holds(std::string_view text) const {
        const auto condition = Condition::parse(text, "here");
        EXPECT_TRUE(condition.ok())
            << text << ": " << (condition.ok() ? "" : message(condition.error()));
        return condition.ok() && condition->holds(study, study.tests[0]);
    }
    StudyResult study;
};

TEST(Condition, ComparesNumbersOnBothSidesOfTheLimit) {
    const OneTest test;
    EXPECT_TRUE(test.holds("H_IT_GPa > 4.4"));
    EXPECT_FALSE(test.holds("H_IT_GPa > 4.5"));
    EXPECT_TRUE(test.holds("H_IT_GPa >= 4.5"));
    EXPECT_TRUE(test.holds("H_IT_GPa<4.6"));
    EXPECT_FALSE(test.holds("H_IT_GPa < 4.5"));
    EXPECT_TRUE(test.holds("H_IT_GPa <= 4.5"));
    EXPECT_TRUE(test.holds("H_IT_GPa = 4.5"));
    EXPECT_TRUE(test.holds("hold_s == 60"));
    EXPECT_FALSE(test.holds("H_IT_GPa != 4.5"));
    EXPECT_TRUE(test.holds("H_IT_GPa > -1e2"));
}

TEST(Condition, AMissingNumberFulfilsNoComparison) {
    const OneTest test;
    EXPECT_FALSE(test.holds("creep_nm > 0"));
    EXPECT_FALSE(test.holds("creep_nm <= 0"));
    EXPECT_TRUE(test.holds("creep_nm = none"));
    EXPECT_FALSE(test.holds("creep_nm != none"));
    EXPECT_TRUE(test.holds("H_IT_GPa != none"));
    EXPECT_TRUE(test.holds("x_um = none"));
}

TEST(Condition, FactsOfTheSampleAreNumbersAndTexts) {
    OneTest test;
    StudyFacts& facts = test.study.samples[1].facts;
    facts.poisson_ratio = 0.36;
    facts.stated = {{"temperature_C", "750", 750.0},
                    {"heat_treatment", "2 h at 700", std::nullopt}};
    EXPECT_TRUE(test.holds("temperature_C > 100 and sample = annealed"));
    EXPECT_FALSE(test.holds("temperature_C > 750"));
    EXPECT_TRUE(test.holds("temperature_C = 750"));
    EXPECT_TRUE(test.holds("nu < 0.37"));
    EXPECT_TRUE(test.holds("heat_treatment = \"2 h*\""));
    EXPECT_TRUE(test.holds("heat_treatment != none"));
    EXPECT_FALSE(test.holds("heat_treatment > 1")) << "a text has no size";
    EXPECT_TRUE(test.holds("simulated = false"));
    test.study.tests[0].sample = 0;  // of which nothing is stated
    EXPECT_FALSE(test.holds("temperature_C > 100"));
    EXPECT_FALSE(test.holds("temperature_C <= 100"));
    EXPECT_TRUE(test.holds("temperature_C = none"));
    EXPECT_FALSE(test.holds("heat_treatment = \"2 h*\""));
    EXPECT_TRUE(test.holds("heat_treatment != \"2 h*\""));
}

TEST(Condition, FreeFactsAreKnownByTheirNames) {
    OneTest test;
    test.study.samples[1].facts.stated = {{"anneal_h", "2", 2.0}};
    const std::vector<std::string> names = {"anneal_h"};
    const auto condition = Condition::parse("anneal_h >= 2", "here", names);
    ASSERT_TRUE(condition.ok());
    EXPECT_TRUE(condition->holds(test.study, test.study.tests[0]));
    EXPECT_FALSE(Condition::parse("anneal_h >= 2", "here").ok());
    EXPECT_THAT(Condition::parse("aneal_h >= 2", "here", names).error().fix, HasSubstr("anneal_h"));
}

TEST(Condition, TextsTakePatternsAndQuotes) {
    const OneTest test;
    EXPECT_TRUE(test.holds("sample = annealed"));
    EXPECT_FALSE(test.holds("sample = \"as cast\""));
    EXPECT_TRUE(test.holds("sample != 'as cast'"));
    EXPECT_TRUE(test.holds("load_function = \"hold 60 s\""));
    EXPECT_TRUE(test.holds("file = maps/*.txt"));
    EXPECT_TRUE(test.holds("test_id = t?"));
    EXPECT_FALSE(test.holds("test_id = t"));
}

TEST(Condition, AQuotedTextEndsAtItsQuote) {
    const OneTest test;
    EXPECT_TRUE(test.holds("(sample='annealed')"));
    EXPECT_TRUE(test.holds("not(sample=\"as cast\")and hold_s=60"));
    EXPECT_TRUE(test.holds("sample = 'annealed")) << "or at the end of the condition";
    EXPECT_FALSE(test.holds("sample = ''"));
}

TEST(Condition, AndBindsMoreThanOrAndNotMost) {
    const OneTest test;  // T: H_IT_GPa > 4; F: H_IT_GPa > 5
    EXPECT_TRUE(test.holds("H_IT_GPa > 4 or H_IT_GPa > 4 and H_IT_GPa > 5"));
    EXPECT_FALSE(test.holds("(H_IT_GPa > 4 or H_IT_GPa > 4) and H_IT_GPa > 5"));
    EXPECT_TRUE(test.holds("H_IT_GPa > 5 and H_IT_GPa > 5 or H_IT_GPa > 4"));
    EXPECT_TRUE(test.holds("not H_IT_GPa > 5 and H_IT_GPa > 4"));
    EXPECT_FALSE(test.holds("not (H_IT_GPa > 5 or H_IT_GPa > 4)"));
    EXPECT_TRUE(test.holds("not not H_IT_GPa > 4"));
}

TEST(Condition, WhatItCannotReadHasItsPlaceAndWhatWasExpected) {
    const auto refused = [](std::string_view text) {
        const auto condition = Condition::parse(text, "study.toml:4");
        EXPECT_FALSE(condition.ok()) << text;
        return condition.ok() ? std::string() : message(condition.error());
    };
    EXPECT_THAT(refused(""), HasSubstr("nothing more at column 1"));
    EXPECT_THAT(refused("H_IT > 4"), HasSubstr("did you mean H_IT_GPa?"));
    EXPECT_THAT(refused("H_IT_GPa >"), HasSubstr("expected a value"));
    EXPECT_THAT(refused("H_IT_GPa 4"), HasSubstr("'4' at column 10"));
    EXPECT_THAT(refused("H_IT_GPa > 4 GPa"), HasSubstr("'GPa' at column 14"));
    EXPECT_THAT(refused("H_IT_GPa > high"), HasSubstr("a number"));
    EXPECT_THAT(refused("H_IT_GPa > nan"), HasSubstr("a number"));
    EXPECT_THAT(refused("H_IT_GPa > none"), HasSubstr("a number"));
    EXPECT_THAT(refused("sample < annealed"), HasSubstr("sample is a text"));
    EXPECT_THAT(refused("cluster = 1"), HasSubstr("must not choose"));
    EXPECT_THAT(refused("flags = SND-A001"), HasSubstr("--exclude-flag"));
    EXPECT_THAT(refused("(hold_s > 1"), HasSubstr("`)`"));
    EXPECT_THAT(refused("hold_s > 1)"), HasSubstr("the end"));
    EXPECT_THAT(refused("hold_s > 1 and"), HasSubstr("nothing more"));
    EXPECT_THAT(refused(std::string(100'000, '(')), HasSubstr("fewer brackets"));
    EXPECT_THAT(refused("& > 1"), HasSubstr("'&' at column 1"));
}

}  // namespace
}  // namespace sneddon
