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

TEST(ShortNames, WithoutACommonFolderAPathIsItsOwnName) {
    EXPECT_THAT(names_of({"1.txt", "b/2.txt"}), ElementsAre("1.txt", "b/2.txt"));
    EXPECT_THAT(names_of({"a/1.txt", "b/2.txt"}), ElementsAre("a/1.txt", "b/2.txt"));
}

}  // namespace
}  // namespace sneddon
