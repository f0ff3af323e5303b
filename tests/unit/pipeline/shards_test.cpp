#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <set>

#include "sneddon/pipeline/run.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

class Shards : public ::testing::Test {
  protected:
    Shards() {
        fs::copy(std::string(testing::source_folder) + "/examples/first-run", at("study"));
        folder_.write("study/empty.txt", "");  // one refusal, in whatever part it lies
        request_.paths = {at("study")};
        request_.figures = "hardness";
    }
    std::string at(const std::string& name) const { return (folder_.path() / name).string(); }

    Result<ShardReceipt> make(std::size_t part, std::size_t parts) {
        RunRequest request = request_;
        request.output_folder = at("parts");
        return shard(request, part, parts, {});
    }
    /// The last part first, and so on.
    void make_all(std::size_t parts) {
        fs::remove_all(at("parts"));
        for (std::size_t part = parts; part > 0; --part) {
            const auto made = make(part, parts);
            ASSERT_TRUE(made) << message(made.error());
            EXPECT_FALSE(made->was_there);
        }
    }
    Result<StudyResult> merged(const std::string& out) {
        MergeRequest request;
        request.parts_folder = at("parts");
        request.output_folder = at(out);
        request.settings = merge_settings_;
        request.may_replace_output = true;
        return merge(request, {});
    }
    std::string trouble_of_merge() {
        const auto study = merged("out");
        if (study) return "none";
        EXPECT_EQ(study.error().code, "SND-U047");
        EXPECT_FALSE(fs::exists(at("out")));
        return study.error().found;
    }
    void expect_as_one_run(const std::string& out) {
        RunRequest request = request_;
        request.output_folder = at("run");
        request.may_replace_output = true;
        const auto study = run(request, {});
        ASSERT_TRUE(study) << message(study.error());
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(at("run"))) {
            if (!entry.is_regular_file()) continue;
            const fs::path name = fs::relative(entry.path(), at("run"));
            EXPECT_EQ(testing::file_text(entry.path()),
                      testing::file_text(fs::path(at(out)) / name))
                << name;
            ++files;
        }
        EXPECT_GE(files, 7U);
    }
    fs::path part_path(std::size_t part, std::size_t parts) { return make(part, parts)->path; }

    testing::TemporaryFolder folder_;
    RunRequest request_;
    std::vector<std::pair<std::string, std::string>> merge_settings_;
};

TEST_F(Shards, MergeIntoTheBytesOfOneRun) {
    for (const std::size_t parts : {1U, 3U, 24U}) {  // 24: more than there are files
        make_all(parts);
        const auto study = merged("out");
        ASSERT_TRUE(study) << message(study.error());
        EXPECT_EQ(std::ranges::count(study->inputs, "SND-R002", &InputFile::code), 1);
        expect_as_one_run("out");
    }
}

TEST_F(Shards, OfAMergeMayBeStudiedInAnotherWay) {
    make_all(3);
    merge_settings_ = {{"study.k_max", "2"}, {"study.findings", "clusters, order"}};
    ASSERT_TRUE(merged("out"));
    request_.settings = merge_settings_;
    expect_as_one_run("out");
}

TEST_F(Shards, OfWhichRowsAloneAreAskedForGiveTheRowsOfARunWithoutFindings) {
    make_all(3);
    MergeRequest request;
    request.parts_folder = at("parts");
    request.output_folder = at("rows");
    request.has_rows_only = true;
    const auto study = merge(request, {});
    ASSERT_TRUE(study) << message(study.error());
    request_.findings = request_.figures = "none";
    request_.output_folder = at("run");
    ASSERT_TRUE(run(request_, {}));
    request_.output_folder = at("rows-of-run");
    request_.has_rows_only = true;
    ASSERT_TRUE(run(request_, {}));
    for (const char* name : {"tests.csv", "recipe.toml"})
        for (const char* rows : {"rows", "rows-of-run"})
            EXPECT_EQ(testing::file_text(fs::path(at(rows)) / name),
                      testing::file_text(fs::path(at("run")) / name))
                << name << " of " << rows;
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(at("rows")))
        files.insert(entry.path().filename().string());
    EXPECT_EQ(files, (std::set<std::string>{".sneddon-files", "recipe.toml", "request.json",
                                            "tests.csv"}));
    EXPECT_FALSE(study->groups.empty()) << "the summary tells them";
}

TEST_F(Shards, OfWhichRowsAloneAreAskedForGiveNoOtherTable) {
    request_.has_rows_only = true;
    request_.tables.formats = "xlsx";
    request_.output_folder = at("out");
    const auto study = run(request_, {});
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().code, "SND-U004");
}

TEST_F(Shards, AreMadeOnce) {
    make_all(2);
    const fs::path path = at("parts/part-00001-of-00002.sneddon-part");
    const auto time = fs::last_write_time(path);
    EXPECT_TRUE(make(1, 2)->was_there);
    EXPECT_EQ(fs::last_write_time(path), time);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(300);
    file.put('\x55');
    file.put('\xAA');
    file.close();
    EXPECT_FALSE(make(1, 2)->was_there) << "a damaged part is made again";
    EXPECT_TRUE(make(1, 2)->was_there);
    request_.settings = {{"contact.epsilon", "0.72"}};
    EXPECT_FALSE(make(1, 2)->was_there) << "a part of another recipe too";
}

