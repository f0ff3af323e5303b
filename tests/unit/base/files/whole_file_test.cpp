#include "base/files/whole_file.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

TEST(WholeFile, IsThereWhenItIsClosedAndNotBefore) {
    const testing::TemporaryFolder folder;
    const std::string path = (folder.path() / "a/b/file").string();
    {
        WholeFile file(path);
        file.out() << "all of it";
        EXPECT_FALSE(fs::exists(path));
        EXPECT_EQ(file.close(), "");
        EXPECT_EQ(testing::file_text(path), "all of it");
    }
    EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(WholeFile, ThatIsNotClosedLeavesNothingAndTheOldOneAsItWas) {
    const testing::TemporaryFolder folder;
    const std::string path = folder.write("file", "old");
    { WholeFile(path).out() << "new"; }
    EXPECT_EQ(testing::file_text(path), "old");
    EXPECT_EQ(files_in(folder.path()), 1U);
}

// As two machines write the same part, with the same number of the program.
TEST(WholeFile, OfTwoWritersIsOneOfThem) {
    const testing::TemporaryFolder folder;
    const std::string path = (folder.path() / "file").string();
    WholeFile first(path), second(path);
    first.out() << "the first, which is longer";
    second.out() << "the second";
    EXPECT_EQ(second.close(), "");
    EXPECT_EQ(testing::file_text(path), "the second");
    EXPECT_EQ(first.close(), "");
    EXPECT_EQ(testing::file_text(path), "the first, which is longer");
    EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(WholeFile, SaysWhyItIsNotThere) {
    const testing::TemporaryFolder folder;
    folder.write("a file", "");
    WholeFile file((folder.path() / "a file/below").string());
    file.out() << "x";
    EXPECT_NE(file.close(), "");
    EXPECT_NE(make_folder((folder.path() / "a file/below").string()), "");
    EXPECT_EQ(make_folder((folder.path() / "folder/below").string()), "");
}

}  // namespace
}  // namespace sneddon
