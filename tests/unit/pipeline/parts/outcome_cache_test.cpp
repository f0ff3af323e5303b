#include "pipeline/parts/outcome_cache.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

#include "sneddon/pipeline/run.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

/// The example's study in a folder of its own, and a cache beside it.
class OutcomesOfRuns : public ::testing::Test {
  protected:
    OutcomesOfRuns() {
        fs::copy(std::string(testing::source_folder) + "/examples/first-run", study());
        request_.paths = {study()};
        request_.cache_folder = at("cache");
        request_.figures = "none";
        request_.may_replace_output = true;
    }
    std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
    std::string study() const { return at("study"); }
    std::size_t known_after_run(const std::string& out) {
        request_.output_folder = at(out);
        const auto study = run(request_, {});
        if (!study) ADD_FAILURE() << message(study.error());
        return study ? study->files_known.value_or(999) : 999;
    }
    /// What the study remembers lies in a folder of its own.
    std::vector<fs::directory_entry> outcomes() const {
        std::vector<fs::directory_entry> kept;
        for (const auto& folder : fs::directory_iterator(request_.cache_folder))
            if (folder.path().filename() != "study")
                for (const auto& entry : fs::directory_iterator(folder)) kept.push_back(entry);
        return kept;
    }
    /// Every file of two OUTs.
    void expect_same(const std::string& a, const std::string& b) const {
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(at(a))) {
            if (!entry.is_regular_file()) continue;
            const fs::path name = fs::relative(entry.path(), at(a));
            EXPECT_EQ(testing::file_text(entry.path()), testing::file_text(fs::path(at(b)) / name))
                << name;
            ++files;
        }
        EXPECT_GE(files, 5U);
    }

    testing::TemporaryFolder folder_;
    RunRequest request_;
};

constexpr std::size_t tests = 8;

TEST_F(OutcomesOfRuns, AreTheSameBytesWithoutAnalysingAgain) {
    EXPECT_EQ(known_after_run("first"), 0U);
    EXPECT_EQ(known_after_run("second"), tests);
    request_.cache_folder.clear();
    EXPECT_EQ(known_after_run("plain"), 999U) << "without a cache there is nothing to count";
    expect_same("first", "plain");
    expect_same("second", "plain");
}

TEST_F(OutcomesOfRuns, AreThoseOfTheBytesThatAreThereNow) {
    known_after_run("first");
    const std::string path = study() + "/example_0002_LC.txt";
    fs::copy(study() + "/example_0003_LC.txt", path, fs::copy_options::overwrite_existing);
    EXPECT_EQ(known_after_run("second"), tests - 1);
    request_.cache_folder.clear();
    known_after_run("plain");
    expect_same("second", "plain");
}

TEST_F(OutcomesOfRuns, AreThoseOfTheAnalysisThatIsAskedForNow) {
    known_after_run("first");
    request_.settings = {{"study.k_max", "2"}, {"study.permutations", "99"}};
    EXPECT_EQ(known_after_run("other k"), tests) << "no choice of the study reaches a curve";
    for (const auto& [key, value] :
         {std::pair{"unloading.window_low", "0.4"}, std::pair{"contact.epsilon", "0.72"},
          std::pair{"uncertainty.zero_nm", "2"}, std::pair{"area.function", "ideal"}}) {
        request_.settings = {{key, value}};
        EXPECT_EQ(known_after_run("other"), 0U) << key;
    }
}

// What figures show singly is counted where the cache has it not: no curve is parsed in silence.
TEST_F(OutcomesOfRuns, AreKnownWithTheCurvesThatFiguresShow) {
    request_.figures = "all";
    known_after_run("first");
    const std::size_t curves = outcomes().size() - tests;
    ASSERT_GE(curves, 2U);
    request_.settings = {{"study.k_max", "2"}};
    EXPECT_EQ(known_after_run("second"), tests);
    fs::remove_all(request_.cache_folder);
    known_after_run("third");
    // The outcomes alone: written before the first figure.
    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    for (const auto& entry : outcomes()) kept.emplace_back(entry.last_write_time(), entry.path());
    std::ranges::sort(kept);
    for (std::size_t i = tests; i < kept.size(); ++i) fs::remove(kept[i].second);
    EXPECT_EQ(known_after_run("fourth"), tests - curves);
    EXPECT_EQ(known_after_run("fifth"), tests);
    request_.cache_folder.clear();
    known_after_run("plain");
    expect_same("second", "plain");
    expect_same("fourth", "plain");
    expect_same("fifth", "plain");
}

TEST_F(OutcomesOfRuns, AreNoneWhereTheyWereDamaged) {
    known_after_run("first");
    std::size_t damaged = 0;
    for (const auto& entry : fs::recursive_directory_iterator(request_.cache_folder)) {
        if (!entry.is_regular_file()) continue;
        if (damaged++ % 2 == 0) {
            fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
        } else {
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(200);
            file.put('\x55');
            file.put('\xAA');
        }
    }
    EXPECT_GT(damaged, tests) << "and the curves that figures show singly";
    EXPECT_EQ(known_after_run("second"), 0U);
    EXPECT_EQ(known_after_run("third"), tests) << "written anew";
    expect_same("first", "third");
}

TEST_F(OutcomesOfRuns, LeaveNothingHalfWrittenBehind) {
    known_after_run("first");
    for (const auto& entry : fs::recursive_directory_iterator(request_.cache_folder))
        EXPECT_NE(entry.path().extension(), ".part") << entry.path();
}

TEST_F(OutcomesOfRuns, AreRefusedWhereAFileFollowsFromAllOthers) {
    request_.settings = {{"correct.drift", "order"}};
    request_.output_folder = at("out");
    const auto study = run(request_, {});
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().code, "SND-U046");
}

TEST_F(OutcomesOfRuns, NeedAFolder) {
    request_.cache_folder = folder_.write("a file", "x");
    request_.output_folder = at("out");
    const auto study = run(request_, {});
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().code, "SND-O003");
}

}  // namespace
}  // namespace sneddon
