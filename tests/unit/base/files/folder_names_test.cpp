#include "base/files/folder_names.hpp"

#include <gtest/gtest.h>

#include "base/out_names.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(FolderNames, AreExchangedWithAllThatIsInside) {
    const testing::TemporaryFolder folder;
    folder.write("a/x", "1");
    folder.write("b/x", "2");
    ASSERT_TRUE(exchange_names(folder.path() / "a", folder.path() / "b"));
    EXPECT_EQ(testing::file_text(folder.path() / "a/x"), "2");
    EXPECT_EQ(testing::file_text(folder.path() / "b/x"), "1");
    EXPECT_FALSE(exchange_names(folder.path() / "a", folder.path() / "absent"));
}

TEST(FolderNames, OnlyAMountPointIsOne) {
    const testing::TemporaryFolder folder;
    EXPECT_FALSE(is_mount_point(folder.path()));
    EXPECT_TRUE(is_mount_point("/proc"));
    EXPECT_TRUE(is_mount_point("/"));
}

TEST(FolderNames, AFolderIsHeldOnceAndLetGo) {
    using Answer = HeldFolder::Answer;
    const testing::TemporaryFolder folder;
    std::optional<HeldFolder> first, second;
    ASSERT_EQ(HeldFolder::hold(folder.path(), first), Answer::is_held_here);
    EXPECT_EQ(HeldFolder::hold(folder.path(), second), Answer::is_held_elsewhere);
    EXPECT_FALSE(second);
    first.reset();
    EXPECT_EQ(HeldFolder::hold(folder.path(), second), Answer::is_held_here);
    EXPECT_EQ(HeldFolder::hold(folder.path() / "absent", first), Answer::cannot_tell);
}

TEST(FolderNames, AMarkEndsInANumber) {
    EXPECT_TRUE(has_numbered_mark("out.partial-123", unfinished_mark));
    EXPECT_FALSE(has_numbered_mark("out.partial-", unfinished_mark));
    EXPECT_FALSE(has_numbered_mark("out.partial-a1", unfinished_mark));
    EXPECT_FALSE(has_numbered_mark("out", unfinished_mark));
}

}  // namespace
}  // namespace sneddon
