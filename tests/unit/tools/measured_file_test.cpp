#include "tools/measured_file.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(MeasuredFile, IsFoundFromAFolderAboveOutTheNearestFirst) {
    const testing::TemporaryFolder folder;
    const auto out = folder.path() / "results" / "out";
    folder.write("results/out/tests.csv", "");
    folder.write("sneddon_far/a.txt", "far");
    EXPECT_EQ(measured_file("sneddon_far/a.txt", out), folder.path() / "sneddon_far/a.txt");
    folder.write("results/sneddon_far/a.txt", "near");
    EXPECT_EQ(measured_file("sneddon_far/a.txt", out),
              folder.path() / "results" / "sneddon_far/a.txt");
    EXPECT_EQ(measured_file("sneddon_far/b.txt", out), "sneddon_far/b.txt");
}

}  // namespace
}  // namespace sneddon
