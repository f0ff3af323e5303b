#include "sneddon/pipeline/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/core.h>
#include <atomic>

#include <cmath>

#include "support/closed_form_test.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string csv_of(const sneddon::Test& test) {
    std::string text = "time_s,depth_nm,load_uN\n";
    for (std::size_t i = 0; i < test.curve.size(); ++i)
        text += fmt::format("{},{},{}\n", test.curve.time_s[i], test.curve.depth_nm[i],
                            test.curve.load_uN[i]);
    return text;
}

std::string curve_with_hold(double hold_s) {
    testing::ClosedForm form;
    form.hold_s = hold_s;
    form.rate_Hz = 50;
    return csv_of(testing::closed_form_test(form));
}

class RunTest : public ::testing::Test {
  protected:
    StudyResult run_all(unsigned threads, const std::string& out = "out") {
        RunRequest request;
        request.paths = {(folder_.path() / "study").string()};
        request.output_folder = folder_.path() / out;
        request.area_function = "ideal";
        request.threads = threads;
        return run(request, {}).value();
    }
    const InputFile& input(const StudyResult& study, const std::string& name) {
        for (const InputFile& each : study.inputs)
            if (std::filesystem::path(each.path).filename() == name) return each;
        throw std::runtime_error("no input " + name);
    }

    testing::TemporaryFolder folder_;
};

TEST_F(RunTest, BadFilesAreNamedAndTheOthersComplete) {
    folder_.write("study/a1.csv", curve_with_hold(0));
    folder_.write("study/a2.csv", curve_with_hold(10));
    folder_.write("study/empty.csv", "");
    folder_.write("study/.hidden.txt", std::string("\x01\x02\x03\x00\xff\xfe", 6));
    folder_.write("study/head.csv", "time_s,depth_nm,load_uN\n");
    folder_.write("study/no_unit.csv", "time,depth,load\n1,2,3\n2,3,4\n3,4,5\n");
    const StudyResult study = run_all(2);
    EXPECT_EQ(study.inputs.size(), 6u);
    for (const char* bad : {"empty.csv", ".hidden.txt", "head.csv", "no_unit.csv"}) {
        EXPECT_EQ(input(study, bad).status, Status::refused) << bad;
        EXPECT_FALSE(input(study, bad).reason.empty()) << bad;
        EXPECT_THAT(input(study, bad).code, ::testing::StartsWith("SND-R")) << bad;
    }
    ASSERT_EQ(study.tests.size(), 2u);
    for (const TestRow& row : study.tests)
        EXPECT_NEAR(row.values["S_uN_per_nm"_q], row.values["hold_s"_q] > 0 ? 18.75 : 22.5, 1e-6);
    ASSERT_EQ(study.groups.size(), 2u);
    EXPECT_EQ(study.groups[1].name, "hold 10 s");
}

TEST_F(RunTest, ThreadsChangeNoByte) {
    for (int i = 0; i < 12; ++i)
        folder_.write(fmt::format("study/t{}.csv", i), curve_with_hold(i % 3));
    run_all(1, "one");
    run_all(2, "two");
    for (const char* name : {"tests.csv", "results.json", "curves.json", "report.html"})
        EXPECT_TRUE(testing::file_text(folder_.path() / "one" / name) ==
                    testing::file_text(folder_.path() / "two" / name))
            << name;
}

TEST_F(RunTest, TheStudyFileOfTheFolderIsTaken) {
    folder_.write("study/a1.csv", curve_with_hold(10));
    folder_.write("study/study.toml",
                  "sample = \"glass\"\nnu = 0.3\n[load_functions]\n\"hold 10 s\" = \"Type 10\"\n");
    const StudyResult study = run_all(1);
    EXPECT_EQ(study.facts.sample, "glass");
    EXPECT_TRUE(std::isfinite(study.tests.at(0).values["E_IT_GPa"_q]));
    EXPECT_EQ(study.groups.at(0).name, "Type 10");
    EXPECT_TRUE(input(study, "study.toml").is_companion);
}

TEST_F(RunTest, TheSameBytesTwiceAreWarnedOf) {
    folder_.write("study/a.csv", curve_with_hold(10));
    folder_.write("study/b.csv", curve_with_hold(10));
    const StudyResult study = run_all(1);
    ASSERT_FALSE(study.warnings.empty());
    EXPECT_EQ(study.warnings[0].code, "SND-G003");
    EXPECT_THAT(study.warnings[0].text, HasSubstr("b.csv"));
}

