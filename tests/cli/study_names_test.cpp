// The findings of a run hang neither on the names of files and folders, nor on truth.csv, nor on
// the order of the arguments, nor on the threads.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;

class StudyNames : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(sneddon(folder_,
                          {"simulate", "zr50cu40al10", "-o", "study", "--seed", "5",
                           "--tests-per-load-function", "40", "--set", "programme.points_per_s=10"})
                      .code,
                  0);
    }

    void analyse(std::vector<std::string> paths, const std::string& out,
                 const std::string& threads) {
        std::vector<std::string> args = {"run"};
        args.insert(args.end(), paths.begin(), paths.end());
        for (const char* word : {"-o", out.c_str(), "--threads", threads.c_str(), "--set",
                                 "study.k_resamples=10", "--set", "study.k_max=4"})
            args.emplace_back(word);
        const Ending end = sneddon(folder_, args);
        ASSERT_EQ(end.code, 0) << end.err;
    }

    std::string text(const std::string& name) { return file_text(folder_.path() / name); }

    std::vector<fs::path> curves_of(const std::string& study) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder_.path() / study))
            if (entry.path().extension() == ".txt") files.push_back(entry.path());
        std::ranges::sort(files);
        return files;
    }

    /// The same files under names that say nothing, in the same order, and no truth.
    void copy_under_other_names() {
        fs::create_directory(folder_.path() / "other");
        const std::vector<fs::path> files = curves_of("study");
        ASSERT_EQ(files.size(), 160u);
        for (std::size_t i = 0; i < files.size(); ++i)
            fs::copy_file(files[i],
                          folder_.path() / "other" / ("z" + std::to_string(10000 + i) + ".txt"));
        for (const char* name : {"study.toml", "tip.ara"})
            fs::copy_file(folder_.path() / "study" / name, folder_.path() / "other" / name);
    }

    TemporaryFolder folder_;
};

TEST_F(StudyNames, WithoutTruthAndUnderOtherNamesTheFindingsAreTheSame) {
    copy_under_other_names();
    analyse({"study"}, "out", "2");
    analyse({"other"}, "out_other", "2");
    const auto results = nlohmann::json::parse(text("out/results.json"));
    const auto others = nlohmann::json::parse(text("out_other/results.json"));
    ASSERT_EQ(results.at("checks").size(), 9u);
    for (const char* section :
         {"checks", "groups", "comparisons", "creep_curves", "contact", "energies", "ccdf", "space",
          "order", "mechanism", "cross_checks", "sensitivity", "pop_ins"})
        EXPECT_EQ(results.at(section), others.at(section)) << section;
    EXPECT_EQ(results.at("clusters").at("items"), others.at("clusters").at("items"));
}

TEST_F(StudyNames, ThreadsAndTheOrderOfArgumentsChangeNoByte) {
    std::vector<std::string> paths = {"study/study.toml", "study/tip.ara"};
    for (const fs::path& file : curves_of("study"))
        paths.push_back("study/" + file.filename().string());
    analyse(paths, "out", "2");
    std::ranges::reverse(paths);
    analyse(paths, "out_reversed", "1");
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "out")) {
        if (!entry.is_regular_file()) continue;
        const fs::path name = fs::relative(entry.path(), folder_.path() / "out");
        if (name == "request.json") continue;  // what was typed, in its order
        EXPECT_TRUE(text("out" / name) == text("out_reversed" / name)) << name;
    }
    EXPECT_TRUE(fs::exists(folder_.path() / "out" / "figures"));
}

}  // namespace
}  // namespace sneddon::testing
