#include "sneddon/pipeline/run.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "study/findings.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

InputFile input(const std::string& path, Status status, const std::string& reason = "") {
    InputFile file;
    file.path = path;
    file.format = "hysitron-txt";
    file.status = status;
    file.reason = reason;
    file.code = reason.empty() ? "" : "SND-R002";
    return file;
}

StudyResult two_used_tests() {
    StudyResult study;
    study.inputs = {input("a", Status::used), input("b", Status::used)};
    study.tests.resize(2);
    Group group;
    group.name = "hold 10 s";
    group.n = 2;
    group.statistics["H_IT_GPa"_q.at] = {4.2871, 0.1449, 2};
    study.groups = {group};
    return study;
}

// Before the number of clusters, which is the weaker statement then.
TEST(RunSummary, OnePopulationIsSaidBeforeTheClusters) {
    StudyResult study = two_used_tests();
    StudyFindings findings;
    findings.clusters = ClusterFinding{};
    findings.clusters->chosen = 2;
    findings.clusters->choice.headline = "one population is as good: a t law of H_IT";
    study.findings = HeldFindings(findings);
    const std::string text = run_summary(study, "out");
    const auto first = text.find("one population is as good: a t law of H_IT");
    ASSERT_NE(first, std::string::npos) << text;
    EXPECT_LT(first, text.find("2 by BIC"));
}

TEST(RunSummary, AMeanHasTheDecimalsOfTwoDigitsOfItsDeviation) {
    StudyResult study = two_used_tests();
    EXPECT_NE(run_summary(study, "out").find("4.29 ± 0.14"), std::string::npos)
        << run_summary(study, "out");
    study.groups[0].statistics["H_IT_GPa"_q.at] = {51234.4, 1234.4, 2};
    EXPECT_NE(run_summary(study, "out").find("51234 ± 1234"), std::string::npos);
    study.groups[0].statistics["H_IT_GPa"_q.at] = {4.28712,
                                                   std::numeric_limits<double>::quiet_NaN(), 1};
    EXPECT_NE(run_summary(study, "out").find("4.287\n"), std::string::npos);
}

TEST(RunSummary, AQuantityThatNoGroupHasIsNoColumn) {
    const std::string text = run_summary(two_used_tests(), "out");
    EXPECT_NE(text.find("H_IT (GPa)"), std::string::npos);
    EXPECT_EQ(text.find("E_IT"), std::string::npos);
}

TEST(RunSummary, WarningsRefusalsAndOutputsAreNamed) {
    const testing::TemporaryFolder folder;
    folder.write("tests.csv", std::string(2500, 'x'));
    StudyResult study = two_used_tests();
    study.warnings = {{"SND-G003", "2 files hold the same bytes", {}}};
    study.inputs.push_back(input("c", Status::refused, "an empty file"));
    const std::string text = run_summary(study, folder.path());
    EXPECT_NE(text.find("  ! 2 files hold the same bytes [SND-G003]\n"), std::string::npos);
    EXPECT_NE(text.find("c: an empty file"), std::string::npos);
    EXPECT_NE(text.find("3 files   hysitron-txt 2 · refused 1"), std::string::npos) << text;
    EXPECT_NE(text.find(folder.path().string() + ": tests.csv (2.5 kB)\n"), std::string::npos);
}

TEST(Doubts, CompanionsAreNoneAndRefusalsExclusionsAndFlagsAre) {
    EXPECT_FALSE(has_doubts(two_used_tests()));
    StudyResult companion = two_used_tests();
    companion.inputs.push_back(input("tip.ara", Status::excluded, "area function"));
    companion.inputs.back().is_companion = true;
    EXPECT_FALSE(has_doubts(companion));
    StudyResult refused = two_used_tests();
    refused.inputs.push_back(input("c", Status::refused, "an empty file"));
    EXPECT_TRUE(has_doubts(refused));
    StudyResult flagged = two_used_tests();
    flagged.tests[1].flags = {{"SND-A002", 5, 2, "m"}};
    EXPECT_TRUE(has_doubts(flagged));
    StudyResult excluded = two_used_tests();
    excluded.tests[0].status = Status::excluded;
    EXPECT_TRUE(has_doubts(excluded));
}

TEST(Results, AreThereWhenOneTestIsUsed) {
    StudyResult study = two_used_tests();
    EXPECT_TRUE(has_results(study));
    for (TestRow& row : study.tests) row.status = Status::refused;
    EXPECT_FALSE(has_results(study));
    EXPECT_FALSE(has_results(StudyResult()));
}

}  // namespace
}  // namespace sneddon
