// run, look and show on the example: results on stdout, words on stderr, exit codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/places.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string first_run = std::string(testing::source_folder) + "/examples/first-run";
const std::string one_curve = first_run + "/example_0005_LC.txt";

class Run : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args, const std::string& input = "") {
        return sneddon(folder_, args, input);
    }
    bool has(const std::string& name) const {
        return std::filesystem::exists(folder_.path() / name);
    }
    std::string text(const std::string& name) const { return file_text(folder_.path() / name); }
    TemporaryFolder folder_;
};

TEST_F(Run, WritesTheFilesAndSaysWhatCameOut) {
    const auto end = run({"run", first_run, "-o", "out"});
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_EQ(end.err, "");
    EXPECT_THAT(end.out, HasSubstr("first-run/study.toml"));
    EXPECT_THAT(end.out, HasSubstr("8 tests   used 8"));
    EXPECT_THAT(end.out, HasSubstr("hold 10 s"));
    EXPECT_THAT(end.out, HasSubstr("4.29 ± 0.14")) << "H_IT of the example's README";
    for (const char* name :
         {"tests.csv", "results.json", "curves.json", "recipe.toml", "report.html"}) {
        EXPECT_TRUE(has(std::string("out/") + name)) << name;
        EXPECT_THAT(end.out, HasSubstr(name));
    }
}

TEST_F(Run, IsTheCommandOfPathsAloneAndOutIsItsFolder) {
    EXPECT_EQ(run({first_run}).code, 0);
    EXPECT_TRUE(has("out/tests.csv"));
    EXPECT_EQ(run({"-q", one_curve, "-o", "again"}).code, 0);
    EXPECT_TRUE(has("again/tests.csv"));
}

TEST_F(Run, JsonIsTheFileOfResultsAndNothingElse) {
    const auto end = run({"run", first_run, "--json"});
    EXPECT_EQ(end.code, 0);
    EXPECT_EQ(end.out, text("out/results.json"));
    EXPECT_EQ(nlohmann::json::parse(end.out).at("schema"), 1);
    EXPECT_THAT(end.err, HasSubstr("hold 10 s"));
    const auto quiet = run({"run", first_run, "--json", "-q", "-f"});
    EXPECT_EQ(quiet.err, "");
    EXPECT_EQ(quiet.out, end.out) << "the same input, the same bytes";
}

TEST_F(Run, QuietSaysNothing) {
    const auto end = run({"run", one_curve, "-q"});
    EXPECT_EQ(end.code, 0);
    EXPECT_EQ(end.out, "");
    EXPECT_EQ(end.err, "");
}

TEST_F(Run, AListOfPathsComesFromStdinOrAFile) {
    const std::string list = one_curve + "\n\n" + first_run + "/example_0001_LC.txt\r\n";
    EXPECT_THAT(run({"run", "-", "-o", "a"}, list).out, HasSubstr("2 files"));
    EXPECT_THAT(run({"-", "-o", "b"}, list).out, HasSubstr("2 files"));
    folder_.write("list.txt", list);
    EXPECT_THAT(run({"run", "@list.txt", "-o", "c"}).out, HasSubstr("2 files"));
}

TEST_F(Run, AGlobIsOursWhereTheShellLeavesIt) {
    const auto end = run({"run", first_run + "/example_000[0-3]_LC.txt"});
    EXPECT_THAT(end.out, HasSubstr("4 files"));
}

TEST_F(Run, SettingsAndFlagsArriveInTheRecipe) {
    const auto end = run({"run", one_curve, "--profile", "triboscan", "--set",
                          "unloading.window_low=0.3", "--set", "contact.beta=1.034", "--poisson",
                          "0.25", "--area-function", "24.5, 2460.6", "--group-by", "none"});
    ASSERT_EQ(end.code, 0) << end.err;
    const auto check = run({"recipe", "check", "out/recipe.toml"});
    for (const char* line :
         {"unloading.window_low = 0.3 ", "contact.beta = 1.034 ", "sample.nu = 0.25 ",
          "area.function = \"24.5, 2460.6\" ", "study.group_by = \"none\" ", "contact.pi = 3.14 "})
        EXPECT_THAT(check.out, HasSubstr(line));
}

