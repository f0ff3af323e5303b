#include "sneddon/pipeline/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

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

TEST_F(RunTest, AStopLeavesNoOutput) {
    folder_.write("study/a.csv", curve_with_hold(10));
    std::stop_source source;
    source.request_stop();
    RunRequest request;
    request.paths = {(folder_.path() / "study").string()};
    request.output_folder = folder_.path() / "out";
    const auto stopped = run(request, {nullptr, source.get_token()});
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

}  // namespace
}  // namespace sneddon
