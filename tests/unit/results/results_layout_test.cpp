#include "results/results_layout.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "results/write_results.hpp"
#include "unit/results/example_study.hpp"

namespace sneddon {
namespace {

using testing::example_study;
using testing::text_of;

std::vector<std::string> ids(const std::string& results_json) {
    std::vector<std::string> found;
    for_each_test(results_json, [&](std::string_view line) {
        found.push_back(Json::parse(line)["test_id"].get<std::string>());
        return Visit::next;
    });
    return found;
}

TEST(ResultsLayout, WhatIsWrittenIsTakenApart) {
    const std::string text = text_of(write_results_json, example_study());
    EXPECT_EQ(ids(text), (std::vector<std::string>{"a1", "a2", "a3"}));
    const auto rest = without_tests(text);
    ASSERT_NE(rest, nullptr);
    EXPECT_FALSE(rest->contains("tests"));
    EXPECT_EQ(rest->at("groups").size(), 2u);
}

TEST(ResultsLayout, AFileOfAnotherLayoutGivesTheSame) {
    const std::string text = text_of(write_results_json, example_study());
    for (const int indent : {-1, 4}) {
        const std::string laid_out_anew = Json::parse(text).dump(indent);
        EXPECT_EQ(ids(laid_out_anew), ids(text));
        EXPECT_EQ(*without_tests(laid_out_anew), *without_tests(text));
    }
}

TEST(ResultsLayout, FlagsAreSeenInALine) {
    std::vector<bool> flagged;
    for_each_test(text_of(write_results_json, example_study()), [&](std::string_view line) {
        flagged.push_back(has_flags(line));
        return Visit::next;
    });
    EXPECT_EQ(flagged, (std::vector<bool>{false, true, false}));
}

TEST(ResultsLayout, AStudyWithoutTestsAndWhatIsNoJson) {
    EXPECT_TRUE(ids(text_of(write_results_json, StudyResult())).empty());
    EXPECT_NE(without_tests(text_of(write_results_json, StudyResult())), nullptr);
    EXPECT_EQ(without_tests("{\"generator\": \"sneddon\","), nullptr);
    EXPECT_TRUE(ids("not JSON").empty());
}

}  // namespace
}  // namespace sneddon