TEST_F(Shards, OlderThanAFileOfTheirsAreMadeAgain) {
    make_all(2);
    const fs::path file = at("study/example_0001_LC.txt");
    fs::last_write_time(file, fs::last_write_time(part_path(1, 2)) + std::chrono::seconds(1));
    EXPECT_TRUE(make(2, 2)->was_there) << "no file of this one";
    EXPECT_EQ(trouble_of_merge(), "part 1 of 2 is older than " + file.string());
    EXPECT_FALSE(make(1, 2)->was_there);
}

TEST_F(Shards, DamagedInAnyRecordAreRefused) {
    make_all(1);
    const fs::path path = part_path(1, 1);
    const std::string whole = testing::file_text(path);
    for (std::size_t at = 20; at < whole.size(); at += whole.size() / 40) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        folder_.write("parts/" + path.filename().string(), damaged);
        EXPECT_EQ(trouble_of_merge(), "a part that was cut off or damaged") << at;
    }
    folder_.write("parts/" + path.filename().string(), whole + "x");
    EXPECT_EQ(trouble_of_merge(), "more than a part holds");
}

TEST_F(Shards, ShareTheCacheOfARun) {
    request_.cache_folder = at("cache");
    request_.output_folder = at("run");
    ASSERT_TRUE(run(request_, {}));
    EXPECT_EQ(make(1, 2)->files_known + make(2, 2)->files_known, 8U);
    ASSERT_TRUE(merged("out"));
    request_.cache_folder.clear();
    expect_as_one_run("out");
}

TEST_F(Shards, ThatMakeNoStudyAreRefusedByNumber) {
    EXPECT_EQ(trouble_of_merge(), "No such file or directory");
    make_all(4);
    const fs::path third = part_path(3, 4), second = part_path(2, 4);
    fs::copy(third, at("parts/again.sneddon-part"));
    EXPECT_EQ(trouble_of_merge(), "part 3 of 4 twice");
    fs::remove(at("parts/again.sneddon-part"));
    fs::rename(second, at("second"));
    EXPECT_EQ(trouble_of_merge(), "part 2 of 4 is missing");
    fs::rename(at("second"), second);
    fs::resize_file(third, fs::file_size(third) - 1);
    EXPECT_EQ(trouble_of_merge(), "a part that was cut off or damaged");
    fs::remove(third);
    request_.settings = {{"unloading.window_low", "0.4"}};
    ASSERT_TRUE(make(3, 4));
    EXPECT_EQ(trouble_of_merge(),
              "part 3 of 4 is of another study than part 1 of 4: other files, recipe, program or "
              "number of parts");
    request_.settings = {};
    ASSERT_TRUE(make(3, 4));
    fs::remove(at("study/example_0001_LC.txt"));
    EXPECT_TRUE(trouble_of_merge().ends_with("or others")) << trouble_of_merge();
}

TEST_F(Shards, DoNotTakeAChoiceThatReachesTheAnalysis) {
    make_all(2);
    merge_settings_ = {{"contact.epsilon", "0.72"}};
    EXPECT_EQ(trouble_of_merge(), "another recipe, tip or program than that of the parts");
}

TEST_F(Shards, AreNumberedFromOneOn) {
    for (const std::size_t part : {0U, 4U}) {
        const auto made = make(part, 3);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, "SND-U048");
    }
    request_.settings = {{"correct.drift", "order"}};
    EXPECT_EQ(make(1, 3).error().code, "SND-U046");
}

TEST_F(Shards, LeaveNothingUnfinishedBehind) {
    make_all(3);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(at("parts"))) {
        EXPECT_EQ(entry.path().extension(), ".sneddon-part");
        ++files;
    }
    EXPECT_EQ(files, 3U);
}

TEST_F(Shards, StoppedLeaveNothingAndGoOnLater) {
    std::atomic<bool> is_asked = false;
    std::size_t last = 0, total = 0;
    const Progress progress{[&](std::size_t done, std::size_t of) {
                                EXPECT_EQ(done, last + 1);
                                last = done;
                                total = of;
                                is_asked = done >= 3;
                            },
                            Stop(is_asked)};
    RunRequest request = request_;
    request.output_folder = at("parts");
    request.threads = 1;
    const auto stopped_part = shard(request, 1, 1, progress);
    ASSERT_FALSE(stopped_part);
    EXPECT_EQ(stopped_part.error().code, "SND-U130");
    EXPECT_TRUE(fs::is_empty(at("parts")));
    EXPECT_LT(last, total);
    make_all(3);
    is_asked = true;
    MergeRequest merged;
    merged.parts_folder = at("parts");
    merged.output_folder = at("out");
    const auto study = merge(merged, {nullptr, Stop(is_asked)});
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().code, "SND-U130");
    EXPECT_FALSE(fs::exists(at("out")));
}

TEST_F(Shards, CannotBeWrittenWhereThereIsNoFolder) {
    folder_.write("parts", "a file");
    const auto made = make(1, 2);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "SND-O003");
}

}  // namespace
}  // namespace sneddon