// A drift that falls from test to test, each measured by a hold of 12 s with its own error: the
// smooth one is the same straight line for all, whatever the number of threads.
TEST_F(RunTest, DriftOverTheOrderIsSmooth) {
    testing::ClosedForm form;
    form.rate_Hz = 20;
    form.unload_to = 0.1;
    form.drift_hold_s = 12;
    form.noise_nm = 0.2;
    for (int i = 0; i < 12; ++i) {
        form.seed = static_cast<unsigned>(i + 1);
        auto test = testing::closed_form_test(form);
        for (std::size_t k = 0; k < test.curve.size(); ++k)
            test.curve.depth_nm[k] += (0.08 - 0.005 * i) * test.curve.time_s[k];
        folder_.write(fmt::format("study/t{:02}.csv", i), csv_of(test));
    }
    const auto drifts = [&](const char* rule, unsigned threads) {
        RunRequest request;
        request.paths = {(folder_.path() / "study").string()};
        request.output_folder = folder_.path() / fmt::format("out-{}-{}", rule, threads);
        request.settings = {{"correct.drift", rule}};
        request.threads = threads;
        std::vector<double> found;
        const StudyResult study = run(request, {}).value();
        for (const TestRow& row : study.tests)
            for (const Correction& step : row.corrections)
                if (step.what == "drift") found.push_back(step.value);
        return found;
    };
    const auto error_of = [](const std::vector<double>& found) {
        double squares = 0;
        for (std::size_t i = 0; i < found.size(); ++i)
            squares += std::pow(found[i] - (0.08 - 0.005 * static_cast<double>(i)), 2);
        return std::sqrt(squares / static_cast<double>(found.size()));
    };
    const std::vector<double> own = drifts("hold", 1), smooth = drifts("order", 1);
    ASSERT_EQ(smooth.size(), 12u);
    EXPECT_LT(error_of(smooth), 0.6 * error_of(own));
    for (std::size_t i = 2; i < 12; ++i)
        EXPECT_NEAR(smooth[i] - 2 * smooth[i - 1] + smooth[i - 2], 0, 1e-12) << i;
    EXPECT_EQ(drifts("order", 2), smooth);
}

TEST_F(RunTest, AStopLeavesNoOutput) {
    folder_.write("study/a.csv", curve_with_hold(10));
    std::atomic<bool> source = false;
    source = true;
    RunRequest request;
    request.paths = {(folder_.path() / "study").string()};
    request.output_folder = folder_.path() / "out";
    const auto stopped = run(request, {nullptr, Stop(source)});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, "SND-U130");
    EXPECT_FALSE(std::filesystem::exists(request.output_folder));
}

TEST_F(RunTest, RowsFollowTheNaturalOrderWhateverTheOrderOfThePaths) {
    RunRequest request;
    for (const int i : {10, 9, 1}) {
        const std::string name = fmt::format("study/t{}.csv", i);
        request.paths.push_back(folder_.write(name, curve_with_hold(0)));
    }
    request.output_folder = folder_.path() / "out";
    const StudyResult study = run(request, {}).value();
    std::vector<std::string> ids;
    for (const TestRow& row : study.tests) ids.push_back(row.test_id);
    EXPECT_THAT(ids, ElementsAre("t1.csv", "t9.csv", "t10.csv"));
}

// Each file has the facts of its own study.toml, and none is pooled with those of another.
TEST_F(RunTest, FilesUnderDifferentStudiesAreGroupedByThem) {
    for (const char* sample : {"iron", "glass"})
        for (const char* file : {"1.csv", "2.csv"})
            folder_.write(fmt::format("study/{}/{}", sample, file), curve_with_hold(10));
    folder_.write("study/iron/study.toml", "sample = \"iron\"\nnu = 0.29\n");
    folder_.write("study/glass/study.toml", "sample = \"glass\"\nnu = 0.17\n");
    const StudyResult study = run_all(2);
    ASSERT_EQ(study.groups.size(), 2u);
    EXPECT_EQ(study.groups[0].name, "glass, hold 10 s");
    EXPECT_EQ(study.groups[1].name, "iron, hold 10 s");
    const auto mean = [&](std::size_t group, QuantityIndex q) {
        return study.groups[group].statistics.at(q.at).mean;
    };
    EXPECT_EQ(mean(0, "E_r_GPa"_q), mean(1, "E_r_GPa"_q));
    // E_IT = (1 - nu²)/...: the ratio of two materials of one curve.
    EXPECT_NEAR(mean(0, "E_IT_GPa"_q) / mean(1, "E_IT_GPa"_q),
                (1 - 0.17 * 0.17) / (1 - 0.29 * 0.29), 1e-12);
    EXPECT_TRUE(std::ranges::any_of(
        study.warnings, [](const Warning& warning) { return warning.code == "SND-U016"; }));
}

}  // namespace
}  // namespace sneddon
