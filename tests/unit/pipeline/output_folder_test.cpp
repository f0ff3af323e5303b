#include "pipeline/output_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/out_names.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

class OutputFolderTest : public ::testing::Test {
  protected:
    /// Writes one file through an OutputFolder; the error's code, or "" when it is in place.
    std::string write(const std::string& text, bool may_replace = false) {
        auto output = OutputFolder::open(out_, may_replace);
        if (!output) return output.error().code;
        std::ofstream file = output->create("results.json");
        file << text;
        const auto committed = output->commit({&file});
        return committed ? "" : committed.error().code;
    }
    std::size_t entries(const fs::path& folder) const {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(folder)) count += !entry.path().empty();
        return count;
    }

    testing::TemporaryFolder folder_;
    fs::path out_ = folder_.path() / "out";
};

constexpr const char* ours = "{\n\"schema\": 1,\n\"generator\": \"sneddon\"\n}\n";

TEST_F(OutputFolderTest, AnAbsentFolderIsMade) {
    EXPECT_EQ(write(ours), "");
    EXPECT_EQ(testing::file_text(out_ / "results.json"), ours);
    EXPECT_EQ(entries(folder_.path()), 1u);
}

// It may be all one may write to, or a mount point that cannot be renamed.
TEST_F(OutputFolderTest, AnEmptyFolderIsUsedAsItIs) {
    fs::create_directory(out_);
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(write(ours), "");
    fs::permissions(folder_.path(), fs::perms::owner_all);
    EXPECT_EQ(testing::file_text(out_ / "results.json"), ours);
    EXPECT_EQ(entries(out_), 2u) << "results and manifest";
}

TEST_F(OutputFolderTest, FilesAreNotReplacedWithoutBeingAskedTo) {
    EXPECT_EQ(write(ours), "");
    EXPECT_EQ(write(ours), "SND-O001");
    EXPECT_EQ(write(std::string(ours) + "\n", true), "");
    EXPECT_EQ(testing::file_text(out_ / "results.json"), std::string(ours) + "\n");
    EXPECT_EQ(entries(folder_.path()), 1u);
}

TEST_F(OutputFolderTest, AFolderOfAnotherIsNeverReplaced) {
    folder_.write("out/thesis.txt", "three years of work");
    EXPECT_EQ(write(ours, true), "SND-O002");
    EXPECT_EQ(testing::file_text(out_ / "thesis.txt"), "three years of work");
}

TEST_F(OutputFolderTest, AFileOfThatNameIsNotReplaced) {
    folder_.write("out", "a file");
    EXPECT_EQ(write(ours, true), "SND-O003");
    EXPECT_EQ(testing::file_text(out_), "a file");
}

TEST_F(OutputFolderTest, WithoutCommitNothingIsLeftBehind) {
    {
        auto output = OutputFolder::open(out_, false);
        ASSERT_TRUE(output);
        output->create("results.json") << "half";
    }
    EXPECT_FALSE(fs::exists(out_));
    EXPECT_EQ(entries(folder_.path()), 0u);
}

// By name, and nothing is touched: neither beside ours nor below.
TEST_F(OutputFolderTest, OneFileOfAnotherKeepsTheFolderAsItIs) {
    ASSERT_EQ(write(ours), "");
    folder_.write("out/figures/for-the-paper.svg", "mine");
    const auto output = OutputFolder::open(out_, true);
    ASSERT_FALSE(output);
    EXPECT_EQ(output.error().code, "SND-O002");
    EXPECT_THAT(output.error().found, ::testing::HasSubstr("figures/for-the-paper.svg"));
    EXPECT_EQ(testing::file_text(out_ / "figures/for-the-paper.svg"), "mine");
}

TEST_F(OutputFolderTest, AFileThatCameWhileTheRunWentOnIsNotLost) {
    ASSERT_EQ(write(ours), "");
    auto output = OutputFolder::open(out_, true);
    ASSERT_TRUE(output);
    folder_.write("out/notes.txt", "mine");
    EXPECT_EQ(output->commit({}).error().code, "SND-O002");
    EXPECT_EQ(testing::file_text(out_ / "notes.txt"), "mine");
    EXPECT_EQ(testing::file_text(out_ / "results.json"), ours);
}

TEST_F(OutputFolderTest, TheNewFolderHasNoFileOfTheOldOne) {
    auto first = OutputFolder::open(out_, false);
    first->create("results.json") << ours;
    first->create("figures/hardness.svg") << "old";
    ASSERT_TRUE(first->commit({}));
    ASSERT_EQ(write(ours, true), "");
    EXPECT_FALSE(fs::exists(out_ / "figures"));
    EXPECT_EQ(entries(folder_.path()), 1u);
}

// A folder where the shell stands, or a mount point, is filled and not exchanged.
TEST_F(OutputFolderTest, TheWorkingFolderKeepsItsPlace) {
    ASSERT_EQ(write(ours), "");
    folder_.write("out/tests.csv", "old");
    ASSERT_EQ(testing::file_text(out_ / "tests.csv"), "old");
    fs::remove(out_ / manifest_name);  // as 0.1.0 left it
    const fs::path before = fs::current_path();
    fs::current_path(out_);
    const std::string code = write(std::string(ours) + "\n", true);
    const bool is_the_same = fs::equivalent(fs::current_path(), out_);
    fs::current_path(before);
    EXPECT_EQ(code, "");
    EXPECT_TRUE(is_the_same);
    EXPECT_EQ(testing::file_text(out_ / "results.json"), std::string(ours) + "\n");
    EXPECT_FALSE(fs::exists(out_ / "tests.csv"));
    EXPECT_EQ(entries(out_), 2u);
}

TEST_F(OutputFolderTest, ALinkStaysALink) {
    ASSERT_EQ(write(ours), "");
    const fs::path real = folder_.path() / "real";
    fs::rename(out_, real);
    fs::create_directory_symlink(real, out_);
    EXPECT_EQ(write(std::string(ours) + "\n", true), "");
    EXPECT_TRUE(fs::is_symlink(out_));
    EXPECT_EQ(testing::file_text(real / "results.json"), std::string(ours) + "\n");
    fs::remove_all(real);
    EXPECT_EQ(write(ours), "SND-O003");
}

TEST_F(OutputFolderTest, ASecondRunIsToldOfTheFirst) {
    auto first = OutputFolder::open(out_, false);
    ASSERT_TRUE(first);
    EXPECT_EQ(write(ours), "SND-O005");
    EXPECT_TRUE(first->commit({}));
}

TEST_F(OutputFolderTest, WhatAKilledRunLeftIsTakenAway) {
    folder_.write("out.partial-999999/curves.json", "[");
    folder_.write("out.partial-999998/thesis.txt", "mine");
    EXPECT_EQ(write(ours), "");
    EXPECT_FALSE(fs::exists(folder_.path() / "out.partial-999999"));
    EXPECT_EQ(testing::file_text(folder_.path() / "out.partial-999998/thesis.txt"), "mine");
}

TEST_F(OutputFolderTest, EndedBetweenTwoRenamesOutGetsItsNameBack) {
    ASSERT_EQ(write(ours), "");
    fs::rename(out_, folder_.path() / "out.old-999999");
    EXPECT_EQ(write(ours), "SND-O001") << "it is there again";
    EXPECT_EQ(testing::file_text(out_ / "results.json"), ours);
    EXPECT_EQ(entries(folder_.path()), 1u);
}

}  // namespace
}  // namespace sneddon
