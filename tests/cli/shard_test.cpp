// A study in parts, as the machines of a cluster make them.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "support/places.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;

class ShardCommand : public ::testing::Test {
  protected:
    ShardCommand() {
        fs::copy(std::string(source_folder) + "/examples/first-run", folder_.path() / "study");
    }
    Ending run(const std::vector<std::string>& words) { return sneddon(folder_, words); }
    std::string file(const std::string& name) { return file_text(folder_.path() / name); }

    TemporaryFolder folder_;
};

TEST_F(ShardCommand, SaysWhatWasMadeAndTheMergeWhatARunSays) {
    const Ending first = run({"shard", "study", "--shard", "1/2", "-o", "parts"});
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_NE(first.out.find("1 of 2"), std::string::npos) << first.out;
    EXPECT_NE(first.out.find("parts/part-00001-of-00002.sneddon-part"), std::string::npos);
    EXPECT_EQ(run({"shard", "study", "--shard", "2/2", "-o", "parts", "-q"}).out, "");
    const Ending again = run({"shard", "study", "--shard", "1/2", "-o", "parts"});
    EXPECT_NE(again.out.find("whole already"), std::string::npos) << again.out;
    const Ending merged = run({"merge", "parts", "-o", "merged"});
    EXPECT_EQ(merged.code, 0) << merged.err;
    const Ending whole = run({"run", "study", "-o", "whole"});
    EXPECT_EQ(file("merged/tests.csv"), file("whole/tests.csv"));
    EXPECT_EQ(file("merged/report.html"), file("whole/report.html"));
    // The last line names the folder.
    EXPECT_EQ(merged.out.substr(0, merged.out.rfind("  wrote")),
              whole.out.substr(0, whole.out.rfind("  wrote")));
}

TEST_F(ShardCommand, RefusesWhatIsNoPart) {
    for (const char* text : {"3", "0/2", "3/2", "1/x", "1.5/2", "-1/2", "1/1000000", "/"}) {
        const Ending end = run({"shard", "study", "--shard", text, "-o", "parts"});
        EXPECT_EQ(end.code, 2) << text;
        EXPECT_NE(end.err.find("SND-U048"), std::string::npos) << end.err;
    }
    EXPECT_EQ(run({"shard", "study", "-o", "parts"}).code, 2);
    EXPECT_EQ(run({"merge", "nowhere", "-o", "out"}).code, 2);
    EXPECT_FALSE(fs::exists(folder_.path() / "parts"));
}

// As Slurm starts it, without Slurm.
TEST_F(ShardCommand, IsATaskOfAnArray) {
    const std::string script = std::string(source_folder) + "/scripts/shard-array.sbatch";
    for (const int task : {3, 1, 2}) {
        const std::string command = fmt::format(
            "cd '{}' && SNEDDON='{}/sneddon' SLURM_ARRAY_TASK_ID={} SLURM_ARRAY_TASK_COUNT=3 "
            "SLURM_CPUS_PER_TASK=1 bash '{}' parts study >/dev/null",
            folder_.path().string(), program_folder, task, script);
        EXPECT_EQ(std::system(command.c_str()), 0) << task;
    }
    EXPECT_EQ(run({"merge", "parts", "-o", "merged", "-q"}).code, 0);
    EXPECT_EQ(run({"run", "study", "-o", "whole", "-q"}).code, 0);
    EXPECT_EQ(file("merged/results.json"), file("whole/results.json"));
    const std::string lost = fmt::format("cd '{}' && bash '{}' parts study 2>/dev/null",
                                         folder_.path().string(), script);
    EXPECT_NE(std::system(lost.c_str()), 0) << "without a number of its own";
}

TEST_F(ShardCommand, RunsWithACacheSayHowMuchWasKnown) {
    EXPECT_NE(run({"run", "study", "-o", "a", "--cache", "cache"}).out.find("0 files were known"),
              std::string::npos);
    EXPECT_NE(run({"run", "study", "-o", "b", "--cache", "cache"}).out.find("8 files were known"),
              std::string::npos);
    EXPECT_EQ(file("a/results.json"), file("b/results.json"));
}

}  // namespace
}  // namespace sneddon::testing
