#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ExpandPathsTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(::testing::TempDir()) / "sneddon_expand" / test->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        before_ = fs::current_path();
        fs::current_path(folder_);
    }
    void TearDown() override {
        fs::current_path(before_);
        fs::remove_all(folder_);
    }
    static void make(const fs::path& path, const std::string& text = "x") {
        if (path.has_parent_path()) fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    static std::vector<InputPath> expand(const std::vector<std::string>& paths,
                                         const fs::path& output = "out") {
        return expand_paths(paths, output);
    }
    static std::vector<std::string> names(const std::vector<std::string>& paths,
                                          const fs::path& output = "out") {
        std::vector<std::string> found;
        for (const InputPath& input : expand(paths, output))
            found.push_back(input.path + (input.error ? " " + input.error->code : ""));
        return found;
    }
    fs::path folder_, before_;
};

TEST_F(ExpandPathsTest, FoldersAreWalkedInNaturalOrderHiddenFilesToo) {
    for (const char* file : {"d/a10.txt", "d/a2.txt", "d/sub/b.txt", "d/.hidden", "d/.git/x"})
        make(file);
    EXPECT_THAT(names({"d"}),
                ElementsAre("d/.git/x", "d/.hidden", "d/a2.txt", "d/a10.txt", "d/sub/b.txt"));
}

TEST_F(ExpandPathsTest, EachFileIsOneEntryWhateverTheOrderOfThePaths) {
    for (const char* file : {"d/a1", "d/a2", "c"}) make(file);
    EXPECT_THAT(names({"d", "c", "d/a1", "./d/a2"}), ElementsAre("./d/a2", "c", "d/a1"));
    EXPECT_EQ(names({"d", "c", "d/a1"}), names({"d/a1", "c", "d"}));
}

TEST_F(ExpandPathsTest, TheOutputFolderIsLeftOut) {
    for (const char* file : {"a", "out/tests.csv", "out/deep/x", "output/y"}) make(file);
    EXPECT_THAT(names({"."}), ElementsAre("./a", "./output/y"));
    EXPECT_THAT(names({"out/tests.csv"}), IsEmpty());
    EXPECT_THAT(names({"."}, ""),
                ElementsAre("./a", "./out/deep/x", "./out/tests.csv", "./output/y"));
}

TEST_F(ExpandPathsTest, PatternsFindFilesAndFolders) {
    for (const char* file : {"d/a1.txt", "d/a2.txt", "d/b.csv", "d/e/a3.txt", "d/.a4.txt"})
        make(file);
    EXPECT_THAT(names({"d/*.txt"}), ElementsAre("d/a1.txt", "d/a2.txt"));
    EXPECT_THAT(names({"d/a?.txt"}), ElementsAre("d/a1.txt", "d/a2.txt"));
    EXPECT_THAT(names({"d/a[2-9].txt"}), ElementsAre("d/a2.txt"));
    EXPECT_THAT(names({"**/a*.txt"}), ElementsAre("d/a1.txt", "d/a2.txt", "d/e/a3.txt"));
    EXPECT_THAT(names({(folder_ / "d/b.*").string()}), ElementsAre((folder_ / "d/b.csv").string()));
    EXPECT_THAT(names({"d/[e]"}), ElementsAre("d/e/a3.txt"));
}

TEST_F(ExpandPathsTest, AFileWithThatNameIsNoPattern) {
    for (const char* file : {"a[1].txt", "a1.txt", "@odd"}) make(file);
    EXPECT_THAT(names({"a[1].txt"}), ElementsAre("a[1].txt"));
    EXPECT_THAT(names({"@odd"}), ElementsAre("@odd"));
}

TEST_F(ExpandPathsTest, ListsNameOnePathPerLine) {
    for (const char* file : {"a.txt", "lists/b.txt", "c1.txt", "c2.txt"}) make(file);
    make("lists/list.txt", "# comment\n\na.txt\r\n  b.txt  \nc*.txt\nnone.txt\n");
    EXPECT_THAT(names({"@lists/list.txt"}),
                ElementsAre("a.txt", "c1.txt", "c2.txt", "lists/b.txt", "none.txt SND-R005"));
    EXPECT_THAT(names({"@none"}), ElementsAre("@none SND-R001"));
}

TEST_F(ExpandPathsTest, WhatMatchesNothingIsAnEntryWithTheNearestName) {
    make("d/RobinSteel.txt");
    const auto found = expand({"d/RobinSteal.txt", "d/*.csv"});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].error->code, "SND-R005");
    EXPECT_EQ(found[0].error->found, "no file matches this pattern");
    EXPECT_EQ(found[1].error->fix, "did you mean 'd/RobinSteel.txt'?");
}

TEST_F(ExpandPathsTest, PipesAndBrokenLinksAreEntriesWithAnErrorAndNeverOpened) {
    fs::create_directories("d");
    ASSERT_EQ(::mkfifo("d/pipe", 0600), 0);
    fs::create_symlink("nowhere", "d/broken");
    make("d/file");
    fs::create_symlink("file", "d/link");
    EXPECT_THAT(names({"d"}), ElementsAre("d/broken SND-R001", "d/file", "d/pipe SND-R006"));
    EXPECT_THAT(names({"d/pipe", "d/broken"}), ElementsAre("d/broken SND-R001", "d/pipe SND-R006"));
}

TEST_F(ExpandPathsTest, LinksToFoldersAreFollowedOnceAndNotIntoLoops) {
    make("d/x/file");
    make("elsewhere/other");
    fs::create_directory_symlink("..", "d/x/up");
    fs::create_directory_symlink("../elsewhere", "d/a_link");
    fs::create_directory_symlink("x", "d/again");
    EXPECT_THAT(names({"d"}), ElementsAre("d/a_link/other", "d/x/file"));
}

TEST_F(ExpandPathsTest, AnUnreadableFolderIsAnEntryAndTheOthersAreComplete) {
    make("d/closed/a");
    make("d/open/b");
    fs::permissions("d/closed", fs::perms::none);
    // The superuser can read everything: look as somebody else.
    const bool is_superuser = ::geteuid() == 0;
    if (is_superuser) {
        fs::permissions(folder_, fs::perms::all);
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const auto found = names({"d"});
    if (is_superuser) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    fs::permissions("d/closed", fs::perms::all);
    EXPECT_THAT(found, ElementsAre("d/closed SND-R001", "d/open/b"));
}

}  // namespace
}  // namespace sneddon