TEST_F(Run, TheRecipeOfARunGivesTheSameResultsAgain) {
    ASSERT_EQ(run({"run", one_curve, "-o", "a", "--profile", "antonpaar", "--area-function",
                   first_run + "/tip.ara"})
                  .code,
              0);
    ASSERT_EQ(run({"run", one_curve, "-o", "b", "-r", "a/recipe.toml"}).code, 0);
    EXPECT_EQ(text("a/tests.csv"), text("b/tests.csv"));
}

TEST_F(Run, AnotherProfileOverAWholeRecipeIsAWarning) {
    ASSERT_EQ(run({"run", one_curve, "-o", "a"}).code, 0);
    const auto end =
        run({"run", one_curve, "-o", "b", "-r", "a/recipe.toml", "--profile", "antonpaar"});
    EXPECT_EQ(end.code, 0);
    EXPECT_THAT(end.out, HasSubstr("[SND-U015]"));
    EXPECT_THAT(text("b/results.json"), HasSubstr("SND-U015"));
}

TEST_F(Run, AnOutThatHoldsFilesIsReplacedOnlyWithForceAndOnlyIfOurs) {
    ASSERT_EQ(run({"run", one_curve}).code, 0);
    EXPECT_EQ(run({"run", one_curve}).code, 5);
    EXPECT_EQ(run({"run", one_curve, "-f"}).code, 0);
    folder_.write("theirs/letter.txt", "dear");
    EXPECT_EQ(run({"run", one_curve, "-f", "-o", "theirs"}).code, 2);
    EXPECT_EQ(text("theirs/letter.txt"), "dear");
    EXPECT_EQ(run({"run", one_curve, "-o", "theirs/letter.txt"}).code, 5);
}

TEST_F(Run, NothingReadableIsThree) {
    folder_.write("data/empty.txt", "");
    const auto end = run({"run", "data"});
    EXPECT_EQ(end.code, 3);
    EXPECT_THAT(end.out, HasSubstr("refused 1"));
    EXPECT_EQ(run({"run", "absent/", "-o", "other"}).code, 3);
    EXPECT_EQ(run({"look", "data"}).code, 3);
    EXPECT_EQ(run({"show", "data/empty.txt"}).code, 3);
}

TEST_F(Run, StrictIsFourWhereSomethingWasRefusedAndZeroWithCompanionsOnly) {
    folder_.write("data/a.txt", file_text(one_curve));
    folder_.write("data/tip.ara", file_text(first_run + "/tip.ara"));
    const std::vector<std::string> strict = {
        "run", "data", "--strict", "--area-function", "data/tip.ara", "--poisson", "0.3", "-f"};
    auto end = run(strict);
    EXPECT_EQ(end.code, 0) << end.out << end.err;
    folder_.write("data/b.txt", "");
    end = run(strict);
    EXPECT_EQ(end.code, 4);
    EXPECT_THAT(end.out, HasSubstr("refused 1"));
    EXPECT_TRUE(has("out/report.html")) << "the results are written all the same";
    EXPECT_EQ(run({"run", "data", "-f"}).code, 0) << "without --strict";
}

TEST_F(Run, StrictIsFourWhereATestIsFlagged) {
    EXPECT_EQ(run({"run", one_curve, "--strict"}).code, 0) << "with the study.toml beside it";
    folder_.write("data/a.txt", file_text(one_curve));
    EXPECT_EQ(run({"run", "data", "-f", "--strict"}).code, 4) << "no area function";
}

