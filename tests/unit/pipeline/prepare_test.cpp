#include "pipeline/prepare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;

class Prepare : public ::testing::Test {
  protected:
    Prepare() {
        folder_.write("study/b/2.csv", "");
        folder_.write("study/a/1.csv", "");
        request_.paths = {(folder_.path() / "study").string()};
        request_.output_folder = folder_.path() / "study" / "out";
    }

    testing::TemporaryFolder folder_;
    RunRequest request_;
};

TEST_F(Prepare, APlanHasEveryInputInOrderWithItsName) {
    request_.threads = 3;
    request_.date = "2025-01-02";
    const auto plan = prepare(request_);
    ASSERT_TRUE(plan) << message(plan.error());
    EXPECT_THAT(plan->short_names, ElementsAre("a/1.csv", "b/2.csv"));
    ASSERT_EQ(plan->inputs.size(), 2u);
    EXPECT_EQ(std::filesystem::path(plan->inputs[0].path).filename(), "1.csv");
    EXPECT_EQ(plan->threads, 3u);
    EXPECT_EQ(plan->date, "2025-01-02");
    EXPECT_FALSE(plan->recipe.entries.empty());
}

TEST_F(Prepare, WhatIsRefusedLeavesNoTrace) {
    request_.figures = "no-such-figure";
    EXPECT_EQ(prepare(request_).error().code, "SND-U004");
    request_.figures = "all";
    request_.settings = {{"unloading.no_such_key", "1"}};
    EXPECT_EQ(prepare(request_).error().code, "SND-U002");
    EXPECT_FALSE(std::filesystem::exists(request_.output_folder));
}

TEST_F(Prepare, APlanThatIsNotPublishedLeavesNoOutput) {
    { ASSERT_TRUE(prepare(request_)); }
    EXPECT_FALSE(std::filesystem::exists(request_.output_folder));
    EXPECT_THAT(std::distance(std::filesystem::directory_iterator(folder_.path() / "study"), {}),
                2);
}

}  // namespace
}  // namespace sneddon
