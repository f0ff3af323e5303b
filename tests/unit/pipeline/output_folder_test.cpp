#include "pipeline/output_folder.hpp"

#include <gtest/gtest.h>

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
    EXPECT_EQ(entries(out_), 1u);
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

}  // namespace
}  // namespace sneddon