TEST_F(Run, AMistakeInStudyTomlIsAnErrorOfUsageWithItsLine) {
    folder_.write("data/a.txt", file_text(one_curve));
    folder_.write("data/study.toml", "sample = \"a\"\nnue = 0.3\n");
    const auto end = run({"run", "data"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("data/study.toml:2: unknown key \"nue\"; did you mean \"nu\"?"));
    EXPECT_FALSE(has("out"));
}

// Stopped at some place between the first and the last file: no half folder, 130. Waits until the
// program has begun to write, so that the signal meets a run and not its start.
class RunAndSignal : public Run, public ::testing::WithParamInterface<int> {};
TEST_P(RunAndSignal, LeavesNothingBehindAndEndsWithItsNumber) {
    const std::string curve = file_text(one_curve);
    for (int i = 0; i < 1500; ++i) folder_.write("data/" + std::to_string(i) + ".txt", curve);
    const auto entries = [&](const std::string& begin) {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            if (entry.path().filename().string().starts_with(begin)) ++count;
        return count;
    };
    const pid_t child = start(folder_, {"run", "data", "-j", "1"});
    for (int i = 0; i < 5000 && entries("out") == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    kill(child, GetParam());
    const auto end = wait_for(folder_, child);
    EXPECT_EQ(end.code, 128 + GetParam());
    EXPECT_THAT(end.err, HasSubstr("[SND-U130]"));
    EXPECT_EQ(entries("out"), 0) << "neither OUT nor a part of it";
}

INSTANTIATE_TEST_SUITE_P(Of, RunAndSignal, ::testing::Values(SIGINT, SIGTERM));

TEST_F(Run, AFailingRunLeavesTheOldResults) {
    folder_.write("data/empty.txt", "");
    ASSERT_EQ(run({"run", one_curve}).code, 0);
    const std::string before = text("out/results.json");
    const auto unusable = run({"run", "data", "-f"});
    EXPECT_EQ(unusable.code, 3);
    EXPECT_THAT(unusable.err, HasSubstr("[SND-O007]"));
    const auto misspelt = run({"run", "dota", "-f"});
    EXPECT_EQ(misspelt.code, 3);
    EXPECT_THAT(misspelt.err, HasSubstr("did you mean 'data'?"));
    EXPECT_EQ(text("out/results.json"), before);
    EXPECT_EQ(run({"run", "dota", "-o", "new"}).code, 3);
    EXPECT_FALSE(has("new"));
}

// A terminal obeys what a file's name says.
TEST_F(Run, NoControlCharacterOfANameReachesTheTerminal) {
    folder_.write("data/a.txt", file_text(one_curve));
    folder_.write("data/b\x1b[2J\x9b\xc2\x9b.txt", "");
    const auto end = run({"run", "data"});
    EXPECT_EQ(end.code, 0);
    EXPECT_THAT(end.out, HasSubstr("b\\x1b[2J\\x9b\\xc2\\x9b.txt"));
    EXPECT_EQ(end.out.find('\x1b'), std::string::npos);
    EXPECT_THAT(end.out, HasSubstr(" · ")) << "what is no control character stays";
    EXPECT_THAT(run({"run", "c\x1b[2J"}).err, HasSubstr("c\\x1b[2J"));
}

TEST_F(Run, AMisspeltPathAmongGoodOnesIsTold) {
    const auto end = run({"run", one_curve, "dota", "-q"});
    EXPECT_EQ(end.code, 0);
    EXPECT_THAT(end.err, HasSubstr("dota"));
    EXPECT_EQ(run({"run", one_curve, "dota", "-f", "--strict"}).code, 4);
}

TEST_F(Run, TheReportKeepsFilesOfOthersAndItsOutCanBeReplaced) {
    ASSERT_EQ(run({"run", one_curve}).code, 0);
    folder_.write("out/figures/mine.svg", "mine");
    ASSERT_EQ(run({"report", "out", "--figures", "curves", "--figure-formats", "json"}).code, 0);
    EXPECT_EQ(text("out/figures/mine.svg"), "mine");
    EXPECT_EQ(run({"run", one_curve, "-f"}).code, 2);
    std::filesystem::remove(folder_.path() / "out/figures/mine.svg");
    EXPECT_EQ(run({"run", one_curve, "-f"}).code, 0);
}

TEST_F(Run, LookSaysWhatIsThereAndWritesNothing) {
    const auto end = run({"look", first_run});
    EXPECT_EQ(end.code, 0);
    EXPECT_EQ(end.err, "");
    EXPECT_THAT(end.out, HasSubstr("hysitron-txt 8"));
    EXPECT_THAT(end.out, HasSubstr("hold 10 s  4"));
    EXPECT_THAT(end.out, HasSubstr("unit of load: µN"));
    EXPECT_FALSE(has("out"));
}

TEST_F(Run, ShowPrintsTheTestOrItsColumns) {
    const auto end = run({"show", one_curve});
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("H_IT"));
    EXPECT_THAT(end.out, Not(HasSubstr("\x1b[")));
    const auto csv = run({"show", one_curve + "#1", "--csv"});
    EXPECT_EQ(csv.code, 0);
    EXPECT_THAT(csv.out, ::testing::StartsWith("time_s,depth_nm,load_uN,"));
    EXPECT_EQ(std::ranges::count(csv.out, '\n'), 752) << "751 samples and a head";
    EXPECT_EQ(run({"show", one_curve + "#2"}).code, 2);
}

TEST_F(Run, LeavesOutWhatItIsToldTo) {
    const auto end = run(
        {"run", first_run, "--exclude", "*0003*", "--exclude", "example_0005_LC.txt", "-o", "out"});
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("used 6"));
    EXPECT_THAT(end.out, HasSubstr("excluded 2"));
    EXPECT_THAT(text("out/tests.csv"), HasSubstr("left out by hand: *0003* (--exclude)"));
    const auto json = nlohmann::json::parse(text("out/results.json"));
    ASSERT_FALSE(json.at("left_out").empty());
    EXPECT_EQ(json["left_out"][0]["n"], 3) << "of each load function one of 4 is left out";
    EXPECT_EQ(json["left_out"][0]["n_with"], 4);
    EXPECT_THAT(text("out/report.html"), HasSubstr("id=\"left-out-effect\""));
    const auto only = run({"run", first_run, "--only", "example_000[1-3]_LC*", "-o", "only"});
    EXPECT_THAT(only.out, HasSubstr("used 3"));
}

