#include "pipeline/short_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<std::string>& paths) {
    std::vector<InputPath> inputs;
    for (const std::string& path : paths) inputs.push_back({path, std::nullopt});
    return short_names(inputs);
}

TEST(ShortNames, BeginBelowTheFolderThatAllHaveInCommon) {
    EXPECT_THAT(names_of({"/a/b/x/1.txt", "/a/b/2.txt"}), ElementsAre("x/1.txt", "2.txt"));
    EXPECT_THAT(names_of({"a/bc/1.txt", "a/bd/1.txt"}), ElementsAre("bc/1.txt", "bd/1.txt"))
        << "folders are compared, not letters";
    EXPECT_THAT(names_of({"a/1.txt"}), ElementsAre("1.txt"));
    EXPECT_THAT(names_of({}), ElementsAre());
}

std::string shown(const std::vector<std::string>& paths, const std::string& path) {
    std::vector<InputPath> inputs;
    for (const std::string& each : paths) inputs.push_back({each, std::nullopt});
    return ShownPaths(inputs).of(path);
}

TEST(ShortNames, AreTheSameHoweverTheFolderIsWritten) {
    EXPECT_THAT(names_of({"./a/x/1.txt", "a/2.txt"}), ElementsAre("x/1.txt", "2.txt"));
    const std::string whole = (std::filesystem::current_path() / "a" / "x" / "1.txt").string();
    EXPECT_THAT(names_of({whole, "b/../a/2.txt"}), ElementsAre("x/1.txt", "2.txt"));
}

TEST(ShownPaths, BeginWithTheFolderThatAllHaveInCommon) {
    const std::string whole = (std::filesystem::current_path() / "a" / "1.txt").string();
    for (const std::string& path : {std::string("a/1.txt"), std::string("./a/1.txt"), whole})
        EXPECT_EQ(shown({path}, path), "a/1.txt") << path;
    EXPECT_EQ(shown({"/c/a/x/1.txt", "/c/a/2.txt"}, "/c/a/x/1.txt"), "a/x/1.txt");
    EXPECT_EQ(shown({"/c/a/x/1.txt"}, "/c/a/study.toml"), "study.toml");
    EXPECT_EQ(shown({"/1.txt"}, "/1.txt"), "1.txt");
}

TEST(ShortNames, WithoutACommonFolderAPathIsItsOwnName) {
    EXPECT_THAT(names_of({"1.txt", "b/2.txt"}), ElementsAre("1.txt", "b/2.txt"));
    EXPECT_THAT(names_of({"a/1.txt", "b/2.txt"}), ElementsAre("a/1.txt", "b/2.txt"));
}

}  // namespace
}  // namespace sneddon
