#include "pipeline/written_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* results = "{\n\"schema\": 1,\n\"generator\": \"sneddon\"\n}\n";

TEST(WrittenFiles, AManifestNamesThemAll) {
    const testing::TemporaryFolder folder;
    folder.write("a.csv", "1");
    folder.write("figures/b.svg", "2");
    ASSERT_TRUE(write_manifest(folder.path(), {"a.csv", "figures/b.svg"}));
    EXPECT_THAT(foreign_files(folder.path()), IsEmpty());
    folder.write("figures/c.svg", "3");
    std::filesystem::create_directory(folder.path() / "empty");
    EXPECT_THAT(foreign_files(folder.path()), ElementsAre("empty/", "figures/c.svg"));
}

TEST(WrittenFiles, WithoutOneTheNamesOf010AreOurs) {
    const testing::TemporaryFolder folder;
    folder.write("results.json", results);
    for (const char* name : {"tests.csv", "hold_curves_2.csv", "attachment_1.png",
                             "figures/hardness.svg", "figures/clusters-hold-1.csv"})
        folder.write(name, "ours");
    EXPECT_THAT(foreign_files(folder.path()), IsEmpty());
    for (const char* name : {"hold_curves_a.csv", "attachment_.png", "figures/hardness.txt",
                             "figures/hardnesses.svg", "raw.txt"})
        folder.write(name, "theirs");
    EXPECT_EQ(foreign_files(folder.path()).size(), 5u);
}

TEST(WrittenFiles, WordsOfOursInAFileOfAnotherMakeNoFolderOurs) {
    const testing::TemporaryFolder folder;
    folder.write("results.json", "{\"generator\": \"a loader of \\\"sneddon\\\"\"}\n");
    EXPECT_THAT(foreign_files(folder.path()), ElementsAre("results.json"));
}

TEST(WrittenFiles, TheTruthOfASimulatedStudyNamesItsTests) {
    const testing::TemporaryFolder folder;
    folder.write("study.toml", "# Simulated by Sneddon\n");
    folder.write("truth.csv", "file,test\na_LC.txt,1\n");
    folder.write("a_LC.txt", "ours");
    EXPECT_THAT(foreign_files(folder.path()), IsEmpty());
    folder.write("b_LC.txt", "measured");
    EXPECT_THAT(foreign_files(folder.path()), ElementsAre("b_LC.txt"));
}

TEST(WrittenFiles, RemovedAreOursAlone) {
    const testing::TemporaryFolder folder, outside;
    outside.write("far.txt", "far");
    folder.write("a.csv", "1");
    folder.write("mine.csv", "2");
    const auto far = (outside.path() / "far.txt").lexically_relative(folder.path());
    ASSERT_TRUE(write_manifest(folder.path(), {"a.csv", far.string()}));
    remove_written_files(folder.path());
    EXPECT_THAT(files_below(folder.path()), ElementsAre("mine.csv"));
    EXPECT_EQ(testing::file_text(outside.path() / "far.txt"), "far");
}

// On Windows a file that another program has open cannot be taken away.
TEST(WrittenFiles, WhatCannotBeTakenAwayKeepsItsManifest) {
    const testing::TemporaryFolder folder;
    folder.write("a.csv", "1");
    folder.write("b.csv/is-a-folder", "2");
    ASSERT_TRUE(write_manifest(folder.path(), {"a.csv", "b.csv"}));
    remove_written_files(folder.path());
    EXPECT_THAT(files_below(folder.path()), ElementsAre(manifest_name, "b.csv/is-a-folder"));
    std::filesystem::remove(folder.path() / "b.csv/is-a-folder");
    remove_written_files(folder.path());
    EXPECT_THAT(files_below(folder.path()), IsEmpty());
}

}  // namespace
}  // namespace sneddon