TEST_F(Run, WhatIsLeftOutByAMistypedNameIsAnErrorBeforeAnythingIsWritten) {
    const auto end = run({"run", first_run, "--exclude", "example_0009_LC.txt", "-o", "out"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("SND-U028"));
    EXPECT_THAT(end.err, HasSubstr("did you mean example_000"));
    EXPECT_FALSE(has("out"));
}

TEST_F(Run, StudyFilesLeaveOutByConditionWithTheirReason) {
    std::filesystem::copy(first_run, folder_.path() / "in");
    const std::string facts = text("in/study.toml");
    folder_.write("in/study.toml", facts +
                                       "\n[[exclude]]\nwhere = \"h_max_nm > 0 and file = *0002*\"\n"
                                       "reason = \"on a scratch\"\n");
    const auto end = run({"run", "in", "-o", "out"});
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("excluded 1"));
    EXPECT_THAT(text("out/tests.csv"), HasSubstr("left out by hand: on a scratch"));
    folder_.write("in/study.toml", facts + "\n[[exclude]]\nwhere = \"cluster = 1\"\n");
    const auto refused = run({"run", "in", "-o", "again"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("SND-U027"));
}

TEST_F(Run, EachSampleHasItsGrid) {
    for (const char* sample : {"a", "b"}) {
        std::filesystem::copy(first_run, folder_.path() / sample);
        std::string facts = text(std::string(sample) + "/study.toml");
        if (const auto at = facts.find("[grid]"); at != facts.npos) facts.resize(at);
        folder_.write(
            std::string(sample) + "/study.toml",
            facts + "\n[grid]\nnx = 8\nny = 1\npitch_um = " + (*sample == 'a' ? "5" : "7") + "\n");
    }
    const auto end = run({"run", "a", "b", "--json", "-q"});
    EXPECT_EQ(end.code, 0) << end.err;
    const auto json = nlohmann::json::parse(end.out);
    EXPECT_EQ(json.at("samples").size(), 2u);
    std::map<std::string, double> largest_x_um;
    for (const auto& test : json["tests"]) {
        double& largest = largest_x_um[test["sample"]];
        largest = std::max(largest, test["x_um"].get<double>());
    }
    EXPECT_EQ(largest_x_um["a"], 15) << "the fourth test of each load function";
    EXPECT_EQ(largest_x_um["b"], 21);
}

}  // namespace
}  // namespace sneddon::testing
