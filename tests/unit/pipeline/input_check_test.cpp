#include "pipeline/input_check.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

class InputCheck : public ::testing::Test {
  protected:
    InputCheck() {
        folder_.write("curves/a.txt", "");
        folder_.write("out/b.txt", "");
        request_.output_folder = folder_.path() / "out";
    }
    std::string refusal(const std::vector<std::string>& paths) {
        request_.paths.clear();
        for (const std::string& path : paths)
            request_.paths.push_back((folder_.path() / path).string());
        const auto error = input_in_output(request_);
        return error ? error->code : "";
    }

    testing::TemporaryFolder folder_;
    RunRequest request_;
};

TEST_F(InputCheck, OutAndWhatIsInItAreNoInput) {
    EXPECT_EQ(refusal({"out"}), "SND-O006");
    EXPECT_EQ(refusal({"out/"}), "SND-O006");
    EXPECT_EQ(refusal({"curves/../out/b.txt", "curves"}), "SND-O006");
}

TEST_F(InputCheck, WhatIsBesideOutOrAboveItIs) {
    EXPECT_EQ(refusal({"curves"}), "");
    EXPECT_EQ(refusal({""}), "");
    EXPECT_EQ(refusal({"curves", "out"}), "") << "a shell's *";
    request_.output_folder = folder_.path() / "cur";
    EXPECT_EQ(refusal({"curves/a.txt"}), "");
}

TEST_F(InputCheck, NoFileAtAllIsToldByTheFirstPath) {
    const std::vector<InputPath> none, there = {{"a.txt", {}}};
    const std::vector<InputPath> absent = {{"b", Error{"SND-R005", "b", "no such file", "", "a?"}}};
    request_.paths = {"curves"};
    EXPECT_EQ(nothing_to_read(request_, none)->code, "SND-U033");
    EXPECT_EQ(nothing_to_read(request_, absent)->where, "b");
    EXPECT_EQ(nothing_to_read(request_, absent)->fix, "a?");
    EXPECT_FALSE(nothing_to_read(request_, there));
}

}  // namespace
}  // namespace sneddon
